"""A timeline: what North Korea gave above the axis of years, what it received below, each a stroke or a span."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH = 860
"""Of a timeline, in units of the picture."""
_LANE = 7
"""Height of a lane."""
_AXIS = 18
"""Height of the axis between the two sides."""
_LEAST = 3
"""Width of a single day, and the room between two marks of a lane."""
MOST = 300
"""With more items than this, years are counted instead: a mark a reader cannot hit is no link."""
_TAIL = 30
"""How far an open end is drawn."""
_LONGEST = 30
"""Years that a timeline shows at most; what is older begins at its left edge."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a time; without a day at one end, that end is open."""

    label: str
    path: str
    start: date | None
    end: date | None
    uncertain: bool
    gave: bool
    received: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn item, or a part of it on one side."""

    label: str
    path: str
    x: float
    y: float
    width: float
    kind: str
    """`day`, `span`, `about` or `open`: how it is stroked."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many items lie in a year, on one side."""

    x: float
    y: float
    width: float
    height: float
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline, ready to be drawn; either ``marks`` or ``bars`` is empty."""

    height: float
    axis: float
    """Where the axis begins; it is `axis_height` high."""
    axis_height: int
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    older: int
    """How many items began before the first year that is drawn."""


def timeline(items: Iterable[Item]) -> Timeline | None:
    """Return the timeline of these items; None where none of them has a day."""
    dated = [item for item in items if item.start or item.end]
    if not dated:
        return None
    first, last = _years(dated)
    older = sum(1 for item in dated if (item.start or item.end or date.min).year < first)
    ticks = _ticks(first, last)
    if len(dated) > MOST:
        bars, height, axis = _bars(dated, first, last)
        return Timeline(height, axis, _AXIS, ticks, (), bars, older)
    gave, above = _lanes([item for item in dated if item.gave], first, last)
    received, below = _lanes([item for item in dated if item.received or not item.gave], first, last)
    axis = above * _LANE + 2
    marks = [_mark(item, x, axis - 4 - lane * _LANE, width) for item, x, width, lane in gave]
    marks += [_mark(item, x, axis + _AXIS + 4 + lane * _LANE, width) for item, x, width, lane in received]
    return Timeline(axis + _AXIS + below * _LANE + 2, axis, _AXIS, ticks, tuple(marks), (), older)


def _years(items: list[Item]) -> tuple[int, int]:
    days = [day for item in items for day in (item.start, item.end) if day]
    last = max(days).year
    return max(min(days).year, last - _LONGEST), last


def _ticks(first: int, last: int) -> tuple[Tick, ...]:
    step = 1 if last - first < 16 else 2
    return tuple(Tick(_at(date(year, 1, 1), first, last), str(year)) for year in range(first, last + 1, step))


def _at(day: date, first: int, last: int) -> float:
    whole = date(last + 1, 1, 1).toordinal() - date(first, 1, 1).toordinal()
    return round(max(0.0, (day.toordinal() - date(first, 1, 1).toordinal()) / whole * WIDTH), 1)


def _lanes(items: list[Item], first: int, last: int) -> tuple[list[tuple[Item, float, float, int]], int]:
    """Return each item with its place, width and lane, and how many lanes there are: no two marks of a lane touch."""
    ends: list[float] = []
    placed = []
    for item in sorted(items, key=lambda item: (item.start or item.end or date.min, item.label)):
        right = _at(item.end, first, last) if item.end else 0.0
        left = _at(item.start, first, last) if item.start else max(right - _TAIL, 0.0)
        right = right if item.end else min(left + _TAIL, WIDTH)
        width = round(max(right - left, _LEAST), 1)
        left = min(left, WIDTH - width)
        lane = next((i for i, end in enumerate(ends) if end + _LEAST <= left), len(ends))
        ends[lane : lane + 1] = [left + width]
        placed.append((item, left, width, lane))
    return placed, max(len(ends), 1)


def _mark(item: Item, x: float, y: float, width: float) -> Mark:
    kind = "open" if not item.start or not item.end else "about" if item.uncertain else "span"
    return Mark(item.label, item.path, x, y, width, "day" if width <= _LEAST and kind == "span" else kind)


def _bars(items: list[Item], first: int, last: int) -> tuple[tuple[Bar, ...], float, float]:
    """Return counts by year of the day on which items began, as bars on both sides of the axis."""
    tall = 90
    counts: dict[tuple[bool, int], int] = {}
    for item in items:
        year = max((item.start or item.end or date.min).year, first)
        for side in [True] * item.gave + [False] * (item.received or not item.gave):
            counts[side, year] = counts.get((side, year), 0) + 1
    most = max(counts.values())
    wide = round(WIDTH / (last - first + 1) - 4, 1)
    bars = []
    for (gave, year), number in sorted(counts.items()):
        height = round(number / most * tall, 1)
        y = tall - height if gave else tall + _AXIS
        bars.append(Bar(_at(date(year, 1, 1), first, last) + 2, y, wide, height, year, number))
    return tuple(bars), 2 * tall + _AXIS, tall
