"""What is said about a transaction as notes: claims with their citations, responses, and where sources differ."""

from collections.abc import Iterator

from ledger.exports.ftm.entity import Entity, entity_id, in_words, numbered
from ledger.exports.ftm.entry import Entry
from ledger.exports.ftm.events import standing
from ledger.model.citations import Citation
from ledger.model.local_ids import ClaimId
from ledger.model.transaction import Claim, Disagreement, Outcome, Response
from ledger.reckoned import ClaimAt, Reckoned
from ledger.views.links import name, source_name
from ledger.views.wording import listing


def said(at: Entry) -> Iterator[Entity]:
    """Yield claims, responses and disagreements."""
    for id, claim in at.entry.claims.items():
        yield _claim(at, id, claim)
        yield from _citations(at, id, claim)
    for response, answer in at.entry.responses.items():
        yield at.signed(_response(at, at.id(response), answer), f"#{response}")
    for number, differing in enumerate(at.entry.disagreements, 1):
        yield at.signed(_disagreement(at, at.id("disagreement", str(number)), differing))


def _claim(at: Entry, id: ClaimId, claim: Claim) -> Entity:
    place = ClaimAt(at.entry.id, id)
    made = Entity(at.id(id), "Note").add("description", claim.says).add("summary", at.reported([id]))
    made.add("entity", at.id(), *map(at.id, claim.flows), *map(at.id, claim.disputes))
    made.note(standing(at.ledger.standings[place], at.ledger.counts[place]))
    if claim.amount:
        made.note(f"Amount as reported: {' or '.join(amount.words for amount in claim.amount)}")
    if claim.when:
        made.dated("", "The time that the figure covers", claim.when.date, claim.when.words)
    if claim.exchange:
        gave, received = (listing([*map(str, refs)]) for refs in (claim.exchange.gave, claim.exchange.received))
        made.note(f"By report the one was for the other: {gave} for {received}.")
    if claim.outcome:
        _outcome(at, made, claim.outcome)
    made.note(f"It doubts {listing([*claim.disputes])}." if claim.disputes else None)
    return at.signed(made.add("proof", *at.proof([id])), f"#{id}")


def _outcome(at: Entry, made: Entity, outcome: Outcome) -> None:
    against = [at.ledger.actors[one].name for one in outcome.against] + [outcome.who] * bool(outcome.who)
    parts = (
        f"Measure of an authority, as reported: {outcome.kind.plain} ({outcome.kind.meaning})",
        outcome.date and in_words(outcome.date),
        outcome.as_of and f"by {in_words(outcome.as_of)}",
        outcome.by and f"done by {at.ledger.actors[outcome.by].name}",
        against and f"to {listing([one for one in against if one])}",
    )
    made.note("; ".join(part for part in parts if part))
    made.add("entity", *(entity_id("actors", one) for one in (outcome.by, *outcome.against) if one))


def _citations(at: Entry, id: ClaimId, claim: Claim) -> Iterator[Entity]:
    ids = numbered(at.id(id, one.source) for one in claim.sources)
    for entity, one in zip(ids, claim.sources, strict=True):
        made = Entity(entity, "Documentation").add("document", entity_id("sources", one.source)).add("entity", at.id())
        made.add("role", "reports a claim").add("summary", claim.says)
        yield at.signed(made.note(*_whence(at.ledger, one)), f"#{id}")


def _whence(ledger: Reckoned, one: Citation) -> Iterator[str]:
    """Yield which of the things that the source passes on the claim comes from, and where in it that is."""
    if one.origin:
        kind = "actors" if one.origin in ledger.actors else "sources"
        yield f"The source has it from {name(ledger, kind, one.origin)} ({one.origin})."
    elif one.way:
        yield f"How the source has it: {one.way.plain} ({one.way.meaning})."
    if one.at:
        yield f"At {one.at}."
    if one.quote:
        yield f"In its words: {one.quote}"


def _response(at: Entry, id: str, answer: Response) -> Entity:
    who = at.ledger.actors[answer.by].name if answer.by else answer.who
    made = Entity(id, "Note").add("entity", at.id(), *map(at.id, answer.to))
    made.add("entity", entity_id("actors", answer.by) if answer.by else None)
    made.add("description", f"Response of {who}: {answer.kind.plain} ({answer.kind.meaning})")
    made.add("summary", answer.says).dated("", "Said", answer.date)
    made.note(f"Looked for until {answer.as_of.isoformat()}." if answer.as_of else None)
    made.note(f"It answers {listing([*answer.to])}." if answer.to else None)
    return made.add("proof", *(entity_id("sources", source) for source in answer.sources))


def _disagreement(at: Entry, id: str, differing: Disagreement) -> Entity:
    made = Entity(id, "Note").add("description", f"Sources differ on this: {differing.about}")
    made.add("entity", at.id())
    for value in differing.values:
        cited = [f"{source_name(at.ledger, at.ledger.sources[one.source])} ({one})" for one in value.sources]
        made.note(f"By {listing([*value.claims, *cited])}: {value.says}")
        for one in value.sources:
            made.note(*_whence(at.ledger, one))
        made.add("entity", *map(at.id, value.claims))
        made.add("proof", *at.proof(value.claims), *(entity_id("sources", one.source) for one in value.sources))
    return made.note(differing.note)
