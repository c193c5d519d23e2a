"""The first sentences of pages, held against counts made in another way."""

import pytest

from ledger.checking import Checked
from ledger.evidence.entries import of_entry
from ledger.model.amounts import split_words
from ledger.views.answers import counted, given_and_received, how_many, parts_played, rest_on_one, years_of
from ledger.views.resolution import resolution


def test_an_entry_merged_or_withdrawn_is_not_counted(mini: Checked) -> None:
    entries = mini.ledger.transactions
    gone = {id for id, entry in entries.items() if entry.merged_into or entry.withdrawn}
    assert gone
    assert {entry.id for entry in counted(mini.ledger, entries)} == set(entries) - gone


def test_the_years_are_those_that_the_dates_may_lie_in(mini: Checked) -> None:
    entries = counted(mini.ledger, mini.ledger.transactions)
    days = [day for entry in entries for day in (entry.when.date.earliest, entry.when.date.latest) if day]
    assert years_of(entries) == f"{min(days).year} to {max(days).year}"
    assert how_many([]) == "no reported transaction so far"


def test_what_rests_on_one_origin_is_counted_by_originator(mini: Checked) -> None:
    entries = counted(mini.ledger, mini.ledger.transactions)
    single = [entry for entry in entries if of_entry(mini.ledger.evidence, entry).upper == 1]
    words = rest_on_one(mini.ledger, entries)
    assert words.startswith(f"{len(single)} of the {len(entries)} ") if single else words.startswith("None")


def test_a_country_that_deals_with_a_third_one_gives_nothing_to_north_korea(mini: Checked) -> None:
    entries = counted(mini.ledger, mini.ledger.transactions)
    for code in mini.ledger.countries:
        flows = [flow for entry in entries for flow in entry.flows.values() if "KP" in (flow.from_, flow.to)]
        gives = any(flow.from_ == code for flow in flows)
        takes = any(flow.to == code for flow in flows)
        words = given_and_received(mini.ledger, entries, code)
        assert ("have given" in words, "have received" in words) == (gives, takes)


def test_parts_stand_by_their_number() -> None:
    assert parts_played(["seen", "loaded", "loaded"]) == "loaded in 2, seen in 1"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("about 6,700 containers", ("about", "6,700", "containers")),
        ("$2,990,000", ("", "$2,990,000", "")),
        ("3.7 million tons a year", ("", "3.7 million", "tons a year")),
        ("10 to 12 barrels", ("", "10 to 12", "barrels")),
        ("dozens of tons", ("", "", "dozens of tons")),
        ("some 5 million US dollars", ("some", "5 million", "US dollars")),
    ],
)
def test_an_amount_is_cut_only_where_its_figure_is(words: str, parts: tuple[str, str, str]) -> None:
    assert split_words(words) == parts


def test_a_resolution_shows_each_provision_on_goods_on_its_side(mini: Checked) -> None:
    view = resolution(mini.ledger, "2371")
    record = mini.ledger.resolutions["2371"]
    ways = {slug: str(p.direction) for slug, p in record.provisions.items() if p.commodities}
    assert {row.provision.path[1:] for row in view.out} == {s for s, way in ways.items() if way in ("out", "both")}
    assert {row.provision.path[1:] for row in view.into} == {s for s, way in ways.items() if way in ("in", "both")}
