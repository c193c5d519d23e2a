"""Dates as people type them, written as EDTF where they can mean one thing only."""

import re

from pydantic_core import PydanticCustomError

from ledger.model.dates import parse, parse_day

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        # With the year first the month comes next: nobody writes year, day, month.
        rf"{_YEAR}-{_MONTH}(?:-{_DAY})?",
        rf"{_YEAR}([/.])\s?{_MONTH}\2\s?{_DAY}\.?",
        rf"{_YEAR}[년年]\s?{_MONTH}[월月](?:\s?{_DAY}[일日])?",
        rf"(?:{_DAY}(?:st|nd|rd|th)?\s)?{_NAME},?\s{_YEAR}",
        rf"{_NAME}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}",
    )
)


def normal(text: str, *, is_day: bool) -> str:
    """Return the date as EDTF where it is none yet and can be read in one way only, else the text as it is.

    ``3 May 2019``, ``May 3, 2019``, ``2019/5/3`` and ``2019년 5월 3일`` become ``2019-05-03``; the two halves of a span
    are read alike. ``03/05/2019`` has two readings, ``spring 2019`` no exact one: these stay. ``is_day`` says that
    only one known day is allowed there.
    """
    if _stands(text, is_day=is_day):
        return text
    found = _point(text.strip()) or "/".join(_point(half.strip()) or half.strip() for half in text.split("/"))
    return found if _stands(found, is_day=is_day) else text


def _point(text: str) -> str:
    """Return one date as EDTF, or nothing where its form is not known."""
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
            return f"{parts['year']}-{month:02}" + (f"-{int(parts['day']):02}" if parts.get("day") else "")
    return ""


def _stands(text: str, *, is_day: bool) -> bool:
    try:
        parse_day(text) if is_day else parse(text)
    except PydanticCustomError:
        return False
    return True
