"""The folder of entries: which files are records, what else stands there, and their bytes."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.problems.code import Code
from ledger.problems.problem import Mark, Problem, did_you_mean
from ledger.reading import codes
from ledger.reading.bounds import MAX_BYTES, MAX_FILES, MAX_TREE_BYTES
from ledger.reading.names import unfit

EXAMPLE = "example.yaml"
"""The one file beside the folders of kinds: made up, for people to copy, and never read. Any other one is an error."""


@dataclass(frozen=True, slots=True)
class File:
    """A record's file: its kind (the folder), its id (the stem), the path as shown, and its bytes."""

    kind: str
    id: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class IdForm:
    """How an id is written: what it matches, and the same in words."""

    pattern: re.Pattern[str]
    like: str


def read_tree(root: Path, kinds: Mapping[str, IdForm]) -> tuple[list[File], list[Problem]]:
    """Return every record's file below ``root`` in a fixed order, and a problem for whatever else stands there.

    ``kinds`` gives the folders and how an id of each is written. Nothing is followed out of the tree. The file
    ``example.yaml`` directly below ``root`` is passed over.
    """
    files: list[File] = []
    problems: list[Problem] = []
    if not root.is_dir():
        return [], [_problem(root, codes.NOTHING_FOUND, "there is no such folder")]
    if _is_too_much(root):
        message = f"more than {MAX_FILES:,} files or {MAX_TREE_BYTES // 10**6} MB; is this the folder of the entries?"
        return [], [_problem(root, codes.TOO_MANY_FILES, message)]
    for folder in _entries(root, problems):
        if _is_link(folder, problems) or folder.name.startswith("."):
            continue
        if folder.name not in kinds:
            if folder.is_dir() or (folder.suffix != ".md" and folder.name != EXAMPLE):
                guess = did_you_mean(folder.name, kinds)
                problems.append(_problem(folder, codes.UNKNOWN_FOLDER, f"no kind of record is kept here{guess}"))
        elif not folder.is_dir():
            problems.append(_problem(folder, codes.UNREADABLE, "a folder should stand here"))
        else:
            files.extend(_records(folder, kinds[folder.name], problems))
    if not files and not problems:
        problems.append(_problem(root, codes.NOTHING_FOUND, "the folder holds no entries"))
    return files, problems


def _is_too_much(root: Path) -> bool:
    """Whether more stands in a folder and those right below it than can be read; counting stops where it is clear."""
    number = size = 0
    folders = [root]
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    number += 1
                    if folder is root and entry.is_dir(follow_symlinks=False):
                        folders.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        own = entry.stat(follow_symlinks=False).st_size
                        size += own if own <= MAX_BYTES else 0
                    if number > MAX_FILES or size > MAX_TREE_BYTES:
                        return True
        except OSError:
            continue  # what cannot be read is said when it is
    return False


def shown(path: Path) -> str:
    """Return the path as people see it: relative to where they stand where that is possible, with forward slashes."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link
    return (whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole).as_posix()


def within(paths: Sequence[Path]) -> Callable[[str], bool]:
    """Return what tells of a path as shown whether it is one of these or below one; without any it always is."""
    wanted = [shown(path) for path in paths]
    return lambda path: not wanted or any(Path(path).is_relative_to(one) for one in wanted)


def _entries(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        problems.append(_problem(folder, codes.UNREADABLE, _reason(error)))
        return []


def _records(folder: Path, form: IdForm, problems: list[Problem]) -> Iterator[File]:
    for path in _entries(folder, problems):
        if _is_link(path, problems) or path.name.startswith("."):
            continue
        if path.is_dir() and path.suffix != ".yaml":
            message = "a folder among the records of a kind is never read; move its files up"
            problems.append(_problem(path, codes.UNKNOWN_FOLDER, message))
        elif path.suffix != ".yaml":
            problems.append(_problem(path, codes.BAD_NAME, "the name of a record's file ends in .yaml"))
        elif not form.pattern.fullmatch(path.stem):
            message = f'"{path.stem}" is not an id of {folder.name}; write {form.like}'
            problems.append(_problem(path, codes.BAD_NAME, message))
        elif message := unfit(path.stem):
            problems.append(_problem(path, codes.BAD_NAME, message))
        else:
            data = _bytes(path, problems)
            if data is not None:
                yield File(folder.name, path.stem, shown(path), data)


def _is_link(path: Path, problems: list[Problem]) -> bool:
    if path.is_symlink():
        problems.append(_problem(path, codes.LINK, "a link; put the file itself here"))
        return True
    return False


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            problems.append(_problem(path, codes.UNREADABLE, "a file should stand here"))
        elif status.st_size > MAX_BYTES:
            message = f"{status.st_size:,} bytes; a record has at most {MAX_BYTES:,}"
            problems.append(_problem(path, codes.TOO_LARGE, message))
        else:
            return path.read_bytes()
    except OSError as error:
        problems.append(_problem(path, codes.UNREADABLE, _reason(error)))
    return None


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def _problem(path: Path, code: Code, message: str) -> Problem:
    return Problem(Mark(shown(path)), code.name, message)
