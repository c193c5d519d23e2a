"""The page of weak spots, and what an entry lacks, in words."""

from dataclasses import dataclass

from ledger.model.words import Access, ParagraphBasis
from ledger.reckoned import Reckoned
from ledger.views.links import Link, link
from ledger.views.wording import count
from ledger.weak_spots import burdens, lacks

SHOWN = 30
"""How many sources the page ranks."""


@dataclass(frozen=True, slots=True)
class BurdenRow:
    """A source that was not read and on which much rests."""

    source: Link
    title: str
    alone: int
    unsaid: int
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry with what it lacks."""

    entry: Link
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeakSpotsView:
    """Everything on the page of weak spots."""

    answer: str
    burdens: tuple[BurdenRow, ...]
    more: int
    entries: tuple[EntryRow, ...]
    paragraphs: tuple[Link, ...]
    undated: str
    archived: str


def weak_spots(ledger: Reckoned) -> WeakSpotsView:
    """Return the page of weak spots; entries that lack most come first."""
    ranked = burdens(ledger)
    entries = [entry for entry in ledger.transactions.values() if entry.counts]
    rows = [EntryRow(link(ledger, "transactions", e.id), lack_words(ledger, e.id)) for e in entries]
    read = [source for source in ledger.sources.values() if source.access is not Access.RELAYED]
    single = sum(count.upper == 1 for count in ledger.counts.values())
    return WeakSpotsView(
        answer=(
            f"{single:,} of {count(len(ledger.counts), 'claim')} lead back to one originator; "
            f"{count(len(ranked), 'source')} on which claims rest could not be read."
        ),
        burdens=tuple(
            BurdenRow(
                source=link(ledger, "sources", one.source),
                title=ledger.sources[one.source].title or "",
                alone=one.alone,
                unsaid=one.unsaid,
                entries=tuple(link(ledger, "transactions", entry) for entry in one.entries),
            )
            for one in ranked[:SHOWN]
        ),
        more=max(len(ranked) - SHOWN, 0),
        entries=tuple(sorted(rows, key=lambda row: (-len(row.lacks), row.entry.label))),
        paragraphs=tuple(
            link(ledger, "provisions", id)
            for id, (_, provision) in ledger.provisions.items()
            if provision.paragraph_basis is ParagraphBasis.NOT_SEEN
        ),
        undated=f"{sum(s.published is None for s in read):,} of {count(len(read), 'source')} read here show no date.",
        archived=f"{sum(not s.archived for s in read):,} of them have no copy in an archive on record.",
    )


def lack_words(ledger: Reckoned, id: str) -> tuple[str, ...]:
    """Return what an entry lacks, each in a clause."""
    return tuple(
        lack.what.meaning + (f" ({lack.number:,} of {lack.of:,})" if lack.of > 1 else "")
        for lack in lacks(ledger, ledger.transactions[id])
    )
