"""Actors, places, sources and resolutions as entities."""

from collections.abc import Iterator

from ledger.exports.ftm.entity import NAME_LENGTH, Entity, country, entity_id, in_words, language, numbered
from ledger.exports.release import Release
from ledger.model.actor import Actor
from ledger.model.place import Place
from ledger.model.resolution import Resolution
from ledger.model.source import Source
from ledger.model.words import ActorKind
from ledger.reckoned import Reckoned
from ledger.views.links import address, end, maker_name, path, source_name
from ledger.views.wording import capitalised

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.COMPANY: "Company",
    ActorKind.AGENCY: "PublicBody",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.COURT: "PublicBody",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.NGO: "Organization",
    ActorKind.PUBLISHER: "Organization",
    ActorKind.VESSEL: "Vessel",
}
"""The schema of each kind of actor."""


def page(release: Release, kind: str, id: str, anchor: str = "") -> str | None:
    """Return the address of a record's page, where the site has one."""
    return release.url + path(kind, id) + anchor if release.url else None


def actor(ledger: Reckoned, release: Release, one: Actor) -> Iterator[Entity]:
    """Yield an actor, and its tie to the body that it belongs to."""
    made = Entity(entity_id("actors", one.id), SCHEMATA[one.kind])
    is_vessel = one.kind is ActorKind.VESSEL
    _named(made, one.name, *one.aliases, *one.names.values())
    made.add("flag" if is_vessel else "country", country(one.country))
    if not is_vessel:
        made.add("classification", one.kind.plain)
    if numbers := one.identifiers:
        made.add("imoNumber" if is_vessel else "notes", numbers.imo and f"IMO{numbers.imo}")
        made.note(numbers.un and f"Reference in the list of the United Nations: {numbers.un}.")
        if held := numbers.registry:
            made.add("registrationNumber", held.number)
            made.note(f"In the register of companies of {ledger.country_name(held.country)}: {held.number}.")
    if basis := one.public_basis:
        when = f" (as of {in_words(basis.as_of)})" if basis.as_of else ""
        made.note(f"Why the person is named: {basis.kind.plain}. {capitalised(basis.words)}{when}")
        made.add("proof", *(entity_id("sources", source) for source in basis.sources))
    made.note(one.note).add("sourceUrl", page(release, "actors", one.id))
    yield made
    if one.part_of:
        yield tie(entity_id("actors", one.id, "part-of"), made.id, entity_id("actors", one.part_of), "part of").add(
            "summary", f"{one.name} is entered as a part of {ledger.actors[one.part_of].name}."
        )


def place(ledger: Reckoned, release: Release, one: Place) -> Iterator[Entity]:
    """Yield a place as an address: that schema has coordinates."""
    made = Entity(entity_id("places", one.id), "Address")
    _named(made, one.name, *one.aliases)
    made.add("full", f"{one.name}, {end(ledger, one.country).label}")
    made.add("country", country(one.country.country)).add("keywords", one.kind.plain)
    if point := one.point:
        made.add("latitude", str(point.lat)).add("longitude", str(point.lon))
        made.note(f"The coordinates are those of {point.precision.meaning}, from {point.from_}.")
    yield made.note(one.note).add("sourceUrl", page(release, "places", one.id))


def source(ledger: Reckoned, one: Source) -> Iterator[Entity]:
    """Yield a source, its ties to who made it, and those to the sources that it has it from.

    All are articles: a ``Document`` of another kind stands for a file that was taken in, and the ledger has none.
    """
    made = Entity(entity_id("sources", one.id), "Article")
    made.add("name", source_name(ledger, one)).add("title", one.title).add("keywords", one.kind.plain)
    made.note(one.title_en and f"The title in English: {one.title_en}")
    made.add("publisher", maker_name(ledger, one) if one.by and one.by.actor else one.host)
    made.add("author", ledger.actors[one.speaker].name if one.speaker else None, one.who)
    made.note("Who published it is not named." if one.by and not one.by.actor else None)
    made.dated("publishedAt", "Published", one.published)
    made.note(one.dated_by and f"What shows the date: {one.dated_by.meaning}.")
    made.add("language", language(one.language)).add("sourceUrl", one.url and address(one.url))
    made.note(f"{capitalised(one.access.meaning)}; read: {one.extent.meaning}.")
    for copy in one.archived:
        sum = f", SHA-256 of its text {copy.sha256}" if copy.sha256 else ""
        made.note(f"Kept by an archive on {copy.date.isoformat()}{sum}: {copy.url}")
    for same in one.copies:
        dated = f", dated {same.dated}" if same.dated else ""
        made.note(f"A word-for-word copy on {same.host}{dated}{f': {same.url}' if same.url else ''}")
    for own in one.own:
        made.note("; ".join(filter(None, (f"Knows itself: {own.kind.meaning}", own.who, own.how))))
    yield made.note(one.note)
    makers = (("by", "publisher", one.by.actor if one.by else None), ("speaker", "speaker", one.speaker))
    for part, role, who in makers:
        if who:
            name = ledger.actors[who].name
            yield tie(entity_id("sources", one.id, part), entity_id("actors", who), made.id, role).add(
                "summary", f"{name}: {role} of {source_name(ledger, one)}."
            )
    ids = numbered(entity_id("sources", one.id, "relies-on", edge.source) for edge in one.relies_on)
    for id, edge in zip(ids, one.relies_on, strict=True):
        link = tie(id, made.id, entity_id("sources", edge.source), "relies on").add("proof", made.id)
        how = f": {edge.how.meaning}" if edge.how else ""
        link.add(
            "summary",
            f"{source_name(ledger, one)} has it from {source_name(ledger, ledger.sources[edge.source])}{how}.",
        )
        if edge.through:
            link.add("description", f"Through {', '.join(ledger.actors[one].name for one in edge.through)}.")
        yield link.add("description", edge.altered and f"Changed on the way: {edge.altered}")


def resolution(release: Release, one: Resolution) -> Iterator[Entity]:
    """Yield a resolution as a text that can be cited. What it lays down is left out: a rule is no entity."""
    made = Entity(entity_id("resolutions", one.id), "Article")
    made.add("name", one.symbol).add("title", one.symbol).add("keywords", "resolution").add("summary", one.summary)
    made.dated("publishedAt", "Adopted", one.adopted)
    made.note(f"{capitalised(one.status.meaning)}.", one.vote and f"Vote: {one.vote}", one.note)
    made.add("proof", *(entity_id("sources", source) for source in one.sources))
    yield made.add("sourceUrl", page(release, "resolutions", one.id))


def tie(id: str, subject: str, object: str, role: str) -> Entity:
    """Return a tie that says no more than that there is one, and how the ledger calls it."""
    return Entity(id, "UnknownLink").add("subject", subject).add("object", object).add("role", role)


def _named(made: Entity, name: str, *others: str) -> None:
    """Add names; what is too long for a name is not cut but stands in the notes."""
    made.add("name", name[:NAME_LENGTH])
    made.note(name if len(name) > NAME_LENGTH else None)
    for other in others:
        if other != name:
            made.add("alias" if len(other) <= NAME_LENGTH else "notes", other)
