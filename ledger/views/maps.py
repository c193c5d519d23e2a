"""Maps: the places of one entry, where one place is, and with how many entries each country of the world stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10, sqrt

from ledger.drawing.frames import WORLD, Frame, Land, frame_for, land, middles
from ledger.drawing.labels import Label, Room
from ledger.drawing.shapes import Position, label_points
from ledger.model.ids import HOME
from ledger.model.place import Place
from ledger.model.transaction import Transaction
from ledger.model.words import Precision
from ledger.reckoned import Reckoned
from ledger.views.answers import numbers
from ledger.views.links import Link, link
from ledger.views.ways import legs
from ledger.views.wording import count, listing

_LEAST_SPAN = 10
"""Degrees of the smallest map of a single place: with less round it nobody would know where it is."""

MOST_PLACES = 150
"""How many places a map draws: with more of them squares lie on squares."""


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
    names: tuple[Label, ...]
    """Countries, named where they lie."""
    scale_km: int
    """Length of the scale bar; none (0) where a map has no one scale."""
    scale_width: float


def route(ledger: Reckoned, entry: Transaction) -> MapView | None:
    """Return the map of an entry's places; None where none of them has coordinates."""
    stops = [(row, ledger.places[row.place]) for row in entry.places]
    known = {place.id: place for _, place in stops if place.point}
    if not known:
        return None
    frame = _frame(known.values(), _LEAST_SPAN if len(known) == 1 else 0)
    roles = {id: [row.role.plain for row, place in stops if place.id == id] for id in known}
    near = {place.id for row, place in stops if row.near}
    missing = list(dict.fromkeys(place.name for _, place in stops if not place.point))
    lines = tuple(
        _leg(frame, start, end)
        for flow in entry.flows
        for start, end in legs((r.role, p) for r, p in stops if flow in (r.flows or entry.flows))
    )
    words = f"{listing([f'{known[id].name} ({listing(list(dict.fromkeys(roles[id])))})' for id in known])}."
    if lines:
        words += (
            " A dashed line leads from place to place in the order of what happened there, not along a known track."
        )
    if missing:
        words += f" Not on the map, for want of coordinates: {listing(missing)}."
    ends = _ends(entry)
    nowhere = [ledger.country_name(code) for code in ends if code not in {place.country for _, place in stops}]
    if nowhere:
        words += f" No place is named in {listing(nowhere)}."
    marked = [_place(ledger, place, 6.0, place.id in near, place.name) for place in known.values()]
    return _view(frame, "Where it is reported to have been", words, lines, *_spots(ledger, frame, marked, names=ends))


def _ends(entry: Transaction) -> list[str]:
    """Return the countries at the ends of an entry's flows."""
    ends = (value.country for flow in entry.flows.values() for value in (flow.from_, flow.to))
    return list(dict.fromkeys(str(code) for code in ends if code))


def locator(ledger: Reckoned, place: Place) -> MapView | None:
    """Return the map that shows where a place is; None without coordinates."""
    if not place.point:
        return None
    frame = _frame([place], _LEAST_SPAN)
    spots = _spots(ledger, frame, [_place(ledger, place, 8.0, False, place.name)], names=[str(place.country)])
    return _view(frame, f"Where {place.name} is", "", (), *spots)


def regional(ledger: Reckoned, frame: Frame) -> MapView:
    """Return the map of all places of a frame, the more transactions name them the larger."""
    inside = [place for place in ledger.places.values() if place.point and _within(frame, place)]
    named = numbers(ledger, "places", [place.id for place in inside])
    inside.sort(key=lambda place: (-named[place.id], place.id))
    side = _sides(named)
    drawn = inside[:MOST_PLACES]
    marked = [_place(ledger, p, side[p.id], False, f"{p.name} {named[p.id]:,}") for p in drawn]
    words = f"{count(len(inside), 'place')} with coordinates in this frame, each with the number of its entries."
    if len(drawn) < len(inside):
        words += f" Drawn are the {len(drawn)} that most entries name."
    return _view(frame, f"Places in {frame.name}", words, (), *_spots(ledger, frame, marked))


def world(ledger: Reckoned) -> MapView:
    """Return the map of the world with a square for each country, in proportion to its transactions."""
    named = numbers(ledger, "countries", [code for code in ledger.countries if code != HOME])
    points = label_points()
    found = [code for code, number in named.items() if number and code in points]
    found.sort(key=lambda code: (-named[code], code))
    side = _sides(named)
    marked = []
    for code in found:
        record = link(ledger, "countries", code)
        marked.append((record, points[code], side[code], False, f"{record.label} {named[code]:,}"))
    others = count(len(found), "country or territory", "countries and territories")
    words = f"{others} at the other end of a transaction, each square in proportion to the number."
    return _view(WORLD, "Transactions by country", words, (), *_spots(ledger, WORLD, marked, labels=8))


_LARGEST, _SMALLEST, _OF_ONE = 30.0, 3.0, 4.0
"""Sides of squares: at most, at least (where the numbers lie so far apart), and that of a single transaction."""


def _sides(numbers: dict[str, int]) -> dict[str, float]:
    """Return the sides of squares whose areas are in proportion to the numbers, but for those too small to see."""
    one = min(_OF_ONE, _LARGEST / sqrt(max([1, *numbers.values()])))
    return {id: round(max(one * sqrt(number), _SMALLEST), 1) for id, number in numbers.items()}


def _frame(places: Iterable[Place], least: float) -> Frame:
    return frame_for([(p.point.lon, p.point.lat) for p in places if p.point], least)


def _within(frame: Frame, place: Place) -> bool:
    west, south, east, north = frame.bounds()
    return bool(place.point) and west < place.point.lon < east and south < place.point.lat < north  # type: ignore[union-attr]


def _leg(frame: Frame, start: Place, end: Place) -> str:
    """Return a bent line from one place to another."""
    assert start.point
    assert end.point
    (x, y), (to_x, to_y) = (frame.at((p.lon, p.lat)) for p in (start.point, end.point))
    bend_x, bend_y = (x + to_x) / 2 + (to_y - y) * 0.15, (y + to_y) / 2 - (to_x - x) * 0.15
    return f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"


Marked = tuple[Link, Position, float, bool, str]
"""A record with where it is, the side of its square, whether it is only near, and what is written beside it."""


def _spots(
    ledger: Reckoned, frame: Frame, marked: list[Marked], labels: int | None = None, names: Iterable[str] = ()
) -> tuple[tuple[Spot, ...], tuple[Label, ...]]:
    """Return marks with labels beside the first of them, and names of countries, where there is room."""
    room = Room(frame)
    at = [frame.at(position) for _, position, _, _, _ in marked]
    for (x, y), (_, _, size, _, _) in zip(at, marked, strict=True):
        room.mark(x, y, size)
    spots = []
    for i, ((x, y), (record, _, size, near, words)) in enumerate(zip(at, marked, strict=True)):
        label = room.label(words, x, y, size) if labels is None or i < labels else None
        spots.append(Spot(record, round(x, 1), round(y, 1), size, near, label, words))
    at_home = middles(frame)
    found = (room.name(ledger.country_name(code), *at_home[code]) for code in names if code in at_home)
    return tuple(spots), tuple(label for label in found if label)


def _place(ledger: Reckoned, place: Place, size: float, near: bool, words: str) -> Marked:
    assert place.point
    about = near or place.point.precision is Precision.ABOUT
    return link(ledger, "places", place.id), (place.point.lon, place.point.lat), size, about, words


def _view(
    frame: Frame, title: str, words: str, lines: tuple[str, ...], spots: tuple[Spot, ...], names: tuple[Label, ...]
) -> MapView:
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
        names=names,
        scale_km=km,
        scale_width=round(km / frame.km_per_unit, 1) if km else 0,
    )


def _nice(km: float) -> int:
    """Return the largest 1, 2 or 5 with noughts that is not more."""
    power = 10 ** int(log10(km))
    return int(next(step * power for step in (5, 2, 1) if step * power <= km))
