"""Answer the grader in the runner's place: replies in the right form whose content is wrong."""

from tests.attacks import HandIn, attack

# The runner packs its answers by wire.pack; whoever replaces that says what he likes.
# A frame: two lengths, a tree in JSON, bytes of arrays.
FORGE = """
import json, struct, sys
def frame(tree, blob=b""):
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return struct.pack("!II", len(text), len(blob)) + text + blob
def dictionary(**items):
    return {"dict": [list(item) for item in items.items()]}
def called(value, changed=()):
    changes = {"list": [{"list": list(change)} for change in changed]}
    return dictionary(value=dictionary(value=value, changed=changes))
def failed(kinds, text="x", frames=()):
    return dictionary(kinds={"list": kinds}, text=text, frames={"list": list(frames)})
def ran(shown=(), error=None):
    shown = {"list": [one if one is None else {"list": one} for one in shown]}
    return dictionary(value=dictionary(shown=shown, error=error))
def wants(answer):
    content = answer.get("value")
    return isinstance(content, dict) and WHAT in content
def pack(value, encode, sizes):
    if not (isinstance(value, dict) and "to" in value and wants(value)):
        return real(value, encode, sizes)
    tree = forged()
    if isinstance(tree, dict):
        tree["dict"].insert(0, ["to", value["to"]])
    return frame(tree, bytes(64))
wire = sys.modules.get("wire")
if wire is not None:
    real, wire.pack = wire.pack, pack
"""
OBJECT = '{"object": [1, "a", "b", [True] * 4]}'
PAGE = "\"'><script>alert(1)</script>"
KINDS = ("stdout", "stderr", "result", "picture", "html", "<script>", "text/html")

# name: what it says of a call's result
VALUES = {
    "array_without_bytes": '{"array": ["<f4", [2**40], 0]}',
    "array_of_negative_sizes": '{"array": ["<f8", [-2, -4], -64]}',
    "array_of_pointers": '{"array": ["|O", [8], 0]}',
    "array_whose_dtype_is_a_list": '{"array": [{"list": ["O"]}, [1], 0]}',
    "array_whose_dtype_is_long": '{"array": ["f4," * 100_000, [1], 0]}',
    "array_with_a_hundred_axes": '{"array": ["<f4", [1] * 100, 0]}',
    "array_without_numbers": '{"array": ["<f4", [0, 2**60], 0]}',
    "view_beyond_the_argument": '{"view": [0, "<f4", [4096], [4], 0]}',
    "view_before_the_argument": '{"view": [0, "<f4", [4], [4], -64]}',
    "view_of_a_terabyte": '{"view": [0, "<f4", [10**6, 10**6], [0, 0], 0]}',
    "view_of_nothing": '{"view": [99, 5]}',
    "argument_before_the_first": '{"argument": -1}',
    "argument_that_is_a_slice": '{"argument": {"slice": [0, 2, 1]}}',
    "set_of_lists": '{"set": [{"list": []}]}',
    "half_a_pair": '{"dict": [[1]]}',
    "kind_of_nothing": "{}",
    "integer_of_a_million_digits": '{"int": "0x" + "f" * 1_000_000}',
    "object_without_a_number": '{"object": [{"list": []}, 5, None, [True] * 4]}',
    "object_with_long_names": '{"object": [-1, "x" * 10**6, "__class__", [True] * 4]}',
    "fifty_thousand_objects": f'{{"list": [{OBJECT}] * 50_000}}',
    "texts_of_a_large_shape": '{"text": [[10**12], ["a"]]}',
}

# name: (what kind of reply, the reply, what it tries)
REPLIES = {
    "changes_of_other_places": (
        "changed",
        "called(0, [[10**9, 0], [-5, 0]])",
        "Say that the call has changed arguments that there are not.",
    ),
    "changes_of_other_kinds": (
        "changed",
        'called(0, [[0, {"text": [[], ["x"]]}], [1, None]])',
        "Say that the call has made texts and nothing of the arguments.",
    ),
    "tree_too_deep": (
        "changed",
        'b"[" * 2_000_000',
        "Forge a tree that nests too deeply for a parser.",
    ),
    "tree_with_a_long_number": (
        "changed",
        'b"9" * 1_000_000',
        "Forge a number of a million digits, which Python refuses, or reads for a minute.",
    ),
    "tree_that_is_no_text": (
        "changed",
        r'b"\xff\xfe[]"',
        "Forge a tree of bytes that are no text.",
    ),
    "objects_in_answers": (
        "changed",
        f"dictionary(value={OBJECT}, error={OBJECT})",
        "Put an object of the student's where the grader expects a dictionary.",
    ),
    "error_of_no_kind": (
        "changed",
        "dictionary(error=failed([]))",
        "Say that a call raised an error of no kind.",
    ),
    "error_that_exits": (
        "changed",
        'dictionary(error=failed(["SystemExit", "KeyboardInterrupt"], 5, [5, None]))',
        "Say that a call raised what would stop the grader.",
    ),
    "right_and_late": (
        "changed",
        'dictionary(value=0, late=True, unsent={"list": ["x" * 10**6]}, error=5)',
        "Say everything at once: a value, an error, too late, not to be sent.",
    ),
    "error_of_no_kind_in_a_cell": (
        "shown",
        "ran(error=failed([]))",
        "Say that a cell raised an error of no kind.",
    ),
    "error_in_line_infinity": (
        "shown",
        'ran(error=failed(["ValueError"], "x", [{"list": ["f", float("inf"), "f", "x"]}]))',
        "Say that a cell raised an error in a line whose number is infinite.",
    ),
    "error_in_many_frames": (
        "shown",
        'ran(error=failed(["E"], "x" * 10**6, [{"list": ["f", 1, "f", "x"]}] * 50_000))',
        "Say that a cell raised an error with a long text and a long way.",
    ),
    "error_in_the_graders_own_words": (
        "shown",
        r'dictionary(error=failed(["ValueError"], "\x1b]0;TITLE\x07\x1b[2J16 / 16\n"))',
        "Say that the runner has failed, in words that command the grader's terminal.",
    ),
    "outputs_beyond_the_limit": (
        "shown",
        'ran([["stdout", "A" * 1_900_000], ["picture", "A" * 1_900_000]])',
        "Say that every cell has shown as much as fits into a frame.",
    ),
    "outputs_with_scripts": (
        "shown",
        f"ran([[kind, {PAGE!r}] for kind in {KINDS}])",
        "Say that cells have shown pages and scripts, and pictures that are none.",
    ),
    "outputs_of_odd_kinds": (
        "shown",
        'ran([[], [1, 2, 3], [None, {"list": []}], None], 5)',
        "Say that cells have shown numbers, triples and nothing.",
    ),
}


def forge(hand_in: HandIn, reply: str, what: str = "changed") -> None:
    """Forge the replies to calls ("changed"), or to cells ("shown")."""
    hand_in.guess()
    hand_in.extra(f"WHAT = {what!r}\ndef forged():\n    return {reply}\n{FORGE}")


def _register(name: str, says: str, what: str, reply: str) -> None:
    def make(hand_in: HandIn) -> None:
        forge(hand_in, reply, what)

    make.__name__, make.__doc__ = name, says
    attack("wire")(make)


for _name, _value in VALUES.items():
    _says = f"Say that a call has returned {_name.replace('_', ' ')}."
    _register(_name, _says, "changed", f"called({_value})")
for _name, (_what, _reply, _says) in REPLIES.items():
    _register(_name, _says, _what, _reply)


@attack("wire")
def patched_runner(hand_in: HandIn) -> None:
    """Replace the modules and functions by which the runner speaks."""
    hand_in.guess()
    hand_in.extra(
        """
        import json, struct, sys
        main = sys.modules["__main__"]
        for name, thing in list(vars(main).items()):
            if callable(thing) and not name.startswith("_"):
                setattr(main, name, lambda *a, **k: {"status": "ok", "points": 16})
        json.dumps = lambda *a, **k: '{"ok": true}'
        struct.pack = lambda *a: b"\\0" * 8
        sys.modules.pop("wire", None)
        """
    )
