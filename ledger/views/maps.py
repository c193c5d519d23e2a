"""Maps: the places of one entry, where one place is, and with how many entries each country of the world stands."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from math import log10, sqrt

from ledger.drawing.frames import WORLD, Frame, Land, frame_for, land
from ledger.drawing.labels import Label, Room
from ledger.drawing.shapes import Position, label_points
from ledger.model.ids import HOME
from ledger.model.place import Place
from ledger.model.transaction import Transaction
from ledger.model.words import PlaceRole, Precision
from ledger.reckoned import Reckoned
from ledger.views.answers import counted
from ledger.views.links import Link, link
from ledger.views.listed import naming
from ledger.views.wording import count, listing

_LEAST_SPAN = 10
"""Degrees of the smallest map of a single place: with less round it nobody would know where it is."""
_WAY = (PlaceRole.MADE, PlaceRole.LEFT, PlaceRole.LOADED, PlaceRole.CROSSED, PlaceRole.TRANSFERRED, PlaceRole.UNLOADED)
"""Roles of the places along the way of goods, in their order."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A marked place or country."""

    link: Link
    x: float
    y: float
    size: float
    near: bool
    label: Label | None
    words: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A map, ready to be drawn, with the words that say the same."""

    title: str
    description: str
    width: int
    height: int
    land: Land
    lines: tuple[str, ...]
    """Ways of goods, as SVG paths: in the order of the report, not along a known track."""
    spots: tuple[Spot, ...]
    scale_km: int
    """Length of the scale bar; none (0) where a map has no one scale."""
    scale_width: float


def route(ledger: Reckoned, entry: Transaction) -> MapView | None:
    """Return the map of an entry's places; None where none of them has coordinates."""
    stops = [(row, ledger.places[row.place]) for row in entry.places]
    known = {place.id: place for _, place in stops if place.point}
    if not known:
        return None
    frame = _frame(known.values())
    roles = {id: [row.role.plain for row, place in stops if place.id == id] for id in known}
    near = {place.id for row, place in stops if row.near}
    missing = list(dict.fromkeys(place.name for _, place in stops if not place.point))
    lines = tuple(
        path
        for flow in entry.flows
        for path in _legs(frame, [(r.role, p) for r, p in stops if flow in (r.flows or entry.flows)])
    )
    words = f"{listing([f'{known[id].name} ({listing(list(dict.fromkeys(roles[id])))})' for id in known])}."
    if lines:
        words += " The dashed line joins the places in the order of the report; nobody reports the track between them."
    if missing:
        words += f" Not on the map, for want of coordinates: {listing(missing)}."
    marked = [_place(ledger, place, 6.0, place.id in near, place.name) for place in known.values()]
    return _view(frame, "Where it is reported to have been", words, lines, _spots(frame, marked))


def locator(ledger: Reckoned, place: Place) -> MapView | None:
    """Return the map that shows where a place is; None without coordinates."""
    if not place.point:
        return None
    frame = _frame([place])
    spots = _spots(frame, [_place(ledger, place, 8.0, False, place.name)])
    return _view(frame, f"Where {place.name} is", "", (), spots)


def regional(ledger: Reckoned, frame: Frame) -> MapView:
    """Return the map of all places of a frame, the more transactions name them the larger."""
    inside = [place for place in ledger.places.values() if place.point and _within(frame, place)]
    numbers = {place.id: len(counted(ledger, naming(ledger, "places", place.id))) for place in inside}
    inside.sort(key=lambda place: (-numbers[place.id], place.id))
    marked = [_place(ledger, p, _side(numbers[p.id]), False, f"{p.name} {numbers[p.id]}") for p in inside]
    words = f"{count(len(inside), 'place')} with coordinates in this frame, each with the number of its entries."
    return _view(frame, f"Places in {frame.name}", words, (), _spots(frame, marked))


def world(ledger: Reckoned) -> MapView:
    """Return the map of the world with a square for each country, in proportion to its transactions."""
    numbers = {
        code: len(counted(ledger, naming(ledger, "countries", code))) for code in ledger.countries if code != HOME
    }
    points = label_points()
    found = [code for code, number in numbers.items() if number and code in points]
    found.sort(key=lambda code: (-numbers[code], code))
    marked = []
    for code in found:
        record = link(ledger, "countries", code)
        marked.append((record, points[code], _side(numbers[code]), False, f"{record.label} {numbers[code]}"))
    others = count(len(found), "country or territory", "countries and territories")
    words = f"{others} at the other end of a transaction, each square in proportion to the number."
    return _view(WORLD, "Transactions by country", words, (), _spots(WORLD, marked, labels=8))


def _side(number: int) -> float:
    """Return the side of a square whose area is in proportion to a number."""
    return round(min(max(4.0, 3.2 * sqrt(number)), 30.0), 1)


def _frame(places: Iterable[Place]) -> Frame:
    return frame_for([(p.point.lon, p.point.lat) for p in places if p.point], _LEAST_SPAN)


def _within(frame: Frame, place: Place) -> bool:
    west, south, east, north = frame.bounds()
    return bool(place.point) and west < place.point.lon < east and south < place.point.lat < north  # type: ignore[union-attr]


def _legs(frame: Frame, stops: list[tuple[PlaceRole, Place]]) -> list[str]:
    """Return a bent line between each two places along the way of one flow."""
    points = [frame.at((p.point.lon, p.point.lat)) for p in along(stops) if p.point]
    paths = []
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        bend_x, bend_y = (x + to_x) / 2 + (to_y - y) * 0.15, (y + to_y) / 2 - (to_x - x) * 0.15
        paths.append(f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}")
    return paths


def along(stops: Iterable[tuple[PlaceRole, Place]]) -> list[Place]:
    """Return the places on the way of goods that have coordinates, each once, in the order of their roles."""
    rows = list(stops)
    # A record with fields of its own cannot stand in a set; its id can.
    way = {place.id: place for role in _WAY for stop, place in rows if stop is role and place.point}
    return list(way.values())


Marked = tuple[Link, Position, float, bool, str]
"""A record with where it is, the side of its square, whether it is only near, and what is written beside it."""


def _spots(frame: Frame, marked: list[Marked], labels: int | None = None) -> tuple[Spot, ...]:
    """Return marks with labels beside the first of them, where there is room."""
    room = Room(frame)
    at = [frame.at(position) for _, position, _, _, _ in marked]
    for (x, y), (_, _, size, _, _) in zip(at, marked, strict=True):
        room.mark(x, y, size)
    spots = []
    for i, ((x, y), (record, _, size, near, words)) in enumerate(zip(at, marked, strict=True)):
        label = room.label(words, x, y, size) if labels is None or i < labels else None
        spots.append(Spot(record, round(x, 1), round(y, 1), size, near, label, words))
    return tuple(spots)


def _place(ledger: Reckoned, place: Place, size: float, near: bool, words: str) -> Marked:
    assert place.point
    about = near or place.point.precision is Precision.ABOUT
    return link(ledger, "places", place.id), (place.point.lon, place.point.lat), size, about, words


def _view(frame: Frame, title: str, words: str, lines: tuple[str, ...], spots: tuple[Spot, ...]) -> MapView:
    km = _nice(frame.km_per_unit * 120) if frame is not WORLD else 0
    drawn = f"{words} " if words else ""
    return MapView(
        title=title,
        description=f"{drawn}Shapes and borders are those of Natural Earth, not the ledger's.",
        width=640,
        height=frame.height,
        land=land(frame),
        lines=lines,
        spots=spots,
        scale_km=km,
        scale_width=round(km / frame.km_per_unit, 1) if km else 0,
    )


def _nice(km: float) -> int:
    """Return the largest 1, 2 or 5 with noughts that is not more."""
    power = 10 ** int(log10(km))
    return int(next(step * power for step in (5, 2, 1) if step * power <= km))
