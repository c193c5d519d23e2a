"""How far a date that is not certain may reach."""

from calendar import monthrange
from datetime import date, timedelta

from ledger.model.dates import Edtf, Point

_WEEK = timedelta(days=7)


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
        return edge + way * _WEEK
    if len(known) == 1 or known[0].endswith("X"):
        return edge.replace(year=min(max(edge.year + way, 1), 9999))
    # The edge is the first or the last day of a month: a day further stands in the month beside it.
    beyond = edge + way * timedelta(days=1)
    return beyond.replace(day=1 if way < 0 else monthrange(beyond.year, beyond.month)[1])
