"""The files that are published as they are: none may be a link, and each has a name that every system can hold."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ledger.problems.problem import Mark, Problem
from ledger.publishing import codes
from ledger.reading.names import MAX_LENGTH, unfit
from ledger.reading.tree import shown

_NAME = re.compile(r"\.?[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
_LISTS = {"index"}
"""A hand-written page may be the first of its folder."""


def strange_files(*folders: Path) -> list[Problem]:
    """Return a problem for each link and each oddly named file or folder below ``folders``, sorted.

    A link is not followed: it could lead to a secret of the machine that builds the site, which would be published.
    """
    return sorted(problem for folder in folders for problem in _strange(folder.rglob("*")))


def _strange(paths: Iterable[Path]) -> Iterator[Problem]:
    taken: dict[str, Path] = {}
    for path in sorted(paths):
        stem = path.name.partition(".")[0].lower()
        if path.is_symlink():
            yield _problem(path, "a link; put the file itself here")
        elif not _NAME.fullmatch(path.name) or len(path.name) > MAX_LENGTH or (unfit(stem) and stem not in _LISTS):
            message = f"not every system can hold this name; write letters, digits, hyphens, at most {MAX_LENGTH}"
            yield _problem(path, message)
        elif other := taken.get(path.as_posix().lower()):
            yield _problem(path, f'its name differs from "{other.name}" only in capitals; rename one of them')
        taken.setdefault(path.as_posix().lower(), path)


def _problem(path: Path, message: str) -> Problem:
    return Problem(Mark(shown(path)), codes.STRANGE_FILE.name, message)
