"""Where each thing that a record says, or that is reckoned, stands in FollowTheMoney, or why it does not.

Fields are called as in the tables of CSV, SQLite and Parquet, where what is left out can be had. A test holds this
list against the model and against what is written.
"""

from dataclasses import dataclass

BODIES = ("Person", "Company", "Organization", "PublicBody")
ACTORS = (*BODIES, "Vessel")


@dataclass(frozen=True, slots=True)
class Line:
    """Fields that go the same way."""

    fields: tuple[str, ...]
    """``table.column``, or ``table.*`` for a whole table; none where the ledger itself adds it."""
    to: tuple[str, ...]
    """``Schema.property``; none where it is left out."""
    how: str
    """How it stands there, or why it is left out."""


def _line(fields: str, to: str, how: str = "") -> Line:
    """Read a line: in ``to``, ``Actor`` and ``Body`` stand for all their schemata."""
    groups = {"Actor": ACTORS, "Body": BODIES}
    names = [name.partition(".") for name in to.split()]
    return Line(
        tuple(fields.split()),
        tuple(f"{one}.{name}" for schema, _, name in names for one in groups.get(schema, (schema,))),
        how,
    )


KEPT = (
    _line("actors.id actors.kind", "Body.classification Vessel.name",
          "The id follows in-exchange.actors. The schema is Person, Company, Vessel, PublicBody (agency, government, "
          "court) or Organization (the others)."),
    _line("actors.name actor_aliases.alias actor_names.name", "Actor.name Actor.alias", "The first is the name."),
    _line("actors.country_id", "Body.country Vessel.flag", "In small letters."),
    _line("actors.part_of_id", "UnknownLink.subject UnknownLink.object UnknownLink.role",
          "No Ownership and no Membership: it is not said what ties the two."),
    _line("identifiers.imo", "Vessel.imoNumber", "With IMO before it."),
    _line("identifiers.un identifiers.registry_country_id", "Actor.notes",
          "In words: an identifier of a list would be read as a mark."),
    _line("identifiers.registry_number", "Actor.registrationNumber Actor.notes"),
    _line("actors.public_basis_kind actors.public_basis_words actors.public_basis_as_of", "Person.notes",
          "In words, and never as a topic."),
    _line("actor_basis_sources.source_id", "Person.proof"),
    _line("actors.note places.note sources.note resolutions.note transactions.note",
          "Actor.notes Address.notes Article.notes Event.notes"),
    _line("places.id places.name place_aliases.alias places.country places.kind",
          "Address.name Address.full Address.alias Address.country Address.keywords",
          "A place is an Address: that schema has coordinates."),
    _line("places.point_lat places.point_lon", "Address.latitude Address.longitude"),
    _line("places.point_precision places.point_from", "Address.notes", "In words."),
    _line("sources.id sources.kind", "Article.keywords",
          "All are Articles: a Document of another kind stands for a file that was taken in, and the ledger has none."),
    _line("sources.title", "Article.title"),
    _line("sources.title_en sources.dated_by sources.access sources.extent", "Article.notes", "In words."),
    _line("sources.by_id sources.host", "Article.name Article.publisher UnknownLink.subject UnknownLink.object",
          "Also a tie to the actor, with the role publisher."),
    _line("sources.speaker_id sources.who", "Article.author UnknownLink.subject UnknownLink.object"),
    _line("sources.published", "Article.publishedAt Article.notes",
          "As a date to its day, month or year; about, uncertain and spans in words."),
    _line("sources.language", "Article.language", "Three letters; a program may pass over one that it does not know."),
    _line("sources.url", "Article.sourceUrl"),
    _line("source_archived.url source_archived.date source_archived.sha256 source_copies.host source_copies.url "
          "source_copies.dated source_knowledge.kind source_knowledge.who source_knowledge.how", "Article.notes",
          "In words: contentHash is a SHA-1 of a file."),
    _line("source_edges.relies_on_id source_edges.how source_edges.altered source_edge_through.actor_id",
          "UnknownLink.subject UnknownLink.object UnknownLink.role UnknownLink.summary UnknownLink.description "
          "UnknownLink.proof", "The role is relies on; the rest in words."),
    _line("resolutions.id resolutions.symbol resolutions.adopted resolutions.summary",
          "Article.name Article.title Article.publishedAt Article.summary", "An Article that sources cite."),
    _line("resolutions.status resolutions.vote", "Article.notes", "In words."),
    _line("resolution_sources.source_id", "Article.proof"),
    _line("transactions.id transactions.title transactions.summary", "Event.name Event.summary",
          "An Event that is reported. The id follows in-exchange.transactions."),
    _line("transactions.withdrawn_date transactions.withdrawn_why transactions.merged_into_id",
          "Event.summary UnknownLink.subject UnknownLink.object UnknownLink.role",
          "Of such a transaction only its title and this are handed on, under the old id."),
    _line("transactions.when_date transactions.when_words flows.when_date flows.when_words",
          "Event.date Event.startDate Event.endDate Event.notes",
          "As a date only where nothing about it is doubtful; all that is about or uncertain stands in words and as "
          "EDTF."),
    _line("transactions.nature transactions.stage flows.mode flows.stage flows.outside", "Event.notes", "In words."),
    _line("flows.flow_id flows.goods flows.from_country flows.to_country flow_commodities.commodity_id",
          "Event.name Event.summary Event.country Event.keywords UnknownLink.subject UnknownLink.object "
          "UnknownLink.role UnknownLink.summary",
          "Each flow is an Event, tied to its transaction; goods are keywords. No customs declaration, no Payment and "
          "no Trip: none is known."),
    _line("claims.claim_id claims.says", "Note.description Note.summary",
          "A Note; its summary says who reports it."),
    _line("claims.when_date claims.when_words amounts.words exchange_gave.flow_id exchange_gave.flow_transaction_id "
          "exchange_received.flow_id exchange_received.flow_transaction_id outcomes.kind outcomes.date outcomes.as_of "
          "outcomes.who", "Note.notes", "In words."),
    _line("claim_flows.flow_id claim_disputes.disputed_id outcomes.by_id outcome_parties.actor_id",
          "Note.entity Note.notes", "What an authority is reported to have done stands in words, with the actors "
          "that it concerns: it is no Sanction."),
    _line("claim_counts.standing claim_counts.reports claim_counts.lower claim_counts.upper "
          "transaction_counts.standing transaction_counts.reports transaction_counts.lower transaction_counts.upper",
          "Note.notes Event.notes", "In words."),
    _line("citations.source_id citations.way citations.origin citations.at citations.quote",
          "Documentation.document Documentation.entity Documentation.role Documentation.summary "
          "Documentation.description Note.proof Event.proof UnknownLink.proof",
          "Each citation is a Documentation; the proof of what rests on a claim is its sources."),
    _line("responses.response_id responses.by_id responses.who responses.kind responses.says responses.date "
          "responses.as_of response_claims.claim_id response_sources.source_id",
          "Note.description Note.summary Note.notes Note.entity Note.proof",
          "A Note about the transaction, the party and the claims that it answers. That no answer was found is one "
          "too."),
    _line("disagreements.about disagreements.note disagreement_values.says disagreement_claims.claim_id "
          "disagreement_citations.source_id disagreement_citations.way disagreement_citations.origin "
          "disagreement_citations.at disagreement_citations.quote",
          "Note.description Note.notes Note.entity Note.proof", "A Note; its id counts from 1."),
    _line("transaction_actors.actor_id transaction_actors.role transaction_actors.as_words transaction_actors.who "
          "transaction_actor_claims.claim_id",
          "UnknownLink.subject UnknownLink.object UnknownLink.role UnknownLink.summary UnknownLink.description "
          "UnknownLink.proof Note.description Note.summary Note.notes Note.entity Note.proof",
          "The summary says who reports it, the description what they say. Of somebody who is not named there is a "
          "Note and no entity."),
    _line("transaction_places.place_id transaction_places.role transaction_places.near "
          "transaction_place_flows.flow_id transaction_place_claims.claim_id",
          "UnknownLink.subject UnknownLink.object UnknownLink.role UnknownLink.summary UnknownLink.description "
          "UnknownLink.proof", "From the transaction to the place."),
    _line("resolutions_cited.resolution_id resolutions_cited.paragraph resolutions_cited.words "
          "resolution_cited_flows.flow_id resolution_cited_sources.source_id",
          "Documentation.document Documentation.entity Documentation.role Documentation.summary "
          "Documentation.description Documentation.proof", "That sources cite it, rightly or not."),
    _line("relations.kind relations.to_id",
          "UnknownLink.subject UnknownLink.object UnknownLink.role UnknownLink.summary",
          "Between transactions; a relation to a series is left out with the series."),
    _line("", "Event.publisher Event.recordId Note.publisher UnknownLink.publisher UnknownLink.recordId "
          "Documentation.publisher Documentation.recordId",
          "This ledger, and the id of the entry with that of the flow or claim."),
    _line("", "Actor.sourceUrl Address.sourceUrl Event.sourceUrl Note.sourceUrl UnknownLink.sourceUrl "
          "Documentation.sourceUrl", "The page here, where the site has an address."),
)  # fmt: skip
"""What is there."""

LEFT_OUT = (
    _line("amounts.low amounts.high amounts.unit", "",
          "FollowTheMoney has amounts of money only; the words of the report stand in the note."),
    _line("changes.*", "", "It is about the entry, not about what happened: see the feeds and the table."),
    _line("actor_draws_on.*", "",
          "A caution for counting origins; as a tie between two it would be read as more than that."),
    _line("actor_names.language", "", "A name has no language there."),
    _line("countries.*", "", "Countries are codes there, without names or notes of ours."),
    _line("commodities.* commodity_parents.* commodity_hs.* commodity_aliases.*", "",
          "There are no goods; their names are keywords of events."),
    _line("provisions.* provision_commodities.* provision_exceptions.* provision_modes.* provision_sources.*", "",
          "A rule is no entity, and a programme on a party would say that it is under sanctions."),
    _line("flow_provisions.*", "",
          "That a provision describes goods and date is no finding; there is no form that keeps it from being read as "
          "one."),
    _line("series.* series_factors.* series_factor_sources.* series_points.* series_point_sources.*", "",
          "Figures of a whole trade over years: there is no party, and no form for them."),
    _line("claim_origins.*", "", "It follows from the citations and the ties between sources."),
    _line("former_ids.*", "", "An entity has one id; the table leads from the former ones."),
)  # fmt: skip
"""What is not, and why."""

PROPERTIES = tuple(sorted({name for line in KEPT for name in line.to}))
"""Every property that the file may have: the promise of version 1 holds for them."""
