"""Each word for how a claim stands, by the smallest entry that earns it."""

from typing import Any

import pytest

from ledger.evidence.standing import Standing
from ledger.reckoned import Reckoned
from tests.small import article, body, claim_at, entry, said, small

SOURCES = {
    "images": article("watchers", "satellite-imagery"),
    "more-images": article("lookers", "satellite-imagery"),
    "minister-said": said("ministry"),
    "customs-said": said("customs", "customs-record"),
    "post": article("post-press", on=("minister-said",)),
    "herald": article("herald-press", on=("minister-said",)),
    "both": article("both-press", on=("minister-said", "customs-said")),
    "slip": article("slip-press", on=({"source": "minister-said", "altered": "10 became 100"},)),
    "vague": article("vague-press", "not-stated"),
}
ACTORS = {"ministry": body(), "customs": body()}


def ledger_with(claims: dict[str, Any], **fields: Any) -> Reckoned:
    return small(actors=ACTORS, sources=SOURCES, transactions={"entry": entry(claims, **fields)})


def standing(claims: dict[str, Any], claim: str = "c1", **fields: Any) -> Standing:
    return ledger_with(claims, **fields).standings[claim_at(claim)]


def is_disputed(claims: dict[str, Any], claim: str = "c1", **fields: Any) -> bool:
    return standing(claims, claim, **fields) is Standing.DISPUTED


def reply(kind: str, **fields: Any) -> dict[str, Any]:
    return {"r1": {"by": "kp", "kind": kind} | fields}


def differ(*values: dict[str, Any]) -> list[dict[str, Any]]:
    named = [{"says": f"value {number}"} | value for number, value in enumerate(values)]
    return [{"about": "tons", "values": named}]


@pytest.mark.parametrize(
    ("sources", "word"),
    [
        (["slip altered"], Standing.ALTERED),
        (["images", "post"], Standing.DIFFERENT_KINDS),
        (["images", "more-images"], Standing.SEVERAL),
        (["images", "vague"], Standing.PERHAPS_MORE),
        (["both unsaid"], Standing.PERHAPS_MORE),
        (["post"], Standing.SINGLE),
        (["post", "herald"], Standing.SINGLE),
        (["post", "slip altered"], Standing.SINGLE),
    ],
)
def test_what_the_origins_alone_give(sources: list[str], word: Standing) -> None:
    assert standing({"c1": sources}) is word


TWO = {"c1": ["images", "post"], "c2": {"says": "The mine is old.", "sources": ["more-images"]}, "c3": ["post"]}
"""Two claims about the flow, and background between them."""


@pytest.mark.parametrize("kind", ["denied", "doubted"])
def test_a_party_that_speaks_against_the_fact_disputes_it(kind: str) -> None:
    ledger = ledger_with(TWO, responses=reply(kind))
    assert [ledger.standings[claim_at(id)] is Standing.DISPUTED for id in TWO] == [True, False, True]


@pytest.mark.parametrize("kind", ["rejected", "confirmed", "partly-confirmed", "explained", "no-comment", "none-found"])
def test_any_other_answer_disputes_nothing(kind: str) -> None:
    """Who refuses the accusation has not said that the cargo did not go."""
    ledger = ledger_with(TWO, responses=reply(kind, to=["c1", "c2", "c3"]))
    assert Standing.DISPUTED not in ledger.standings.values()


def test_an_answer_is_held_to_the_claims_that_it_names() -> None:
    """A denial of the amount is no denial of the trade; and one may deny what is only background."""
    ledger = ledger_with(TWO, responses=reply("denied", to=["c2"]))
    assert [ledger.standings[claim_at(id)] is Standing.DISPUTED for id in TWO] == [False, True, False]


def test_one_denial_among_other_answers_is_enough() -> None:
    answers = reply("confirmed") | {"r2": {"by": "ministry", "kind": "denied", "to": ["c3"]}}
    ledger = ledger_with(TWO, responses=answers)
    assert [ledger.standings[claim_at(id)] is Standing.DISPUTED for id in TWO] == [False, False, True]


def test_a_claim_that_doubts_another() -> None:
    """The one that doubts is not itself in doubt."""
    claims = {"c1": ["post"], "c2": {"says": "The hold is too small.", "disputes": ["c1"], "sources": ["images"]}}
    assert is_disputed(claims)
    assert standing(claims, "c2") is Standing.SINGLE


def test_another_originator_with_another_value_disputes_both() -> None:
    claims = {"c1": ["images"], "c2": ["post"], "c3": ["vague"]}
    rows = differ({"claims": ["c1"]}, {"claims": ["c2"]})
    assert is_disputed(claims, "c1", disagreements=rows)
    assert is_disputed(claims, "c2", disagreements=rows)
    assert not is_disputed(claims, "c3", disagreements=rows)


def test_a_value_that_no_claim_has_disputes_too() -> None:
    assert is_disputed({"c1": ["post"]}, disagreements=differ({"claims": ["c1"]}, {"sources": ["images"]}))


def test_claims_with_the_same_value_stand_together() -> None:
    """Only what has another value stands against a claim."""
    claims = {"c1": ["images"], "c2": ["post"], "c3": ["post"]}
    rows = differ({"claims": ["c1", "c2"]}, {"claims": ["c3"]})
    assert is_disputed(claims, "c1", disagreements=rows)
    assert not is_disputed(claims, "c2", disagreements=rows)
    assert is_disputed(claims, "c3", disagreements=rows)


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (["post"], ["herald"]),
        (["post"], ["slip altered"]),
        (["post"], ["both unsaid"]),
        (["post"], ["both from ministry"]),
        (["both unsaid"], ["both from customs"]),
        (["post", "images"], ["images"]),
    ],
    ids=["retold twice", "altered", "unsaid", "from the same", "mine unsaid", "one of mine"],
)
def test_a_value_that_may_be_of_the_same_originator_disputes_nothing(mine: list[str], other: list[str]) -> None:
    """Two retellings of one statement differ by a slip; that is told, and it is no second view."""
    assert not is_disputed({"c1": mine}, disagreements=differ({"claims": ["c1"]}, {"sources": other}))


@pytest.mark.parametrize(
    ("mine", "other"),
    [(["images"], ["both unsaid"]), (["post"], ["both from customs"]), (["both from customs"], ["post"])],
)
def test_a_value_that_is_certainly_of_another_disputes(mine: list[str], other: list[str]) -> None:
    """Whichever of its two sources the report means, it is not mine."""
    assert is_disputed({"c1": mine}, disagreements=differ({"claims": ["c1"]}, {"sources": other}))


def test_what_a_retelling_altered_has_nobody_to_differ_from() -> None:
    rows = differ({"claims": ["c1"]}, {"sources": ["images"]})
    assert standing({"c1": ["slip altered"]}, disagreements=rows) is Standing.ALTERED


def test_a_denial_comes_before_the_count() -> None:
    """The reader hears first that it is denied, whatever stands behind it."""
    for sources in (["slip altered"], ["images", "post"], ["post"]):
        assert is_disputed({"c1": sources}, responses=reply("denied"))


def test_withdrawn_comes_before_everything() -> None:
    ledger = ledger_with(TWO, responses=reply("denied"), withdrawn={"date": "2026-11-21", "why": "a joke"})
    assert set(ledger.standings.values()) == {Standing.WITHDRAWN}
