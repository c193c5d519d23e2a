"""Dates as reported: the part of EDTF level 1 (ISO 8601-2:2019) that the ledger uses, and what it spans.

The packages that read EDTF accept impossible days or reversed spans, or do not know open ends; tests hold this one
against ``edtf`` where the two agree.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from ledger.model.codes import BAD_DATE, refusal
from ledger.model.values import written_as_text

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as precise as it was written, with the days it may mean."""

    text: str
    mark: str
    """`?` uncertain, `~` about, `%` both, or nothing."""
    earliest: date
    latest: date

    @property
    def digits(self) -> tuple[str, ...]:
        """Year, month and day as written, as many as there are."""
        return tuple(self.text.rstrip("?~%").split("-"))


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or a span of dates whose end or beginning may be open (None)."""

    text: str
    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date | None:
        """The first day that it may mean; None where the beginning is open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day that it may mean; None where the end is open."""
        return self.end.latest if self.end else None

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Order in time: by the first day, an open beginning by its end."""
        low, high = self.earliest or self.latest or date.min, self.latest or self.earliest or date.max
        return low, high, self.text


def parse(text: str) -> Edtf:
    """Read an EDTF date; raise the refusal that says what is wrong with it."""
    if "/" not in text:
        point = _point(text, text)
        return Edtf(text, point, point)
    first, _, last = text.partition("/")
    if first == last == "..":
        raise refusal(BAD_DATE, f'"{text}" says nothing; leave the key out')
    start = None if first == ".." else _point(first, text)
    end = None if last == ".." else _point(last, text)
    if start and end and start.earliest > end.latest:
        raise refusal(BAD_DATE, f'"{text}" ends before it begins; swap the two')
    return Edtf(text, start, end)


def _point(text: str, whole: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        message = f'"{whole}" is not an EDTF date; write 2024-06-18, 2024-06, 2024~, 2024-06/2024-08 or ../2024'
        raise refusal(BAD_DATE, message)
    year, month, day, mark = found.groups()
    if ("X" in year and month) or (month == "XX" and day not in (None, "XX")):
        raise refusal(BAD_DATE, f'"{whole}" is precise where it is unknown; leave out what comes after the first X')
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year == 0:
        raise refusal(BAD_DATE, f'"{whole}": there is no year 0000 here')
    if month in (None, "XX"):
        return Point(text, mark, date(first_year, 1, 1), date(last_year, 12, 31))
    if not 1 <= int(month) <= 12:
        raise refusal(BAD_DATE, f'"{whole}": there is no month {month}; for a season write its months, 2017-03/2017-05')
    days = monthrange(first_year, int(month))[1]
    if day in (None, "XX"):
        return Point(text, mark, date(first_year, int(month), 1), date(first_year, int(month), days))
    if not 1 <= int(day) <= days:
        raise refusal(BAD_DATE, f'"{whole}": {year}-{month} has {days} days')
    exact = date(first_year, int(month), int(day))
    return Point(text, mark, exact, exact)


def parse_day(text: str) -> date:
    """Read one known day; raise the refusal where it is less precise or more than one."""
    when = parse(text)
    if when.earliest is None or when.earliest != when.latest or (when.start and when.start.mark) or "/" in text:
        raise refusal(BAD_DATE, f'"{text}" is not one day; write it as 2024-06-18')
    return when.earliest


Date = Annotated[
    Edtf,
    written_as_text(parse, Edtf),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "title": "date as reported",
            "type": "string",
            "format": "edtf",
            "examples": ["2024-06-18", "2024-06", "2023-08~/2024-02", "../2017-09"],
        }
    ),
]
"""A date or span as reported."""

Day = Annotated[
    date,
    written_as_text(parse_day, date),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"title": "day", "type": "string", "format": "date", "examples": ["2024-06-18"]}),
]
"""One known day."""
