"""What the address of a page tells without a look at it: whether it is known, who publishes it, from which day."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit

from ledger.model.record import without_tracking
from ledger.model.source import Source
from ledger.model.words import DatedBy

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d{2})(\d{2})\d*[a-z_]*/(https?:/{1,2}\S+)")
# A day with a sign before and after it, or a year and a month between slashes: other numbers are no dates.
_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([-/._]?)(\d{2})\2(\d{2})(?!\d)")
_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{2})/")


@dataclass(frozen=True, slots=True)
class FromAddress:
    """What an address tells of a source."""

    sure: Mapping[str, object]
    """Fields that follow from the address and from all other sources of the same host."""
    likely: Mapping[str, str] = field(default_factory=dict)
    """Fields as most other sources of the host have them: to be offered, never to be written unasked."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What is to be told about a field."""


def is_address(text: str) -> bool:
    """Whether a text is meant as an address."""
    return bool(re.match(r"https?://", text, re.IGNORECASE))


def host_of(address: str) -> str:
    """Return the host without ``www.``, in small letters; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host)


def same(address: str) -> str:
    """Return what two addresses of one page have in common: no scheme, ``www.``, tracking, fragment or last slash."""
    try:
        parts = urlsplit(without_tracking(address))
        query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    except ValueError:
        return address
    return f"{host_of(address)}{unquote(parts.path).rstrip('/')}?{query}"


def addresses(source: Source) -> Iterator[str]:
    """Yield every address under which a source can be read."""
    yield from (one for one in (source.url, *(a.url for a in source.archived), *(c.url for c in source.copies)) if one)


def tell(address: str, sources: Iterable[Source], day: date) -> FromAddress:
    """Return what an address tells; ``day`` is today, after which nothing was published."""
    address = without_tracking(address)
    sure: dict[str, object] = {"url": address}
    if found := _ARCHIVED.fullmatch(address):
        year, month, when, original = found.groups()
        original = re.sub(r"^(https?:)/+", r"\1//", original)
        sure = {"url": original, "archived": [{"url": address, "date": f"{year}-{month}-{when}"}]}
        address = original
    beside = [one for one in sources if one.url and host_of(one.url) == host_of(address)]
    notes: dict[str, str] = {}
    likely: dict[str, str] = {}
    for name in ("by", "kind", "language"):
        counts = Counter(str(getattr(one, name)) for one in beside if getattr(one, name))
        if len(counts) == 1 and name != "language":
            sure[name] = next(iter(counts))
            notes[name] = f"Taken from the address: so it is for all other sources of this host ({counts.total()})."
        elif counts:
            likely[name] = counts.most_common(1)[0][0]
            notes[name] = "Of other sources of this host: " + ", ".join(f"{w} ({n})" for w, n in counts.most_common(5))
    if published := _published(address, day):
        sure |= {"published": published, "dated_by": DatedBy.ADDRESS.value}
        notes["published"] = "Taken from the address; look at the page."
    return FromAddress(sure, likely, notes)


def _published(address: str, day: date) -> str:
    """Return the day, or the month, that an address carries; nothing where it carries none or several."""
    path = _path(address)
    days = {f"{y}-{m}-{d}" for y, _, m, d in _DAY.findall(path) if _is_past(int(y), int(m), int(d), day)}
    if days:
        return days.pop() if len(days) == 1 else ""
    months = {f"{y}-{m}" for y, m in _MONTH.findall(path) if _is_past(int(y), int(m), 1, day)}
    return months.pop() if len(months) == 1 else ""


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _is_past(year: int, month: int, number: int, day: date) -> bool:
    try:
        return date(1994, 1, 1) <= date(year, month, number) <= day
    except ValueError:
        return False
