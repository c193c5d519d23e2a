"""The timeline of some transactions, with the words that say the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.drawing.spans import Item, Timeline, timeline
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.views.answers import counted
from ledger.views.links import link
from ledger.views.wording import count, period


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline and its description."""

    title: str
    description: str
    drawn: Timeline


def timeline_view(ledger: Reckoned, ids: Iterable[str]) -> TimelineView | None:
    """Return the timeline of these transactions, each a mark that leads to its page; None for fewer than two."""
    entries = counted(ledger, ids)
    drawn = timeline(_item(ledger, entry) for entry in entries)
    if drawn is None or len(entries) < 2:
        return None
    words = f"{count(len(entries), 'transaction')}: what North Korea gave above the years, what it received below."
    if drawn.older:
        words += f" {drawn.older:,} began before the first year drawn."
    return TimelineView("Transactions by time", words, drawn)


def _item(ledger: Reckoned, entry: Transaction) -> Item:
    when = entry.when.date
    return Item(
        label=f"{period(when)}: {entry.title}",
        path=link(ledger, "transactions", entry.id).path,
        start=when.earliest,
        end=when.latest,
        uncertain=any(point.mark for point in (when.start, when.end) if point),
        gave=any(flow.from_ == HOME for flow in entry.flows.values()),
        received=any(flow.to == HOME for flow in entry.flows.values()),
    )
