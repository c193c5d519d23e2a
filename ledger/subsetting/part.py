"""Which part of the ledger is wanted, and which transactions are in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ledger.law.tree import naming_goods
from ledger.model.dates import Edtf
from ledger.model.transaction import Transaction
from ledger.problems.problem import did_you_mean
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the ledger by what its transactions name: a kind of ``KINDS``, and an id of it or a year."""

    kind: str
    id: str

    @property
    def slug(self) -> str:
        """The part as it stands in names of files: ``country-by``."""
        return f"{self.kind}-{self.id.lower()}"


class NoSuchPartError(LookupError):
    """That no transaction is in a part; its text says so to whoever asked for it."""


def parse(text: str) -> Part:
    """Read ``country=BY``; raise a ``ValueError`` that says how a part is written."""
    kind, _, id = text.partition("=")
    if kind not in KINDS or not id:
        raise ValueError(f'"{text}" is no part; write {", ".join(f"{one}=…" for one in KINDS)}')
    if kind == "year" and not _YEAR.fullmatch(id):
        raise ValueError(f'"{id}" is no year; write year=2017')
    return Part(kind, id.upper() if kind == "country" else id)


def chosen(ledger: Reckoned, part: Part) -> set[str]:
    """Return the ids of the transactions in a part; raise ``NoSuchPartError`` where there is none."""
    found = KINDS[part.kind](ledger, part.id)
    if not found:
        known = ledger.by(FOLDERS[part.kind]) if part.kind in FOLDERS else ()
        guess = "" if part.id in known else did_you_mean(part.id, known)
        raise NoSuchPartError(f"no transaction is in the part {part.kind}={part.id}{guess}")
    return found


def _country(ledger: Reckoned, id: str) -> set[str]:
    return naming(ledger, "countries", id)


def _resolution(ledger: Reckoned, id: str) -> set[str]:
    described = {
        entry
        for (entry, _), law in ledger.law.items()
        if any(one.verdict.provision.resolution == id for one in law.described)
    }
    return described | naming(ledger, "resolutions", id)


def _actor(ledger: Reckoned, id: str) -> set[str]:
    mentions = ledger.mentions.get(("actors", id), ())
    own = {mention.id for mention in mentions if mention.kind == "sources" and mention.path[0] in ("by", "speaker")}
    return naming(ledger, "actors", id).union(*(naming(ledger, "sources", source) for source in own))


def _year(ledger: Reckoned, id: str) -> set[str]:
    year, latest = int(id), ledger.changed.year
    return {
        entry.id
        for entry in ledger.transactions.values()
        if any(_touches(when, year, latest) for when in _dates(entry))
    }


def _touches(when: Edtf, year: int, latest: int) -> bool:
    low, high = when.earliest, when.latest
    first = low.year if low else high.year if high else latest
    return first <= year <= max(first, high.year if high else latest)


def _dates(entry: Transaction) -> list[Edtf]:
    return [entry.when.date, *(flow.when.date for flow in entry.flows.values() if flow.when)]


KINDS: dict[str, Callable[[Reckoned, str], set[str]]] = {
    "country": _country,
    "commodity": naming_goods,
    "resolution": _resolution,
    "actor": _actor,
    "year": _year,
}
"""What a part can be of: with a country at one end of a flow; about goods or what is a kind of them; for which a
source cites a resolution or whose flows it describes or may describe; naming an actor or citing a source of its own;
of a year that its date, or that of a flow, may touch (an open end reaches to the newest change of the ledger, an open
beginning does not reach back)."""

FOLDERS = {"country": "countries", "commodity": "commodities", "resolution": "resolutions", "actor": "actors"}
"""The kind of record that a part is named after; a year has none."""
