"""What five rules find, and what they leave alone, in ledgers of a few records: the branches beyond their examples."""

from types import ModuleType
from typing import Any

import pytest

from ledger.reckoned import Reckoned
from ledger.rules import circles, later_than_sources, loaded_words, near_duplicates, uncited
from tests.small import Fields, Records, article, body, entry, said, small

FLOW = {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}


def found(rule: ModuleType, ledger: Reckoned) -> list[str]:
    """Return where the rule finds something, as the record's id and the path in it."""
    return [" ".join(map(str, (one.id, *one.path))) for one in rule.check(ledger)]


# circles


def test_a_circle_is_found_at_each_step_of_it_and_at_no_step_that_leads_into_it() -> None:
    """Whoever is below a circle is in order: the fault lies above."""
    actors = {
        "a": body("b"),
        "b": body("c"),
        "c": body("a"),
        "below": body("a"),
        "apart": body("top"),
        "top": body(),
    }
    assert found(circles, small(actors=actors)) == ["a part_of", "b part_of", "c part_of"]


def test_two_ways_up_to_one_top_are_no_circle() -> None:
    tree: Records = {
        "all": {"name": "all"},
        "fuels": {"name": "fuels", "parents": ["all"]},
        "minerals": {"name": "minerals", "parents": ["all"]},
        "coal": {"name": "coal", "parents": ["fuels", "minerals", "all"]},
    }
    assert found(circles, small(commodities=tree)) == []
    turned = {**tree} | {"all": {"name": "all", "parents": ["coal"]}}
    assert len(found(circles, small(commodities=turned))) == 6
    loop = {**tree} | {"coal": {"name": "coal", "parents": ["fuels", "coal"]}}
    assert found(circles, small(commodities=loop)) == ["coal parents 1"]


def test_a_circle_says_which_two_stand_above_each_other() -> None:
    one, other = list(circles.check(small(actors={"a": body("b"), "b": body("a")})))
    assert one.message == '"b" leads back to "a"; one of the two is the higher'
    assert other.message == '"a" leads back to "b"; one of the two is the higher'


def test_entries_that_were_merged_into_each_other() -> None:
    """Their addresses would lead the reader round."""
    entries = {"a": entry(merged_into="b"), "b": entry(merged_into="a"), "c": entry(merged_into="a")}
    sources = {"paper": article("press", "document")}
    assert found(circles, small(sources=sources, transactions=entries)) == ["a merged_into", "b merged_into"]


def test_provisions_that_replace_each_other() -> None:
    def provision(by: str) -> Fields:
        return {
            "paragraph_basis": "not-seen",
            "covers": "coal",
            "measure": "ban",
            "direction": "out",
            "from": "2017-08-05",
            "replaced_by": by,
            "sources": ["text"],
        }

    laws = {
        "9001": {"symbol": "A", "status": "replaced", "provisions": {"coal": provision("9002-coal")}},
        "9002": {"symbol": "B", "status": "replaced", "provisions": {"coal": provision("9001-coal")}},
        "9003": {"symbol": "C", "status": "replaced", "provisions": {"coal": provision("9001-coal")}},
    }
    expected = ["9001 provisions coal replaced_by", "9002 provisions coal replaced_by"]
    assert found(circles, small(resolutions=laws)) == expected


# later_than_sources

DATED = {
    "day": article("press", "document", published="2018-03-05"),
    "month": article("press", "document", published="2018-03"),
    "span": article("press", "document", published="2018-03/.."),
    "old": article("press", "document", published="2016"),
    "undated": {key: value for key, value in article("press", "document").items() if "dated" not in key},
}
DATED["undated"].pop("published")


@pytest.mark.parametrize(
    ("date", "sources", "is_found"),
    [
        ("2018-03-06", ["day"], True),
        ("2018-03-05", ["day"], False),
        ("2018-03", ["day"], False),
        ("2018-04", ["month"], True),
        ("2018-03-31", ["month"], False),
        ("2018-04", ["old", "month"], True),
        ("2018-03", ["old", "month"], False),
        ("2017", ["old"], True),
        ("2016-12/2017-02", ["old"], False),
        ("../2031", ["old"], False),
        ("2031", ["undated"], False),
        ("2031", ["old", "undated"], False),
        ("2031", ["old", "span"], False),
    ],
)
def test_the_newest_source_decides_to_the_day(date: str, sources: list[str], is_found: bool) -> None:
    """Every doubt is for the entry: an undated source may be the newest of all."""
    ledger = small(sources=DATED, transactions={"entry": entry({"c1": sources}, when={"date": date})})
    assert found(later_than_sources, ledger) == (["entry when date"] if is_found else [])


def test_sources_of_all_claims_are_taken_together() -> None:
    later = small(sources=DATED, transactions={"entry": entry({"c1": ["old"], "c2": ["day"]}, when={"date": "2018"})})
    assert found(later_than_sources, later) == []


@pytest.mark.parametrize(("stage", "is_found"), [("proposed", False), ("attempted", True), ("unknown", True)])
def test_what_is_only_planned_may_lie_ahead(stage: str, is_found: bool) -> None:
    ledger = small(sources=DATED, transactions={"entry": entry({"c1": ["old"]}, when={"date": "2031"}, stage=stage)})
    assert bool(found(later_than_sources, ledger)) is is_found


def test_it_says_which_day_the_newest_source_has() -> None:
    ledger = small(sources=DATED, transactions={"entry": entry({"c1": ["old", "month"]}, when={"date": "2031"})})
    (one,) = later_than_sources.check(ledger)
    assert "of 2018-03-31;" in one.message


# loaded_words

PAPER = {"paper": article("press", "document", title="Illicit coal of a rogue regime")}
WORD = "an illicit trade"


def loaded(**fields: Any) -> list[str]:
    return found(loaded_words, small(sources=PAPER, transactions={"entry": entry(**fields)}))


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"title": WORD}, "entry title"),
        ({"summary": WORD}, "entry summary"),
        ({"note": WORD}, "entry note"),
        ({"flows": {"f1": FLOW, "f2": FLOW | {"goods": WORD}}}, "entry flows f2 goods"),
        ({"claims": {"c1": ["paper"], "c2": {"says": WORD, "sources": ["paper"]}}}, "entry claims c2 says"),
    ],
)
def test_a_loaded_word_is_found_in_each_field_that_speaks_for_the_ledger(fields: Fields, where: str) -> None:
    assert loaded(**fields) == [where]


@pytest.mark.parametrize(
    "fields",
    [
        {"responses": {"r1": {"by": "kp", "kind": "rejected", "says": WORD}}},
        {"disagreements": [{"about": "law", "values": [{"says": WORD, "claims": ["c1"]}, {"says": "no"}]}]},
        {"resolutions_cited": [{"provision": "9001", "words": WORD, "sources": ["paper"]}]},
    ],
    ids=["response", "value", "citation"],
)
def test_what_others_say_keeps_its_words(fields: Fields) -> None:
    """They are told as theirs. (The title of the source that all of these cite is loaded too.)"""
    assert loaded(**fields) == []


@pytest.mark.parametrize(
    "text",
    [
        "It VIOLATED the ban",
        "It violates the ban",
        "A violation",
        "Kim's regime",
        "Rogue states",
        "Clearly coal",
        "Obviously coal",
        "Coal was smuggled",
        "a so-called trade",
        "the Hermit Kingdom",
        'An "illicit" and illegal trade',
        '"Coal" was illegally sold, "it is said"',
        "It brazenly flouted the ban",
    ],
)
def test_loaded_words_in_any_form(text: str) -> None:
    assert loaded(title=text) == ["entry title"]


@pytest.mark.parametrize(
    "text",
    [
        'A paper called it "illicit"',
        "A paper called it “a blatant violation”",
        '"Illicit", it said, and "illegal"',
        "Regiments of unregimented men",
        "Nonviolation is no word, legal is one, and a diet is a regimen",
        "The brogue of a sailor",
    ],
)
def test_quoted_words_and_other_words_pass(text: str) -> None:
    """Only a whole word is a judgement, and only outside quotation marks is it ours."""
    assert loaded(title=text) == []


def test_the_word_is_named_as_it_stands() -> None:
    ledger = small(sources=PAPER, transactions={"entry": entry(title="Coal was Smuggled out")})
    (one,) = loaded_words.check(ledger)
    assert one.message.startswith('"Smuggled" is a judgement')


# uncited

ROW = {"period": "2018", "words": "1 tonne", "kind": "reported", "sources": ["lone"]}
SERIES: Fields = {"title": "Coal", "commodity": "coal", "from": "KP", "to": "CN", "unit": "tonne", "points": [ROW]}
LAW: Fields = {"symbol": "A", "status": "in-force", "provisions": {}}
PROVISION: Fields = {
    "paragraph_basis": "not-seen",
    "covers": "coal",
    "measure": "ban",
    "direction": "out",
    "from": "2017-08-05",
    "sources": ["lone"],
}


@pytest.mark.parametrize(
    "used_by",
    [
        {"transactions": {"entry": entry({"c1": ["lone"]})}},
        {"transactions": {"entry": entry({"c1": ["over from lone"]})}},
        {"transactions": {"entry": entry(responses={"r1": {"by": "kp", "kind": "denied", "sources": ["lone"]}})}},
        {
            "transactions": {
                "entry": entry(
                    disagreements=[{"about": "x", "values": [{"says": "1", "sources": ["lone"]}, {"says": "2"}]}]
                )
            }
        },
        {"transactions": {"entry": entry(resolutions_cited=[{"provision": "9001", "sources": ["lone"]}])}},
        {"series": {"coal": SERIES}},
        {"resolutions": {"9001": LAW | {"sources": ["lone"]}}},
        {"resolutions": {"9001": LAW | {"provisions": {"coal": PROVISION}}}},
        {
            "actors": {
                "ann": {
                    "name": "Ann",
                    "kind": "person",
                    "public_basis": {"kind": "on-record", "words": "x", "sources": ["lone"]},
                }
            }
        },
    ],
    ids=["claim", "from", "response", "value", "citation", "figure", "resolution", "provision", "person"],
)
def test_whatever_cites_a_source_uses_it(used_by: dict[str, Any]) -> None:
    """A statement that a paper relays is used with the paper."""
    sources = {
        "deep": said("office"),
        "lone": article("press", on=("deep",)),
        "paper": article("press", "document"),
        "over": article("press", "document", on=("lone",)),
        "beside": article("press", "document"),
    }
    unused = set(found(uncited, small(sources=sources, **used_by)))
    assert "beside" in unused
    assert not {"lone", "deep"} & unused


def test_sources_that_only_tell_each_other_are_found_all() -> None:
    """One that retells a source in use is not used by it: nobody rests on the retelling."""
    sources = {
        "paper": article("press", "document"),
        "retold": article("post", on=("paper",)),
        "again": article("herald", on=("retold",)),
        "first": article("press", on=("second",)),
        "second": article("press", on=("first",)),
    }
    ledger = small(sources=sources, transactions={"entry": entry()})
    assert found(uncited, ledger) == ["again", "first", "retold", "second"]


# near_duplicates


def alike(*entries: Fields) -> list[str]:
    """Return what is found in entries ``e1``, ``e2``, …"""
    table = {f"e{number}": one for number, one in enumerate(entries, 1)}
    return found(near_duplicates, small(sources={"paper": article("press", "document")}, transactions=table))


def on(date: str, **fields: Any) -> Fields:
    return entry(when={"date": date}, **fields)


def flows(*rows: Fields) -> Fields:
    return {"flows": {f"f{number}": FLOW | row for number, row in enumerate(rows, 1)}}


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("2018", "2018", True),
        ("2018-01/2018-03", "2018-03-31", True),
        ("2018-01/2018-03", "2018-04-01", False),
        ("2018-06", "../2018-06-01", True),
        ("2018-06", "2018-07/..", False),
        ("2018-06", "2018-06-30/..", True),
        ("2019", "2018", False),
    ],
)
def test_dates_that_share_a_day_overlap(one: str, other: str, is_found: bool) -> None:
    assert alike(on(one), on(other)) == alike(on(other), on(one)) == (["e2 title"] if is_found else [])


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        (flows({"commodities": ["rice", "coal"]}), True),
        (flows({"commodities": ["rice"]}, {}), True),
        (flows({"commodities": ["rice"]}), False),
        (flows({"commodities": ["minerals"]}), False),
        (flows({"from": "CN", "to": "KP"}), False),
        (flows({"to": "NO"}), False),
        (flows({"from": "unknown"}), False),
        ({"relations": [{"kind": "overlaps", "to": "e1"}]}, False),
        ({"relations": [{"kind": "overlaps", "to": "e3"}]}, True),
        ({"merged_into": "e1"}, False),
        ({"withdrawn": {"date": "2026-11-21", "why": "a joke"}}, False),
    ],
)
def test_what_makes_two_entries_alike(other: Fields, is_found: bool) -> None:
    """Both ends, one of the goods and the time; and who has said how the two stand has been asked already."""
    found_here = alike(on("2018"), on("2018", **other), on("1999"))
    assert found_here == (["e2 title"] if is_found else [])


def test_a_relation_may_be_declared_by_the_earlier_of_the_two() -> None:
    assert alike(on("2018", relations=[{"kind": "overlaps", "to": "e2"}]), on("2018")) == []


def test_goods_that_nobody_names_make_nothing_alike() -> None:
    """Else every cargo of which nothing is known would look like every other."""
    unnamed = flows({"commodities": ["unspecified"]})
    assert alike(on("2018", **unnamed), on("2018", **unnamed)) == []


def test_two_that_are_alike_in_several_goods_are_told_once_and_three_in_pairs() -> None:
    both = flows({"commodities": ["rice", "coal"]}, {"from": "CN", "to": "KP"})
    assert alike(on("2018", **both), on("2018", **both)) == ["e2 title"]
    assert alike(on("2018"), on("2018"), on("2018")) == ["e2 title", "e3 title", "e3 title"]
    entries = {f"e{n}": entry() for n in (1, 2)}
    (one,) = near_duplicates.check(small(sources={"paper": article("press", "document")}, transactions=entries))
    assert one.key
    assert '"e1"' in one.message


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ({"when": {"date": "2010"}}, False),
        ({"when": {"date": "2018-12"}}, True),
        ({"stage": "blocked"}, False),
        ({"stage": "attempted"}, False),
        ({"stage": "proposed"}, False),
        ({"stage": "seized"}, True),
    ],
)
def test_a_flow_is_held_by_its_own_date_and_stage(row: Fields, is_found: bool) -> None:
    """They come before the entry's; and what was only tried is no shipment that could be told twice."""
    assert bool(alike(on("2018"), on("2018", **flows(row)))) is is_found
