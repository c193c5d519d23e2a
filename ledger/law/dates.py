"""How far a date that is not certain may reach."""

from calendar import monthrange
from datetime import date

from ledger.model.dates import Edtf, Point


def fuzzy(when: Edtf) -> tuple[date, date]:
    """Return the first and the last day that a date may mean.

    A point that is uncertain (`?`) or approximate (`~`) reaches further on both sides: a year by a year, a month by a
    month, a day by seven days. An open end reaches to the end of time.
    """
    earliest = _reach(when.start, -1) if when.start else date.min
    latest = _reach(when.end, 1) if when.end else date.max
    return earliest, latest


def _reach(point: Point, way: int) -> date:
    edge = point.earliest if way < 0 else point.latest
    if not point.mark:
        return edge
    known = [part for part in point.digits if part != "XX"]
    if len(known) == 3:
        return _moved(edge, way * 7)
    if len(known) == 1 or known[0].endswith("X"):
        return edge.replace(year=min(max(edge.year + way, 1), 9999))
    # The edge is the first or the last day of a month: a day further stands in the month beside it.
    beyond = _moved(edge, way)
    return beyond.replace(day=1 if way < 0 else monthrange(beyond.year, beyond.month)[1])


def _moved(day: date, days: int) -> date:
    """Return the day that is so many days later, or the last or first that a calendar has."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
