"""One entity of FollowTheMoney, and the forms that its ids, dates, countries and languages have."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pycountry

from ledger.model.dates import Edtf, Point, parse
from ledger.model.ids import CountryId
from ledger.model.record import Language
from ledger.views.wording import period

PREFIX = "in-exchange"
"""What every id begins with, so that it stays one of a kind among the data of others."""

NAME_LENGTH = 384
"""How long a name may be: ``followthemoney.types.name``, 4.11."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity; each property has different texts, in the order of the record."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: str | None) -> "Entity":
        """Add values to a property; empty ones, and those that it has already, are passed over."""
        for value in filter(None, values):
            held = self.properties.setdefault(name, [])
            if value not in held:
                held.append(value)
        return self

    def dated(self, name: str, label: str, when: date | Edtf | None, words: str | None = None) -> "Entity":
        """Add a date to the property ``name``, or its ends to ``startDate`` and ``endDate`` where ``name`` is ``date``.

        A date that is uncertain or about stands only in words, for there is no sign for it. Without a property for
        it (``name`` is empty) every date does; what was reported in words always does.
        """
        if isinstance(when, date):
            when = parse(when.isoformat())
        if when and name:
            if when.start == when.end:
                self.add(name, _prefix(when.start))
            elif name == "date":
                self.add("startDate", _prefix(when.start)).add("endDate", _prefix(when.end))
        if when and (not name or when.text not in self.properties.get(name, ())):
            self.note(f"{label}: {in_words(when)}.")
        return self.note(words and f"{label}, as reported: {words}")

    def note(self, *lines: str | None) -> "Entity":
        """Add lines of text about what has no property of its own."""
        return self.add(NOTES.get(self.schema, "notes"), *lines)

    def line(self) -> str:
        """Return the entity as one line of JSON, the form of ``.ftm.json`` files."""
        whole = {"id": self.id, "schema": self.schema, "properties": self.properties}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


NOTES = {"UnknownLink": "description", "Documentation": "description"}
"""The property that takes lines of text; where none is named it is ``notes``."""


def entity_id(kind: str, id: str, *parts: str) -> str:
    """Return the id of a record, or of what is in it. Ids of records have no dots, so that no two can be the same."""
    return ".".join((PREFIX, kind, id, *parts))


def numbered(ids: Iterable[str]) -> list[str]:
    """Return ids that are all different: the second of two that are the same ends in ``.2``."""
    seen: Counter[str] = Counter()
    found = []
    for id in ids:
        seen[id] += 1
        found.append(id if seen[id] == 1 else f"{id}.{seen[id]}")
    return found


def country(code: CountryId | None) -> str | None:
    """Return a country as FollowTheMoney writes it: in small letters."""
    return code.lower() if code else None


_MACRO = {"nob": "nor", "nno": "nor"}
"""Languages that FollowTheMoney knows only as a part of another (ISO 639-3, macrolanguages)."""


def language(tag: Language | None) -> str | None:
    """Return the three letters of ISO 639-3 for a language tag; None where there are none."""
    if not tag:
        return None
    first = tag.partition("-")[0]
    found = pycountry.languages.get(**{"alpha_2" if len(first) == 2 else "alpha_3": first})
    return _MACRO.get(found.alpha_3, str(found.alpha_3)) if found else None


def in_words(when: Edtf) -> str:
    """Return a date in words, and beside them as it was written, with every doubt."""
    return f"{period(when)} (EDTF {when.text})"


def _prefix(point: Point | None) -> str | None:
    """Return a date of which nothing is doubtful, to its day, month or year; else nothing."""
    if point is None or point.mark or "X" in point.digits[0]:
        return None
    return "-".join(part for part in point.digits if part != "XX")
