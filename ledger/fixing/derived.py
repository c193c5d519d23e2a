"""What one field of a group says already about another: the only facts that ``fix`` writes by itself."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from ledger.model.record import Host
from ledger.reading.nodes import Plain

_HOST: TypeAdapter[str] = TypeAdapter(Host)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d{2})(\d{2})\d{6}[a-z_]*/.*", re.ASCII)


def missing(group: str, fields: Mapping[str, Plain]) -> dict[str, str]:
    """Return the fields that a group lacks and that follow from what it has.

    The host of a copy follows from its address (without ``www.``, as the entries have it), and the day of an archive
    copy from an address of the Wayback Machine, which begins with the time of the copy in UTC. Nothing else does: the
    check digit of a ship's number would be made up where a digit is missing, a body abroad is not of that country, and
    what was read on what day only a person knows.
    """
    if group not in _FOLLOWS:
        return {}
    name, source, follow = _FOLLOWS[group]
    given = fields.get(source)
    found = follow(given) if name not in fields and isinstance(given, str) else ""
    return {name: found} if found else {}


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")
        return _HOST.validate_python(host) if parts.scheme in ("http", "https") else ""
    except (ValueError, ValidationError):
        return ""


def _day(url: str) -> str:
    found = _ARCHIVED.fullmatch(url)
    try:
        return date(*(int(number) for number in found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


_FOLLOWS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "Copy": ("host", "url", _host),
    "Archived": ("date", "url", _day),
}
"""By group of fields: the field that follows, from which other, and how."""
