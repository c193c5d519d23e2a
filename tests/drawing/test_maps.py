"""Frames and shapes: what a map may show, held against geometry."""

import re
from itertools import accumulate, pairwise

import pytest

from ledger.drawing.frames import FRAMES, WIDTH, WORLD, Frame, clip, frame_for, land, middles, simplified
from ledger.drawing.labels import Room
from ledger.drawing.shapes import holds, label_points, shapes

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
            assert all(-10 <= x <= 2 * WIDTH + 10 and -10 <= y <= 2 * frame.height + 60 for x, y in ring)


@EACH
def test_land_weighs_little(frame: Frame) -> None:
    """A map stands on thousands of pages, and a first view has its limit."""
    limit = 6_000 if frame.span <= 32 else 15_000
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
    ring = tuple((x / 2, y / 2) for x, y in max(walked(land(frame).outlined), key=len))
    assert holds(ring, frame.at((125.75, 39.03)))
    assert not holds(ring, frame.at((126.98, 37.56)))


@EACH
def test_a_cut_is_no_coast(frame: Frame) -> None:
    """Where a frame cuts North Korea, the ink of its outline must lie outside the picture."""
    for ring in walked(land(frame).outlined):
        for (x, y), (to_x, to_y) in zip(ring, ring[1:] + ring[:1], strict=True):
            along = (x == to_x and x in (0, 2 * WIDTH)) or (y == to_y and y in (0, 2 * frame.height))
            assert not along or abs(x - to_x) + abs(y - to_y) < 20


@EACH
def test_a_country_is_named_on_its_own_land(frame: Frame) -> None:
    for code, (x, y) in middles(frame).items():
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height
        inside = [frame.at(p) for s in shapes("50m") if s.code == code for p in s.rings[0]]
        assert min(p[0] for p in inside) <= x <= max(p[0] for p in inside)
    assert "KP" in middles(FRAMES[3])


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
    spots = [(300.0 + 9 * i, 150.0 + 5 * i) for i in range(12)] + [(635.0, 5.0), (100.0, 300.0), (100.0, 318.0)]
    for x, y in spots:
        room.mark(x, y, 6)
    labels = [room.label("Blagoveshchensk", x, y, 6) for x, y in spots] + [room.name("China", 302, 151)]
    assert any(labels)
    assert not all(labels)
    assert len(room.taken) - len(spots) == sum(1 for label in labels if label)
    assert len(room.taken_large) - len(spots) == sum(1 for label in labels if label and label.large)
    assert len(room.taken) > len(room.taken_large), "fewer have room in larger letters"
    for boxes in (room.taken, room.taken_large):
        words = boxes[len(spots) :]
        for i, a in enumerate(words):
            assert a[0] >= 0
            assert a[2] <= WIDTH
            for b in (*boxes[: len(spots)], *words[:i]):
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
