"""Pictures one after the other: the strip that is written, and the player that a browser makes of it."""

import base64
import io
import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import AxesImage
from matplotlib.text import Text
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from cnn_course import conv, frames
from cnn_course.frames import show_frames, show_step_so_far, spell_out
from cnn_course.visualize import show_images, show_numbers

ASSETS = Path(__file__).resolve().parents[1] / "book" / "assets"
IMAGE = np.array(
    [[1.0, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1], [1, 0, 2, 1]]
)
KERNEL = np.array([[2.0, 0, 1], [0, 1, 2], [1, 0, 2]])
SAYS = ["A < B & “C”.", "Two.", "Three. " * 40, "Four."]
ALT = 'Four "numbers" in a row.'


def numbers(k):
    return show_numbers([[0, 1, 2, k]], windows=[(0, k, 1, 1)])


def strip(says=SAYS):
    return show_frames(numbers, says, alt=ALT)._repr_html_()


class Elements(HTMLParser):
    """The tags of a piece of HTML, and whether each is closed by its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "p":
            self.texts.append(data)


# The strip


def test_the_strip_is_well_formed_and_holds_every_sentence():
    read = Elements(strip())
    assert read.open == []
    assert [tag for tag, _ in read.found][:2] == ["div", "ol"]
    assert [tag for tag, _ in read.found][2:] == ["li", "img", "p"] * 4
    assert read.texts == SAYS


def test_every_picture_has_an_alt_of_its_own():
    alts = [attrs["alt"] for tag, attrs in Elements(strip()).found if tag == "img"]
    assert alts == [f"{ALT} Step {k} of 4." for k in (1, 2, 3, 4)]


def test_no_script_and_no_handler_stands_in_the_strip():
    read = Elements(strip())
    names = {name for _, attrs in read.found for name in attrs}
    assert not [name for name in names if name.startswith("on")]
    assert "script" not in {tag for tag, _ in read.found}


def test_pictures_of_different_sizes_become_frames_of_one_size():
    drawn = [show_numbers(np.eye(3, 5)), show_numbers(np.eye(4, 2))]
    shown = show_frames(drawn, ["One.", "Two."], alt=ALT)
    sizes = {Image.open(io.BytesIO(png)).size for png in shown.pngs}
    assert len(sizes) == 1
    attrs = next(a for tag, a in Elements(shown._repr_html_()).found if tag == "img")
    width, height = sizes.pop()
    assert width / height == pytest.approx(5.2 / 4.2, rel=0.1)  # in cells
    assert width / height == pytest.approx(
        int(attrs["width"]) / int(attrs["height"]), rel=0.02
    )


def test_a_function_draws_the_same_frames_as_a_list_and_on_every_run():
    drawn = show_frames([numbers(k) for k in range(4)], SAYS, alt=ALT)
    assert drawn._repr_html_() == strip() == strip()


def test_the_png_for_other_readers_is_the_last_frame():
    shown = show_frames(numbers, SAYS, alt=ALT)
    data = re.findall(r"base64,([^\"]+)", shown._repr_html_())
    assert base64.b64decode(data[-1]) == shown._repr_png_()
    assert shown._repr_png_().startswith(b"\x89PNG")
    assert len(set(data)) == 4


def test_a_terminal_shows_the_sentences():
    assert repr(show_frames(numbers, ["One.", "Two."], ALT)) == "1. One.\n2. Two."


def test_sixteen_steps_of_a_convolution_stay_below_the_limit():
    padded, output = np.pad(IMAGE[:4], 1), np.arange(16.0).reshape(4, 4)
    steps = [show_step_so_far(padded, KERNEL, output, at) for at in np.ndindex(4, 4)]
    shown = show_frames(steps, ["A sum of nine products."] * 16, ALT)
    assert frames.LIMIT == 250_000
    assert 20_000 < len(shown._repr_html_()) < 250_000


def test_noise_on_many_frames_passes_the_limit():
    rng = np.random.default_rng(3)
    noise = [show_images(rng.random((2, 380, 381))) for _ in range(3)]
    with pytest.raises(ValueError, match=r"The 3 frames take \d{3},\d+ bytes, and 250,000"):  # fmt: skip
        show_frames(noise, ["Noise."] * 3, ALT)


@pytest.mark.parametrize(
    ("pictures", "says", "alt", "message"),
    [
        ([], [], ALT, "no frames"),
        (numbers, [], ALT, "no frames"),
        ([numbers(0)], ["One.", "Two."], ALT, "1 pictures and 2 sentences"),
        ([numbers(0), numbers(1)], ["One."], ALT, "2 pictures and 1 sentences"),
        ([numbers(0)], "One.", ALT, "list of sentences"),
        ([numbers(0), numbers(1)], ["One.", " "], ALT, "sentence of frame 1 is empty"),
        ([numbers(0)], ["One."], "", "alt is empty"),
    ],
)
def test_what_cannot_be_shown_is_named(pictures, says, alt, message):
    with pytest.raises(ValueError, match=message):
        show_frames(pictures, says, alt)


def test_greys_share_a_scale_and_signed_colours_keep_theirs():
    grey = [show_numbers([[0, high]]) for high in (1, 5)]
    signed = [show_numbers([[-1, high]], signed=True) for high in (1, 5)]
    for pictures, limits in [(grey, [(0, 5)] * 2), (signed, [(-1, 1), (-5, 5)])]:
        show_frames(pictures, ["One.", "Two."], ALT)
        assert [p.findobj(AxesImage)[0].get_clim() for p in pictures] == limits


# Its frames


def test_answers_that_come_later_are_empty():
    output = conv.correlate2d(IMAGE, KERNEL)  # (3, 2)
    picture = show_step_so_far(IMAGE, KERNEL, output, at=(1, 0))
    shown = [text.get_visible() for text in picture.axes[-1].findobj(Text) if text.get_text()]  # fmt: skip
    assert shown == [True, True, True, False, False, False]
    (answers,) = picture.axes[-1].images
    mask = np.ma.getmaskarray(answers.get_array())
    assert mask.tolist() == [[False, False], [False, True], [True, True]]
    # The colours are those of all answers, so a number keeps its cell's grey.
    assert answers.get_clim() == (output.min(), output.max())


def test_a_sum_of_products_is_spelt_out():
    window = [[0, 0, 0], [0, 1, 2], [0, 0, 1]]
    expected = "0·2 + 0·0 + 0·1 + 0·0 + 1·1 + 2·2 + 0·1 + 0·0 + 1·2 = 7"
    assert spell_out(window, KERNEL) == expected
    assert spell_out([[0.5, -1]], [[1, 2]]) == "0.5·1 + (−1)·2 = −1.5"
    with pytest.raises(ValueError, match=r"\(1, 2\) and the kernel \(2, 1\)"):
        spell_out([[1, 2]], [[1], [2]])


# The player

POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:"
PAGE = (
    '<!doctype html><html lang="en"><head><title>Frames</title>'
    '<link rel="stylesheet" href="frames.css"><script defer src="frames.js"></script>'
    "</head><body><p><a href='#'>Before</a></p>{}</body></html>"
)
KINDS = {".js": "text/javascript", ".css": "text/css"}


def open_page(chrome: Browser, body: str, **context: object) -> Page:
    """Open a page that a strict policy allows its own scripts only; its clock stands still."""
    page = chrome.new_context(**context).new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda line: page.problems.append(line.text))

    def answer(route):
        asset = ASSETS / Path(route.request.url).name
        if asset.suffix in KINDS:
            return route.fulfill(body=asset.read_text("utf-8"), content_type=KINDS[asset.suffix])  # fmt: skip
        headers = {"content-security-policy": POLICY}
        return route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)  # fmt: skip

    page.route("http://book.test/**", answer)
    if context.get("java_script_enabled", True):
        page.clock.install()
    page.goto("http://book.test/page")
    return page


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    opened = open_page(chrome, PAGE.format(strip()))
    yield opened
    assert opened.problems == []
    opened.context.close()


def shown(page: Page | Locator) -> list[int]:
    """Return the numbers of the pictures that can be seen."""
    pictures = page.locator(".frames img").all()
    return [k for k, picture in enumerate(pictures, start=1) if picture.is_visible()]


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.textContent || document.activeElement.type"
    )


def test_nothing_moves_before_play(page: Page) -> None:
    page.clock.run_for(60_000)
    assert shown(page) == [1]
    assert page.get_by_text("A < B & “C”.").is_visible()
    assert not page.get_by_text("Two.").is_visible()
    assert button(page, "Play").is_visible()


def test_all_frames_lie_in_one_place(page: Page) -> None:
    boxes = [frame.bounding_box() for frame in page.locator(".frames li").all()]
    assert len({(box["x"], box["y"], box["width"]) for box in boxes}) == 1


def test_play_moves_and_pause_stops(page: Page) -> None:
    button(page, "Play").click()
    assert shown(page) == [1]
    page.clock.run_for(1250)
    assert shown(page) == [2]
    page.clock.run_for(1250)
    assert shown(page) == [3]
    button(page, "Pause").click()
    page.clock.run_for(60_000)
    assert shown(page) == [3]


def test_it_stops_at_the_end_and_play_begins_again(page: Page) -> None:
    button(page, "Play").click()
    page.clock.run_for(60_000)
    assert shown(page) == [4]
    button(page, "Play").click()
    assert shown(page) == [1]
    page.clock.run_for(1250)
    assert shown(page) == [2]


def test_everything_is_done_by_keyboard(page: Page) -> None:
    places = []
    page.get_by_role("link").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        places.append(focused(page))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px"
    assert places == ["Play", "Back", "Forward", "range"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown(page) == [3]
    page.keyboard.press("End")
    assert shown(page) == [4]
    button(page, "Back").focus()
    page.keyboard.press("Enter")
    assert shown(page) == [3]
    button(page, "Play").focus()
    page.keyboard.press("Space")
    page.clock.run_for(1250)
    assert shown(page) == [4]


@pytest.mark.parametrize(("name", "end"), [("Back", 1), ("Forward", 4)])
def test_at_an_end_a_button_does_nothing_and_keeps_the_focus(
    page: Page, name: str, end: int
) -> None:
    button(page, name).focus()
    for _ in range(6):
        page.keyboard.press("Enter")
    assert shown(page) == [end]
    assert focused(page) == name
    assert button(page, name).get_attribute("aria-disabled") == "true"


def test_a_step_by_hand_ends_the_film(page: Page) -> None:
    for act in (
        lambda: button(page, "Forward").click(),
        lambda: page.get_by_role("slider", name="Step").fill("2"),
    ):
        page.get_by_role("slider").fill("1")
        button(page, "Play").click()
        act()
        page.clock.run_for(60_000)
        assert shown(page) == [2]
        assert button(page, "Play").is_visible()


def test_the_slider_is_labelled_and_follows(page: Page) -> None:
    slider = page.get_by_label("Step", exact=True)
    assert slider.get_attribute("aria-valuetext") == "1 of 4"
    button(page, "Forward").click()
    assert slider.input_value() == "2"
    assert slider.get_attribute("aria-valuetext") == "2 of 4"
    assert page.get_by_text("2 / 4").is_visible()


def test_only_steps_by_hand_are_said_aloud(page: Page) -> None:
    said = page.get_by_role("status")
    button(page, "Play").click()
    page.clock.run_for(1250)
    assert said.text_content() == ""
    button(page, "Forward").click()
    assert said.text_content() == SAYS[2]
    button(page, "Play").click()
    page.clock.run_for(1250)
    assert said.text_content() == ""


def test_less_motion_is_slower_and_without_fades(chrome: Browser) -> None:
    page = open_page(chrome, PAGE.format(strip()), reduced_motion="reduce")
    page.clock.run_for(60_000)
    assert shown(page) == [1]
    button(page, "Play").click()
    for step in (1, 2):
        page.clock.run_for(1500)
        assert shown(page) == [step]
        page.clock.run_for(500)
        assert shown(page) == [step + 1]
    moving = "document.getAnimations().length"
    assert page.evaluate(moving) == 0
    page.context.close()


def test_without_scripts_all_frames_are_there(chrome: Browser) -> None:
    page = open_page(chrome, PAGE.format(strip()), java_script_enabled=False)
    assert shown(page) == [1, 2, 3, 4]
    for place, say in enumerate(SAYS):
        assert page.locator(".frames p").nth(place).is_visible()
        assert page.locator(".frames p").nth(place).inner_text() == say.strip()
    assert page.get_by_role("button").count() == 0
    page.context.close()


def test_on_paper_all_frames_are_there(page: Page) -> None:
    page.emulate_media(media="print")
    assert shown(page) == [1, 2, 3, 4]
    assert not button(page, "Play").is_visible()


def test_a_telephone_turned_on_its_side_keeps_the_step(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    button(page, "Forward").click()
    page.set_viewport_size({"width": 740, "height": 360})
    assert shown(page) == [2]
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_targets_are_large_and_stay_where_they_are(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    targets = page.locator(".frames button, .frames input").all()
    boxes = [target.bounding_box() for target in targets]
    assert len(boxes) == 4
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
    button(page, "Play").click()
    for _ in range(3):
        assert [target.bounding_box() for target in targets] == boxes
        page.clock.run_for(1250)


def test_two_strips_do_not_disturb_each_other(chrome: Browser) -> None:
    page = open_page(chrome, PAGE.format(strip() + strip(SAYS[:3])))
    first, second = page.locator(".frames").all()
    button(second, "Forward").click()
    button(first, "Play").click()
    page.clock.run_for(2500)
    assert shown(page) == [3, 4 + 2]
    page.context.close()


def test_a_single_picture_needs_no_player(chrome: Browser) -> None:
    page = open_page(chrome, PAGE.format(strip(SAYS[:1])))
    assert shown(page) == [1]
    assert page.get_by_role("button").count() == 0
    page.context.close()


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour in CSS: WCAG 2.2."""
    r, g, b = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (r, g, b)]  # fmt: skip
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def test_words_and_edges_of_the_controls_stand_out(page: Page) -> None:
    button(page, "Forward").focus()
    for name, style in itertools.product(
        ("Play", "Back", "Forward"), ("color", "borderTopColor", "outlineColor")
    ):
        colour = button(page, name).evaluate(f"e => getComputedStyle(e).{style}")
        contrast = 1.05 / (luminance(colour) + 0.05)
        assert contrast >= (4.5 if style == "color" else 3), (name, style)
