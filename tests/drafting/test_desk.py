"""Ids are proposed by the habits of the ledger, and none is given twice."""

import pytest

from ledger.drafting.desk import Desk, Draft
from ledger.resolving.ledger import Ledger
from tests.drafting.helpers import DAY, desk
from tests.helpers import ledger_of, read


@pytest.mark.parametrize(
    ("kind", "id", "says"),
    [
        ("actors", "gazette", "exists: entries/actors/gazette.yaml"),
        ("actors", "example-trading-company", 'was the id of "example-trading" once'),
        ("transactions", "2024-coal-for-rice", "once"),
        ("actors", "gazette-2024", "is the id of one of the sources"),
        ("sources", "gazette", "is the id of one of the actors"),
        ("actors", "Gazette", "is not an id of actors"),
        ("actors", "../x", "is not an id of actors"),
        ("actors", "a\n", "is not an id of actors"),
        ("actors", "con", "some systems"),
        ("actors", "a" * 61, "characters"),
        ("countries", "NO", "exists"),
        ("countries", "XX", "is not an id of countries"),
        ("resolutions", "2371", "exists"),
        ("resolutions", "coal", "is not an id of resolutions"),
    ],
)
def test_ids_that_are_refused(kind: str, id: str, says: str) -> None:
    assert says in desk().objection(kind, id)


@pytest.mark.parametrize(("kind", "id"), [("actors", "new-paper"), ("countries", "SE"), ("resolutions", "2397")])
def test_ids_that_are_free(kind: str, id: str) -> None:
    assert desk().objection(kind, id) == ""


def test_a_draft_takes_its_id_and_its_address() -> None:
    here = desk()
    here.drafts.append(Draft("sources", "x-1", {"url": "https://x.example/1"}))
    assert "exists" in here.objection("sources", "x-1")
    assert here.source_at("http://x.example/1/") == "x-1"


def test_a_draft_of_another_day_is_known_though_it_is_not_finished() -> None:
    text = "kind: FILL-IN\ntitle: Coal by night\nurl: https://x.example/1\naccess: FILL-IN\n"
    here = Desk(Ledger((read("sources", text, "x-1")[0],)), DAY)
    assert here.source_at("https://x.example/1") == "x-1"
    assert [id for id, _, _ in here.near("sources", "coal by night")] == ["x-1"]
    assert "exists" in here.objection("sources", "x-1")
    assert here.called("sources", "x-1") == "Coal by night"


@pytest.mark.parametrize(
    ("kind", "tree", "id"),
    [
        ("actors", {"name": "Morgenpost"}, "morgenpost"),
        ("actors", {"name": "The Gazette"}, "the-gazette"),
        ("actors", {"name": "Gazette"}, ""),  # taken
        ("sources", {"by": "gazette", "published": "2024-06-18"}, "gazette-2024-06-18"),
        ("sources", {"by": "gazette", "published": "2024-03", "title": "Who sent it"}, "gazette-2024-03-who"),
        ("sources", {"by": "gazette", "url": "https://gazette.example/x/grain-barges"}, "gazette-grain"),
        ("sources", {"url": "https://www.new.example/2024/"}, "new"),
        ("sources", {"by": "unnamed", "title": "What two officials said"}, ""),
        ("transactions", {"title": "Tea for coal", "when": {"date": "2023-08~/2024"}}, "2023-tea-coal"),
        ("transactions", {"title": "Tea", "claims": {"c1": {"sources": ["gazette-2024 own"]}}}, "2024-tea"),
        ("transactions", {"title": "Tea"}, ""),  # the year is not known, and none is made up
        ("resolutions", {"symbol": "S/RES/2397 (2017)"}, "2397"),
    ],
)
def test_proposed_ids(kind: str, tree: dict[str, object], id: str) -> None:
    assert desk().proposed(kind, tree) == id


def test_near_names() -> None:
    assert desk().near("actors", "Gazette")[0][:2] == ("gazette", "The Gazette")
    assert desk().near("actors", "한빛일보")[0][0] == "hanbit-daily"
    assert desk().near("actors", "K Nordmann, the minister")[0][0] == "kari-nordmann"
    assert desk().near("actors", "x" * 10_000) == []
    assert desk().near("countries", "South Korea")[0] == ("KR", "South Korea", 1.0)


def test_what_rests_on_a_source() -> None:
    assert ("2024-rice-for-coal", desk().ledger.transactions["2024-rice-for-coal"].title) in desk().resting_on(
        "gazette-2024"
    )


def test_an_empty_ledger_knows_nothing() -> None:
    here = Desk(ledger_of({}), DAY)
    assert here.proposed("actors", {"name": "BBC"}) == "bbc"
    assert here.near("actors", "BBC") == []
