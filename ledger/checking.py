"""From a folder of entries to a ledger, or to everything that is wrong with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ledger import rules
from ledger.model import codes as model_codes
from ledger.model.document import Document, read_document
from ledger.model.kinds import KINDS
from ledger.problems.code import Code
from ledger.problems.problem import Mark, Problem
from ledger.reading import codes as reading_codes
from ledger.reading.nodes import Mapping
from ledger.reading.strict_yaml import compose
from ledger.reading.text import decode
from ledger.reading.tree import File, read_tree
from ledger.reckoned import Reckoned
from ledger.resolving.dangling import dangling

CODES: dict[str, Code] = {
    code.name: code
    for code in (*reading_codes.CODES, *model_codes.CODES, rules.CRASHED, *(rule.code for rule in rules.RULES))
}
"""Every code that a problem can have, with its explanation."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A ledger and its problems, in the order of their places."""

    ledger: Reckoned
    problems: tuple[Problem, ...]
    """Errors and warnings; with an error nothing is published."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if not problem.is_warning)


def check_tree(root: Path, each: Callable[[list[File]], Iterator[File]] = iter) -> Checked:
    """Read and check all entries below ``root``; ``each`` may count the files while they go by."""
    kinds = {kind.folder: kind.id for kind in KINDS.values()}
    files, problems = read_tree(root, kinds)
    return check_files(each(files), problems)


def check_files(files: Iterable[File], found: Iterable[Problem] = ()) -> Checked:
    """Read and check the files of a ledger; ``found`` is what was wrong with the folder that they come from."""
    problems = list(found)
    documents: list[Document] = []
    for file in files:
        document, troubles = read_file(file)
        problems.extend(troubles)
        documents.append(document)
    ledger = Reckoned(tuple(documents))
    problems.extend(dangling(ledger))
    problems.extend(rules.findings(ledger, [rule for rule in rules.RULES if not rule.is_warning]))
    if not problems:
        # A warning about a ledger that is not whole would often be about what is missing.
        problems.extend(rules.findings(ledger, [rule for rule in rules.RULES if rule.is_warning]))
    return Checked(ledger, tuple(sorted(set(problems))))


def parse_file(file: File) -> tuple[Mapping | None, list[Problem]]:
    """Read the nodes of one record's file; its problems are those of its bytes and its YAML.

    There are no nodes where the file could not be read to its end.
    """
    text, troubles = decode(file.data)
    root, more = compose(text) if text or not troubles else (None, [])
    if troubles:
        # A blank that took the place of a wrong character may have broken the syntax: that is no second problem.
        more = [trouble for trouble in more if trouble.code is not reading_codes.SYNTAX]
    return root, [Problem(Mark(file.path, *t.place), t.code.name, t.message) for t in (*troubles, *more)]


def read_file(file: File) -> tuple[Document, list[Problem]]:
    """Read one record's file; its problems are those of its bytes, its YAML and its fields."""
    root, problems = parse_file(file)
    if root is None:
        return Document.unread(file.kind, file.id, file.path), problems
    document, found = read_document(file.kind, file.id, file.path, root)
    document = replace(document, data=file.data)
    return (document if not problems else document.without_record()), problems + found
