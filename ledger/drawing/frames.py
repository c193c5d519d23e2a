"""The frames of maps: a fixed few, so that the land of each is drawn once, whatever is marked on it."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import asin, cos, hypot, radians, sin, sqrt

from ledger.drawing.shapes import Box, Position, Ring, area, box, centre, holds, shapes

WIDTH = 640
"""Of every map, in units of the picture."""
_ASPECT = 1.9
_CUT = 4
"""Units outside a frame at which its land ends."""
_FINE = 2
"""Land is kept in halves of a unit."""
_WIDE = 60
"""Degrees of a frame from which on it takes the coarser shapes."""
_TOLERANCE, _TOLERANCE_WIDE = 1.4, 2.0
"""How far a simplified coast may lie from the shape, in halves of a unit; a wide frame has more of it to carry."""

Point = tuple[float, float]
"""Right and down, in units of the picture."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the earth's surface as a map shows it."""

    name: str
    north: float
    """Degrees of its middle."""
    east: float
    span: float
    """Degrees from its lower to its upper edge."""
    outlined: str = "KP"
    """The country that is drawn apart."""

    @property
    def height(self) -> int:
        """In units of the picture."""
        return round(WIDTH / _ASPECT)

    @property
    def km_per_unit(self) -> float:
        """On the frame's middle parallel; a degree of latitude is 111.2 km."""
        return 111.2 * self.span / self.height

    def bounds(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north edge in degrees."""
        half = self.span * _ASPECT / cos(radians(self.north)) / 2
        return self.east - half, self.north - self.span / 2, self.east + half, self.north + self.span / 2

    def land_bounds(self) -> tuple[float, float, float, float]:
        """Return the edges at which land is cut: outside those of the frame, so that no cut shows as a coast."""
        west, south, east, north = self.bounds()
        up = _CUT * self.span / self.height
        across = up / cos(radians(self.north))
        return west - across, south - up, east + across, north + up

    def at(self, position: Position) -> Point:
        """Return where a position stands: degrees are even, and right on the frame's middle parallel."""
        west, _, _, top = self.bounds()
        unit = self.height / self.span
        return (position[0] - west) * unit * cos(radians(self.north)), (top - position[1]) * unit


class World(Frame):
    """The whole world but the far south, in the Equal Earth projection of Šavrič, Patterson and Jenny (2018)."""

    __slots__ = ()

    def bounds(self) -> tuple[float, float, float, float]:
        """Return the edges: the Bering Strait, so that no country is cut, and two parallels."""
        return -169.0, -56.0, 191.0, 80.0

    def land_bounds(self) -> tuple[float, float, float, float]:
        """Return the same edges: beyond them the world begins again."""
        return self.bounds()

    @property
    def height(self) -> int:
        """In units of the picture."""
        return 272

    def at(self, position: Position) -> Point:
        """Return where a position stands."""
        x, y = _equal_earth(position[0] - 11, position[1])
        (left, _), (right, _) = _equal_earth(-180, 0), _equal_earth(180, 0)
        unit = WIDTH / (right - left)
        return (x - left) * unit, (_equal_earth(0, 80)[1] - y) * unit


def _equal_earth(east: float, north: float) -> Point:
    t = asin(sqrt(3) / 2 * sin(radians(north)))
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    x = 2 * sqrt(3) * radians(east) * cos(t) / (3 * (9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1))
    return x, a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t


WORLD = World("the world", 0, 11, 136)
FRAMES = (
    Frame("the Tumen", 42.5, 130.8, 4.5),
    Frame("the upper Yalu", 41.4, 128, 4.5),
    Frame("the lower Yalu", 39.9, 124.9, 4.5),
    Frame("the Korean peninsula", 38.8, 127.6, 11),
    Frame("the seas around Korea", 39, 131, 19),
    Frame("north-east Asia", 42, 128, 32),
    Frame("East Asia", 24, 118, 66),
    Frame("Europe and Asia", 34, 75, 82),
    Frame("Africa, Europe and Asia", 15, 60, 110),
    WORLD,
)
"""From the smallest to the largest. None is smaller than the shapes bear, whose borders lie a kilometre or two off."""

_MARGIN = 0.08
"""How much of a frame's width and height its edges keep free of marks."""


def frame_for(positions: Iterable[Position], least: float = 0) -> Frame:
    """Return the smallest frame that holds these positions with room around them, of at least so many degrees."""
    found = list(positions)
    return next((f for f in FRAMES if f.span >= least and all(_inside(f, p) for p in found)), WORLD)


def _inside(frame: Frame, position: Position) -> bool:
    x, y = frame.at(position)
    free = _MARGIN * frame.height
    return free <= x <= WIDTH - free and free <= y <= frame.height - free


@dataclass(frozen=True, slots=True)
class Land:
    """The land of a frame as two SVG paths, in halves of a unit."""

    others: str
    outlined: str


@cache
def land(frame: Frame) -> Land:
    """Return the land in a frame, clipped to it and simplified."""
    others: list[str] = []
    outlined: list[str] = []
    for shape in shapes(_scale(frame)):
        for ring, edges in zip(shape.rings, shape.boxes, strict=True):
            for shift in (-360, 0, 360):
                path = _path(frame, ring, edges, shift)
                if path:
                    (outlined if shape.code == frame.outlined else others).append(path)
    return Land("".join(others), "".join(outlined))


@cache
def middles(frame: Frame) -> dict[str, Point]:
    """Return where each country can be named: the middle of the largest piece of it in the frame, if that is land."""
    found: dict[str, Point] = {}
    for shape in shapes(_scale(frame)):
        pieces = (
            tuple(map(frame.at, clip(ring, frame.bounds(), edges)))
            for ring, edges in zip(shape.rings, shape.boxes, strict=True)
            if not _apart(edges, frame.bounds())
        )
        largest = max(pieces, key=lambda piece: abs(area(piece)), default=())
        if shape.code and abs(area(largest)) > _ROOM_FOR_A_NAME and holds(largest, centre(largest)):
            found[shape.code] = centre(largest)
    return found


_ROOM_FOR_A_NAME = 2000.0
"""The least area that is named, in square units."""


def _scale(frame: Frame) -> str:
    return "110m" if frame.span > _WIDE else "50m"


def _apart(one: Box, other: Box) -> bool:
    return one[2] < other[0] or one[0] > other[2] or one[3] < other[1] or one[1] > other[3]


def _path(frame: Frame, ring: Ring, edges: Box, shift: int) -> str:
    """Return the path of a ring that is moved ``shift`` degrees to the east; ``edges`` are those of the ring."""
    edges = (edges[0] + shift, edges[1], edges[2] + shift, edges[3])
    if _apart(edges, frame.land_bounds()):
        return ""
    moved = tuple((east + shift, north) for east, north in ring) if shift else ring
    clipped = clip(moved, frame.land_bounds(), edges)
    if len(clipped) < 3:
        return ""
    points = tuple((x * _FINE, y * _FINE) for x, y in map(frame.at, clipped))
    if abs(area(points)) < 8 * _FINE:
        return ""
    whole = [(round(x), round(y)) for x, y in simplified(points, _TOLERANCE_WIDE if frame.span > _WIDE else _TOLERANCE)]
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in itertools.pairwise(whole) if a != b]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z".replace(" -", "-") if len(steps) > 1 else ""


def clip(ring: Ring, window: Box, edges: Box | None = None) -> Ring:
    """Return the part of a ring inside a window (Sutherland and Hodgman, 1974); ``edges`` are those of the ring."""
    edges = edges or box(ring)
    for side, axis in enumerate((0, 1, 0, 1)):
        sign = 1 if side < 2 else -1
        if sign * edges[side] < sign * window[side] and ring:
            ring = _clipped(ring, axis, window[side], sign)
    return ring


def _clipped(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    """Return the part of a ring on the side of an edge where what is larger lies; smaller, where ``sign`` is -1."""
    kept: list[Position] = []
    before = ring[-1]
    was_inside = sign * before[axis] >= sign * edge
    for here in ring:
        inside = sign * here[axis] >= sign * edge
        if inside != was_inside:
            part = (edge - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + part * (here[1 - axis] - before[1 - axis])
            kept.append((edge, other) if axis == 0 else (other, edge))
        if inside:
            kept.append(here)
        before, was_inside = here, inside
    return tuple(kept)


def simplified(points: Ring, tolerance: float) -> Ring:
    """Return fewer points that lie nowhere farther than ``tolerance`` from the line (Douglas and Peucker, 1973)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        distances = _distances(points[first + 1 : last], points[first], points[last])
        farthest = max(distances, default=0.0)
        if farthest > tolerance:
            far = first + 1 + distances.index(farthest)
            kept.add(far)
            spans += [(first, far), (far, last)]
    return tuple(points[i] for i in sorted(kept))


def _distances(points: Ring, start: Point, end: Point) -> list[float]:
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not length:
        return [hypot(p[0] - x, p[1] - y) for p in points]
    return [abs(dx * (y - p[1]) - dy * (x - p[0])) / length for p in points]
