"""A draft from what is given at once: a name or an address, and values by field, as flags and forms give them."""

from collections.abc import Sequence
from typing import Any

from ledger.drafting import answers
from ledger.drafting.addresses import FromAddress, is_address, tell
from ledger.drafting.desk import Desk, Draft
from ledger.model.document import Path, named_fields
from ledger.model.kinds import KINDS
from ledger.model.record import without_tracking
from ledger.reading.strict_yaml import MAX_TEXT


class RefusedError(ValueError):
    """That no draft can be made of what was given; its text says why, a line each."""


def fill(desk: Desk, kind: str, given: Sequence[tuple[str, str]], id: str = "") -> Draft:
    """Return a draft with the values given by dotted path; raise ``RefusedError`` for all that cannot stand there.

    A list takes one value after the other. Without an id one is proposed.
    """
    tree: dict[str, Any] = {}
    notes: dict[Path, tuple[str, ...]] = {}
    objections = []
    for dotted, text in given:
        try:
            put(desk, kind, tree, dotted, without_tracking(text) if dotted == "url" else text)
        except RefusedError as refused:
            objections.append(str(refused))
    if kind == "sources" and isinstance(tree.get("url"), str):
        told = told_by(desk, str(tree["url"]))
        tree = {**told.sure, **tree, "url": told.sure["url"]}
        notes = {(name,): (text,) for name, text in told.notes.items() if tree.get(name) in (None, told.sure.get(name))}
        if "dated_by" in tree and tree.get("published") != told.sure.get("published") and not _given(given, "dated_by"):
            del tree["dated_by"]
    begin(desk, kind, tree)
    if not objections:
        id = id or desk.proposed(kind, tree)
        if objection := desk.objection(kind, id) if id else "no id could be made of what is known; give --id":
            objections.append(objection)
    if objections:
        raise RefusedError("\n".join(objections))
    return Draft(kind, id, tree, notes)


def _given(given: Sequence[tuple[str, str]], name: str) -> bool:
    return any(dotted == name for dotted, _ in given)


def told_by(desk: Desk, address: str) -> FromAddress:
    """Return what an address tells beside the sources of the ledger."""
    return tell(address, desk.ledger.sources.values(), desk.day)


def begin(desk: Desk, kind: str, tree: dict[str, Any]) -> None:
    """Add what every new record of a kind begins with."""
    if "history" in named_fields(KINDS[kind].model):
        tree.setdefault("history", [{"date": desk.day.isoformat(), "what": "entered"}])


def put(desk: Desk, kind: str, tree: dict[str, Any], dotted: str, text: str) -> None:
    """Put one value where a dotted path leads; raise ``RefusedError`` in the model's words where it cannot stand."""
    path: Path = tuple(int(step) if step.isdecimal() else step for step in dotted.split("."))
    shape = answers.shape_at(KINDS[kind].model, path)
    if shape is None or shape.single is None:
        what = "there is no such field" if shape is None else f"name a field inside it: {dotted}.…"
        raise RefusedError(f"{dotted}: {what}")
    if len(text) > MAX_TEXT:
        raise RefusedError(f"{dotted}: a text has at most {MAX_TEXT:,} letters")
    value = answers.settle(desk, shape, answers.tidy(text))
    where = path if shape.form == "one" else (*path, len(answers_at(tree, path)))
    if found := answers.faults(kind, tree, where, value):
        raise RefusedError(f"{dotted}: {found[0]}")
    if missing := answers.unknown(desk, shape, value):
        raise RefusedError(f"{dotted}: {answers.not_there(desk, *missing)}")
    answers.put(tree, where, value)


def answers_at(tree: dict[str, Any], path: Path) -> list[Any]:
    """Return the list that stands at a path; empty where none does yet."""
    here: Any = tree
    for step in path:
        if isinstance(here, list):
            here = here[int(step)] if int(step) < len(here) else None
        elif isinstance(here, dict):
            here = here.get(str(step))
    return here if isinstance(here, list) else []


def cite(desk: Desk, report: str) -> str:
    """Return the id of the source that a report is, by its id or its address; a new one is drafted."""
    if not is_address(report):
        if not desk.has("sources", report):
            raise RefusedError(answers.not_there(desk, ("sources",), report))
        return report
    if known := desk.source_at(report):
        return known
    draft = fill(desk, "sources", [("url", report)])
    desk.drafts.append(draft)
    return draft.id


def transaction(desk: Desk, reports: Sequence[str], given: Sequence[tuple[str, str]], id: str = "") -> Draft:
    """Return the draft of a transaction; those of its sources that nobody has yet are laid on the desk.

    A report is the id of a source, or an address: one that is known is found, else a source is drafted.
    """
    cited = [cite(desk, report) for report in reports]
    cites = [("claims.c1.sources", one) for one in cited] if not _names_claim(given) else []
    about = [] if any(dotted.startswith("claims.c1.flows") for dotted, _ in given) else [("claims.c1.flows", "f1")]
    return fill(desk, "transactions", [*given, *about, *cites], id)


def _names_claim(given: Sequence[tuple[str, str]]) -> bool:
    return any(dotted == "claims.c1.sources" for dotted, _ in given)
