"""Where an entry comes from: each origin, and under it every report that leads back to it."""

from dataclasses import dataclass

from ledger.model.transaction import Transaction
from ledger.model.words import Access, CitationWay
from ledger.reckoned import Reckoned
from ledger.views.counting import maker_link
from ledger.views.links import Link, link
from ledger.views.wording import count, period


@dataclass(frozen=True, slots=True)
class Branch:
    """A report that has it from the one above."""

    source: Link
    number: int
    """Its number on this page; 0 where no claim cites it."""
    how: str
    altered: str
    read: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class OriginTree:
    """An origin with the reports that lead back to it."""

    maker: Link
    source: Link
    number: int
    title: str
    date: str
    knows: tuple[str, ...]
    """How it knows, in words."""
    read: bool
    counted_before: bool
    """Whether the same originator stands above already: it counts once."""
    reports: str
    """``3 reports lead here``."""
    below: tuple[Branch, ...]


def origin_trees(ledger: Reckoned, entry: Transaction, numbers: dict[str, int]) -> tuple[OriginTree, ...]:
    """Return the trees of all origins that the entry's claims lead to, the one with most reports first.

    ``numbers`` are those of the page's sources.
    """
    reports = _reports(ledger, entry)
    order = sorted(reports, key=lambda origin: (-len(reports[origin]), origin))
    seen: set[str] = set()
    trees = []
    for origin in order:
        maker = ledger.evidence.sources.maker(origin)
        trees.append(_tree(ledger, origin, reports[origin], numbers, counted_before=maker in seen))
        seen.add(maker)
    return tuple(trees)


def altered_only(ledger: Reckoned, entry: Transaction) -> tuple[Link, ...]:
    """Return the sources that the entry cites only for what they changed in the retelling."""
    citations = [citation for claim in entry.claims.values() for citation in claim.sources]
    kept = {citation.source for citation in citations if citation.way is not CitationWay.ALTERED}
    changed = dict.fromkeys(citation.source for citation in citations if citation.source not in kept)
    return tuple(link(ledger, "sources", source) for source in changed)


def _reports(ledger: Reckoned, entry: Transaction) -> dict[str, set[str]]:
    """Return the cited sources that lead to each origin."""
    found: dict[str, set[str]] = {}
    for claim in entry.claims.values():
        for citation in claim.sources:
            for origin in ledger.evidence.sources.reached(citation):
                found.setdefault(origin, set()).add(citation.source)
    return found


def _tree(
    ledger: Reckoned, origin: str, reports: set[str], numbers: dict[str, int], *, counted_before: bool
) -> OriginTree:
    graph = ledger.evidence.sources
    source = ledger.sources[origin]
    # What lies on a way from a report down to the origin, and nothing beside it.
    on_the_way = {here for report in reports for here in graph.above(report) if origin in graph.above(here)}
    return OriginTree(
        maker=maker_link(ledger, graph.maker(origin)),
        source=link(ledger, "sources", origin),
        number=numbers.get(origin, 0),
        title=source.title or "",
        date=period(source.published) if source.published else "",
        knows=tuple(
            known.kind.meaning + (f" ({known.how})" if known.how else "") + (f": {known.who}" if known.who else "")
            for known in source.own
        ),
        read=source.access is not Access.RELAYED,
        counted_before=counted_before,
        reports=f"{count(len(reports), 'report')} {'leads' if len(reports) == 1 else 'lead'} here",
        below=_below(ledger, origin, on_the_way, numbers),
    )


def _below(ledger: Reckoned, id: str, on_the_way: set[str], numbers: dict[str, int]) -> tuple[Branch, ...]:
    rows = [
        Branch(
            source=link(ledger, "sources", other),
            number=numbers.get(other, 0),
            how=edge.how.plain if edge.how else "relies on it",
            altered=edge.altered or "",
            read=ledger.sources[other].access is not Access.RELAYED,
            below=_below(ledger, other, on_the_way, numbers),
        )
        for other in sorted(on_the_way)
        for edge in ledger.sources[other].relies_on
        if edge.source == id
    ]
    return tuple(sorted(rows, key=lambda branch: (branch.number == 0, branch.number, branch.source.label)))
