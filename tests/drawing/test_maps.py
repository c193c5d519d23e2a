"""Frames and shapes: what a map may show, held against geometry."""

import re
from itertools import accumulate, pairwise

import pytest

from ledger.drawing.frames import FRAMES, WIDTH, WORLD, Frame, clip, frame_for, land, simplified
from ledger.drawing.labels import Room
from ledger.drawing.shapes import label_points, shapes

EACH = pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)


def walked(path: str) -> list[list[tuple[int, int]]]:
    """Return the points of each ring of a path, in units of the picture times two."""
    rings = []
    for ring in re.findall(r"M([^z]+)z", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", ring)]
        across, down = accumulate(numbers[0::2]), accumulate(numbers[1::2])
        rings.append(list(zip(across, down, strict=True)))
    return rings


@EACH
def test_land_lies_inside_its_frame(frame: Frame) -> None:
    drawn = land(frame)
    for path in (drawn.others, drawn.outlined):
        assert path, "no land at all"
        for ring in walked(path):
            assert all(-2 <= x <= 2 * WIDTH + 2 and -2 <= y <= 2 * frame.height + 60 for x, y in ring)


@EACH
def test_land_weighs_little(frame: Frame) -> None:
    """A map stands on thousands of pages, and a first view has its limit."""
    limit = 6_000 if frame.span <= 32 else 20_000
    assert len(land(frame).others) + len(land(frame).outlined) <= limit


def test_no_ring_jumps_across_the_world() -> None:
    """A ring that passes 180 degrees would smear its country over the map."""
    for shape in (*shapes("110m"), *shapes("50m")):
        for ring in shape.rings:
            assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring)), shape.code


def test_a_frame_holds_its_points_and_is_the_smallest_that_does() -> None:
    rajin, vladivostok, windhoek = (130.28, 42.26), (131.87, 43.1), (17.08, -22.56)
    assert frame_for([rajin, vladivostok]).name == "the Tumen"
    assert frame_for([rajin, windhoek]) in FRAMES[-2:]
    assert frame_for([rajin, (-79.9, 9.36)]) is WORLD
    for frame in FRAMES:
        x, y = frame.at((frame.east, frame.north))
        assert (round(x), round(y)) == (round(WIDTH / 2), round(y))


def test_the_korean_peninsula_stands_where_it_is() -> None:
    """A mark and the land under it are drawn by the same rule: Pyongyang lies inside the outline of North Korea."""
    frame = next(f for f in FRAMES if f.name == "the Korean peninsula")
    x, y = (2 * value for value in frame.at((125.75, 39.03)))
    ring = max(walked(land(frame).outlined), key=len)
    crossings = sum(
        (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
    )
    assert crossings % 2 == 1


def test_small_states_have_a_point_and_large_ones_a_fair_one() -> None:
    points = label_points()
    assert {"SG", "MT", "HK", "KP", "RU", "US", "NA"} <= set(points)
    for code, (east, north) in {"NA": (17, -22), "CN": (104, 36), "RU": (95, 61), "FR": (2, 46)}.items():
        assert abs(points[code][0] - east) < 3
        assert abs(points[code][1] - north) < 3


def test_clipping_keeps_what_is_inside() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert set(clip(square, (1, 1, 9, 9))) == {(1.0, 1.0), (4.0, 1.0), (4.0, 4.0), (1.0, 4.0)}
    assert clip(square, (5, 5, 9, 9)) == ()


def test_a_simpler_line_stays_near_the_line() -> None:
    line = (*tuple((float(x), 0.4 if x % 2 else 0.0) for x in range(20)), (20.0, 9.0))
    assert simplified(line, 1.0) == (line[0], line[19], line[20])


def test_labels_neither_touch_each_other_nor_a_mark_nor_leave_the_picture() -> None:
    room = Room(FRAMES[3])
    spots = [(300.0 + 9 * i, 150.0 + 5 * i) for i in range(12)] + [(635.0, 5.0)]
    for x, y in spots:
        room.mark(x, y, 6)
    labels = [room.label("Blagoveshchensk", x, y, 6) for x, y in spots]
    boxes = room.taken
    assert any(labels)
    assert not all(labels)
    words = boxes[len(spots) :]
    for i, a in enumerate(words):
        assert a[0] >= 0
        assert a[2] <= WIDTH
        for b in (*boxes[: len(spots)], *words[:i]):
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
