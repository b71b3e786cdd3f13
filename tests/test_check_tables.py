"""Tables of a check: any value can be shown, and the wrong numbers are marked."""

import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cnn_course.checks import padding
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.report import (
    TALLEST,
    WIDEST,
    argument,
    side_by_side,
    table,
    tables,
)
from cnn_course.checks.summaries import summary


class Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no")


class Exits:
    def __repr__(self) -> str:
        sys.exit()

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        sys.exit()


class Escapes:
    def __repr__(self) -> str:
        return "red \x1b[31m\x00\n  \u202e\ud800"


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
THING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.complex_numbers(),
        st.text(),
        st.binary(),
        st.builds(Unprintable),
        st.builds(Exits),
        st.builds(Escapes),
        st.just(ENDLESS),
        st.just(...),
        st.integers(1, 3).map(lambda n: n * 10**5000),
    ),
    lambda part: st.one_of(
        st.lists(part),
        st.lists(part).map(tuple),
        st.dictionaries(st.text(), part),
    ),
    max_leaves=30,
)
SHAPE = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=11)
ANY_DTYPE = st.one_of(
    hnp.scalar_dtypes(),
    hnp.unicode_string_dtypes(max_len=100),
    hnp.byte_string_dtypes(max_len=100),
    hnp.nested_dtypes(),
)
ARRAY = st.one_of(
    hnp.arrays(ANY_DTYPE, SHAPE), hnp.arrays(object, SHAPE, elements=THING)
)
NUMBERS = hnp.arrays(st.sampled_from([np.float32, np.float64, np.int64]), SHAPE)


class TestTable:
    @given(ARRAY | THING, st.none() | ARRAY | THING | NUMBERS)
    def test_any_value_can_be_shown(self, value: Any, target: Any) -> None:
        shown = table("x", value, target)
        assert shown.about.isprintable()
        assert 0 < len(shown.about) <= 80
        assert (shown.rows is None) == (shown.wrong is None)
        rows = shown.rows or []
        assert len(rows) <= TALLEST
        assert all(len(row) <= WIDEST for row in rows)
        assert list(map(len, rows)) == list(map(len, shown.wrong or []))
        assert all(cell.isprintable() and cell for row in rows for cell in row)
        assert argument("x", value)

    @given(SHAPE.flatmap(lambda s: st.tuples(*[hnp.arrays(np.float32, s)] * 2)))
    def test_text_and_tables_have_the_same_numbers_and_stars(
        self, pair: tuple[np.ndarray, np.ndarray]
    ) -> None:
        both, text = tables(*pair), side_by_side(*pair)
        if all(shown.rows is not None for shown in both):
            words = [
                cell + star * " *"
                for i in range(len(both[0].rows))
                for shown in both
                for cell, star in zip(shown.rows[i], shown.wrong[i], strict=True)
            ]
            assert " ".join(words).split() == " ".join(text.splitlines()[1:]).split()
            head = f"{both[0].name} {both[1].name}"
            assert head.split() == text.splitlines()[0].split()

    def test_the_numbers_that_are_wrong(self) -> None:
        yours = np.array([[1.0, 2.5, -0.125], [0, np.nan, 1e9]], np.float32)
        target = np.array([[1.0, 2.0, -0.125], [0, 3, np.inf]], np.float32)
        shown, wanted = tables(yours, target)
        assert shown == table("yours", yours, target)
        assert shown == (
            "yours",
            "shape (2, 3), float32",
            [["1", "2.5", "-0.125"], ["0", "nan", "1e+09"]],
            [[False, True, False], [False, True, True]],
        )
        assert wanted.name == "target"
        assert wanted.rows[1] == ["0", "3", "inf"]
        assert not np.any(wanted.wrong)

    def test_an_argument(self) -> None:
        image = np.arange(6).reshape(1, 2, 3, 1)
        shown = table("x", image)
        assert shown.rows == [["0", "1", "2"], ["3", "4", "5"]]
        assert shown.about == "shape (1, 2, 3, 1), int64"
        assert table("stride", (2, 1)) == ("stride", "(2, 1)", None, None)

    def test_of_many_axes_the_plane_of_the_first_wrong_number_is_shown(self) -> None:
        target = np.arange(2 * 3 * 4 * 5, dtype=np.float32).reshape(2, 3, 4, 5)
        yours = target.copy()
        yours[1, 2, 0, 3] += 1
        shown, wanted = tables(yours, target, "result")
        assert (shown.name, wanted.name) == (
            "result [1, :, :, 3]",
            "target [1, :, :, 3]",
        )
        assert np.argwhere(shown.wrong).tolist() == [[2, 0]]
        assert shown.rows[2][0] == "104"  # 1 + 60 + 40 + 3
        assert wanted.rows[2] == ["103", "108", "113", "118"]
        assert shown.about == "shape (2, 3, 4, 5), float32"

    def test_numbers_that_come_otherwise_are_compared_too(self) -> None:
        shown = table("yours", (1, 2.5), (1, 2))
        assert shown == ("yours", "(1, 2.5)", [["1", "2.5"]], [[False, True]])
        assert table("yours", 7, np.int64(7)).rows == [["7"]]

    def test_nan_is_right_where_nan_is_wanted(self) -> None:
        shown = table("yours", np.array([np.nan, np.nan]), np.array([np.nan, 2]))
        assert shown.wrong == [[False, True]]

    def test_another_shape_has_no_stars(self) -> None:
        shown, wanted = tables(np.ones((2, 3)), np.zeros((3, 2)))
        assert not np.any(shown.wrong)
        assert (len(shown.rows), len(wanted.rows)) == (2, 3)

    @pytest.mark.parametrize(
        ("value", "about"),
        [
            (np.zeros((TALLEST + 1, 2)), "shape (10, 2), float64"),
            (np.zeros((2, WIDEST + 1)), "shape (2, 10), float64"),
            (np.zeros((0, 3)), "shape (0, 3), float64"),
            (np.broadcast_to(np.float32(1), (10**9, 10**9)), "shape (1000000000, "),
            (np.broadcast_to(np.int8(1), (2,) * 30), "shape (2, 2, 2, "),
            (np.array(["\x1b[31m"]), "shape (1,), <U5"),
            (np.zeros(2, dtype=[("\x1b", "f4")]), "shape (2,), [('\\x1b', '<f4')]"),
            ("\x1b[31m", "'\\x1b[31m'"),
            (Escapes(), r"red \x1b[31m\x00 \u202e\ud800"),
            (Unprintable(), "an object that cannot be printed"),
            ([Unprintable()], "an object that cannot be printed"),
            (Exits(), "an object that cannot be printed"),
            ("x" * 10**7, "'xxxx"),
            ([[0] * 10**6] * 10**6, "[[0, 0, 0"),
            (ENDLESS, "[[[[["),
            ([np.broadcast_to(0, (2,) * 40)], "[an array of shape (2, 2,"),
            ({"a": list(range(10**6))}, "{'a': [0, 1, 2"),
        ],
        ids=range(17),
    )
    def test_what_makes_no_table_is_named(self, value: Any, about: str) -> None:
        shown = table("x", value)
        assert shown.rows is None
        assert shown.about.startswith(about)
        assert len(shown.about) <= 80
        assert shown.about.isprintable()

    def test_one_number_and_many_axes_of_one(self) -> None:
        assert table("x", np.array(2.5)).rows == [["2.5"]]
        assert table("x", np.ones((1,) * 30)).rows == [["1"]]
        assert table("x", np.array(2.5), np.array(2)).wrong == [[True]]

    @pytest.mark.parametrize(
        "value",
        [
            (),
            (1,),
            [],
            [[1, 2], [3]],
            {},
            {"b": (1, "x"), 2: None},
            "it's",
            b"\x00",
            1.5,
        ],
    )
    def test_what_is_short_is_shown_as_python_writes_it(self, value: Any) -> None:
        assert summary(value) == repr(value)

    def test_a_prediction_shows_stars_and_no_target(self) -> None:
        with pytest.raises(CheckFailed) as failed:
            padding.check_sizes([26, 28, 4, 5])
        assert str(failed.value) == (
            "Not yet: sizes is [26, 28, 4, 5]. The numbers with a star are not right yet:\n"
            "yours\n26   28   4 *  5 *"
        )
