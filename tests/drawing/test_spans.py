"""Timelines: no two marks of a lane touch, each end is drawn as what it is, and many items stay light."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledger.drawing.spans import MOST, WIDTH, Item, timeline

DAYS = st.dates(date(1990, 1, 1), date(2026, 12, 31))


@st.composite
def items(draw: st.DrawFn) -> Item:
    start, length = draw(DAYS), draw(st.integers(0, 3000))
    end = min(start + timedelta(days=length), date(2026, 12, 31))
    open_end = draw(st.sampled_from(["", "", "start", "end"]))
    gave = draw(st.booleans())
    return Item(
        "one", "transactions/one.html", None if open_end == "start" else start, None if open_end == "end" else end,
        uncertain=draw(st.booleans()), gave=gave, received=draw(st.booleans()) or not gave,
    )  # fmt: skip


@given(st.lists(items(), min_size=1, max_size=60))
def test_marks_stand_apart_inside_the_picture_and_on_their_side(found: list[Item]) -> None:
    drawn = timeline(found)
    assert drawn
    lanes: dict[float, list[tuple[float, float]]] = {}
    for mark in drawn.marks:
        assert mark.x >= 0
        assert mark.x + mark.width <= WIDTH + 0.2
        assert mark.y < drawn.axis or mark.y > drawn.axis + drawn.axis_height
        lanes.setdefault(mark.y, []).append((mark.x, mark.x + mark.width))
    for lane in lanes.values():
        lane.sort()
        assert all(a[1] < b[0] for a, b in itertools.pairwise(lane))
    above = sum(mark.y < drawn.axis for mark in drawn.marks)
    assert above == sum(item.gave for item in found)
    assert len(drawn.marks) - above == sum(item.received for item in found)


def test_an_end_is_drawn_as_what_it_is() -> None:
    day, later = date(2024, 6, 18), date(2024, 12, 31)
    cases = {
        "day": (day, day, False),
        "span": (date(2020, 1, 1), later, False),
        "about": (day, day, True),
        "open": (None, later, False),
    }
    for kind, (start, end, uncertain) in cases.items():
        items = [Item("one", "", start, end, uncertain, gave=True, received=False)]
        items.append(Item("frame", "", date(2000, 1, 1), later, uncertain=False, gave=False, received=True))
        drawn = timeline(items)
        assert drawn
        assert drawn.marks[0].kind == kind


def test_nothing_dated_has_no_timeline() -> None:
    assert timeline([Item("one", "", None, None, uncertain=False, gave=True, received=False)]) is None


def test_ten_thousand_items_are_counted_by_year() -> None:
    many = [
        Item(
            "one",
            "x",
            date(2000 + i % 25, 1, 1),
            date(2000 + i % 25, 6, 1),
            uncertain=False,
            gave=True,
            received=i % 3 == 0,
        )
        for i in range(10_000)
    ]
    drawn = timeline(many)
    assert drawn
    assert not drawn.marks
    assert len(drawn.bars) == 50
    assert sum(bar.number for bar in drawn.bars) == 10_000 + len(range(0, 10_000, 3))
    few = timeline(many[:MOST])
    assert few
    assert few.marks


def test_what_is_older_than_the_picture_is_counted() -> None:
    old = Item("old", "x", date(1974, 1, 1), date(1974, 2, 1), uncertain=False, gave=True, received=False)
    new = Item("new", "x", date(2024, 1, 1), date(2024, 2, 1), uncertain=False, gave=True, received=False)
    drawn = timeline([old, new])
    assert drawn
    assert drawn.older == 1
