"""A place's page: where it is, and what is reported to have happened there."""

from dataclasses import dataclass
from typing import Any

from ledger.model.place import Place
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted, how_many, parts_played
from ledger.views.folding import Folded, fold_by_time, heading
from ledger.views.links import Link, end, link
from ledger.views.listed import ListedTransaction, folded
from ledger.views.maps import MapView, locator
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.timelines import TimelineView, timeline_view


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What happened at the place in one transaction."""

    transaction: Link
    role: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Everything on a place's page."""

    record: Place
    kind: str
    answer: str
    country: Link
    coordinates: str
    precision: str
    map: MapView | None
    timeline: TimelineView | None
    rows: Folded[PlaceRow]
    transactions: Folded[ListedTransaction]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return self.rows, self.transactions, *(group.rows for group in self.named_by)


def place(ledger: Reckoned, id: str) -> PlaceView:
    """Return what the page of a place shows."""
    record = ledger.places[id]
    ids = naming(ledger, "places", id)
    point = record.point
    entries = counted(ledger, ids)
    roles = [stop.role.plain for entry in entries for stop in entry.places if stop.place == id]
    return PlaceView(
        record=record,
        kind=record.kind.plain,
        answer=f"Named in {how_many(entries)}{': ' if roles else ''}{parts_played(roles)}.",
        country=end(ledger, record.country),
        coordinates=f"{point.lat:g}, {point.lon:g}" if point else "",
        map=locator(ledger, record),
        timeline=timeline_view(ledger, ids),
        precision=point.precision.meaning if point else "",
        rows=_rows(ledger, id, sorted(ids)),
        transactions=folded(ledger, heading(ledger, "places", id, "transactions", "transactions", "listed"), ids),
        named_by=named_by(ledger, "places", id),
    )


def _rows(ledger: Reckoned, id: str, ids: list[str]) -> Folded[PlaceRow]:
    entries = [ledger.transactions[entry] for entry in ids]
    return fold_by_time(
        heading(ledger, "places", id, "roles", "what is reported to have happened here", "stops"),
        [(entry, stop) for entry in entries for stop in entry.places if stop.place == id],
        lambda at: PlaceRow(
            link(ledger, "transactions", at[0].id), f"{at[1].role.meaning}{' (near it)' if at[1].near else ''}"
        ),
        lambda at: at[0].when.date,
    )
