"""Dates and numbers as a reader meets them, instead of as data."""

import re
from datetime import date
from functools import lru_cache

from ledger.model.dates import Edtf, Point

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def day(value: date) -> str:
    """Return ``18 June 2024``."""
    return f"{value.day} {month(value.month)} {value.year}"


def month(number: int) -> str:
    """Return the name of a month, counted from 1."""
    return _MONTHS[number - 1]


@lru_cache(maxsize=10_000)
def period(value: Edtf) -> str:
    """Return a date or span in words: ``about August 2023 to February 2024``, ``until September 2017``."""
    match value.start, value.end:
        case None, Point() as end:
            return f"until {_point(end)}"
        case Point() as start, None:
            return f"from {_point(start)} on"
        case Point() as start, Point() as end:
            return _point(start) if start is end or start == end else f"{_point(start)} to {_point(end)}"
    return value.text


def _point(point: Point) -> str:
    words = _bare(point)
    if point.mark in ("~", "%"):
        words = f"about {words}"
    return f"{words} (uncertain)" if point.mark in ("?", "%") else words


def _bare(point: Point) -> str:
    year, *rest = point.digits
    if year.endswith("XX"):
        return f"between {point.earliest.year} and {point.latest.year}"
    if year.endswith("X"):
        return f"the {point.earliest.year}s"
    known = [part for part in rest if part != "XX"]
    if not known:
        return year
    if len(known) == 1:
        return f"{month(int(known[0]))} {year}"
    return day(point.earliest)


def capitalised(words: str) -> str:
    """Return words with their first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def slug(words: str) -> str:
    """Return ``one-origin-perhaps-more`` for *one origin, perhaps more*: as it stands in addresses and in classes."""
    return "-".join(re.findall(r"[a-z0-9]+", words))


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 source``, ``2 sources``, ``1,200 sources``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listing(words: list[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
