"""A year's figure against the cap: what is counted, what is kept apart, and which cap was in force."""

from decimal import Decimal
from typing import Any

import pytest

from ledger.law.caps import YearAgainstCap, years_against_cap
from ledger.reckoned import Reckoned
from ledger.views.caps import CapRow, cap_chart
from tests.small import Fields, article, body, small


def point(period: str, words: str | Fields, kind: str = "reported", **fields: Any) -> Fields:
    return {"period": period, "words": words, "kind": kind, "by": "customs", "sources": ["table"]} | fields


def months(year: int, count: int = 12, tonnes: int = 100) -> list[Fields]:
    return [point(f"{year}-{month:02}", f"{tonnes} tonnes") for month in range(1, count + 1)]


def cap(number: int, start: str, until: str = "", unit: str = "tonne", per: str = "year", **fields: Any) -> Fields:
    end = {"until": until} if until else {}
    return {
        "paragraph_basis": "not-seen",
        "covers": "coal up to an amount",
        "measure": "cap",
        "direction": "out",
        "commodities": ["coal"],
        "from": start,
        "cap": {"number": number, "unit": unit, "per": per},
        "sources": ["table"],
    } | fields | end  # fmt: skip


def ledger_with(points: list[Fields], provisions: dict[str, Fields] | None = None, **fields: Any) -> Reckoned:
    """Return a ledger with one series in tonnes; its cap is the provision ``9001-cap`` where there are provisions."""
    series = {"title": "Coal", "commodity": "coal", "from": "KP", "to": "CN", "unit": "tonne", "points": points}
    law = {"symbol": "S/RES/9001", "adopted": "2016-11-30", "status": "in-force", "provisions": provisions or {}}
    return small(
        actors={"customs": body()},
        sources={"table": article("customs", "customs-record")},
        resolutions={"9001": law},
        series={"coal": series | ({"cap": "9001-cap"} if provisions else {}) | fields},
    )


def years(points: list[Fields], provisions: dict[str, Fields] | None = None, **fields: Any) -> list[YearAgainstCap]:
    ledger = ledger_with(points, provisions, **fields)
    return list(years_against_cap(ledger, ledger.series["coal"]))


def only(points: list[Fields], provisions: dict[str, Fields] | None = None, **fields: Any) -> YearAgainstCap:
    (year,) = years(points, provisions, **fields)
    return year


def told(year: YearAgainstCap) -> Any:
    """Return a year's figure, and of how many months it is the sum."""
    return year.reported, year.months


def rows(points: list[Fields], provisions: dict[str, Fields] | None = None, **fields: Any) -> tuple[CapRow, ...]:
    """Return the rows of the table as a page has them."""
    ledger = ledger_with(points, provisions, **fields)
    chart = cap_chart(ledger, [ledger.series["coal"]], "Coal")
    assert chart
    return chart.rows


def test_twelve_months_come_before_a_figure_for_the_year() -> None:
    year = only([*months(2018), point("2018", "9,999 tonnes")])
    assert told(year) == (1200, 12)


def test_eleven_months_give_way_to_a_figure_for_the_year() -> None:
    """Eleven of them would look like a year in which less was delivered."""
    year = only([*months(2018, 11), point("2018", "9,999 tonnes")])
    assert told(year) == (9999, 0)


@pytest.mark.parametrize("count", range(1, 13))
def test_months_and_a_year_are_never_added(count: int) -> None:
    found = {year.reported for year in years([*months(2018, count), point("2018", "9,999 tonnes")])}
    assert found <= {Decimal(9999), Decimal(100 * count)}


def test_months_alone_are_summed_and_said_to_be_so_many() -> None:
    points = months(2018, 5)
    assert told(only(points)) == (500, 5)
    assert rows(points)[0].basis == "5 of 12 months"
    assert rows([point("2018", "7 tonnes")])[0].basis == "a figure for the year"


def test_each_year_stands_for_itself_in_order() -> None:
    found = years([point("2019", "7 tonnes"), *months(2018), *months(2017, 2)])
    assert [(year.year, *told(year)) for year in found] == [
        (2017, 200, 2),
        (2018, 1200, 12),
        (2019, 7, 0),
    ]


@pytest.mark.parametrize("swapped", [False, True])
def test_the_newest_figure_of_a_month_counts(swapped: bool) -> None:
    """By the day at which it stood so, wherever in the file it stands."""
    both = [
        point("2018-01", "100 tonnes", as_of="2018-03"),
        point("2018-01", "130 tonnes", "revised", as_of="2018-09-30"),
    ]
    year = only([*(both[::-1] if swapped else both), point("2018-02", "10 tonnes")])
    assert told(year) == (140, 2)


def test_a_revised_figure_may_be_smaller() -> None:
    points = [point("2018", "100 tonnes", as_of="2019-01"), point("2018", "90 tonnes", "revised", as_of="2019-02")]
    assert only(points).reported == 90


@pytest.mark.parametrize("swapped", [False, True])
def test_a_revised_figure_without_a_day_is_the_later_one(swapped: bool) -> None:
    """The word itself says so: a later figure for the same period."""
    both = [point("2018-01", "100 tonnes", as_of="2018-03"), point("2018-01", "130 tonnes", "revised")]
    assert only(both[::-1] if swapped else both).reported == 130


def test_estimates_are_shown_and_never_added() -> None:
    estimate = point("2018-02", "5,000 tonnes", "estimated", as_of="2020")
    whole = point("2018", "70,000 tonnes", "estimated")
    year = only([*months(2018, 2), estimate, whole])
    assert told(year) == (200, 2)
    assert [str(one.words) for one in year.estimates] == ["5,000 tonnes", "70,000 tonnes"]


def test_an_estimate_alone_reports_nothing() -> None:
    """Nor is it ever over the cap: nobody who counts has said so."""
    points = [point("2018", "70,000 tonnes", "estimated")]
    year = only(points, {"cap": cap(100, "2017-01-01")})
    assert (*told(year), year.is_over) == (None, 0, False)
    (row,) = rows(points, {"cap": cap(100, "2017-01-01")})
    assert (row.reported, row.basis, row.share, row.over) == ("nothing reported here", "", "", False)
    assert [one.words for one in row.estimates] == ["70,000 tonnes"]


SHIP = {"unit": "ship", "number": "2500.5", "sources": ["table"]}


def test_a_figure_in_another_unit_counts_by_a_factor_and_is_flagged() -> None:
    points = [point("2018-01", "100 tonnes"), point("2018-02", "2 ships")]
    year = only(points, factors=[SHIP])
    assert (*told(year), year.converted) == (Decimal("5101.0"), 2, True)
    assert rows(points, factors=[SHIP])[0].basis == "2 of 12 months, converted"
    assert not only(months(2018), factors=[SHIP]).converted


def test_a_figure_in_another_unit_does_not_count_without_a_factor() -> None:
    """A ton is no tonne either, until somebody says which ton it is."""
    for words in ("2 ships", "2 tons", "$2"):
        year = only([point("2018-01", "100 tonnes"), point("2018-02", words)])
        assert (*told(year), year.converted) == (100, 1, False)
        assert only([point("2018", words)]).reported is None


def test_a_month_that_cannot_be_converted_is_not_known() -> None:
    """So the twelve are not all known, and the figure for the year is the one to show."""
    points = [*months(2018, 11), point("2018-12", "2 ships"), point("2018", "9,999 tonnes")]
    assert told(only(points)) == (9999, 0)


def test_a_year_that_cannot_be_converted_leaves_the_months() -> None:
    points = [*months(2018, 5), point("2018", "2 ships")]
    assert told(only(points)) == (500, 5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("100 to 200 tonnes", 100),
        ("more than 100 tonnes", 100),
        ("up to 300 tonnes", 300),
        ("about 150 tonnes", 150),
        ({"words": "a few boatloads", "min": 40, "max": 60, "unit": "tonne"}, 40),
        ("a great deal", None),
    ],
)
def test_of_a_range_the_lower_end_counts(words: str | Fields, expected: int | None) -> None:
    """What is said to be at most so much has no other end."""
    assert only([point("2018", words)]).reported == expected


@pytest.mark.parametrize("period", ["2018-01/2018-04", "2018-03-05", "../2018-04", "2018-01/.."])
def test_a_part_of_a_year_is_neither_a_month_nor_the_year(period: str) -> None:
    """A figure that runs from January holds months that have figures of their own."""
    found = years([*months(2018, 2), point(period, "9,999 tonnes")])
    assert [told(year) for year in found] == [(200, 2)]


def test_a_year_written_by_its_first_and_last_month_is_the_year() -> None:
    assert only([*months(2018, 2), point("2018-01/2018-12", "9,999 tonnes")]).reported == 9999


@pytest.mark.parametrize(("period", "kept"), [("2018-XX", 9999), ("201X", None)])
def test_what_is_not_known_of_a_date_is_no_month_and_no_year(period: str, kept: int | None) -> None:
    """The month of 2018-XX is not known: it is no thirteenth month. A figure of a decade is none of its first year."""
    found = years([point(period, "9,999 tonnes")])
    assert {told(year) for year in found} <= {(None, 0), (kept, 0)}


def test_a_doubtful_month_is_still_that_month() -> None:
    assert only([point("2018-01~", "5 tonnes"), point("2018-02?", "6 tonnes")]).months == 2


def test_without_a_cap_there_is_nothing_to_hold_it_against() -> None:
    year = only(months(2018))
    assert (year.cap, year.provision, year.is_over) == (None, None, False)
    (row,) = rows(months(2018))
    assert (row.cap, row.share, row.over) == ("no cap in this unit", "", False)


@pytest.mark.parametrize(("number", "over"), [(1199, True), (1200, False), (1201, False)])
def test_over_is_more_than_the_cap(number: int, over: bool) -> None:
    provisions = {"cap": cap(number, "2017-01-01")}
    assert only(months(2018), provisions).is_over is over
    assert rows(months(2018), provisions)[0].over is over


def test_the_chart_shows_what_is_above_the_cap_apart() -> None:
    ledger = ledger_with(months(2018), {"cap": cap(600, "2017-01-01")})
    chart = cap_chart(ledger, [ledger.series["coal"]], "Coal")
    assert chart
    assert [(bar.kind, bar.x, bar.width) for bar in chart.bars] == [("reported", 0, 130), ("reported over", 130, 130)]
    assert (chart.cap_x, chart.cap_words, chart.rows[0].share) == (130, "cap: 600 tonnes", "200%")


# The first cap ends in the middle of 2018; the one that took its place is the one that the series names.
REPLACED = {
    "old": cap(500, "2016-11-30", "2018-06-30", replaced_by="9001-cap"),
    "cap": cap(100, "2018-07-01", "2019-12-30"),
}


def test_the_cap_at_the_end_of_a_year_holds_for_it() -> None:
    found = years([point(str(year), "300 tonnes") for year in range(2015, 2020)], REPLACED)
    assert [(year.year, year.cap, year.provision, year.is_over) for year in found] == [
        (2015, None, None, False),
        (2016, 500, "9001-old", False),
        (2017, 500, "9001-old", False),
        (2018, 100, "9001-cap", True),
        (2019, None, None, False),
    ]


def test_caps_are_followed_back_over_several_that_were_replaced() -> None:
    provisions = REPLACED | {"oldest": cap(900, "2015-01-01", "2016-11-29", replaced_by="9001-old")}
    found = years([point("2015", "1 tonne"), point("2018", "1 tonne")], provisions)
    assert [year.provision for year in found] == ["9001-oldest", "9001-cap"]


def test_a_cap_on_other_goods_is_none_of_the_series() -> None:
    provisions = {"cap": cap(100, "2019-01-01"), "other": cap(5, "2016-01-01")}
    assert only(months(2018), provisions).cap is None


def test_a_provision_that_bans_in_place_of_a_cap_is_no_cap() -> None:
    ban = {key: value for key, value in cap(1, "2018-07-01").items() if key != "cap"} | {"measure": "ban"}
    assert only(months(2018), {"old": REPLACED["old"], "cap": ban}).cap is None
    assert only(months(2017), {"old": REPLACED["old"], "cap": ban}).cap == 500


def test_a_cap_in_another_unit_holds_by_the_text_alone() -> None:
    """A factor turns reports into the series' unit; what a resolution allows is never converted by us."""
    dollars = {"number": 400, "unit": "USD", "per": "year"}
    text = dollars | {"or": {"number": 75, "unit": "tonne"}}
    factor = {"unit": "USD", "number": 2, "sources": ["table"]}
    for terms, expected in ((dollars, None), (text, 75)):
        year = only(months(2018), {"cap": cap(1, "2017-01-01") | {"cap": terms}}, factors=[factor])
        assert (year.cap, year.provision) == (expected, "9001-cap")


@pytest.mark.parametrize("per", ["month", "period"])
def test_a_cap_that_is_not_by_the_year_is_not_held_against_a_year(per: str) -> None:
    """A year's deliveries are more than a month's leave without anything being over."""
    year = only(months(2018), {"cap": cap(150, "2018-10-01", "2018-12-31", per=per)})
    assert not year.is_over
