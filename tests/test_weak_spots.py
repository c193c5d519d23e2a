"""What an entry lacks, and which source would change most: each by the smallest ledger that shows it."""

from typing import Any

import pytest

from ledger.reckoned import Reckoned
from ledger.views.weak_spots import lack_words
from ledger.weak_spots import Burden, Lack, Missing, burdens, lacks
from tests.small import Fields, article, body, entry, said, small

SOURCES: dict[str, Fields] = {
    "paper": article("paper-press", "document"),
    "post": article("post-press", "photograph"),
    "minister-said": said("ministry"),
    "customs-said": said("customs"),
    "story": article("story-press", on=("minister-said",)),
    "both": article("both-press", on=("minister-said", "customs-said")),
    "opening": article("paper-press", "document", extent="opening"),
    "part": article("paper-press", "document", extent="part"),
    "undated": {key: value for key, value in article("paper-press", "document").items() if "dated" not in key}
    | {"published": None},
    "slip": article("slip-press", on=({"source": "minister-said", "altered": "10 became 100"},)),
}
SOURCES["undated"].pop("published")
ACTORS = {"ministry": body(), "customs": body()}
FLOW = {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}


def claim(*sources: str, flows: tuple[str, ...] = ("f1",), **fields: Any) -> Fields:
    return {"says": "A fact.", "amount": "10 tons", "flows": list(flows), "sources": list(sources)} | fields


def background(*sources: str) -> Fields:
    return {"says": "The mine is old.", "sources": list(sources)}


def ledger_with(claims: dict[str, Any], reply: str = "explained", **fields: Any) -> Reckoned:
    """Return a ledger with one entry that lacks nothing but what the claims or the fields take from it."""
    answer = {"by": "kp", "kind": reply} | ({"as_of": "2026-11-21"} if reply == "none-found" else {})
    one = entry(claims, **({"responses": {"r1": answer}} | fields))
    return small(actors=ACTORS, sources=SOURCES, transactions={"entry": one})


def lacking(claims: dict[str, Any], **fields: Any) -> list[tuple[Missing, int, int]]:
    ledger = ledger_with(claims, **fields)
    return [(lack.what, lack.number, lack.of) for lack in lacks(ledger, ledger.transactions["entry"])]


def test_an_entry_that_lacks_nothing() -> None:
    assert lacking({"c1": claim("paper", "post")}) == []


@pytest.mark.parametrize(
    ("claims", "fields", "expected"),
    [
        ({"c1": claim("paper")}, {}, (Missing.ONE_ORIGIN, 1, 1)),
        ({"c1": claim("paper"), "c2": claim("paper"), "c3": background("post")}, {}, (Missing.ONE_ORIGIN, 1, 1)),
        ({"c1": claim("paper", "post")}, {"reply": "none-found"}, (Missing.NO_RESPONSE, 1, 1)),
        ({"c1": claim("paper", "story")}, {}, (Missing.ORIGIN_UNREAD, 1, 2)),
        ({"c1": claim("paper", "post", "opening")}, {}, (Missing.OPENING_ONLY, 1, 3)),
        ({"c1": claim("part", "post", "opening")}, {}, (Missing.OPENING_ONLY, 2, 3)),
        ({"c1": claim("undated", "post")}, {}, (Missing.NO_DATE, 1, 2)),
        ({"c1": claim("paper", "post") | {"amount": []}}, {}, (Missing.NO_AMOUNT, 1, 1)),
        ({"c1": claim("paper", "post")}, {"flows": {"f1": FLOW, "f2": FLOW}}, (Missing.NO_AMOUNT, 1, 2)),
        ({"c1": claim("paper", "post")}, {"reply": "denied"}, (Missing.DISPUTED, 1, 1)),
        (
            {"c1": claim("paper", "post"), "c2": background("post"), "c3": claim("post")},
            {"reply": "doubted"},
            (Missing.DISPUTED, 2, 3),
        ),
    ],
)
def test_what_is_missing(claims: dict[str, Any], fields: dict[str, Any], expected: tuple[Missing, int, int]) -> None:
    """It is the one thing that is named: a page that finds fault where there is none would not be believed."""
    for one in claims.values():
        if not one.get("amount", True):
            one.pop("amount")
    assert lacking(claims, **fields) == [expected]


def test_what_is_not_said_and_what_was_not_read() -> None:
    """Both members of a choice are counted as origins that somebody should look for."""
    found = lacking({"c1": claim("paper", "both unsaid"), "c2": claim("both from customs", "post")})
    assert found == [(Missing.ORIGIN_UNREAD, 2, 4), (Missing.NOT_SAID, 1, 4)]


def test_two_originators_of_two_flows_are_not_one() -> None:
    assert lacking({"c1": claim("paper"), "c2": claim("post")}) == []


def test_what_leads_to_nobody_is_not_said_to_lead_to_one() -> None:
    assert lacking({"c1": claim("slip altered")}) == []


def test_an_answer_that_says_nothing_is_an_answer() -> None:
    """The party was asked: to look for its answer again would find the same."""
    assert lacking({"c1": claim("paper", "post")}, reply="no-comment") == []
    responses = {
        "r1": {"by": "kp", "kind": "none-found", "as_of": "2026-11-21"},
        "r2": {"by": "ministry", "kind": "confirmed"},
    }
    assert lacking({"c1": claim("paper", "post")}, responses=responses) == []


def test_a_source_cited_twice_is_one_report() -> None:
    assert lacking({"c1": claim("opening", "post"), "c2": claim("opening")}) == [(Missing.OPENING_ONLY, 1, 2)]


def test_everything_at_once_stands_in_the_order_of_the_words() -> None:
    claims = {
        "c1": background("both unsaid", "opening", "undated"),
        "c2": {"says": "Coal left.", "flows": ["f1"], "sources": ["story"]},
        "c3": {"says": "Did it?", "disputes": ["c2"], "sources": ["story"]},
    }
    ledger = ledger_with(claims, reply="none-found")
    found = lacks(ledger, ledger.transactions["entry"])
    assert [lack.what for lack in found] == list(Missing)
    assert Lack(Missing.NOT_SAID, 1, 5) in found


def test_a_page_says_how_many_of_how_many() -> None:
    ledger = ledger_with({"c1": claim("part", "opening", "story")}, reply="none-found")
    assert lack_words(ledger, "entry") == (
        "no answer of any party was found",
        "origins that were not read, only known through others (1 of 3)",
        "reports of which only the opening or parts were read (2 of 3)",
    )


VOICES = {f"{name}-said": said(f"{name}-office") for name in ("a", "b", "c", "d")}
RETOLD = {f"{name}-story": article(f"{name}-press", on=(f"{name}-said",)) for name in ("a", "b", "c", "d")}


def ranked(*claims: list[str], **sources: Fields) -> list[tuple[str, int, int]]:
    """Return the burdens of a ledger with one entry that has these claims."""
    one = entry({f"c{number}": list(cited) for number, cited in enumerate(claims, 1)})
    ledger = small(
        sources=VOICES | RETOLD | {id.replace("_", "-"): fields for id, fields in sources.items()},
        transactions={"entry": one},
    )
    return [(burden.source, burden.alone, burden.unsaid) for burden in burdens(ledger)]


def test_the_source_that_would_decide_most_comes_first() -> None:
    """First what would decide an open citation, then what would free most claims from one originator, then by name."""
    choice = article("choice-press", on=("c-said", "d-said"))
    found = ranked(["b-story"], ["a-story"], ["a-story"], ["choice unsaid", "b-story"], ["b-story"], choice=choice)
    assert found == [("c-said", 0, 1), ("d-said", 0, 1), ("a-said", 2, 0), ("b-said", 2, 0)]
    found = ranked(["b-story"], ["a-story"], ["b-story"])
    assert found == [("b-said", 2, 0), ("a-said", 1, 0)]


def test_what_was_read_is_no_burden() -> None:
    assert ranked(["paper"], ["paper", "a-story"], paper=article("paper-press", "document")) == [("a-said", 0, 0)]


def test_what_nothing_rests_on_is_no_burden() -> None:
    assert ranked(["paper"], paper=article("paper-press", "document")) == []


def test_an_unread_link_in_the_middle_counts_where_the_way_is_left_open() -> None:
    """It knows nothing itself, but whoever reads it learns which of its sources was meant."""
    middle = said("middle-press", relies_on=["a-said", "b-said"])
    middle.pop("own")
    found = ranked(["top unsaid"], middle=middle, top=article("top-press", on=("middle",)))
    assert found == [("a-said", 0, 1), ("b-said", 0, 1), ("middle", 0, 1)]
    assert ranked(["top from a-office"], middle=middle, top=article("top-press", on=("middle",))) == [("a-said", 1, 0)]


def test_two_statements_of_one_body_are_no_other_originator() -> None:
    """The claim has no other originator, and both would have to be read: each bears it alone."""
    both = article("both-press", on=("x-said", "y-said"))
    found = ranked(["both"], both=both, x_said=said("office"), y_said=said("office"))
    assert found == [("x-said", 1, 0), ("y-said", 1, 0)]


def test_the_entries_of_a_burden_are_named_once_each() -> None:
    entries = {id: entry({"c1": ["a-story"], "c2": ["a-story"]}) for id in ("later", "earlier")}
    ledger = small(sources=VOICES | RETOLD, transactions=entries)
    assert burdens(ledger) == (Burden("a-said", 4, 0, ("earlier", "later")),)


@pytest.mark.parametrize(
    "gone",
    [{"merged_into": "entry"}, {"withdrawn": {"date": "2026-11-21", "why": "a joke"}}],
    ids=["merged", "withdrawn"],
)
def test_an_entry_that_is_gone_burdens_nobody(gone: Fields) -> None:
    """Its claims stand in the entry that took its place, or nowhere: they must not be counted twice."""
    entries = {"entry": entry({"c1": ["a-story"]}), "gone": entry({"c1": ["a-story"]}) | gone}
    ledger = small(sources=VOICES | RETOLD, transactions=entries)
    assert burdens(ledger) == (Burden("a-said", 1, 0, ("entry",)),)
