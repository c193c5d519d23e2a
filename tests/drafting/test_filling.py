"""A draft from flags: what the model takes stands in it, what it refuses is refused in its words."""

import pytest

from ledger.drafting.desk import Draft
from ledger.drafting.filling import RefusedError, cite, fill, put, transaction
from ledger.model.blanks import BLANK
from tests.drafting.helpers import desk, problems, to_fill


def test_an_actor() -> None:
    draft = fill(desk(), "actors", [("name", "Morgenpost"), ("kind", "Publisher"), ("country", "Norway")])
    assert draft == Draft("actors", "morgenpost", {"name": "Morgenpost", "kind": "publisher", "country": "NO"})
    assert problems(draft) == []


def test_a_list_takes_one_value_after_the_other() -> None:
    draft = fill(desk(), "actors", [("name", "M"), ("kind", "publisher"), ("aliases", "a, b"), ("aliases", "c")])
    assert draft.tree["aliases"] == ["a, b", "c"]


def test_a_person_needs_a_basis() -> None:
    """The rule would only speak once nothing is open; the draft says so at once."""
    assert to_fill(fill(desk(), "actors", [("name", "Ann"), ("kind", "person")])) == ["kind", "words"]


@pytest.mark.parametrize(
    ("kind", "field", "value", "says"),
    [
        ("actors", "kind", "publishr", '"publishr" is not a word of "kind" (did you mean "publisher"?)'),
        ("actors", "country", "Nowhere", '"Nowhere" is not a country'),
        ("actors", "nmae", "x", "nmae: there is no such field"),
        ("actors", "part_of", "no-custom", 'there is no actor "no-custom" (did you mean "no-customs"?)'),
        ("actors", "identifiers", "x", "name a field inside it"),
        ("actors", "identifiers.imo", "12", "seven digits"),
        ("actors", "name", "", "an empty text"),
        ("actors", "name", BLANK, "still to be filled in"),
        ("actors", "name", "x" * 5_001, "at most 5,000 letters"),
        ("sources", "published", "2024-02-31", "2024-02 has 29 days"),
        ("sources", "url", "javascript:alert(1)", "cannot be linked"),
        ("transactions", "flows.x.from", "KP", "is not an id"),
        ("transactions", "flows.1.from", "KP", "there is no such field"),
        ("transactions", "claims.c1.amount", "20 to 10 tons", "swap the two"),
        ("transactions", "claims.c1.sources", "gazette-2024 by x", "is not a citation"),
        ("transactions", "claims.c1.sources", "gazete-2024", 'did you mean "gazette-2024"?'),
        ("transactions", "claims.c1.sources", "gazette-2024 from nobody", 'there is no actor or source "nobody"'),
        ("series", "cap", "2371-cole", 'there is no provision "2371-cole" (did you mean "2371-coal"?)'),
    ],
)
def test_what_is_refused(kind: str, field: str, value: str, says: str) -> None:
    with pytest.raises(RefusedError, match=r".") as refused:
        fill(desk(), kind, [(field, value)], "an-id")
    assert says in str(refused.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(RefusedError) as refused:
        fill(desk(), "actors", [("kind", "x"), ("country", "y")])
    assert len(str(refused.value).splitlines()) == 2


def test_without_a_name_no_id_is_made_up() -> None:
    with pytest.raises(RefusedError, match="give --id"):
        fill(desk(), "actors", [("kind", "publisher")])


def test_a_list_grows_at_its_end_only() -> None:
    tree: dict[str, object] = {}
    put(desk(), "series", tree, "points.999999999999.period", "2024")
    put(desk(), "series", tree, "points.0.kind", "reported")
    assert tree == {"points": [{"period": "2024", "kind": "reported"}]}


def test_a_source_from_its_address() -> None:
    draft = fill(desk(), "sources", [("url", "https://gazette.example/2024/06/18/grain?utm_source=x")])
    assert draft.id == "gazette-2024-06-18"
    assert draft.tree == {
        "url": "https://gazette.example/2024/06/18/grain",
        "by": "gazette",
        "kind": "article",
        "published": "2024-06-18",
        "dated_by": "address",
    }
    assert to_fill(draft) == ["access", "own"]
    assert "all other sources of this host" in draft.text


def test_what_is_given_goes_before_what_the_address_tells() -> None:
    address = ("url", "https://gazette.example/2024/06/18/grain")
    draft = fill(desk(), "sources", [address, ("published", "2024-06-19"), ("by", "hanbit-daily")])
    assert (draft.tree["published"], draft.tree["by"]) == ("2024-06-19", "hanbit-daily")
    assert "dated_by" not in draft.tree
    assert "all other sources of this host" not in draft.text.partition("by: hanbit")[0].partition("kind:")[2]
    assert "dated_by" in to_fill(draft)


def test_a_source_that_nobody_knows() -> None:
    draft = fill(desk(), "sources", [("url", "https://new.example/x")])
    assert to_fill(draft) == ["kind", "by", "access", "own"]


def test_a_transaction_finds_its_source_by_the_address() -> None:
    here = desk()
    draft = transaction(here, ["http://www.gazette.example/2024/02/coal?page=2&part=a"], [("title", "Coal by night")])
    assert draft.tree["claims"] == {"c1": {"flows": ["f1"], "sources": ["gazette-2024"]}}
    assert draft.tree["history"] == [{"date": "2026-11-22", "what": "entered"}]
    assert draft.id == "2024-coal-night"
    assert here.drafts == []
    open_fields = ["summary", "date", "nature", "stage", "from", "to", "commodities", "goods", "says"]
    assert to_fill(draft) == [*open_fields, "by", "kind", "sources"]


def test_a_transaction_drafts_a_source_that_is_not_there() -> None:
    here = desk()
    draft = transaction(here, ["https://new.example/2025/01/02/x", "gazette-2024"], [("title", "Coal by night")])
    assert [one.id for one in here.drafts] == ["new-2025-01-02"]
    assert draft.tree["claims"]["c1"]["sources"] == ["new-2025-01-02", "gazette-2024"]
    assert draft.id == "2024-coal-night"


def test_one_address_is_drafted_once() -> None:
    here = desk()
    assert cite(here, "https://new.example/1") == cite(here, "http://new.example/1/#a")
    assert len(here.drafts) == 1


def test_a_source_that_is_no_source() -> None:
    with pytest.raises(RefusedError, match="did you mean"):
        cite(desk(), "gazette-2023")
