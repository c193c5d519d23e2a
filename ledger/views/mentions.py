"""Everything that names a record: the other side of every reference, whatever field it stands in."""

from dataclasses import dataclass

from ledger.model.document import Path
from ledger.model.kinds import KINDS
from ledger.resolving.ledger import Ledger
from ledger.views.folding import Folded, fold_by_name, fold_by_time, heading
from ledger.views.links import Link, link, name

_ANCHORED = {"claims", "responses", "flows", "provisions"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A record that names the page's record, and the places in it that do."""

    record: Link
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NamingGroup:
    """The records of one kind that name it."""

    kind: str
    rows: Folded[Naming]


def named_by(ledger: Ledger, kind: str, id: str) -> tuple[NamingGroup, ...]:
    """Return who names a record, by kind, in the order of the kinds; provisions count for their resolution."""
    found = list(ledger.mentions.get((kind, id), ()))
    if kind == "resolutions":
        for full in ledger.provisions:
            if ledger.provisions[full][0].id == id:
                found += [m for m in ledger.mentions.get(("provisions", full), ()) if (m.kind, m.id) != (kind, id)]
    groups = []
    for by_kind in KINDS:
        places: dict[str, dict[str, Link]] = {}
        for mention in found:
            if mention.kind == by_kind:
                place = _place(link(ledger, mention.kind, mention.id), mention.path)
                places.setdefault(mention.id, {})[place.path + place.label] = place
        if places:
            groups.append(NamingGroup(by_kind, _rows(ledger, kind, id, by_kind, places)))
    return tuple(groups)


def _rows(ledger: Ledger, kind: str, id: str, by: str, found: dict[str, dict[str, Link]]) -> Folded[Naming]:
    head = heading(ledger, kind, id, f"named-by-{by}", f"{by} that name it", "named", "named-by")

    def row(id: str) -> Naming:
        return Naming(link(ledger, by, id), tuple(found[id].values()))

    if by == "transactions":
        return fold_by_time(head, list(found), row, lambda id: ledger.transactions[id].when.date)
    return fold_by_name(head, list(found), row, lambda id: name(ledger, by, id))


def _place(record: Link, path: Path) -> Link:
    """Return the link to the part of a page that shows the field at ``path``."""
    head = str(path[0])
    if head in _ANCHORED:
        return Link(str(path[1]).replace("-", " "), f"{record.path}#{path[1]}")
    return Link(head.replace("_", " "))
