"""Who is reported to take part in a transaction, where, what sources cite for it, and which others it belongs with.

A part in it is a report too: each tie names who says so and has the sources for its proof.
"""

from collections.abc import Iterator

from ledger.exports.ftm.entity import Entity, entity_id, numbered
from ledger.exports.ftm.entry import Entry
from ledger.exports.ftm.records import tie
from ledger.model.transaction import Involved, Stop
from ledger.views.links import maker_name
from ledger.views.wording import listing


def ties(at: Entry) -> Iterator[Entity]:
    """Yield all ties of a transaction."""
    yield from _actors(at)
    yield from _places(at)
    yield from _resolutions(at)
    yield from _relations(at)


def _actors(at: Entry) -> Iterator[Entity]:
    ids = numbered(at.id("actor", one.actor or "unnamed", one.role) for one in at.entry.actors)
    for id, one in zip(ids, at.entry.actors, strict=True):
        role = one.as_ or one.role.plain
        if one.actor:
            made = tie(id, entity_id("actors", one.actor), at.id(), role)
        else:
            # Nobody who is named: an entity would be somebody.
            made = Entity(id, "Note").add("description", f"Not named, {role}: {one.who}").add("entity", at.id())
        yield _reported(at, made, one)


def _places(at: Entry) -> Iterator[Entity]:
    ids = numbered(at.id("place", one.place, one.role) for one in at.entry.places)
    for id, one in zip(ids, at.entry.places, strict=True):
        role = f"{one.role.plain}{' (near it, not at it)' if one.near else ''}"
        made = tie(id, at.id(), entity_id("places", one.place), role)
        yield _reported(at, made.note(f"Goods: {listing([*one.flows])}." if one.flows else None), one)


def _reported(at: Entry, made: Entity, one: Involved | Stop) -> Entity:
    """Add who says so: the claims, their words, and their sources as the proof."""
    made.add("summary", at.reported(one.claims)).add("proof", *at.proof(one.claims))
    if made.schema == "Note":
        made.add("entity", *map(at.id, one.claims))
    made.note(f"What {one.role.value!r} stands for: {one.role.meaning}.")
    return at.signed(made.note(*(f"{id}: {at.entry.claims[id].says}" for id in one.claims)))


def _resolutions(at: Entry) -> Iterator[Entity]:
    ids = numbered(at.id("cites", one.provision.resolution) for one in at.entry.resolutions_cited)
    for id, one in zip(ids, at.entry.resolutions_cited, strict=True):
        made = Entity(id, "Documentation").add("document", entity_id("resolutions", one.provision.resolution))
        makers = dict.fromkeys(maker_name(at.ledger, at.ledger.sources[source]) for source in one.sources)
        made.add("entity", at.id()).add("role", "is cited, rightly or not")
        made.add("summary", f"{one.provision} is cited by {listing([*makers])}.")
        made.note(one.words, f"For {listing([*one.flows])}." if one.flows else None)
        yield at.signed(made.add("proof", *(entity_id("sources", source) for source in one.sources)))


def _relations(at: Entry) -> Iterator[Entity]:
    """Yield the ties to other transactions; series of figures are no entities."""
    to = [one for one in at.entry.relations if one.to in at.ledger.transactions]
    ids = numbered(at.id("relation", one.kind.value.replace("_", "-"), one.to) for one in to)
    for id, one in zip(ids, to, strict=True):
        made = tie(id, at.id(), entity_id("transactions", one.to), one.kind.plain)
        yield at.signed(made.add("summary", f"How the ledger ties its entries: {one.kind.meaning}."))
