"""Get the reference, or somebody's solution, instead of writing one."""

from tests.attacks import HandIn, attack

# Four answers from one function that convolves a batch.
FROM_CONV2D = {
    "convolve": "return found(x[None], w[..., None], np.zeros(1, x.dtype))[0, :, :, 0]",
    "conv2d": "return found(x, w, b)",
    "feature_maps": "return np.maximum(0, found(x, w, b))",
}


def use(hand_in: HandIn, code: str) -> None:
    """Answer by a function `found` that the code is to find."""
    hand_in.extra(code)
    for name, body in FROM_CONV2D.items():
        hand_in.body(name, body)


@attack("reference")
def reference_imported(hand_in: HandIn) -> None:
    """Import the package's own convolution."""
    use(hand_in, "from cnn_course.conv import conv2d as found")


@attack("reference")
def targets_imported(hand_in: HandIn) -> None:
    """Import the targets that the checks compare with."""
    for name in ("convolve", "feature_maps", "shift"):
        hand_in.answer(
            name, f"from cnn_course.checks.mistakes.convolution import {name}"
        )
    hand_in.answer("conv2d", "from cnn_course.layers import Conv2D as conv2d")


@attack("reference")
def reference_through_the_checks(hand_in: HandIn) -> None:
    """Use what the module of the checks, which the task imports, has imported itself."""
    for name, arguments in (
        ("convolve", "x, w"),
        ("conv2d", "x, w, b"),
        ("shift", "image, down, right"),
        ("feature_maps", "x, w, b"),
    ):
        hand_in.body(name, f"return checks.{name}({arguments})")


@attack("reference")
def truths_of_the_claims(hand_in: HandIn) -> None:
    """Read the truth of the claims from the module of the checks."""
    hand_in.answer("claims", "claims = checks.CLAIMS")


@attack("reference")
def reference_by_its_path(hand_in: HandIn) -> None:
    """Load the file beside the package's other files, without importing it by name."""
    use(
        hand_in,
        """
        import importlib.util, pathlib, sys
        import cnn_course
        folder = pathlib.Path(cnn_course.__file__).parent
        spec = importlib.util.spec_from_file_location("mine", folder / "conv.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules["mine"] = module
        spec.loader.exec_module(module)
        found = module.conv2d
        """,
    )


@attack("reference")
def reference_by_search(hand_in: HandIn) -> None:
    """Search the whole disk for a copy of the package that can convolve."""
    use(
        hand_in,
        """
        import os, subprocess, sys
        for place, folders, files in os.walk("/"):
            folders[:] = [f for f in folders if f not in ("proc", "sys", "dev")]
            if place.endswith("cnn_course") and "conv.py" in files:
                sys.path.insert(0, os.path.dirname(place))
                for name in [n for n in sys.modules if n.startswith("cnn_course")]:
                    del sys.modules[name]
                try:
                    from cnn_course.conv import conv2d as found
                    break
                except ImportError:
                    continue
        """,
    )


@attack("reference")
def reference_from_its_cache(hand_in: HandIn) -> None:
    """Run the compiled file of the reference that Python has left in a cache."""
    use(
        hand_in,
        """
        import glob, marshal, pathlib, types
        import cnn_course
        folder = pathlib.Path(cnn_course.__file__).parent / "__pycache__"
        places = [*folder.glob("conv.*.pyc"), *glob.glob("/**/conv.cpython*.pyc", recursive=True)]
        module = types.ModuleType("cnn_course.conv")
        exec(marshal.loads(pathlib.Path(places[0]).read_bytes()[16:]), vars(module))
        found = module.conv2d
        """,
    )


@attack("reference")
def reference_in_memory(hand_in: HandIn) -> None:
    """Search the objects of the process for a function of the reference."""
    use(
        hand_in,
        """
        import gc, types
        for thing in gc.get_objects():
            if isinstance(thing, types.FunctionType) and thing.__name__ == "conv2d":
                found = thing
        """,
    )


@attack("reference")
def reference_through_what_is_allowed(hand_in: HandIn) -> None:
    """Walk from the modules that may be imported to those that they have imported."""
    use(
        hand_in,
        """
        import types
        waiting, seen = [datasets, visualize], set()
        while waiting:
            module = waiting.pop()
            for thing in vars(module).values():
                if isinstance(thing, types.ModuleType) and id(thing) not in seen:
                    seen.add(id(thing))
                    waiting.append(thing)
                if getattr(thing, "__name__", "") == "conv2d":
                    found = thing
        """,
    )


@attack("reference")
def reference_patched(hand_in: HandIn) -> None:
    """Make the targets as wrong as the answers."""
    hand_in.guess()
    hand_in.extra(
        """
        import cnn_course.conv
        for module in (cnn_course.conv, checks):
            module.conv2d = lambda *a: conv2d(*a)
            module.convolve = lambda *a: convolve(*a)
            module.feature_maps = lambda *a: feature_maps(*a)
            module.shift = lambda *a: shift(*a)
        """
    )


@attack("reference")
def reference_in_another_process(hand_in: HandIn) -> None:
    """Ask a Python of its own, which no hook of this one watches, to convolve."""
    use(
        hand_in,
        """
        import io, subprocess, sys
        CODE = '''
        import sys, io, numpy as np
        from cnn_course.conv import conv2d
        given = np.load(io.BytesIO(sys.stdin.buffer.read()))
        np.save(sys.stdout.buffer, conv2d(given["x"], given["w"], given["b"]))
        '''
        def found(x, w, b):
            given = io.BytesIO()
            np.savez(given, x=x, w=w, b=b)
            ran = subprocess.run([sys.executable, "-c", CODE.replace("        ", "")],
                                 input=given.getvalue(), capture_output=True)
            return np.load(io.BytesIO(ran.stdout))
        """,
    )
