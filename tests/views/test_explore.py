"""The facets of the explore page, and the rows that they narrow."""

from collections.abc import Callable, Iterable

import pytest

from ledger.checking import Checked
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.views.explore import FACETS, ExploreView, data, explore
from ledger.views.listed import listed
from tests.small import article, entry, small

TRANSACTIONS = {
    "gave": entry(when={"date": "2016-12-31"}),
    "got": entry(
        when={"date": "../2015"},
        flows={"f1": {"from": "RU", "to": "KP", "commodities": ["rice", "unspecified"], "goods": "rice"}},
    ),
    "open": entry(when={"date": "2017~/.."}),
}


@pytest.fixture(scope="module")
def few() -> ExploreView:
    sources = {"paper": article("paper", "own-inquiry")}
    return explore(small(sources=sources, transactions=TRANSACTIONS))


def keys(view: ExploreView, facet: str, id: str) -> list[str]:
    at = [one.facet.key for one in view.facets].index(facet)
    row = next(row for row in view.rows if row.id == id)
    return [view.facets[at].values[value][0] for value in row.values[at]]


def test_every_entry_is_a_row_but_those_merged(mini: Checked) -> None:
    expected = {id for id, entry in mini.ledger.transactions.items() if not entry.merged_into}
    assert {row.id for row in explore(mini.ledger).rows} == expected


def test_rows_are_those_of_every_list(mini: Checked) -> None:
    assert tuple(row.listed for row in explore(mini.ledger).rows) == listed(mini.ledger, mini.ledger.transactions)


FROM_THE_ENTRY: dict[str, Callable[[Transaction], Iterable[str]]] = {
    "with": lambda e: {str(end) for flow in e.flows.values() for end in (flow.from_, flow.to)} - {HOME},
    "goods": lambda e: {c for flow in e.flows.values() for c in flow.commodities},
    "response": lambda e: {response.kind.value for response in e.responses.values()},
    "cited": lambda e: {row.provision.resolution for row in e.resolutions_cited} or {"none"},
    "nature": lambda e: {e.nature.value},
    "stage": lambda e: {e.stage.value},
}


@pytest.mark.parametrize("facet", FROM_THE_ENTRY)
def test_values_are_those_of_the_entry(facet: str, mini: Checked) -> None:
    view = explore(mini.ledger)
    for row in view.rows:
        assert set(keys(view, facet, row.id)) == set(FROM_THE_ENTRY[facet](mini.ledger.transactions[row.id]))


def test_goods_count_under_the_top_of_their_tree(few: ExploreView) -> None:
    assert keys(few, "group", "gave") == ["minerals"]
    assert keys(few, "group", "got") == ["food", "unspecified"]


def test_both_ways_are_an_exchange_only_where_somebody_says_so(mini: Checked, few: ExploreView) -> None:
    view = explore(mini.ledger)
    assert keys(view, "direction", "2024-rice-for-coal") == ["gave", "received", "exchange"]
    assert keys(few, "direction", "gave") == ["gave"]
    assert keys(few, "direction", "got") == ["received"]


def test_a_resolution_that_describes_is_told_from_one_that_is_cited(mini: Checked) -> None:
    view = explore(mini.ledger)
    assert keys(view, "described", "2024-rice-for-coal") == ["2371"]
    assert set(keys(view, "cited", "2024-rice-for-coal")) == {"2371", "draft-2024-05-01"}
    assert keys(view, "described", "2023-tea-shipment") == keys(view, "cited", "2023-tea-shipment") == ["none"]


def test_an_open_date_reaches_to_the_newest_change_but_not_back(few: ExploreView) -> None:
    assert {row.id: row.years for row in few.rows} == {"gave": (2016, 2016), "got": (2015, 2015), "open": (2017, 2026)}


def test_values_are_ordered_by_their_own_order_else_by_number(few: ExploreView) -> None:
    values = {one.facet.key: [key for key, _ in one.values] for one in few.facets}
    assert values["direction"] == ["gave", "received"]
    assert values["with"] == ["CN", "RU"]


def test_keys_stand_in_addresses_as_they_are(mini: Checked) -> None:
    """A comma divides values there."""
    assert len({facet.key for facet in FACETS}) == len(FACETS)
    for one in explore(mini.ledger).facets:
        assert all("," not in key and " " not in key for key, _ in one.values)


def test_each_row_has_its_line_of_words(mini: Checked) -> None:
    view = explore(mini.ledger)
    lines = str(data(view)["words"]).split("\n")
    assert [line.split() for line in lines] == [row.words.split() for row in view.rows]


def test_goods_and_amounts_take_turns(mini: Checked) -> None:
    rows = data(explore(mini.ledger))["rows"]
    assert isinstance(rows, list)
    coal = next(row for row in rows if row[0] == "2024-rice-for-coal")
    assert coal[6] == ['anthracite, "washed" & bagged', "about 2,500 tons, and other figures"]
