"""One record's page and those of the records it names, in a moment: for whoever is writing it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ledger.checking import check_tree
from ledger.model.kinds import KINDS
from ledger.pages.desk import Desk
from ledger.pages.kinds import PAGE_KINDS
from ledger.pages.render import Order, Press, specimens
from ledger.problems.problem import Problem, did_you_mean
from ledger.publishing.building import CODES, DOCS
from ledger.publishing.place import at_work
from ledger.publishing.printing import print_pages
from ledger.publishing.readings import remembering
from ledger.publishing.settings import CONFIG, read_site
from ledger.publishing.site_tree import WORK
from ledger.publishing.staging import hand_written, stage
from ledger.reckoned import Reckoned


class NoSuchRecordError(Exception):
    """That no record has this id; its text says which ids are near."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """The problems of a ledger, and unless these are errors the page of a record and how many stand beside it."""

    problems: tuple[Problem, ...]
    page: Path
    others: int = 0


def preview(entries: Path, id: str, out: Path, config: Path = CONFIG) -> Previewed:
    """Write the page of the record ``id`` and those of the records that it names into ``out/preview``.

    ``id`` may also be ``KIND/ID``. Other links lead nowhere there. What is wrong with other records does not matter:
    only problems of the written ones are returned. Raise ``NoSuchRecordError`` where no record has the id,
    and ``BusyError`` where a build is at work in ``out``.
    """
    with at_work(out):
        return _preview(entries, id, out, config)


def _preview(entries: Path, id: str, out: Path, config: Path) -> Previewed:
    checked = check_tree(entries, remembering(out / WORK))
    kind = _kind(checked.ledger, id)
    id = id.rpartition("/")[2]
    wanted = {(kind, id), *_named(checked.ledger, kind, id)}
    paths = {document.path for document in checked.ledger.documents if (document.kind, document.id) in wanted}
    problems = tuple(problem for problem in checked.problems if problem.mark.path in paths)
    page = out / "preview" / kind / f"{id}.html"
    if any(not problem.is_warning for problem in problems):
        return Previewed(problems, page)
    desk = Desk(checked.ledger, read_site(config), tuple(CODES.values()))
    printed = print_pages(out, hand_written(DOCS), specimens(desk.site), config, None)
    if printed.problems:
        return Previewed(printed.problems, page)
    press, rows = Press(desk), {row.kind: row for row in PAGE_KINDS}
    pages = [page for kind, id in sorted(wanted) for page in press.print(Order(rows[kind], id))]
    made = {f"{one.path}.html": printed.frames[one.frame].around(one).encode() for one in pages}
    made |= {name: (printed.folder / name).read_bytes() for name in printed.files}
    stage(made, out / "preview")
    return Previewed(problems, page, len(wanted) - 1)


def _kind(ledger: Reckoned, id: str) -> str:
    kind, _, name = id.rpartition("/")
    known = {document.id: document.kind for document in ledger.documents if kind in ("", document.kind)}
    if name not in known:
        raise NoSuchRecordError(f'no record is called "{id}"{did_you_mean(name, known)}')
    return known[name]


def _named(ledger: Reckoned, kind: str, id: str) -> Iterable[tuple[str, str]]:
    """Return the records that a record names, as far as they are there."""
    named = ledger.references.get((kind, id), ())
    pairs = {(target, str(name)) for _, name in named for target in ledger.targets(name)}
    return {(kind, id) for kind, id in pairs if kind in KINDS and id in ledger.by(kind)}
