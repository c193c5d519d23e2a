"""What pages show, worked out from the ledger in miniature."""

from ledger.checking import Checked
from ledger.law.tree import above, below
from ledger.views.country import country
from ledger.views.links import end, link
from ledger.views.listed import listed
from ledger.views.mentions import named_by
from ledger.views.transaction import transaction


def test_citations_are_numbered_in_the_order_of_the_page(mini: Checked) -> None:
    view = transaction(mini.ledger, "2024-rice-for-coal")
    cited = [mark.number for claim in view.claims for bracket in claim.marks for mark in bracket.marks]
    first_seen = list(dict.fromkeys(cited))
    assert first_seen == list(range(1, len(first_seen) + 1))
    assert [source.number for source in view.sources] == list(range(1, len(view.sources) + 1))


def test_flows_stand_on_the_side_of_their_direction(mini: Checked) -> None:
    entry = mini.ledger.transactions["2024-rice-for-coal"]
    view = transaction(mini.ledger, entry.id)
    assert {flow.id for flow in view.gave.flows} == {id for id, flow in entry.flows.items() if flow.from_ == "KP"}
    assert {flow.id for flow in view.received.flows} == {id for id, flow in entry.flows.items() if flow.to == "KP"}


def test_an_amount_is_a_line_of_each_flow_its_claim_names(mini: Checked) -> None:
    for entry in mini.ledger.transactions.values():
        view = transaction(mini.ledger, entry.id)
        shown = {
            (flow.id, line.claim)
            for side in (view.gave, view.received, view.elsewhere)
            for flow in side.flows
            for line in flow.amounts
        }
        assert shown == {(flow, id) for id, claim in entry.claims.items() if claim.amount for flow in claim.flows}


def test_a_merged_entry_is_listed_once(mini: Checked) -> None:
    """Both of its addresses answer, but a list must not count one shipment twice."""
    merged = {id for id, entry in mini.ledger.transactions.items() if entry.merged_into}
    assert merged
    assert not {row.link.path for row in listed(mini.ledger, mini.ledger.transactions)} & {
        link(mini.ledger, "transactions", id).path for id in merged
    }


def test_a_country_gives_only_what_goes_to_north_korea(mini: Checked) -> None:
    """The onward leg of a cargo between two others is no dealing of either with North Korea."""
    for code in mini.ledger.countries:
        view = country(mini.ledger, code)
        flows = [flow for entry in mini.ledger.transactions.values() for flow in entry.flows.values()]
        gave = {c for flow in flows if flow.from_ == code and "KP" in (flow.from_, flow.to) for c in flow.commodities}
        assert {row.commodity.path for row in view.gave} == {f"commodities/{c}.html" for c in gave}


def test_ends_that_are_no_country_have_no_page(mini: Checked) -> None:
    ends = [flow.from_ for entry in mini.ledger.transactions.values() for flow in entry.flows.values()]
    ends += [flow.to for entry in mini.ledger.transactions.values() for flow in entry.flows.values()]
    words = {str(value): end(mini.ledger, value) for value in ends if not value.country}
    assert {value: (shown.label, shown.path) for value, shown in words.items()} == {
        "unknown": ("not known", ""),
        "high-seas": ("the high seas", ""),
    }


def test_the_tree_of_goods_is_walked_both_ways(mini: Checked) -> None:
    for id in mini.ledger.commodities:
        for lower in below(mini.ledger, id):
            assert id in above(mini.ledger, lower)


def test_a_resolution_hears_of_what_names_its_provisions(mini: Checked) -> None:
    kinds = {group.kind for group in named_by(mini.ledger, "resolutions", "2371")}
    assert {"transactions", "series"} <= kinds
