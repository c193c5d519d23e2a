"""Whatever a record looks like in its file, ``fix`` puts it in order and changes nothing that it says."""

import random
import re
import unicodedata
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.checking import read_file
from ledger.fixing.fields import NOWHERE, Place, record
from ledger.fixing.fix import fix
from ledger.fixing.values import normal
from ledger.reading.nodes import Mapping, Node, Scalar, plain
from ledger.reading.record_file import parse
from ledger.reading.tree import File
from tests.fixing.writer import written
from tests.helpers import ENTRIES, MINI

COMMENT = re.compile(r"# comment \d+.*?$", re.MULTILINE)


@cache
def samples() -> list[File]:
    """Return the ledger in miniature and some real entries of each kind."""
    paths = sorted(MINI.rglob("*.yaml"))
    for folder in sorted(ENTRIES.iterdir()):
        if folder.is_dir():
            of_this = sorted(folder.glob("*.yaml"))
            paths += of_this[:: len(of_this) // 6 or 1]
    return [File(path.parent.name, path.stem, path.name, path.read_bytes()) for path in paths]


SAMPLES = st.integers(0, 10**6).map(lambda number: samples()[number % len(samples())])


def said(file: File) -> object:
    root, problems = parse(file.path, file.data)
    assert root is not None, problems
    assert problems == []
    return plain(root)


def in_order(node: Node, place: Place) -> bool:
    """Whether the fields of a group, and of all groups in it, stand as the model has them."""
    if isinstance(node, Scalar):
        return True
    if isinstance(node, Mapping):
        known = [place.order.index(key) for key in node.values if key in place.order]
        return known == sorted(known) and all(in_order(value, place.under(key)) for key, value in node.values.items())
    return all(in_order(item, place.item) for item in node.items)


@settings(max_examples=80)
@given(SAMPLES, st.integers(0, 2**32))
def test_any_way_of_writing_a_record(sample: File, seed: int) -> None:
    before = said(sample)
    assert isinstance(before, dict)
    data, made = written(before, seed)
    file = File(sample.kind, sample.id, sample.path, data)
    assert said(file) == before, "the test's own writer failed"

    fixed = fix(file)
    after = File(sample.kind, sample.id, sample.path, fixed.data)
    # The same record, exactly.
    assert said(after) == before
    assert read_file(after)[0].record == read_file(sample)[0].record
    # Every comment is there once, and above its key.
    text = fixed.data.decode()
    assert sorted(COMMENT.findall(text)) == sorted([*made.above, *made.loose])
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if key := made.above.get(line.lstrip("- ").strip()):
            below = next(
                later for later in lines[number + 1 :] if later.strip(" -") and not COMMENT.match(later.strip(" -"))
            )
            assert re.match(rf"[ -]*'?{re.escape(key)}'?:", below), f"{line!r} was above {key}, is above {below!r}"
    # In order.
    root, _ = parse(after.path, after.data)
    assert root is not None
    assert in_order(root, record(sample.kind))
    assert text.endswith("\n")
    assert "\r" not in text
    # Nothing more to do.
    assert not fix(after).is_changed


@settings(max_examples=120)
@given(SAMPLES, st.integers(0, 2**32))
def test_any_text_at_all(sample: File, seed: int) -> None:
    """Files broken by hand: either they cannot be read and stay as they are, or they say the same as before."""
    chance = random.Random(seed)
    text = sample.data.decode()
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 1, 8)))
        text = text[:start] + chance.choice(PIECES) + text[end:]
    file = File(sample.kind, sample.id, sample.path, text.encode())
    root, problems = parse(file.path, file.data)
    fixed = fix(file)
    if root is None or problems:
        assert fixed.data == file.data
        assert list(fixed.problems) == problems
        return
    after = File(sample.kind, sample.id, sample.path, fixed.data)
    place = record(sample.kind)
    assert said(after) == normal(plain(root), place)
    assert not fix(after).is_changed


PIECES = (
    "", "", " ", "\n", "\n\n", "\r\n", "  ", " # x", "# x\n", ": ", "'", '"', "{", "}", "[", "]", ",", "- ", "|", ">-",
    "|+\n  ", "...\n", "---\n", "? ", "é", unicodedata.normalize("NFD", "é"), "\u212b", "3 May 2019", "\\", "~", "!",
    "&", "a: 1", "{b: 1, a: 2}", "note: |+\n  x \n\n\n", "note: >\n  x\n   y \n", 'note: "x \\ \n  y"\n', "\u2003",
    "中",
)  # fmt: skip


def test_a_place_that_the_model_does_not_know_is_left() -> None:
    assert NOWHERE.order == ()
    assert not NOWHERE.is_only_text
