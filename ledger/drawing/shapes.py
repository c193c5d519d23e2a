"""The shapes of countries, out of the TopoJSON of Natural Earth that comes with the program."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycountry

Position = tuple[float, float]
"""Degrees east and degrees north."""
Ring = tuple[Position, ...]
"""A closed line; its first position is not repeated. It may pass 180° east, so that it never jumps."""
Box = tuple[float, float, float, float]
"""The west, south, east and north edge of something."""

_FOLDER = Path(__file__).parent / "natural_earth"
_ANTARCTICA = "AQ"


@dataclass(frozen=True, slots=True)
class Shape:
    """A country with its rings, the largest first."""

    code: str
    """ISO 3166-1 alpha-2; empty where the data set has a land that the standard does not."""
    rings: tuple[Ring, ...]
    boxes: tuple[Box, ...]
    """The edges of each ring."""


@cache
def shapes(scale: str) -> tuple[Shape, ...]:
    """Return the countries at `110m` or `50m`; Antarctica, which no map here shows, is left out."""
    topology = json.loads((_FOLDER / f"countries-{scale}.json").read_text("utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = sorted((_ring(ring, arcs) for ring in _rings(geometry)), key=lambda ring: -abs(area(ring)))
        code = _alpha_2(geometry.get("id", ""))
        if code != _ANTARCTICA:
            found.append(Shape(code, tuple(rings), tuple(map(box, rings))))
    return tuple(found)


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Position]:
    """Return an arc's positions; TopoJSON keeps whole numbers, each as its difference from the one before."""
    (scale_x, scale_y), (x, y) = transform["scale"], transform["translate"]
    across = accumulate(step[0] for step in arc)
    up = accumulate(step[1] for step in arc)
    return [(a * scale_x + x, b * scale_y + y) for a, b in zip(across, up, strict=True)]


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry.get("arcs", [])]
    for polygon in polygons:
        yield from polygon


def _ring(indexes: list[int], arcs: list[list[Position]]) -> Ring:
    """Return the ring that these arcs make; a negative index is an arc walked backwards."""
    positions: list[Position] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        positions += arc[1:] if positions else arc
    return tuple(_unwrapped(positions[:-1]))


def _unwrapped(positions: list[Position]) -> Iterator[Position]:
    shift, before = 0.0, None
    for east, north in positions:
        if before is not None and abs(east + shift - before) > 180:
            shift += 360 if east + shift < before else -360
        before = east + shift
        yield before, north


def _alpha_2(number: str) -> str:
    country = pycountry.countries.get(numeric=number.zfill(3)) if number else None
    return str(country.alpha_2) if country else ""


def box(ring: Ring) -> Box:
    """Return the edges of a ring."""
    across, up = [p[0] for p in ring], [p[1] for p in ring]
    return min(across), min(up), max(across), max(up)


def area(ring: Ring) -> float:
    """Return the signed area of a ring, in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


# Where the middle of the largest ring would mislead a reader.
_LABELS = {"FR": (2.4, 46.6), "US": (-98.5, 39.5), "RU": (95.0, 61.5), "NO": (9.5, 61.3), "MY": (102.2, 4.1)}


@cache
def label_points() -> dict[str, Position]:
    """Return a point for each country's mark: the centre of its largest ring, or a better one set by hand."""
    found = {shape.code: centre(shape.rings[0]) for shape in shapes("50m") if shape.code and shape.rings}
    return {code: (east - 360 if east > 180 else east, north) for code, (east, north) in found.items()} | _LABELS


def centre(ring: Ring) -> Position:
    """Return the centre of the area of a ring, in its own units; of a flat one its first point."""
    whole = area(ring)
    if not whole:
        return ring[0]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)]
    east = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (6 * whole)
    north = sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (6 * whole)
    return east, north


def holds(ring: Ring, position: Position) -> bool:
    """Return whether a position lies inside a ring."""
    x, y = position
    pairs = [(a, b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True) if (a[1] > y) != (b[1] > y)]
    return sum(x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] for a, b in pairs) % 2 == 1
