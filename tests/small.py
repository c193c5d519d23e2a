"""Ledgers of a few records, written by hand: a test says only what it is about, the rest is filled in."""

import json
from collections.abc import Mapping
from typing import Any

from ledger.evidence.independence import Count
from ledger.model.citations import parse
from ledger.model.local_ids import ClaimId
from ledger.reckoned import ClaimAt, Reckoned
from tests.helpers import ledger_of

Fields = dict[str, Any]
Records = Mapping[str, Fields]

GOODS: Records = {
    "minerals": {"name": "minerals"},
    "coal": {"name": "coal", "parents": ["minerals"]},
    "food": {"name": "food"},
    "rice": {"name": "rice", "parents": ["food"]},
    "unspecified": {"name": "goods not specified"},
}


def small(**kinds: Records) -> Reckoned:
    """Return the ledger of these records by kind and id; whoever publishes and has no file is a paper of that name."""
    actors = {"kp": body()} | dict(kinds.pop("actors", {}))
    for source in kinds.get("sources", {}).values():
        if source.get("by", "unnamed") != "unnamed":
            actors.setdefault(source["by"], {"name": source["by"].title(), "kind": "publisher"})
    records = {"commodities": GOODS, "actors": actors, **kinds}
    files = {f"{kind}/{id}.yaml": json.dumps(fields) for kind, table in records.items() for id, fields in table.items()}
    return Reckoned(ledger_of(files).documents)


def body(part_of: str = "", draws_on: str = "") -> Fields:
    """Return a public body, perhaps a part of another, perhaps passing on what another knows."""
    above = {"part_of": part_of} if part_of else {}
    drawn = {"draws_on": [{"actor": draws_on, "why": "it says so"}]} if draws_on else {}
    return {"name": "A body", "kind": "agency"} | above | drawn


def article(by: str, *own: str, on: tuple[str | Fields, ...] = (), **fields: Any) -> Fields:
    """Return an article that was read: what it knows itself, and what it rests on."""
    known = {"own": list(own)} if own else {}
    above = {"relies_on": list(on)} if on else {}
    dated = {"published": "2024-03", "dated_by": "page"}
    return {"kind": "article", "by": by, "access": "read", **dated} | known | above | fields


def said(by: str, *own: str, **fields: Any) -> Fields:
    """Return a statement that nobody here read; official where nothing else is said."""
    known = {"own": list(own or ["official-assertion"])}
    return {"kind": "statement", "title": "What was said", "by": by, "access": "relayed"} | known | fields


def entry(claims: Mapping[str, Any] | None = None, **fields: Any) -> Fields:
    """Return an entry about one flow of coal; a claim given as a list of citations is about that flow."""
    whole = {
        id: {"says": f"Fact {id}.", "flows": ["f1"], "sources": claim} if isinstance(claim, list) else claim
        for id, claim in (claims or {"c1": ["paper"]}).items()
    }
    return {
        "title": "Coal to China",
        "summary": "A paper reported that coal had left.",
        "when": {"date": "2018-01"},
        "nature": "sale",
        "stage": "completed",
        "flows": {"f1": {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}},
        "claims": whole,
        "responses": {"r1": {"by": "kp", "kind": "none-found", "as_of": "2026-11-21"}},
        "history": [{"date": "2026-11-21", "what": "entered"}],
    } | fields


def counted(ledger: Reckoned, *lines: str) -> Count:
    """Return the count of these citations."""
    return ledger.evidence.count(parse(line) for line in lines)


def numbers(ledger: Reckoned, *lines: str) -> tuple[int, int, int]:
    """Return the reports, the lower and the upper bound of these citations."""
    count = counted(ledger, *lines)
    return count.reports, count.lower, count.upper


def claim_at(claim: str, entry: str = "entry") -> ClaimAt:
    """Return where a claim stands."""
    return ClaimAt(entry, ClaimId(claim))
