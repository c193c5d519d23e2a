"""The ledger's look-ups: each record once, who names it, in an order that never depends on the disk."""

import random
from collections.abc import Mapping
from datetime import date

import pytest

from ledger.checking import Checked
from ledger.model.ids import ActorId, CountryId, End, OriginId
from ledger.model.kinds import KINDS
from ledger.model.local_ids import FlowId
from ledger.model.record import Record
from ledger.resolving.ledger import Ledger
from ledger.resolving.references import Mention, references
from tests.helpers import mini_files


def test_every_record_is_found_by_kind_and_id(mini: Checked) -> None:
    assert len(mini.ledger.documents) == len(mini_files())
    for document in mini.ledger.documents:
        assert mini.ledger.by(document.kind)[document.id] is document.record


def test_each_kind_has_a_table_of_its_own(mini: Checked) -> None:
    tables: list[Mapping[str, Record]] = [
        mini.ledger.transactions, mini.ledger.sources, mini.ledger.actors, mini.ledger.places,
        mini.ledger.commodities, mini.ledger.resolutions, mini.ledger.series, mini.ledger.countries,
    ]  # fmt: skip
    assert len(tables) == len(KINDS)
    for table in tables:
        assert list(table) == sorted(table)
        assert len({type(record) for record in table.values()}) == 1
        assert all(record.id == id for id, record in table.items())


def test_countries_are_those_with_a_file_and_those_that_are_named(mini: Checked) -> None:
    assert list(mini.ledger.countries) == ["CN", "KP", "KR", "NO"]
    assert mini.ledger.countries["NO"].note
    assert mini.ledger.countries["KP"].id == "KP"
    assert mini.ledger.countries["KP"].name is None


def test_a_country_has_its_files_name_or_the_usual_one(mini: Checked) -> None:
    assert mini.ledger.country_name("NO") == "Norway"
    assert mini.ledger.country_name("KP") == "North Korea"
    assert mini.ledger.country_name("ZZZ") == "ZZZ"


def test_a_files_name_comes_before_the_usual_one(mini: Checked) -> None:
    documents = [d for d in mini.ledger.documents if d.kind != "countries"]
    assert Ledger(tuple(documents)).country_name("NO") == "Norway"
    assert Ledger(tuple(documents)).countries["NO"].name is None


def test_provisions_have_the_id_of_their_resolution_in_theirs(mini: Checked) -> None:
    resolution, provision = next(value for id, value in mini.ledger.provisions.items() if id == "2371-coal-cap")
    assert resolution.id == "2371"
    assert provision.cap
    assert "draft-2024-05-01-mandate" in mini.ledger.known("provisions")


def test_who_names_a_record_is_known(mini: Checked) -> None:
    entry = "2024-rice-for-coal"
    assert (
        Mention("transactions", entry, ("claims", "c5", "outcome", "by"))
        in mini.ledger.mentions["actors", "oslo-court"]
    )
    assert mini.ledger.mentions["places", "nampo"] == (Mention("transactions", entry, ("places", 1, "place")),)
    assert mini.ledger.mentions["transactions", entry] == (
        Mention("transactions", "2024-coal-shipment", ("merged_into",)),
        Mention("transactions", "2025-ore-for-machines", ("claims", "c4", "exchange", "gave", 0)),
        Mention("transactions", "2025-ore-for-machines", ("relations", 0, "to")),
        Mention("transactions", "2025-ore-for-machines", ("relations", 1, "to")),
        Mention("series", "coal-to-china", ("points", 2, "transaction")),
    )
    assert ("actors", "unnamed") not in mini.ledger.mentions
    assert not any(kind not in {*KINDS, "provisions"} for kind, _ in mini.ledger.mentions)


def test_an_origin_is_looked_for_among_actors_and_sources(mini: Checked) -> None:
    """``from no-customs`` names an actor, ``from coast-witness-2024`` a source."""
    for kind, id in (("actors", "no-customs"), ("sources", "coast-witness-2024")):
        named_by = {(mention.kind, mention.id) for mention in mini.ledger.mentions[kind, id]}
        assert ("transactions", "2024-rice-for-coal") in named_by
    assert ("sources", "no-customs") not in mini.ledger.mentions


def test_each_mention_leads_to_an_id_and_each_id_to_a_mention(mini: Checked) -> None:
    there = {
        (target, str(name), document.kind, document.id, path)
        for document in mini.ledger.documents
        for path, name in references(document.record)
        for target in mini.ledger.targets(name)
    }
    back = {
        (kind, id, mention.kind, mention.id, mention.path)
        for (kind, id), mentions in mini.ledger.mentions.items()
        for mention in mentions
    }
    assert there == back


@pytest.mark.parametrize(
    ("id", "kinds"),
    [
        (ActorId("gazette"), ["actors"]),
        (ActorId("nobody"), ["actors"]),
        (End("KP"), ["countries"]),
        (End("unknown"), []),
        (End("high-seas"), []),
        (CountryId("NO"), ["countries"]),
        (FlowId("f1"), []),
        (OriginId("gazette"), ["actors"]),
        (OriginId("gazette-2024"), ["sources"]),
        (OriginId("nobody"), []),
    ],
)
def test_where_an_id_may_lead(id: ActorId, kinds: list[str], mini: Checked) -> None:
    assert list(mini.ledger.targets(id)) == kinds


def test_the_order_of_documents_never_matters(mini: Checked) -> None:
    documents = list(mini.ledger.documents)
    random.Random(1).shuffle(documents)
    other = Ledger(tuple(documents))
    assert list(other.mentions.items()) == list(mini.ledger.mentions.items())
    assert list(other.countries) == list(mini.ledger.countries)
    assert list(other.provisions) == list(mini.ledger.provisions)
    assert list(other.sources) == list(mini.ledger.sources)


def test_the_ledger_changed_on_the_newest_day_of_any_history(mini: Checked) -> None:
    """The site's feed and its pages carry this day, not the day of the build."""
    assert mini.ledger.changed == date(2026, 11, 21)
    assert Ledger(()).changed == date(1970, 1, 1)


def test_a_ledger_of_nothing_has_empty_tables() -> None:
    assert not Ledger(()).transactions
    assert not Ledger(()).countries
    assert not Ledger(()).mentions
