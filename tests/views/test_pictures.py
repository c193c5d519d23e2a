"""Maps, timelines and the lattice of actors: what is drawn is what the entries say, and stands in words beside it."""

import re
from typing import Any

import pytest

from ledger.checking import Checked
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.maps import locator, route, world
from ledger.views.network import MOST_COLUMNS, network
from ledger.views.pictures import map_page, timeline_page
from tests.helpers import press_of
from tests.small import article, entry, small

PLACES: dict[str, Any] = {
    id: {"name": id.title(), "country": country, "kind": "port"}
    | ({"point": {"lat": at[0], "lon": at[1], "precision": "town", "from": "a gazetteer"}} if at else {})
    for id, country, at in (
        ("nampo", "KP", (38.74, 125.41)),
        ("wonsan", "KP", (39.15, 127.44)),
        ("dalian", "CN", (38.91, 121.6)),
        ("busan", "KR", (35.1, 129.03)),
        ("shidao", "CN", None),
    )
}


def stop(place: str, role: str, **more: Any) -> dict[str, Any]:
    return {"place": place, "role": role, "claims": ["c1"], **more}


def ledger(*stops: dict[str, Any], **more: Any) -> Reckoned:
    return small(
        places=PLACES,
        sources={"a": {"kind": "article", "by": "gazette", "access": "read", "own": ["inference"]}},
        transactions={"2024-coal": entry({"c1": ["a"]}, places=list(stops), **more)},
    )


def legs(*stops: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the places at both ends of each line that is drawn."""
    found = ledger(*stops)
    view = route(found, found.transactions["2024-coal"])
    assert view
    at = {f"{spot.x:.1f} {spot.y:.1f}": spot.link.label for spot in view.spots}
    ends = [re.fullmatch(r"M([\d.]+ [\d.]+)Q[-\d.]+ [-\d.]+ ([\d.]+ [\d.]+)", line) for line in view.lines]
    return [(at[end[1]], at[end[2]]) for end in ends if end]


def test_a_line_leads_from_loading_to_unloading() -> None:
    assert legs(stop("dalian", "unloaded"), stop("nampo", "loaded")) == [("Nampo", "Dalian")]
    assert legs(stop("nampo", "loaded"), stop("busan", "transferred"), stop("dalian", "unloaded")) == [
        ("Nampo", "Busan"),
        ("Busan", "Dalian"),
    ]


def test_no_line_joins_two_places_where_the_same_happened() -> None:
    """Goods unloaded at two ports did not go from the one to the other."""
    assert legs(stop("nampo", "unloaded"), stop("wonsan", "unloaded")) == []
    assert legs(stop("nampo", "loaded"), stop("wonsan", "loaded"), stop("dalian", "unloaded")) == [
        ("Nampo", "Dalian"),
        ("Wonsan", "Dalian"),
    ]
    assert (
        legs(*(stop(p, "loaded") for p in ("nampo", "wonsan")), *(stop(p, "unloaded") for p in ("dalian", "busan")))
        == []
    )


def test_goods_pass_places_of_transfer_in_turn() -> None:
    assert legs(stop("busan", "transferred"), stop("dalian", "transferred")) == [("Busan", "Dalian")]


def test_no_line_leads_to_where_goods_were_only_seen_or_meant_to_go() -> None:
    assert legs(stop("nampo", "loaded"), stop("dalian", "intended"), stop("busan", "seen")) == []


def test_words_say_what_a_map_cannot_show() -> None:
    found = ledger(stop("nampo", "loaded", near=True), stop("shidao", "intended"))
    view = route(found, found.transactions["2024-coal"])
    assert view
    assert [spot.near for spot in view.spots] == [True]
    assert "for want of coordinates: Shidao" in view.description
    assert "No place is named in" not in view.description
    assert "Natural Earth" in view.description
    found = ledger(stop("nampo", "loaded"))
    view = route(found, found.transactions["2024-coal"])
    assert view
    assert "No place is named in China" in view.description
    assert {"China", "North Korea"} <= {name.words for name in view.names}


def test_nothing_with_coordinates_gives_no_map() -> None:
    found = ledger(stop("shidao", "loaded"))
    assert route(found, found.transactions["2024-coal"]) is None
    assert locator(found, found.places["shidao"]) is None
    assert locator(found, found.places["nampo"])


@pytest.mark.parametrize("number", [3, 400])
def test_squares_are_in_proportion_to_numbers(number: int) -> None:
    flows = {code: {"from": "KP", "to": code, "commodities": ["coal"], "goods": "coal"} for code in ("CN", "RU")}
    many = {f"2024-{i}": entry({"c1": ["a"]}, flows={"f1": flows["CN"]}) for i in range(number)}
    found = small(
        sources={"a": {"kind": "article", "by": "gazette", "access": "read", "own": ["inference"]}},
        transactions=many | {"2024-other": entry({"c1": ["a"]}, flows={"f1": flows["RU"]})},
    )
    sizes = {spot.link.label: spot.size for spot in world(found).spots}
    assert sizes["China"] <= 30
    assert sizes["Russia"] >= 3
    if sizes["Russia"] > 3:
        assert sizes["China"] ** 2 == pytest.approx(number * sizes["Russia"] ** 2, rel=0.05)


def printed(mini: Checked) -> dict[str, str]:
    press = press_of(mini.ledger, Site("In Exchange"))
    views = (
        ("timeline", timeline_page(mini.ledger)),
        ("map", map_page(mini.ledger)),
        ("network", network(mini.ledger)),
    )
    return {name: press(name, name, f"{name}.html", view).body for name, view in views}


@pytest.mark.parametrize("name", ["timeline", "map", "network"])
def test_every_picture_has_a_title_and_words_and_its_links_in_the_table(name: str, mini: Checked) -> None:
    page = printed(mini)[name]
    pictures = re.findall(r"<svg.*?</svg>", page, re.S)
    beside = re.sub(r"<svg.*?</svg>", "", page, flags=re.S)
    assert pictures or name == "network"
    for picture in pictures:
        assert re.search(r'<svg [^>]*role="(img|group)"[^>]*aria-label="[^"]+', picture)
        assert re.search(r"<title>[^<]+</title>\s*<desc>[^<]+</desc>", picture)
        for address in re.findall(r'<a href="([^"]+)"', picture):
            assert f'href="{address}"' in beside, address


def test_pictures_are_the_same_every_time(mini: Checked) -> None:
    assert printed(mini) == printed(mini)


def test_merged_and_withdrawn_entries_are_not_drawn(mini: Checked) -> None:
    gone = {id for id, one in mini.ledger.transactions.items() if one.merged_into or one.withdrawn}
    assert gone
    for page in printed(mini).values():
        assert not [id for id in gone if f"transactions/{id}.html" in page]


def test_the_lattice_ties_actors_of_one_transaction_and_groups_them_by_country() -> None:
    actors: dict[str, Any] = {
        id: {"name": id.upper(), "kind": "company", **({"country": country} if country else {})}
        for id, country in (("one", "KP"), ("two", "CN"), ("three", "CN"), ("once", "RU"), ("four", ""))
    }
    parts = (("one", "supplier"), ("two", "recipient"), ("three", "carrier"), ("four", "other"), ("once", "broker"))
    rows = [
        {"actor": id, "role": role, "claims": ["c1"]} | ({"as": "x"} if role == "other" else {}) for id, role in parts
    ]
    found = small(
        actors=actors,
        sources={"a": {"kind": "article", "by": "gazette", "access": "read", "own": ["inference"]}},
        transactions={
            "2020-a": entry({"c1": ["a"]}, actors=rows, when={"date": "2020-01"}),
            "2024-b": entry({"c1": ["a"]}, actors=rows[:4], when={"date": "2024-01"}),
        },
    )
    view = network(found)
    assert [row.actor.label for row in view.rows] == ["ONE", "THREE", "TWO", "FOUR"]
    assert [heading.words for heading in view.countries] == ["North Korea", "China", "no country recorded"]
    assert len({*(row.y for row in view.rows), *(heading.y for heading in view.countries)}) == 7
    assert [year.words for year in view.years] == ["2020"], "2024 has no room beside it"
    assert {part.side for part in view.parts} == {"gave", "received", "carried", "other"}
    assert len(view.ties) == 2
    assert all(tie.top == view.rows[0].y and tie.bottom == view.rows[-1].y for tie in view.ties)
    assert max(row.y for row in view.rows) < view.height


def test_where_not_all_fit_each_actor_has_a_mark_and_the_words_say_so() -> None:
    def parts(i: int) -> list[dict[str, Any]]:
        rare = ["rare"] if i in (0, 1) else []
        return [{"actor": id, "role": "buyer", "claims": ["c1"]} for id in ("often", *rare)]

    number = MOST_COLUMNS + 5
    actors = {id: {"name": id, "kind": "company"} for id in ("often", "rare")}
    transactions = {f"t{i}": entry(when={"date": f"{1800 + i}"}, actors=parts(i)) for i in range(number)}
    view = network(small(actors=actors, transactions=transactions, sources={"paper": article("paper", "own-inquiry")}))
    assert len({part.x for part in view.parts}) == MOST_COLUMNS
    assert {part.y for part in view.parts} == {row.y for row in view.rows}
    assert view.answer.endswith(
        f"Drawn are the 2 that have one in most, with {MOST_COLUMNS} of their {number} transactions."
    )
