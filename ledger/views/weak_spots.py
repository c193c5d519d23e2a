"""The page of weak spots, and what an entry lacks, in words."""

from dataclasses import dataclass
from typing import Any

from ledger.model.words import Access, ParagraphBasis
from ledger.reckoned import Reckoned
from ledger.views.folding import Folded, Heading, few, fold_by_time
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
    entries: Folded[EntryRow]
    paragraphs: tuple[Link, ...]
    undated: str
    archived: str

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return (self.entries,)


_ENTRIES = Heading(
    Link("Weak spots", "about/weak-spots.html#entries"), "weak-spots.entries", "What each entry lacks", "lacking"
)


def weak_spots(ledger: Reckoned) -> WeakSpotsView:
    """Return the page of weak spots; entries that lack most come first."""
    ranked = burdens(ledger)
    entries = [entry for entry in ledger.transactions.values() if entry.counts]
    rows = {e.id: EntryRow(link(ledger, "transactions", e.id), lack_words(ledger, e.id)) for e in entries}
    ranked_entries = sorted(entries, key=lambda e: (-len(rows[e.id].lacks), rows[e.id].entry.label))
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
                entries=few(
                    [link(ledger, "transactions", entry) for entry in one.entries],
                    link(ledger, "sources", one.source).at("named-by"),
                ),
            )
            for one in ranked[:SHOWN]
        ),
        more=max(len(ranked) - SHOWN, 0),
        entries=fold_by_time(
            _ENTRIES,
            ranked_entries,
            lambda entry: rows[entry.id],
            lambda entry: entry.when.date,
            "The {} that lack most",
            ranked_entries,
        ),
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
