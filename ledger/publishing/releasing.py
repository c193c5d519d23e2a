"""The next release: what the entries would publish that differs from the releases before, written down beside them."""

from dataclasses import dataclass
from pathlib import Path

from ledger.checking import check_tree
from ledger.exports.changes import next_release
from ledger.pages.assets import hashes
from ledger.problems.problem import Problem
from ledger.reading.releases import Release, folder


@dataclass(frozen=True, slots=True)
class Released:
    """What came of it: the problems of the entries, or else the newest release and the file that was written for it."""

    problems: tuple[Problem, ...]
    number: int = 0
    made: Release | None = None
    """The release that was written; None where the newest has it all."""
    path: Path = Path()


def release(entries: Path) -> Released:
    """Check the entries and write the file of the next release.

    Nothing is written where an entry is wrong, and nothing where the newest release says all of it already. The file
    appears whole or not at all.
    """
    checked = check_tree(entries)
    if checked.errors:
        return Released(checked.errors)
    ledger = checked.ledger
    made = next_release(ledger, hashes(ledger))
    if made is None:
        return Released((), len(ledger.published.releases))
    path = folder(entries) / made.name
    path.parent.mkdir(exist_ok=True)
    half = path.with_name(f".{path.name}")
    half.write_bytes(made.text.encode())
    half.replace(path)
    return Released((), made.number, made, path)
