"""The first page: what this is, how much of it there is, and the newest entries."""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.reckoned import Reckoned
from ledger.views.indexes import IndexView
from ledger.views.links import Link
from ledger.views.listed import ListedTransaction, listed
from ledger.views.wording import day

NEWEST = 10
"""How many entries the first page lists."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """A kind of record with its index, and what that says first."""

    index: Link
    answer: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the first page."""

    claims: int
    changed: str
    """The day of the newest change of any entry."""
    ways_in: tuple[WayIn, ...]
    newest: tuple[ListedTransaction, ...]


def home(ledger: Reckoned, indexes: Mapping[str, IndexView]) -> HomeView:
    """Return what the first page shows; ``indexes`` are those that it leads to, by kind."""
    entries = ledger.transactions.values()
    newest = sorted(entries, key=lambda entry: (entry.history[-1].date, entry.when.date.sort_key), reverse=True)
    return HomeView(
        claims=sum(len(entry.claims) for entry in entries),
        changed=day(ledger.changed),
        ways_in=tuple(WayIn(Link(view.title, f"{kind}/index.html"), view.answer) for kind, view in indexes.items()),
        newest=listed(ledger, [entry.id for entry in newest[:NEWEST]]),
    )
