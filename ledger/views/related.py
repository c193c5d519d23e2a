"""What an entry belongs with: relations from both sides, exchanges with other entries, and figures of series."""

from dataclasses import dataclass

from ledger.model.transaction import Transaction
from ledger.model.words import RelationKind
from ledger.resolving.ledger import Ledger
from ledger.views.links import Link, link
from ledger.views.wording import period

_INVERSE = {
    RelationKind.PART_OF: "holds, as a part",
    RelationKind.OVERLAPS: "overlaps with",
    RelationKind.FOLLOWS: "was followed by",
    RelationKind.SAME_VESSEL: "same ship as",
    RelationKind.SAME_REPORT: "reported together with",
    RelationKind.DISTINCT: "alike, but not known to share goods:",
}
_FORWARD = {
    RelationKind.PART_OF: "is a part of",
    RelationKind.OVERLAPS: "overlaps with",
    RelationKind.FOLLOWS: "follows",
    RelationKind.SAME_VESSEL: "same ship as",
    RelationKind.SAME_REPORT: "reported together with",
    RelationKind.DISTINCT: "alike, but not known to share goods:",
}


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another entry, and how the two stand to each other."""

    how: str
    entry: Link


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of a series that belongs to the entry."""

    series: Link
    period: str
    words: str
    kind: str


def related(ledger: Ledger, entry: Transaction) -> tuple[RelatedRow, ...]:
    """Return the entry's relations, those that other entries declare to it, and exchanges across entries."""
    rows = [RelatedRow(_FORWARD[row.kind], _any(ledger, row.to)) for row in entry.relations]
    rows += [
        RelatedRow("joined in an exchange with", link(ledger, "transactions", id)) for id in _partners(ledger, entry)
    ]
    for mention in ledger.mentions.get(("transactions", entry.id), ()):
        other = ledger.transactions.get(mention.id) if mention.kind == "transactions" else None
        if other is None:
            continue
        here = link(ledger, "transactions", other.id)
        if mention.path[0] == "relations":
            rows.append(RelatedRow(_INVERSE[other.relations[int(mention.path[1])].kind], here))
        elif mention.path[0] == "claims":
            rows.append(RelatedRow("named as one side of an exchange by", here.at(str(mention.path[1]))))
        elif mention.path[0] == "merged_into":
            rows.append(RelatedRow("took the place of", here))
    return tuple(dict.fromkeys(rows))


def _partners(ledger: Ledger, entry: Transaction) -> list[str]:
    sides = [claim.exchange for claim in entry.claims.values() if claim.exchange]
    refs = [ref.entry for side in sides for ref in (*side.gave, *side.received) if ref.entry]
    return list(dict.fromkeys(refs))


def _any(ledger: Ledger, id: str) -> Link:
    return link(ledger, "transactions" if id in ledger.transactions else "series", id)


def figures(ledger: Ledger, entry: Transaction) -> tuple[FigureRow, ...]:
    """Return the points of series that belong to the entry."""
    return tuple(
        FigureRow(link(ledger, "series", series.id), period(point.period), str(point.words), point.kind.plain)
        for series in ledger.series.values()
        for point in series.points
        if point.transaction == entry.id
    )
