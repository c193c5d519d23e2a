"""Reports stay reports: no part in it becomes a fact, nobody gets a mark, and what was withdrawn is not handed on."""

from typing import Any

import pytest

from ledger.checking import Checked
from ledger.exports.ftm.entity import Entity, country, language
from ledger.exports.ftm.lines import entities
from ledger.exports.release import Release
from ledger.model.dates import parse
from ledger.model.ids import CountryId
from tests.small import article, body, entry, small

RELEASE = Release("Example", "2026-11-22")
USED = {
    "Person", "Company", "Organization", "PublicBody", "Vessel", "Address", "Article", "Event", "Note", "UnknownLink",
    "Documentation",
}  # fmt: skip
RICE = "in-exchange.transactions.2024-rice-for-coal"

Made = dict[str, Entity]


@pytest.fixture(scope="module")
def made(mini: Checked) -> Made:
    found = [*entities(mini.ledger, RELEASE)]
    assert len({one.id for one in found}) == len(found)
    return {one.id: one for one in found}


def written(**kinds: Any) -> Made:
    return {one.id: one for one in entities(small(**kinds), RELEASE)}


def test_only_schemata_that_judge_nobody_are_used_and_no_topics(made: Made) -> None:
    assert {one.schema for one in made.values()} == USED
    marks = {"topics", "program", "programId", "riskSource", "status"}
    assert [one.id for one in made.values() if marks & set(one.properties)] == []


def test_a_part_in_it_is_a_tie_that_says_who_reports_it(made: Made, mini: Checked) -> None:
    tie = made[f"{RICE}.actor.example-trading.owner"]
    assert tie.schema == "UnknownLink"
    assert tie.properties["subject"] == ["in-exchange.actors.example-trading"]
    assert tie.properties["object"] == [RICE]
    assert tie.properties["role"] == ["owner"]
    assert tie.properties["summary"] == ["Reported by Example Court."]
    assert tie.properties["proof"] == ["in-exchange.sources.oslo-court-2025"]
    ties = [one for one in made.values() if {"actor", "place"} & set(one.id.split(".")) and one.schema == "UnknownLink"]
    involved = [one for e in mini.ledger.transactions.values() for one in (*e.places, *e.actors)]
    assert len(ties) == len(involved) - 1  # one buyer has no name
    assert all(one.properties["summary"][0].startswith("Reported by ") and one.properties["proof"] for one in ties)


def test_somebody_without_a_name_is_no_entity(made: Made) -> None:
    note = made[f"{RICE}.actor.unnamed.buyer"]
    assert (note.schema, note.properties["description"]) == ("Note", ["Not named, buyer: a dealer in coal, not named"])


def test_two_parts_of_one_actor_have_two_ids() -> None:
    part = {"actor": "kp", "role": "seller", "claims": ["c1"]}
    made = written(sources={"paper": article("p", "own-inquiry")}, transactions={"e": entry(actors=[part, part])})
    assert {"in-exchange.transactions.e.actor.kp.seller", "in-exchange.transactions.e.actor.kp.seller.2"} <= set(made)


def test_a_denial_stands_beside_the_claims_that_it_answers(made: Made) -> None:
    note = made[f"{RICE}.r1"]
    assert note.properties["description"][0].startswith("Response of Government of North Korea: denied (")
    assert note.properties["summary"] == ["Denied that any coal had left."]
    assert {RICE, f"{RICE}.c1", f"{RICE}.c2", "in-exchange.actors.kp-government"} == set(note.properties["entity"])


def test_how_a_claim_stands_goes_with_it(made: Made) -> None:
    assert any("stands in the ledger: disputed (3 reports" in line for line in made[f"{RICE}.c1"].properties["notes"])


def test_of_what_was_withdrawn_or_merged_only_that_is_handed_on(made: Made) -> None:
    for id in ("2023-tea-shipment", "2024-coal-shipment"):
        here = [one for one in made if one.split(".")[2] == id and one.split(".")[1] == "transactions"]
        assert set(here) <= {f"in-exchange.transactions.{id}", f"in-exchange.transactions.{id}.merged-into"}
    tea = made["in-exchange.transactions.2023-tea-shipment"].properties
    assert tea["summary"] == [
        'Withdrawn on 21 November 2026 (2026-11-21): The only source was a joke, "published" on 1 April.'
    ]
    assert set(tea) == {"name", "summary", "publisher", "recordId"}


def test_a_person_is_there_as_the_ledger_names_them(made: Made, mini: Checked) -> None:
    people = [one for one in made.values() if one.schema == "Person"]
    named = [one for one in mini.ledger.actors.values() if one.public_basis]
    assert [one.id for one in people] == [f"in-exchange.actors.{one.id}" for one in named]
    assert all(any(line.startswith("Why the person is named: ") for line in one.properties["notes"]) for one in people)


def test_a_body_that_another_belongs_to_is_tied_to_it_without_saying_how() -> None:
    tie = written(actors={"bureau": body(part_of="kp")})["in-exchange.actors.bureau.part-of"]
    assert (tie.schema, tie.properties["role"]) == ("UnknownLink", ["part of"])


def test_pages_are_named_where_the_site_has_an_address(mini: Checked) -> None:
    found = {one.id: one for one in entities(mini.ledger, Release("", "", url="https://ledger.example/"))}
    assert found[f"{RICE}.c1"].properties["sourceUrl"] == [
        "https://ledger.example/transactions/2024-rice-for-coal.html#c1"
    ]
    assert found["in-exchange.sources.kp-statement-2024"].properties["sourceUrl"] == ["https://statement.example/kp"]


@pytest.mark.parametrize(
    ("text", "dates", "in_words"),
    [
        ("2024-06-18", {"date": ["2024-06-18"]}, False),
        ("2024-06", {"date": ["2024-06"]}, False),
        ("2024-XX", {"date": ["2024"]}, True),
        ("2024-01/2024-03", {"startDate": ["2024-01"], "endDate": ["2024-03"]}, True),
        ("2024-01~/2024-03", {"endDate": ["2024-03"]}, True),
        ("2024-06-18/..", {"startDate": ["2024-06-18"]}, True),
        ("../2017-09", {"endDate": ["2017-09"]}, True),
        ("2024?", {}, True),
        ("2024~", {}, True),
        ("202X", {}, True),
    ],
)
def test_a_date_that_is_doubtful_stands_only_in_words(text: str, dates: dict[str, list[str]], in_words: bool) -> None:
    made = Entity("x", "Event").dated("date", "When", parse(text))
    notes = made.properties.pop("notes", [])
    assert made.properties == dates
    assert [text in note for note in notes] == [True] * in_words


def test_a_published_span_is_no_date() -> None:
    made = Entity("x", "Article").dated("publishedAt", "Published", parse("2024-01/2024-03"))
    assert set(made.properties) == {"notes"}


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "eng"), ("zh-Hant", "zho"), ("nb", "nor"), ("yue", "yue"), (None, None)]
)
def test_languages_have_three_letters(tag: str | None, code: str | None) -> None:
    assert language(tag) == code


def test_countries_are_in_small_letters() -> None:
    assert (country(CountryId("KP")), country(None)) == ("kp", None)


def test_a_name_that_is_too_long_is_not_cut_in_silence() -> None:
    long = "a" * 400
    made = written(actors={"long": body() | {"name": long, "aliases": [long + "b"]}})["in-exchange.actors.long"]
    assert made.properties["name"] == [long[:384]]
    assert {long, long + "b"} <= set(made.properties["notes"])
