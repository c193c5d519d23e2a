"""The first page: what this is, how much of it there is, an entry to learn reading from, and ways in."""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.law.tree import naming_goods
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.model.words import Access, Reply
from ledger.reckoned import Reckoned
from ledger.views.answers import counted, resting_on_one, years_of
from ledger.views.indexes import IndexView
from ledger.views.links import Link, link
from ledger.views.listed import ListedTransaction, listed
from ledger.views.maps import MapView, world
from ledger.views.timelines import TimelineView, timeline_view
from ledger.views.transaction import TransactionView, transaction
from ledger.views.weak_spots import BurdenRow, WeakSpotsView
from ledger.views.wording import day

NEWEST = 6
"""How many entries the first page lists."""
CORRECTED = 3
"""How many corrections it tells of."""
WEAKEST = 3
"""How many sources it asks for."""
GOODS = 12
"""How many kinds of goods it names."""


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of the whole ledger."""

    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class WayIn:
    """A kind of record with its index, and what that says first."""

    index: Link
    answer: str


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """A top kind of goods with its transactions, and how long its bar is: a hundred for the most."""

    commodity: Link
    transactions: int
    length: float


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of an entry after it was entered."""

    date: str
    entry: Link
    what: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the first page."""

    totals: tuple[Total, ...]
    changed: str
    """The day of the newest change of any entry."""
    example: TransactionView | None
    """The newest entry that says how much went each way and that one was for the other; else the newest."""
    timeline: TimelineView | None
    world: MapView
    goods: tuple[GoodsRow, ...]
    newest: tuple[ListedTransaction, ...]
    corrected: tuple[Correction, ...]
    weakest: tuple[BurdenRow, ...]
    ways_in: tuple[WayIn, ...]

    @property
    def base(self) -> str:
        """The page that the anchors of the example are on."""
        return f"transactions/{self.example.record.id}.html" if self.example else ""


def home(ledger: Reckoned, indexes: Mapping[str, IndexView], weak: WeakSpotsView) -> HomeView:
    """Return what the first page shows; ``indexes``, by kind, and ``weak`` are pages that it leads to."""
    entries = sorted(counted(ledger, ledger.transactions), key=_newness, reverse=True)
    return HomeView(
        totals=_totals(ledger, entries),
        changed=day(ledger.changed),
        example=_example(ledger, entries),
        timeline=timeline_view(ledger, ledger.transactions),
        world=world(ledger),
        goods=_goods(ledger),
        newest=listed(ledger, [entry.id for entry in entries[:NEWEST]]),
        corrected=_corrected(ledger),
        weakest=weak.burdens[:WEAKEST],
        ways_in=tuple(WayIn(Link(view.title, f"{kind}/index.html"), view.answer) for kind, view in indexes.items()),
    )


def _newness(entry: Transaction) -> tuple[object, ...]:
    return entry.history[-1].date, *entry.when.date.sort_key, entry.id


def _totals(ledger: Reckoned, entries: list[Transaction]) -> tuple[Total, ...]:
    read = sum(source.access is not Access.RELAYED for source in ledger.sources.values())
    single = resting_on_one(ledger, entries)
    answered = sum(any(r.kind is not Reply.NONE_FOUND for r in entry.responses.values()) for entry in entries)
    ends = {end for entry in entries for flow in entry.flows.values() for end in (flow.from_, flow.to) if end.country}
    rows = (
        ("Transactions", f"{len(entries):,}"),
        ("Claims", f"{sum(len(entry.claims) for entry in entries):,}"),
        ("Sources read", f"{read:,}"),
        ("Known only through others", f"{len(ledger.sources) - read:,}"),
        ("Other countries and territories", f"{max(len(ends) - 1, 0):,}"),
        ("Resting on a single origin", f"{single:,}"),
        ("With a response on record", f"{answered:,}"),
        ("Years", years_of(entries)),
    )
    return tuple(Total(label, figure) for label, figure in rows)


def _example(ledger: Reckoned, entries: list[Transaction]) -> TransactionView | None:
    chosen = next((entry for entry in entries if _teaches(entry)), entries[0] if entries else None)
    return transaction(ledger, chosen.id) if chosen else None


def _teaches(entry: Transaction) -> bool:
    measured = {flow for claim in entry.claims.values() if claim.amount for flow in claim.flows}
    gave = any(flow.from_ == HOME and id in measured for id, flow in entry.flows.items())
    received = any(flow.to == HOME and id in measured for id, flow in entry.flows.items())
    return gave and received and any(claim.exchange for claim in entry.claims.values())


def _goods(ledger: Reckoned) -> tuple[GoodsRow, ...]:
    top = [id for id, commodity in ledger.commodities.items() if not commodity.parents]
    numbers = {id: len(counted(ledger, naming_goods(ledger, id))) for id in top}
    ordered = sorted((id for id in top if numbers[id]), key=lambda id: (-numbers[id], id))[:GOODS]
    most = max(numbers.values(), default=1)
    return tuple(
        GoodsRow(link(ledger, "commodities", id), numbers[id], round(100 * numbers[id] / most, 1)) for id in ordered
    )


def _corrected(ledger: Reckoned) -> tuple[Correction, ...]:
    """Return the newest changes of entries after their first; the first says that they were entered."""
    changes = [
        (change.date, entry.id, change.what) for entry in ledger.transactions.values() for change in entry.history[1:]
    ]
    newest = sorted(changes, reverse=True)[:CORRECTED]
    return tuple(Correction(day(date), link(ledger, "transactions", id), what) for date, id, what in newest)
