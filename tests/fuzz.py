"""A fuzzer: whatever stands in the entries, a check gives problems or a ledger whose pages and data can be made.

The suite runs it for a moment (``test_fuzz.py``); by hand it runs as long as it is told, with other inputs each time:

    nice python -m tests.fuzz --minutes 10

It prints how many inputs it tried, or the smallest one that it found to fail and the seed that leads there.
"""

import argparse
import copy
import json
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from ledger.checking import CODES, ID_FORMS, Checked, check_files
from ledger.pages.assets import assets
from ledger.pages.data import data
from ledger.pages.desk import Desk
from ledger.pages.render import Press
from ledger.pages.site import Site
from ledger.problems.formats import FORMATS
from ledger.problems.problem import Problem
from ledger.reading.nodes import Plain, plain
from ledger.reading.strict_yaml import compose
from ledger.reading.tree import File
from tests.helpers import mini_files, record_files_of

SITE = Site("Example ledger", "https://code.example/ledger", url="https://ledger.example/")
PATIENCE = 30
"""Seconds of work after which an input counts as one that never ends; each takes a fraction of one."""
Files = dict[str, bytes]
TRIED: Counter[str] = Counter()


@contextmanager
def patience() -> Iterator[None]:
    """Raise ``TimeoutError`` in what takes too long."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"no end after {PATIENCE} seconds")

    # The time of this process, not of the clock: other work on the machine is not to blame.
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def as_files(files: Mapping[str, bytes]) -> list[File]:
    """Return files by their paths below ``entries`` as the reader of the folder gives them."""
    parted = ((path.removesuffix(".yaml").partition("/"), data) for path, data in sorted(files.items()))
    return [File(kind, id, f"entries/{kind}/{id}.yaml", data) for (kind, _, id), data in parted]


def holds(kind: str, files: Mapping[str, bytes]) -> Checked:
    """Check the files, and print everything that is made from them where nothing is wrong."""
    TRIED[kind] += 1
    with patience():
        checked = check_files(as_files(files))
        for problem in checked.problems:
            is_good(problem, files)
        for form in FORMATS.values():
            form(checked.problems)
        if not checked.errors:
            TRIED[f"{kind}, printed"] += 1
            prints(checked)
    return checked


def is_good(problem: Problem, files: Mapping[str, bytes]) -> None:
    """Assert that a problem says which file, where in it, a code that can be explained, and what to do."""
    assert problem.code in CODES, problem
    assert problem.code != "E300", problem
    assert problem.message.strip(), problem
    assert "\n" not in str(problem)
    data = files[problem.mark.path.removeprefix("entries/")]
    assert 1 <= problem.mark.line <= data.count(b"\n") + 1, problem
    assert 1 <= problem.mark.column <= len(data) + 2, problem


@cache
def _press() -> Press:
    return Press(Desk(checked_mini().ledger, SITE, tuple(CODES.values())))


@cache
def checked_mini() -> Checked:
    """The ledger in miniature."""
    return check_files(as_files(mini()))


def prints(checked: Checked) -> None:
    """Make every page and every file of data, in memory."""
    press = _press()
    press.desk = Desk(checked.ledger, SITE, tuple(CODES.values()))
    assert all(page.staged for page in press.all())
    files, page = data(press)
    assert files
    assert page.staged
    assert dict(assets(checked.ledger, SITE))
    assert record_files_of(checked.ledger)


@cache
def mini() -> Files:
    """The files of the ledger in miniature."""
    return {path: text.encode() for path, text in mini_files().items()}


@cache
def trees() -> dict[str, Plain]:
    """The same as plain data."""
    found = {}
    for path, text in mini_files().items():
        root, _ = compose(text)
        assert root
        found[path] = plain(root)
    return found


# Bytes and text.

SCRAPS = (
    *("name: X", "kind: ngo", "- a", "a: b", "a:", "  ", "\n", "\n\n", ": ", "- ", "[", "]", "{", "}", ",", "#", " #"),
    *("'", '"', "|", ">", ">-", "&a", "*a", "!!str ", "!x", "<<: ", "? ", "---", "...", "%YAML 1.2", "%TAG ! x", "~"),
    *("null", "\t", "\r\n", "\r", "\x00", "\x85", "\u2028", "\u202e", "\ufeff", "\\", '"\\u0000"', '"\\ud800"', "é"),
    *("쌀", "\U0001f6a2", "\U0010ffff", "0x1F", "2024-02-30", "f1: {from: KP", "sources: [", "x" * 200, "- " * 20),
)


def _in_mini(kind: str, data: bytes) -> Files:
    id = {"countries": "GB", "resolutions": "999"}.get(kind, "fuzz")
    return {**mini(), f"{kind}/{id}.yaml": data}


kinds = st.sampled_from(sorted(ID_FORMS))
byte_files = st.builds(_in_mini, kinds, st.binary(max_size=300))
text_files = st.builds(
    lambda kind, parts: _in_mini(kind, "".join(parts).encode("utf-8", "surrogatepass")),
    kinds,
    st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), max_size=30),
)


@st.composite
def torn_files(draw: st.DrawFn) -> Files:
    """One file of the ledger in miniature with bytes taken out, doubled or put in."""
    path = draw(st.sampled_from(sorted(mini())))
    data = bytearray(mini()[path])
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        new = draw(st.sampled_from(["", "twice", *SCRAPS]))
        data[start:end] = data[start:end] * 2 if new == "twice" else new.encode()
    return {**mini(), path: bytes(data)}


# Records with something changed in them.

ODD = (
    *(
        "",
        " ",
        "x",
        "0",
        "-1",
        "1" * 40,
        "1e400",
        "0.0000001",
        "true",
        "NaN",
        "\u202ex",
        "a\nb",
        "x" * 6000,
        "쌀" * 300,
    ),
    *(
        "KP",
        "unknown",
        "high-seas",
        "unnamed",
        "unspecified",
        "XX",
        "kp",
        "con",
        "index",
        "f1",
        "c1",
        "r1",
        "f9",
        "c99",
    ),
    *("0001-01-01~", "9999-12-31~", "0001", "9999~", "2024-02-29?", "20XX", "201X", "../2024", "2024/..", "0001/9999"),
    *("2024-01-01", "1969-12-31", "10 tons", "up to 5 tons", "$1", "999999999999999 tons", "10 or 20 tons", "0 tons"),
    *("2397", "2397 para 8(a)(i)", "draft-2022-05-26", "https://a.example/", "http://[::1]/", "http://a.example:0/"),
    *("javascript:alert(1)", "https://xn--a.example/", "https://ex.example/?utm_source=x", "ko", "zh-Hant", "en-XX"),
    *("<script>", "{{ x }}", "]]>", "=1+1", "\\input{x}", "a" * 120, "-", "a--b", "90", "-90", "180", "-180.0", "1e1"),
)


Place = tuple[str | int, ...]


def places(value: Plain, path: Place = ()) -> Iterator[Place]:
    """Yield the path of everything in plain data."""
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield from places(item, (*path, key))


def at(value: Plain, path: Place) -> Plain:
    """Return what stands at a path."""
    here: Any = value
    for step in path:
        here = here[step]
    return here  # type: ignore[no-any-return]


@cache
def pool() -> dict[str, list[Plain]]:
    """What stands in the ledger in miniature, by the name of the field nearest above it."""
    found: dict[str, list[Plain]] = {}
    for tree in trees().values():
        for path in places(tree):
            found.setdefault(named(path), []).append(at(tree, path))
    return found


def named(path: Place) -> str:
    """Return the name of the field nearest above a place."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def changed(tree: Plain, dice: random.Random) -> Plain:
    """Return a tree with one thing changed: taken out, doubled, swapped, of another shape, or said otherwise."""
    tree = copy.deepcopy(tree)
    path = dice.choice([path for path in places(tree) if path])
    parent: Any = at(tree, path[:-1])
    last: Any = path[-1]
    value = parent[last]
    match dice.choice(
        ("take out", "same field", "same field", "same field", "odd", "any", "shape", "double", "rename")
    ):
        case "take out":
            del parent[last]
        case "same field":
            parent[last] = copy.deepcopy(dice.choice(pool().get(named(path)) or [*ODD]))
        case "odd":
            parent[last] = dice.choice(ODD)
        case "any":
            parent[last] = copy.deepcopy(dice.choice(pool()[dice.choice(sorted(pool()))]))
        case "shape":
            parent[last] = dice.choice(([value], {"x": value}, [], {}, [value, value], str(value)))
        case "double" if isinstance(parent, list):
            parent.insert(last, copy.deepcopy(value))
        case "double" | "rename":
            if isinstance(parent, dict):
                new = dice.choice(("x", "", "f2", "c2", "r7", "note", *map(str, parent)))
                parent[new] = copy.deepcopy(value)
    return tree


@st.composite
def changed_files(draw: st.DrawFn) -> Files:
    """The ledger in miniature with a few things changed in one or two of its records."""
    dice = draw(st.randoms(use_true_random=False))
    is_ascii = draw(st.booleans())
    files = dict(mini())
    for _ in range(draw(st.integers(1, 2))):
        path = dice.choice(sorted(files))
        tree = trees()[path]
        for _ in range(draw(st.integers(1, 3))):
            tree = changed(tree, dice) if isinstance(tree, dict) and tree else tree
        files[path] = json.dumps(tree, ensure_ascii=is_ascii).encode("utf-8", "surrogatepass")
    return files


@st.composite
def thinned_files(draw: st.DrawFn) -> Files:
    """The ledger in miniature without some of its files, or with one under another name."""
    files = dict(mini())
    for path in draw(st.lists(st.sampled_from(sorted(files)), unique=True, max_size=6)):
        files.pop(path)
    is_moved: bool = draw(st.booleans())
    if files and is_moved:
        path = draw(st.sampled_from(sorted(files)))
        other = draw(st.sampled_from(sorted(mini())))
        files[other] = files.pop(path)
    return files


INPUTS: dict[str, st.SearchStrategy[Files]] = {
    "bytes": byte_files,
    "text": text_files,
    "torn": torn_files(),
    "changed": changed_files(),
    "thinned": thinned_files(),
}
"""By what they are called, the inputs that are tried."""
WEIGHTS = {"changed": 6, "torn": 2}
"""How many times as many of some there are: what is nearly right reaches furthest."""


def test_of(kind: str, examples: int) -> Callable[[], None]:
    """Return a test that tries some inputs of a kind."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        derandomize=False,
    )
    @given(INPUTS[kind])
    def test(files: Files) -> None:
        holds(kind, files)

    return test


def main() -> int:
    """Try inputs until the time is up; return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Look for entries that break the check.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9), help="where to begin")
    parser.add_argument("--round", type=int, default=50, help="inputs of a kind before the next")
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    start, failed = options.seed, 0
    while time.monotonic() < end:
        for kind in INPUTS:
            print(f"seed {start}, {kind}", end="\r", flush=True)
            try:
                seed(start)(test_of(kind, options.round * WEIGHTS.get(kind, 1)))()
            except Exception:
                traceback.print_exc()
                failed += 1
        start += 1
    print(f"{sum(TRIED[kind] for kind in INPUTS):,} inputs, seeds {options.seed} to {start - 1}")
    for kind in INPUTS:
        print(f"  {kind}: {TRIED[kind]:,}, of which pages and data were made: {TRIED[f'{kind}, printed']:,}")
    print(f"{failed} failed" if failed else "all held")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
