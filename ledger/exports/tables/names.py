"""What tables and columns are called where the model alone does not say it."""

from ledger.model.kinds import KINDS

NAMES = {
    "transactions.flows": "flows",
    "flows.commodities": "flow_commodities",
    "transactions.claims": "claims",
    "claims.flows": "claim_flows",
    "claims.amount": "amounts",
    "claims.exchange.gave": "exchange_gave",
    "claims.exchange.received": "exchange_received",
    "claims.outcome": "outcomes",
    "outcomes.against": "outcome_parties",
    "claims.disputes": "claim_disputes",
    "claims.sources": "citations",
    "transactions.responses": "responses",
    "responses.to": "response_claims",
    "responses.sources": "response_sources",
    "transactions.disagreements": "disagreements",
    "disagreements.values": "disagreement_values",
    "disagreement_values.claims": "disagreement_claims",
    "disagreement_values.sources": "disagreement_citations",
    "transactions.actors": "transaction_actors",
    "transaction_actors.claims": "transaction_actor_claims",
    "transactions.places": "transaction_places",
    "transaction_places.flows": "transaction_place_flows",
    "transaction_places.claims": "transaction_place_claims",
    "transactions.resolutions_cited": "resolutions_cited",
    "resolutions_cited.flows": "resolution_cited_flows",
    "resolutions_cited.sources": "resolution_cited_sources",
    "transactions.relations": "relations",
    "transactions.history": "changes",
    "sources.archived": "source_archived",
    "sources.copies": "source_copies",
    "sources.own": "source_knowledge",
    "sources.relies_on": "source_edges",
    "source_edges.through": "source_edge_through",
    "actors.aliases": "actor_aliases",
    "actors.names": "actor_names",
    "actors.identifiers": "identifiers",
    "actors.draws_on": "actor_draws_on",
    "actors.public_basis.sources": "actor_basis_sources",
    "places.aliases": "place_aliases",
    "commodities.parents": "commodity_parents",
    "commodities.hs": "commodity_hs",
    "commodities.aliases": "commodity_aliases",
    "resolutions.sources": "resolution_sources",
    "resolutions.provisions": "provisions",
    "provisions.commodities": "provision_commodities",
    "provisions.except_": "provision_exceptions",
    "provisions.modes": "provision_modes",
    "provisions.sources": "provision_sources",
    "series.factors": "series_factors",
    "series_factors.sources": "series_factor_sources",
    "series.points": "series_points",
    "series_points.sources": "series_point_sources",
}
"""What a list, a map or a part of a table's records is called as a table."""

ONE = {kind.folder: kind.one for kind in KINDS.values()} | {
    "source_copies": "copy",
    "source_knowledge": "knowledge",
    "resolutions_cited": "resolution_cited",
    "commodity_hs": "hs",
    "actor_draws_on": "draws_on",
    "source_archived": "archived",
    "series_factors": "factor",
    "series_points": "point",
}
"""What one row is called, where that is not the table's name without its ``s``."""

COLUMNS = {
    "flows.from_": "from_country",
    "flows.to": "to_country",
    "series.from_": "from_country",
    "series.to": "to_country",
    "provisions.from_": "from_day",
    "provisions.until": "until_day",
    "transaction_actors.as_": "as_words",
    "claim_disputes": "disputed",
    "commodity_parents": "parent",
    "source_edges.source": "relies_on",
    "actor_draws_on.actor": "drawn_on",
}
"""Columns that cannot be called what the field is: words of SQL, and names that the key has already."""


def one(table: str) -> str:
    """Return what one row of a table is called."""
    return ONE.get(table) or table.removesuffix("s")
