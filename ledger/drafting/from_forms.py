"""Drafts from a filled form. What a form says is not yet what the ledger says: prose becomes a note beside FILL-IN."""

import re
from collections.abc import Callable, Iterator
from itertools import chain, count

from ledger.drafting.answers import tidy
from ledger.drafting.desk import Desk
from ledger.drafting.filling import RefusedError, cite, put, transaction
from ledger.drafting.forms import Filled, read
from ledger.drafting.names import few_words
from ledger.drafting.scalars import inline
from ledger.drafting.writing import fragment
from ledger.model.blanks import BLANK
from ledger.model.document import Path
from ledger.model.kinds import KINDS
from ledger.model.transaction import Response, Transaction
from ledger.model.words import Reply

_RECORD = re.compile(rf"({'|'.join(KINDS)})/([A-Za-z0-9-]+)")
_CLAIM = re.compile(r"\bc[1-9][0-9]*\b")
_SAID = "The form says: "


def drafts(desk: Desk, text: str) -> Iterator[str]:
    """Lay the drafts that a filled form asks for on the desk, and yield what to do besides, a line each.

    Raise ``RefusedError`` where the text is no filled form. A record that is there is never drafted again: what to
    change in it is told instead.
    """
    filled = read(text)
    for line in _MADE[filled.form](desk, filled):
        yield from (tidy(part) if not part.startswith(" ") else part for part in line.split("\n"))


def _report(desk: Desk, filled: Filled) -> Iterator[str]:
    cited: list[str] = []
    yield from _sources(desk, filled.addresses("reports"), cited)
    given: list[tuple[str, str]] = []
    notes: dict[Path, tuple[str, ...]] = {}
    for dotted, field in _FIELDS.items():
        if words := filled.line(field):
            word = _word(words) if field in ("nature", "stage") else words
            try:
                put(desk, "transactions", {}, dotted, word)
                given.append((dotted, word))
            except RefusedError:
                notes[_path(dotted)] = (_SAID + words,)
    for dotted, field in _NOTES.items():
        if words := filled.line(field):
            notes[_path(dotted)] = (*notes.get(_path(dotted), ()), _SAID + words)
    try:
        draft = transaction(desk, cited, given)
    except RefusedError:
        stem = f"{desk.day.year}-{few_words(filled.line('title')) or 'report'}"[:50].rstrip("-")
        free = (
            id
            for id in chain([stem], (f"{stem}-{number}" for number in count(2)))
            if not desk.objection("transactions", id)
        )
        draft = transaction(desk, cited, given, next(free))
        yield f"the id {draft.id} is a guess; rename the file while it is new"
    draft.notes |= notes
    for id, name, _ in desk.near("transactions", filled.line("title")):
        yield f"perhaps it is there: {name} ({id})"
    if words := filled.line("from"):
        for one in desk.drafts:
            one.notes["own",] = (_SAID + words,)
    desk.drafts.append(draft)


_FIELDS = {
    "title": "title",
    "when.date": "when",
    "when.words": "when",
    "nature": "nature",
    "stage": "stage",
    "flows.f1.from": "giver",
    "flows.f1.to": "receiver",
    "flows.f1.commodities": "goods",
    "flows.f1.goods": "goods",
    "claims.c1.amount": "amount",
}
"""What the model reads by itself, and refuses where it is not that."""

_NOTES = {
    "summary": "summary",
    "claims.c1.says": "summary",
    "flows": "return",
    "responses": "responses",
    "note": "note",
}
"""What somebody has to put into words of the ledger's."""


def _path(dotted: str) -> Path:
    return tuple(dotted.split("."))


def _word(answer: str) -> str:
    """Return the word of a choice, which stands before its meaning."""
    return answer.partition(":")[0]


def _correction(desk: Desk, filled: Filled) -> Iterator[str]:
    kind, id = _record(desk, filled["entry"] or filled["page"])
    yield f"to change: entries/{kind}/{id}.yaml"
    for heading, field in (("it says", "says"), ("it should say", "should-say"), ("shown by", "shown-by")):
        yield f"{heading}: {filled.line(field)[:2000] or 'not said'}"
    yield from _sources(desk, filled.addresses("shown-by"), [])
    if kind == "transactions":
        yield "and a last line of its history:"
        yield f"  - {{date: {desk.day.isoformat()}, what: {BLANK}, why: {BLANK}}}"


def _response(desk: Desk, filled: Filled) -> Iterator[str]:
    kind, id = _record(desk, filled["entry"], "transactions")
    entry = desk.ledger.transactions.get(id)
    yield f"to change: entries/{kind}/{id}.yaml"
    cited: list[str] = []
    yield from _sources(desk, filled.addresses("shown-by"), cited)
    tree: dict[str, object] = {}
    notes: dict[Path, tuple[str, ...]] = {}
    for name, words in (
        ("by", filled.line("party")),
        ("kind", _word(filled.line("kind"))),
        ("date", filled.line("date")),
    ):
        whole: dict[str, object] = {}
        try:
            put(desk, "transactions", whole, f"responses.r1.{name}", words)
            tree[name] = _inside(whole)[name]
        except RefusedError:
            notes[(name,)] = (_SAID + words,) if words else ()
    if tree.get("kind") == Reply.NONE_FOUND:
        del tree["kind"]
    if words := filled.line("says"):
        tree["says"], notes[("says",)] = BLANK, (_SAID + words,)
    claims = [claim for claim in dict.fromkeys(_CLAIM.findall(filled["claims"])) if entry and claim in entry.claims]
    if claims:
        tree["to"] = claims
    if cited:
        tree["sources"] = cited
    yield "under its responses:"
    yield fragment(Response, _next(entry), tree, notes).rstrip("\n")
    yield "and a last line of its history:"
    yield f"  - {{date: {desk.day.isoformat()}, what: response added}}"


def _inside(tree: dict[str, object]) -> dict[str, object]:
    responses = tree["responses"]
    assert isinstance(responses, dict)
    part = responses["r1"]
    assert isinstance(part, dict)
    return part


def _next(entry: Transaction | None) -> str:
    return f"r{max((int(id[1:]) for id in entry.responses), default=0) + 1}" if entry else BLANK


def _record(desk: Desk, words: str, only: str = "") -> tuple[str, str]:
    """Return the kind and id of the record that an answer names; raise ``RefusedError`` where there is none."""
    found = _RECORD.search(words)
    kind, id = (found[1], found[2]) if found else (only or "transactions", " ".join(words.split()))
    if (only and kind != only) or not desk.has(kind, id):
        raise RefusedError(f"which record? there is no {KINDS[kind].one} {inline(tidy(id[:100]))}")
    return kind, id


def _sources(desk: Desk, addresses: list[str], cited: list[str]) -> Iterator[str]:
    """Find the source of each address, or draft one, and put its id into ``cited``; yield what to know about them."""
    for address in addresses:
        try:
            id = cite(desk, address)
        except RefusedError as refused:
            yield f"left out: {address[:200]}: {refused}"
            continue
        yield f"source: {id}"
        cited += [id] if id not in cited else []
        yield from (f"  cited already by: {title} ({entry})" for entry, title in desk.resting_on(id))


_MADE: dict[str, Callable[[Desk, Filled], Iterator[str]]] = {
    "report": _report,
    "correction": _correction,
    "response": _response,
}
