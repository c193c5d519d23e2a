"""A place's page: where it is, and what is reported to have happened there."""

from dataclasses import dataclass

from ledger.model.place import Place
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted, how_many, parts_played
from ledger.views.links import Link, end, link
from ledger.views.listed import ListedTransaction, listed
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
    rows: tuple[PlaceRow, ...]
    transactions: tuple[ListedTransaction, ...]
    named_by: tuple[NamingGroup, ...]


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
        rows=tuple(
            PlaceRow(link(ledger, "transactions", entry), f"{stop.role.meaning}{' (near it)' if stop.near else ''}")
            for entry in sorted(ids)
            for stop in ledger.transactions[entry].places
            if stop.place == id
        ),
        transactions=listed(ledger, ids),
        named_by=named_by(ledger, "places", id),
    )
