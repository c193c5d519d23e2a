"""Files of releases come back as they were written, and what is wrong with them is said at its line."""

from pathlib import Path

import pytest

from ledger.reading.releases import Line, Release, read_releases
from tests.helpers import at, write

HASH = "0123456789abcdef"
FIRST = Release(
    1,
    "2026-11-22",
    (
        Line("added", "transactions", "2024-a", HASH, anchors=("c1", "f1", "r1")),
        Line("added", "countries", "CN", HASH),
        Line("added", "resolutions", "2397", HASH, anchors=("refined-petroleum",)),
    ),
)
SECOND = Release(
    2,
    "2026-12-01",
    (
        Line("changed", "transactions", "2024-a", HASH, "withdrawn", ("2023-a", "b"), ("c1",)),
        Line("gone", "actors", "a-person"),
    ),
)


def tree(root: Path, files: dict[str, str]) -> Path:
    write(root, {f"releases/{name}": text for name, text in files.items()})
    return root / "entries"


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    entries = tree(tmp_path, {SECOND.name: SECOND.text, FIRST.name: FIRST.text, "README.md": "x"})
    assert read_releases(entries) == ([FIRST, SECOND], {}, [])


def test_a_tree_that_was_never_published(tmp_path: Path) -> None:
    assert read_releases(tmp_path / "entries") == ([], {}, [])


def test_an_id_is_taken_out_for_a_reason(tmp_path: Path) -> None:
    entries = tree(tmp_path, {"taken-out.txt": "# why\n\nactors a-person named without a basis\nactors b\nactors\n"})
    _, taken_out, problems = read_releases(entries)
    assert taken_out == {("actors", "a-person"): "named without a basis"}
    assert at(problems) == [(4, 1, "E007"), (5, 1, "E007")]


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "added transactions",
        f"added transactions a {HASH[:-1]}",
        f"removed transactions a {HASH}",
        f"added transactions a {HASH}  c1",
        "day 2026-11-23",
    ],
)
def test_a_line_that_nobody_wrote(line: str, tmp_path: Path) -> None:
    [release], _, problems = read_releases(tree(tmp_path, {FIRST.name: f"{FIRST.text}{line}\n"}))
    assert release == FIRST
    assert at(problems) == [(7, 1, "E007")]


def test_a_release_that_is_missing(tmp_path: Path) -> None:
    _, _, [problem] = read_releases(tree(tmp_path, {SECOND.name: SECOND.text}))
    assert (problem.code, problem.message) == ("E007", "release 1 is missing; bring its file back")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    write(tmp_path, {f"releases/{FIRST.name}": b"\xff"})
    _, _, [problem] = read_releases(tmp_path / "entries")
    assert (problem.code, problem.mark.path.endswith("releases/0001.txt")) == ("E007", True)
