"""How tests make files, ledgers and single records, and compare texts with those on disk."""

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from ledger.checking import Checked, check_tree, read_file
from ledger.exports.records import records
from ledger.model.document import Document
from ledger.model.kinds import KINDS
from ledger.pages.assets import moved_jsons, record_files, record_jsons
from ledger.pages.desk import Desk
from ledger.pages.render import Press
from ledger.pages.site import Site
from ledger.problems.problem import Problem
from ledger.reading.tree import File
from ledger.reckoned import Reckoned
from ledger.resolving.ledger import Ledger

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
MINI = TESTS / "mini" / "entries"
BAD = TESTS / "bad"
ENTRIES = ROOT / "entries"


@dataclass(frozen=True)
class Golden:
    """Expected text on disk."""

    bless: bool

    def __call__(self, actual: str, path: Path) -> None:
        """Fail with a diff where ``actual`` is not what the file holds; rewrite the file where blessing."""
        if self.bless:
            if not path.exists() or path.read_bytes() != actual.encode():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(actual.encode())
            return
        name = path.relative_to(ROOT).as_posix()
        expected = path.read_bytes().decode() if path.exists() else ""
        if actual != expected:
            before, after = expected.splitlines(keepends=True), actual.splitlines(keepends=True)
            diff = "".join(difflib.unified_diff(before, after, fromfile=name, tofile="now"))
            pytest.fail(f"{diff}\nWhere the new text is right, run: make bless", pytrace=False)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``root`` byte for byte and return ``root``."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check(root: Path, files: Mapping[str, str | bytes]) -> Checked:
    """Write files below ``root`` and check them."""
    return check_tree(write(root, files))


def mini_files() -> dict[str, str]:
    """Return the files of the ledger in miniature by their paths below ``entries``."""
    return {path.relative_to(MINI).as_posix(): path.read_text("utf-8") for path in sorted(MINI.rglob("*.yaml"))}


@functools.cache
def real() -> Checked:
    """Return the entries that are published, checked once."""
    return check_tree(ENTRIES)


def press_of(ledger: Reckoned, site: Site) -> Press:
    """Return what prints the pages of a ledger."""
    return Press(Desk(ledger, site, ()))


def record_files_of(ledger: Reckoned) -> dict[str, bytes]:
    """Return the files of all single records."""
    jsons = {path: data for kind in KINDS for path, data in record_jsons(kind, records(ledger, kind))}
    return dict(record_files(ledger, ledger.documents)) | jsons | dict(moved_jsons(ledger))


def read(kind: str, text: str | bytes, id: str = "x") -> tuple[Document, list[Problem]]:
    """Read one record from text."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(File(kind, id, f"entries/{kind}/{id}.yaml", data))


def ledger_of(files: Mapping[str, str]) -> Ledger:
    """Return the ledger of ``kind/id`` and text; every record must be whole."""
    documents = []
    for name, text in files.items():
        kind, _, id = name.removesuffix(".yaml").partition("/")
        document, problems = read(kind, text, id)
        assert not problems, [str(problem) for problem in problems]
        documents.append(document)
    return Ledger(tuple(documents))


def lines(problems: Iterable[Problem]) -> list[str]:
    """Return problems as people see them."""
    return [str(problem) for problem in problems]


def at(problems: Iterable[Problem]) -> list[tuple[int, int, str]]:
    """Return the line, column and code of each problem."""
    return [(problem.mark.line, problem.mark.column, problem.code) for problem in problems]


def refused(parse: Callable[[str], object], text: str) -> str | None:
    """Return the code of the refusal that ``parse`` raises for ``text``, or None where it takes it."""
    try:
        parse(text)
    except PydanticCustomError as error:
        return error.type
    return None
