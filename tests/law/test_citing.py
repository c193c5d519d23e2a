"""What sources cite beside what describes the goods: both, one of the two, and why."""

from typing import Any

import pytest

from ledger.law.citing import FlowLaw
from ledger.law.matching import Fit
from ledger.law.matching import Test as Reason
from ledger.model.local_ids import FlowId
from ledger.reckoned import Reckoned
from ledger.views.citing import Numbering
from ledger.views.provisions import flow_laws
from tests.small import Fields, article, entry, small

BAN: Fields = {
    "paragraph": "8",
    "paragraph_basis": "official-text",
    "covers": "coal from North Korea",
    "measure": "ban",
    "direction": "out",
    "commodities": ["coal"],
    "from": "2017-08-05",
    "sources": ["text"],
}
COAL = {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}
RICE = {"from": "KP", "to": "CN", "commodities": ["rice"], "goods": "rice"}


def cite(provision: str, *sources: str, **fields: Any) -> Fields:
    return {"provision": provision, "sources": list(sources or ["paper"])} | fields


def ledger_with(
    rows: list[Fields], provisions: dict[str, Fields] | None = None, status: str = "in-force", **fields: Any
) -> Reckoned:
    """Return a ledger with one resolution, 9001, and one entry that cites it in these rows."""
    law = {
        "symbol": "S/RES/9001 (2017)",
        "adopted": "2017-08-05",
        "status": status,
        "provisions": provisions or {"coal": BAN},
    }
    return small(
        sources={name: article(name, "document") for name in ("paper", "post", "text")},
        resolutions={"9001": law},
        transactions={"entry": entry(resolutions_cited=rows, **fields)},
    )


def law_of(ledger: Reckoned, flow: str = "f1") -> FlowLaw:
    return ledger.law["entry", FlowId(flow)]


def cited(law: FlowLaw) -> dict[str, tuple[str, ...]]:
    return {str(one.verdict.provision): one.cited_by for one in law.described}


def test_cited_and_matched() -> None:
    law = law_of(ledger_with([cite("9001", "paper", "post")]))
    assert cited(law) == {"9001-coal": ("paper", "post")}
    assert law.unmatched == ()
    assert law.described[0].verdict.fit is Fit.YES


def test_matched_but_cited_by_nobody() -> None:
    law = law_of(ledger_with([]))
    assert cited(law) == {"9001-coal": ()}
    assert law.unmatched == ()


@pytest.mark.parametrize(
    ("reason", "provision", "flow", "when", "status"),
    [
        (Reason.GOODS, {}, {"commodities": ["rice"]}, "2018-01", "in-force"),
        (Reason.DIRECTION, {}, {"from": "CN", "to": "KP"}, "2018-01", "in-force"),
        (Reason.DIRECTION, {}, {"from": "CN", "to": "NO", "outside": "the onward leg"}, "2018-01", "in-force"),
        (Reason.TOO_EARLY, {}, {}, "2017-08-04", "in-force"),
        (Reason.TOO_LATE, {"until": "2017-12-31"}, {}, "2018-01-01", "in-force"),
        (Reason.MODE, {"modes": ["ship-to-ship"]}, {"mode": "sea"}, "2018-01", "in-force"),
        (Reason.MODE, {"modes": ["ship-to-ship"]}, {}, "2018-01", "in-force"),
        (Reason.UNNAMED, {}, {"commodities": ["unspecified"]}, "2018-01", "in-force"),
        (Reason.NOT_ADOPTED, {}, {}, "2018-01", "not-adopted"),
    ],
    ids=["goods", "in", "outside", "early", "late", "mode", "no-mode", "unnamed", "draft"],
)
def test_cited_but_not_matched(reason: Reason, provision: Fields, flow: Fields, when: str, status: str) -> None:
    """The citation is kept, and stands with the reason why nothing in it describes the flow."""
    ledger = ledger_with(
        [cite("9001", words="the ban")],
        {"coal": BAN | provision},
        status,
        flows={"f1": COAL | flow},
        when={"date": when},
    )
    (row,) = law_of(ledger).unmatched
    assert (row.reason, row.nearest, row.cited.words) == (reason, "9001-coal", "the ban")
    assert law_of(ledger).described == ()


@pytest.mark.parametrize(
    ("provision", "when"), [({}, "2017-08-05"), ({"until": "2017-12-31"}, "2017-12-31"), ({}, "2017-08")]
)
def test_the_first_and_the_last_day_are_in_force(provision: Fields, when: str) -> None:
    """The days beside them are among the cases above. Of a month that lies astride, a part may have been."""
    ledger = ledger_with([cite("9001")], {"coal": BAN | provision}, when={"date": when})
    assert cited(law_of(ledger)) == {"9001-coal": ("paper",)}
    assert law_of(ledger).described[0].verdict.fit is (Fit.MAY if when == "2017-08" else Fit.YES)


def test_the_date_of_a_flow_comes_before_that_of_its_entry() -> None:
    ledger = ledger_with([cite("9001")], flows={"f1": COAL | {"when": {"date": "2016-01"}}, "f2": COAL})
    assert law_of(ledger, "f1").unmatched[0].reason is Reason.TOO_EARLY
    assert law_of(ledger, "f2").unmatched == ()


def test_a_resolution_that_lays_down_nothing_on_goods() -> None:
    """There is no reason to give: nothing in it can be held against goods at all."""
    freeze = {key: value for key, value in BAN.items() if key != "commodities"} | {"measure": "freeze"}
    (row,) = law_of(ledger_with([cite("9001")], {"assets": freeze})).unmatched
    assert (row.reason, row.nearest) == (None, None)


TWO = {"coal": BAN, "rice": BAN | {"paragraph": "9", "commodities": ["rice"]}}


@pytest.mark.parametrize(
    ("provision", "coal", "rice"),
    [("9001", ("paper",), ("paper",)), ("9001 para 8", ("paper",), ()), ("9001 para 9", (), ("paper",))],
)
def test_a_citation_names_a_paragraph_or_the_whole_resolution(
    provision: str, coal: tuple[str, ...], rice: tuple[str, ...]
) -> None:
    ledger = ledger_with([cite(provision)], TWO, flows={"f1": COAL | {"commodities": ["coal", "rice"]}})
    assert cited(law_of(ledger)) == {"9001-coal": coal, "9001-rice": rice}
    assert law_of(ledger).unmatched == ()


def test_the_wrong_paragraph_of_the_right_resolution() -> None:
    """Coal is described by paragraph 8; whoever cites 9 for it is told what 9 is about."""
    law = law_of(ledger_with([cite("9001 para 9")], TWO))
    assert cited(law) == {"9001-coal": ()}
    assert [(row.reason, row.nearest) for row in law.unmatched] == [(Reason.GOODS, "9001-rice")]


def test_a_paragraph_that_is_not_recorded_here() -> None:
    (row,) = law_of(ledger_with([cite("9001 para 99")])).unmatched
    assert (row.reason, row.nearest) == (None, None)


def test_a_number_that_was_not_seen_cannot_be_cited() -> None:
    """But the resolution as a whole can."""
    unseen = {key: value for key, value in BAN.items() if key != "paragraph"} | {"paragraph_basis": "not-seen"}
    by_number = law_of(ledger_with([cite("9001 para 8")], {"coal": unseen}))
    assert cited(by_number) == {"9001-coal": ()}
    assert len(by_number.unmatched) == 1
    assert cited(law_of(ledger_with([cite("9001")], {"coal": unseen}))) == {"9001-coal": ("paper",)}


def test_two_provisions_of_one_paragraph_are_cited_together() -> None:
    both = {"coal": BAN, "minerals": BAN | {"commodities": ["minerals"]}}
    law = law_of(ledger_with([cite("9001 para 8")], both))
    assert cited(law) == {"9001-coal": ("paper",), "9001-minerals": ("paper",)}


def test_the_provision_that_comes_nearest_gives_the_reason() -> None:
    """The later a test fails, the nearer it came: to hear of other goods would mislead where only the date is wrong."""
    provisions = {
        "rice": BAN | {"commodities": ["rice"]},
        "into": BAN | {"direction": "in"},
        "transfers": BAN | {"modes": ["ship-to-ship"]},
        "ended": BAN | {"until": "2017-12-31"},
        "later": BAN | {"from": "2019-01-01"},
    }
    order = ["later", "ended", "transfers", "into", "rice"]
    reasons = [Reason.TOO_EARLY, Reason.TOO_LATE, Reason.MODE, Reason.DIRECTION, Reason.GOODS]
    for start, reason in enumerate(reasons):
        left = {name: provision for name, provision in provisions.items() if name in order[start:]}
        (row,) = law_of(ledger_with([cite("9001")], left)).unmatched
        assert (row.reason, row.nearest) == (reason, f"9001-{order[start]}")


def test_a_citation_may_be_tied_to_one_flow() -> None:
    """Who cites the ban for the coal has not cited it for the rice."""
    ledger = ledger_with([cite("9001", flows=["f1"])], flows={"f1": COAL, "f2": RICE, "f3": COAL})
    assert cited(law_of(ledger, "f1")) == {"9001-coal": ("paper",)}
    assert law_of(ledger, "f2") == FlowLaw((), ())
    assert cited(law_of(ledger, "f3")) == {"9001-coal": ()}


def test_a_citation_without_flows_is_of_all_of_them() -> None:
    ledger = ledger_with([cite("9001")], flows={"f1": COAL, "f2": RICE})
    assert cited(law_of(ledger, "f1")) == {"9001-coal": ("paper",)}
    assert [row.reason for row in law_of(ledger, "f2").unmatched] == [Reason.GOODS]


def test_a_source_that_cites_it_twice_stands_once() -> None:
    """The paragraph in one row and the resolution in another: it is still one source."""
    ledger = ledger_with([cite("9001 para 8", "paper"), cite("9001", "post", "paper")])
    assert cited(law_of(ledger)) == {"9001-coal": ("paper", "post")}


def test_a_paragraph_is_cited_with_what_stands_below_it() -> None:
    """Paragraph 8 holds 8(a)(i): to cite the one is to cite the other, and not the reverse."""
    below = {"coal": BAN | {"paragraph": "8(a)(i)"}, "rest": BAN | {"paragraph": "8(b)"}}
    law = law_of(ledger_with([cite("9001 para 8(a)")], below))
    assert cited(law) == {"9001-coal": ("paper",), "9001-rest": ()}
    assert law.unmatched == ()
    narrower = law_of(ledger_with([cite("9001 para 8(a)(ii)")], below))
    assert cited(narrower) == {"9001-coal": (), "9001-rest": ()}


def reason_shown(flow: Fields, **fields: Any) -> str:
    """Return the reason as the page gives it."""
    ledger = ledger_with([cite("9001")], flows={"f1": COAL | flow}, **fields)
    (view,) = flow_laws(ledger, ledger.transactions["entry"], Numbering(ledger))
    (row,) = view.unmatched
    return row.reason


def test_the_page_says_why_in_words() -> None:
    assert reason_shown({}, status="not-adopted") == "it was never adopted"
    assert reason_shown({"commodities": ["rice"]}).startswith("other goods:")
    assert reason_shown({"commodities": ["unspecified"]}).startswith("the goods are not named")
    early = reason_shown({}, when={"date": "2016"})
    assert early == "too early: 2016, and it was in force from 5 August 2017"
    late = reason_shown({}, provisions={"coal": BAN | {"until": "2017-12-31"}})
    assert late == "too late: January 2018, and it ended on 31 December 2017"
    modes = reason_shown({}, provisions={"coal": BAN | {"modes": ["ship-to-ship", "air"]}})
    assert modes.startswith("way of travel: it speaks of goods carried ship to ship or air")
    assert reason_shown({"from": "CN", "to": "KP"}).endswith("and this came in")
    assert reason_shown({}, provisions={"coal": BAN | {"direction": "in"}}).endswith("and this went out")


def test_what_went_between_two_others_did_not_come_in() -> None:
    reason = reason_shown({"from": "CN", "to": "NO", "outside": "the onward leg"})
    assert "came in" not in reason
    assert "went out" not in reason


def test_the_page_names_the_first_provision_that_came_later() -> None:
    earlier = {"f1": COAL | {"when": {"date": "2016"}}}
    ledger = ledger_with([], flows=earlier)
    (view,) = flow_laws(ledger, ledger.transactions["entry"], Numbering(ledger))
    assert view.nothing.startswith("It came before the first provision recorded here on such goods: ")
    assert view.nothing.endswith(", from 5 August 2017.")


def test_the_page_says_why_nothing_describes_a_flow() -> None:
    outside = {"from": "CN", "to": "NO", "outside": "the onward leg"}
    flows = {"f1": COAL | outside, "f2": COAL | {"commodities": ["unspecified"]}, "f3": RICE, "f4": COAL}
    ledger = ledger_with([], flows=flows)
    views = flow_laws(ledger, ledger.transactions["entry"], Numbering(ledger))
    assert [view.nothing.split(",")[0] for view in views] == [
        "North Korea is at neither end",
        "The goods are not named",
        "No provision recorded here describes these goods",
        "",
    ]
    assert [view.direction for view in views] == ["between others"] + ["out of North Korea"] * 3
