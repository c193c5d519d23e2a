"""What was published before: the files of releases beside the entries, one line for each id and its content.

A file holds only what differs from the releases before it, so that its lines are what readers find changed. Together
they name every id that ever had an address.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.problems.problem import Mark, Problem
from ledger.reading import codes
from ledger.reading.tree import shown

FOLDER = "releases"
"""The folder of the files, beside that of the entries."""
TAKEN_OUT = "taken-out.txt"
"""The one file in it that is written by hand: ids that must not stay, each with the reason that readers see."""
HASH_DIGITS = 16
"""How much of a SHA-256 a line holds: it tells one text of a record from another, and proves nothing."""

_NAME = re.compile(r"([0-9]{4,})\.txt")
_DAY = re.compile(r"day ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_LINE = re.compile(rf"(added|changed|gone) ([a-z]+) (\S+)(?: ([0-9a-f]{{{HASH_DIGITS}}})((?: [\w=-]+)*))?")
_HEAD = """\
# Release {number}: the ids that it published for the first time or with another content than before.
# Written by `python build_site.py release`. A line stays as it is, whatever becomes of its record later.
"""

Key = tuple[str, str]
"""The kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record as a release published it."""

    what: str
    """``added``, ``changed`` or, of one that was taken out, ``gone``."""
    kind: str
    id: str
    hash: str = ""
    """The first digits of the SHA-256 of its JSON; empty where it is gone."""
    status: str = ""
    """``withdrawn`` or ``merged``, where it is."""
    formerly: tuple[str, ...] = ()
    """Published ids that lead to it since this release."""
    anchors: tuple[str, ...] = ()
    """The ids on its page: claims, flows and responses, or provisions."""

    @property
    def key(self) -> Key:
        """The kind and id of the record."""
        return self.kind, self.id

    def __str__(self) -> str:
        marks = [f"now={self.status}"] if self.status else []
        marks += [f"formerly={id}" for id in self.formerly]
        return " ".join(filter(None, (self.what, self.kind, self.id, self.hash, *marks, *self.anchors)))


@dataclass(frozen=True, slots=True)
class Release:
    """What one release published that differs from those before it."""

    number: int
    """Counted from 1."""
    day: str
    """The day of the newest change of an entry in it, as in 2026-11-22."""
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.number:04}.txt"

    @property
    def text(self) -> str:
        """The text of its file."""
        return "\n".join((f"{_HEAD.format(number=self.number)}day {self.day}", *map(str, self.lines), ""))


def folder(entries: Path) -> Path:
    """Return the folder of the releases of a tree of entries."""
    return Path(os.path.abspath(entries)).parent / FOLDER  # noqa: PTH100 - resolve() would follow a link


def read_releases(entries: Path) -> tuple[list[Release], dict[Key, str], list[Problem]]:
    """Return the releases of a tree of entries, the ids taken out with the reasons, and what is wrong with the files.

    A tree without the folder was never published.
    """
    place, problems, releases = folder(entries), list[Problem](), list[Release]()
    names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
    for name in names:
        found = _NAME.fullmatch(name)
        if found:
            if int(found[1]) != len(releases) + 1:
                message = f"release {len(releases) + 1} is missing; bring its file back"
                problems.append(Problem(Mark(shown(place / name)), codes.RELEASE.name, message))
            releases.append(_release(int(found[1]), place / name, problems))
    taken_out = _taken_out(place / TAKEN_OUT, problems) if TAKEN_OUT in names else {}
    return releases, taken_out, problems


def _release(number: int, path: Path, problems: list[Problem]) -> Release:
    day, lines = "", []
    for at, text in _lines(path, problems):
        if found := _LINE.fullmatch(text):
            lines.append(_line(*found.groups(default="")))
        elif (dated := _DAY.fullmatch(text)) and not day:
            day = dated[1]
        else:
            problems.append(_problem(path, at, f'"{text}" is no line of a release; bring back what was committed'))
    return Release(number, day, tuple(lines))


def _line(what: str, kind: str, id: str, hash: str, rest: str) -> Line:
    marks = [word.partition("=") for word in rest.split()]
    return Line(
        what,
        kind,
        id,
        hash,
        "".join(value for name, is_mark, value in marks if is_mark and name == "now"),
        tuple(value for name, is_mark, value in marks if is_mark and name == "formerly"),
        tuple(name for name, is_mark, _ in marks if not is_mark),
    )


def _taken_out(path: Path, problems: list[Problem]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for at, text in _lines(path, problems):
        kind, _, rest = text.partition(" ")
        id, _, why = rest.partition(" ")
        if why.strip():
            found[kind, id] = why.strip()
        else:
            problems.append(_problem(path, at, "write kind, id and why: `actors some-id named without a basis`"))
    return found


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are neither empty nor comments, with their numbers."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(_problem(path, 1, f"cannot be read: {error}"))
        return
    for at, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield at, line.rstrip()


def _problem(path: Path, line: int, message: str) -> Problem:
    return Problem(Mark(shown(path), line), codes.RELEASE.name, message)
