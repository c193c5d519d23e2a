"""A transaction and its flows as events that are reported."""

from collections.abc import Iterator

from ledger.evidence.independence import Count
from ledger.exports.ftm.entity import Entity, country, entity_id
from ledger.exports.ftm.entry import Entry
from ledger.exports.ftm.records import tie
from ledger.model.local_ids import FlowId
from ledger.model.transaction import Flow
from ledger.model.words import Word
from ledger.views.links import end, name
from ledger.views.wording import capitalised, count, day, listing

CAUTION = "The ledger records the report; it does not say that it is so."


def event(at: Entry) -> Entity:
    """Return a transaction as an event."""
    entry = at.entry
    made = Entity(at.id(), "Event").add("name", entry.title).add("summary", entry.summary)
    made.dated("date", "When", entry.when.date, entry.when.words)
    for flow in entry.flows.values():
        _goods(at, made, flow)
    made.note(_word("Reported nature", entry.nature), _word("Reported stage", entry.stage))
    made.note(standing(at.ledger.entry_standings[entry.id], at.ledger.entry_counts[entry.id]), CAUTION, entry.note)
    return at.signed(made.add("proof", *at.proof(entry.claims)))


def gone(at: Entry) -> Iterator[Entity]:
    """Yield what is handed on of a transaction that was withdrawn or merged: only that it was, under its old id."""
    made = Entity(at.id(), "Event").add("name", at.entry.title)
    if out := at.entry.withdrawn:
        made.add("summary", f"Withdrawn on {day(out.date)} ({out.date.isoformat()}): {out.why}")
    if into := at.entry.merged_into:
        made.add("summary", f"Merged into the entry {into}.")
        yield tie(at.id("merged-into"), made.id, entity_id("transactions", into), "merged into")
    yield at.signed(made)


def flows(at: Entry) -> Iterator[Entity]:
    """Yield each direction of goods as an event, and its tie to the transaction."""
    for id, flow in at.entry.flows.items():
        yield from _flow(at, id, flow)


def _flow(at: Entry, id: FlowId, flow: Flow) -> Iterator[Entity]:
    goods = listing([name(at.ledger, "commodities", one) for one in flow.commodities])
    way = f"{end(at.ledger, flow.from_).label} to {end(at.ledger, flow.to).label}"
    claims = [claim for claim, one in at.entry.claims.items() if id in one.flows]
    made = Entity(at.id(id), "Event").add("name", f"{capitalised(goods)}: {way}")
    made.add("summary", f"{at.reported(claims)} From {way}; the goods as reported: {flow.goods}")
    _goods(at, made, flow)
    if flow.when:
        made.dated("date", "When", flow.when.date, flow.when.words)
    made.note(flow.mode and _word("Reported way of travel", flow.mode))
    made.note(flow.stage and _word("Reported stage", flow.stage), CAUTION)
    made.note(flow.outside and f"Why it is here although North Korea is at neither end: {flow.outside}")
    yield at.signed(made.add("proof", *at.proof(claims)), f"#{id}")
    yield at.signed(tie(at.id(id, "of"), made.id, at.id(), "flow of").add("summary", at.reported(claims)), f"#{id}")


def _goods(at: Entry, made: Entity, flow: Flow) -> None:
    made.add("country", *(country(one.country) for one in (flow.from_, flow.to)))
    made.add("keywords", *(name(at.ledger, "commodities", one) for one in flow.commodities))


def standing(word: Word, counted: Count) -> str:
    """Return how many stand behind it, as the ledger reckons, in a sentence."""
    origins = f"{counted.lower}" if counted.lower == counted.upper else f"{counted.lower} to {counted.upper}"
    return f"How it stands in the ledger: {word} ({count(counted.reports, 'report')}, independent origins: {origins})."


def _word(label: str, word: Word) -> str:
    return f"{label}: {word.plain} ({word.meaning})."
