"""The trees of origins: each report under the origins that it leads to, and what the reader adds up is the count."""

from collections.abc import Iterator

import pytest

from ledger.checking import Checked
from ledger.reckoned import Reckoned
from ledger.views.links import link
from ledger.views.provenance import Branch, OriginTree
from ledger.views.source import source
from ledger.views.transaction import TransactionView, transaction
from tests.small import article, body, entry, said, small

SOURCES = {
    "images": article("watchers", "satellite-imagery"),
    "minister-said": said("ministry"),
    "speaker-said": said("ministry"),
    "customs-said": said("customs", "customs-record"),
    "wire": article("agency", on=({"source": "minister-said", "how": "quotes"},)),
    "post": article("post-press", on=({"source": "wire", "how": "rewrites"},)),
    "herald": article("herald-press", on=("minister-said", "customs-said")),
    "digest": article("digest-press", "photograph", on=("post", "images")),
    "briefing": article("briefing-press", on=("speaker-said",)),
    "slip": article("slip-press", on=({"source": "wire", "altered": "10 became 100"},)),
}
LEDGER = small(
    actors={"ministry": body(), "customs": body()},
    sources=SOURCES,
    transactions={
        "entry": entry(
            {
                "c1": ["post", "herald from customs"],
                "c2": ["herald from ministry", "digest own"],
                "c3": ["briefing", "digest from watchers", "slip altered"],
            }
        ),
        "other": entry({"c1": ["images"], "c2": ["herald unsaid"], "c3": ["digest from ministry"]}),
    },
)


def trees(ledger: Reckoned = LEDGER, id: str = "entry") -> dict[str, OriginTree]:
    """Return the trees of an entry by their origins."""
    return {_id(tree.source.path): tree for tree in transaction(ledger, id).origins}


def _id(path: str) -> str:
    return path.removeprefix("sources/").removesuffix(".html")


def branches(rows: tuple[Branch, ...]) -> Iterator[Branch]:
    for row in rows:
        yield row
        yield from branches(row.below)


def paths(rows: tuple[Branch, ...], above: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Return each way from an origin down to a last report, by ids."""
    found: set[tuple[str, ...]] = set()
    for row in rows:
        here = (*above, _id(row.source.path))
        found |= paths(row.below, here) if row.below else {here}
    return found


def test_each_report_stands_under_each_origin_that_it_is_cited_for_and_nowhere_else() -> None:
    """The digest has something from the ministry too, but here it is cited for two other things."""
    assert {origin: paths(tree.below) for origin, tree in trees().items()} == {
        "minister-said": {("wire", "post"), ("herald",)},
        "speaker-said": {("briefing",)},
        "customs-said": {("herald",)},
        "images": {("digest",)},
        "digest": set(),
    }


def test_an_article_cited_for_another_story_stands_elsewhere() -> None:
    """In the other entry it is cited for what the ministry said; a choice stands under each of its members."""
    assert {origin: paths(tree.below) for origin, tree in trees(id="other").items()} == {
        "images": set(),
        "minister-said": {("herald",), ("wire", "post", "digest")},
        "customs-said": {("herald",)},
    }


def test_the_origin_with_most_reports_comes_first() -> None:
    assert [(tree.reports, _id(tree.source.path)) for tree in trees().values()] == [
        ("2 reports lead here", "minister-said"),
        ("1 report leads here", "customs-said"),
        ("1 report leads here", "digest"),
        ("1 report leads here", "images"),
        ("1 report leads here", "speaker-said"),
    ]


def test_a_second_statement_of_one_originator_is_marked() -> None:
    """The reader counts the trees: what is counted already must say so."""
    assert {origin for origin, tree in trees().items() if tree.counted_before} == {"speaker-said"}


def test_what_is_cited_has_its_number_on_the_page_and_a_link_between_has_none() -> None:
    view = transaction(LEDGER, "entry")
    on_page = {_id(note.link.path): note.number for note in view.sources}
    for origin, tree in trees().items():
        assert tree.number == on_page.get(origin, 0)
        assert tree.read is (origin in ("images", "digest"))
        for row in branches(tree.below):
            assert row.number == on_page.get(_id(row.source.path), 0)
    assert "wire" not in on_page


def test_a_branch_says_how_it_has_it_and_what_was_altered() -> None:
    (wire,) = (row for row in trees()["minister-said"].below if _id(row.source.path) == "wire")
    assert (wire.how, wire.read, [row.how for row in wire.below]) == ("quotes", True, ["rewrites"])
    edge = {"source": "customs-said", "altered": "a slip"}
    ledger = small(
        sources=SOURCES | {"loose": article("loose-press", on=(edge,))},
        transactions={"entry": entry({"c1": ["loose"]})},
    )
    (row,) = trees(ledger)["customs-said"].below
    assert (row.how, row.altered) == ("relies on it", "a slip")


def test_what_is_cited_only_for_a_slip_stands_apart() -> None:
    """It leads to nobody; but it was read, and must not vanish from the page."""
    assert [_id(one.path) for one in transaction(LEDGER, "entry").altered_only] == ["slip"]
    ledger = small(sources=SOURCES, transactions={"entry": entry({"c1": ["slip altered"], "c2": ["slip"]})})
    assert transaction(ledger, "entry").altered_only == ()


def test_a_report_with_two_ways_to_an_origin_is_one_report() -> None:
    sources = SOURCES | {"twice": article("twice-press", on=("wire", "post", "minister-said"))}
    ledger = small(sources=sources, transactions={"entry": entry({"c1": ["twice"]})})
    tree = trees(ledger)["minister-said"]
    assert paths(tree.below) == {("wire", "twice"), ("wire", "post", "twice"), ("twice",)}
    assert tree.reports == "1 report leads here"


def originators(view: TransactionView) -> list[str]:
    """Return the originators that a reader of the trees counts."""
    return [tree.maker.path for tree in view.origins if not tree.counted_before]


@pytest.mark.parametrize("id", sorted(LEDGER.transactions))
def test_the_trees_add_up_to_the_count(id: str) -> None:
    view = transaction(LEDGER, id)
    assert sorted(originators(view)) == sorted(maker.path for maker in view.count.makers)
    assert view.count.words.endswith(f"to {len(originators(view))} origins") or view.count.words.endswith(
        f", {len(originators(view))} origins"
    )


def test_the_trees_of_the_ledger_in_miniature_add_up(mini: Checked) -> None:
    """With background among the claims the trees are those of all claims, and the count's are among them."""
    for id, record in mini.ledger.transactions.items():
        view = transaction(mini.ledger, id)
        citations = [citation for claim in record.claims.values() for citation in claim.sources]
        assert len(originators(view)) == len(set(originators(view))) == mini.ledger.evidence.count(citations).upper
        assert {maker.path for maker in view.count.makers} <= set(originators(view))


def test_every_report_of_the_ledger_in_miniature_stands_where_it_leads(mini: Checked) -> None:
    graph = mini.ledger.evidence.sources
    for id, record in mini.ledger.transactions.items():
        leads: dict[str, set[str]] = {}
        for claim in record.claims.values():
            for citation in claim.sources:
                for origin in graph.reached(citation):
                    leads.setdefault(origin, set()).add(citation.source)
        found = trees(mini.ledger, id)
        assert set(found) == set(leads)
        for origin, tree in found.items():
            shown = {_id(row.source.path) for row in branches(tree.below)} | {origin}
            assert leads[origin] <= shown
            assert {way[-1] for way in paths(tree.below)} <= leads[origin]


def claims_of(id: str, which: str) -> list[str]:
    """Return the claims in one list of a source's page, as entry and claim."""
    rows = getattr(source(LEDGER, id), which).rows
    return [row.claim.path.removeprefix("transactions/").replace(".html#", " ") for row in rows]


@pytest.mark.parametrize(
    ("id", "originated", "repeated"),
    [
        ("images", ["entry c3", "other c1"], []),
        ("minister-said", ["entry c1", "entry c2", "other c2", "other c3"], []),
        ("customs-said", ["entry c1", "other c2"], []),
        ("wire", [], []),
        ("post", [], ["entry c1"]),
        ("herald", [], ["entry c1", "entry c2", "other c2"]),
        ("digest", ["entry c2"], ["entry c3", "other c3"]),
    ],
)
def test_a_source_lists_what_it_knew_apart_from_what_it_repeated(
    id: str, originated: list[str], repeated: list[str]
) -> None:
    """What a source only passed on must not read as if it had known it."""
    assert claims_of(id, "originated") == originated
    assert claims_of(id, "repeated") == repeated


def test_a_source_says_which_claims_have_nobody_else() -> None:
    rows = {
        row.claim.path.partition("#")[0] + row.claim.path[-2:]: row.alone
        for row in source(LEDGER, "images").originated.rows
    }
    assert rows == {"transactions/entry.htmlc3": False, "transactions/other.htmlc1": True}


def test_a_source_names_its_origins_and_who_retells_it() -> None:
    view = source(LEDGER, "post")
    assert [_id(one.path) for one in view.origins] == ["minister-said"]
    assert [_id(one.path) for one in view.retold_by.rows] == ["digest"]
    assert "1 other source here has something from it" in view.answer
    assert "something from it" not in source(LEDGER, "digest").answer
    assert [_id(one.path) for one in source(LEDGER, "digest").origins] == ["images", "minister-said"]


def test_an_originator_is_named_by_its_voice_where_it_has_no_name() -> None:
    """Two unnamed people of one paper would else read as the paper, counted twice."""
    sources = {
        "one": said("post", "unnamed-witness", who="x") | {"own": [{"kind": "unnamed-witness", "who": "a docker"}]},
        "story": article("post", "photograph", on=("one",)),
    }
    ledger = small(sources=sources, transactions={"entry": entry({"c1": ["story from one", "story own"]})})
    found = trees(ledger)
    assert (found["one"].maker.label, found["one"].maker.path) == ("a docker, via Post", "sources/one.html")
    assert found["story"].maker == link(ledger, "actors", "post")
    assert not any(tree.counted_before for tree in found.values())
