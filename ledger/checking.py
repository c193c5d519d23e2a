"""From a folder of entries to a ledger, or to everything that is wrong with it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger import rules
from ledger.model import codes as model_codes
from ledger.model.document import Document, read_document
from ledger.model.kinds import KINDS
from ledger.problems.bounding import MORE_WARNINGS, Bounded
from ledger.problems.code import Code
from ledger.problems.problem import Problem
from ledger.reading import codes as reading_codes
from ledger.reading.record_file import Reading, read
from ledger.reading.releases import read_releases
from ledger.reading.tree import File, read_tree
from ledger.reckoned import Reckoned
from ledger.resolving.dangling import dangling
from ledger.resolving.published import NEVER, Published

CODES: dict[str, Code] = {
    code.name: code
    for code in (
        *reading_codes.CODES,
        *model_codes.CODES,
        rules.CRASHED,
        *(rule.code for rule in rules.RULES),
        MORE_WARNINGS,
    )
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


ID_FORMS = {kind.folder: kind.id for kind in KINDS.values()}
"""The folders of a tree of entries, and how the ids in each are written."""

Reader = Callable[[Sequence[File]], Iterable[Reading]]
"""What reads many files: one after the other, or by several processes, or from what was read before."""


def read_all(files: Sequence[File]) -> Iterator[Reading]:
    """Read files one after the other."""
    return (read(file.path, file.data) for file in files)


def check_tree(root: Path, reader: Reader = read_all) -> Checked:
    """Read and check all entries below ``root``."""
    files, found = read_tree(root, ID_FORMS)
    published, more = read_published(root)
    return check_files(files, found + more, published, reader)


def read_published(root: Path) -> tuple[Published, list[Problem]]:
    """Return what was published before of the entries below ``root``, and what is wrong with the record of it."""
    releases, taken_out, problems = read_releases(root)
    return Published(tuple(releases), taken_out), problems


def check_files(
    files: Sequence[File], found: Iterable[Problem] = (), published: Published = NEVER, reader: Reader = read_all
) -> Checked:
    """Read and check the files of a ledger; ``found`` is what was wrong with the folder that they come from.

    ``published`` is what was published of it before; of a part of a ledger, nothing was.
    """
    problems = Bounded()
    problems.extend(found)
    documents: list[Document] = []
    for file, reading in zip(files, reader(files), strict=True):
        document, troubles = read_file(file, reading)
        problems.extend(troubles)
        documents.append(document)
    ledger = Reckoned(tuple(documents), published)
    problems.extend(dangling(ledger))
    problems.extend(rules.findings(ledger, [rule for rule in rules.RULES if not rule.is_warning]))
    if not problems:
        # A warning about a ledger that is not whole would often be about what is missing.
        problems.extend(rules.findings(ledger, [rule for rule in rules.RULES if rule.is_warning]))
    return Checked(ledger, problems.sorted())


def read_file(file: File, reading: Reading | None = None) -> tuple[Document, list[Problem]]:
    """Return one record's document; its problems are those of its bytes, its YAML and its fields."""
    reading = reading or read(file.path, file.data)
    problems = list(reading.problems)
    if reading.fields is None:
        return Document.unread(file.kind, file.id, file.path), problems
    document, found = read_document(file.kind, file.id, file.path, reading.fields, file.data)
    return (document if not problems else document.without_record()), problems + found
