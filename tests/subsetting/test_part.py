"""Which transactions are in a part."""

import pytest

from ledger.subsetting.part import NoSuchPartError, Part, chosen, parse
from tests.small import article, entry, said, small

FLOW = {"from": "KP", "to": "CN", "goods": "x"}
LEDGER = small(
    sources={"paper": article("paper", "own-inquiry"), "court": said("court")},
    actors={"court": {"name": "A court", "kind": "agency"}, "firm": {"name": "A firm", "kind": "company"}},
    transactions={
        "coal": entry(actors=[{"actor": "firm", "role": "seller", "claims": ["c1"]}]),
        "rice": entry(
            {"c1": ["court"]},
            flows={"f1": {"from": "RU", "to": "KP", "commodities": ["rice"], "goods": "rice"}},
            when={"date": "2019-12/2021"},
            resolutions_cited=[{"provision": "2371", "sources": ["court"]}],
        ),
        "open": entry(when={"date": "2022/.."}),
        "until": entry(when={"date": "../2009"}),
        "later": entry(flows={"f1": FLOW | {"commodities": ["minerals"], "when": {"date": "2005"}}}),
    },
    resolutions={
        "2371": {
            "symbol": "S/RES/2371 (2017)",
            "adopted": "2017-08-05",
            "status": "in-force",
            "sources": ["paper"],
            "provisions": {
                "coal": {
                    "paragraph_basis": "not-seen",
                    "covers": "coal",
                    "measure": "ban",
                    "direction": "out",
                    "commodities": ["coal"],
                    "from": "2017-08-05",
                    "sources": ["paper"],
                }
            },
        }
    },
)


@pytest.mark.parametrize(
    ("part", "ids"),
    [
        ("country=RU", {"rice"}),
        ("country=ru", {"rice"}),
        ("country=CN", {"coal", "open", "until", "later"}),
        ("commodity=rice", {"rice"}),
        ("commodity=food", {"rice"}),
        ("commodity=minerals", {"coal", "open", "until", "later"}),
        ("actor=firm", {"coal"}),
        ("actor=court", {"rice"}),
        ("year=2018", {"coal", "later"}),
        ("year=2020", {"rice"}),
        ("year=2024", {"open"}),
        ("year=2009", {"until"}),
        ("year=2005", {"later"}),
    ],
)
def test_who_is_in_a_part(part: str, ids: set[str]) -> None:
    assert chosen(LEDGER, parse(part)) == ids


def test_a_resolution_is_cited_or_describes_a_flow() -> None:
    """What went before it, or is no coal, is in only where a source cites it."""
    assert chosen(LEDGER, parse("resolution=2371")) == {"coal", "open", "rice"}


@pytest.mark.parametrize("text", ["", "country", "country=", "planet=BY", "year=17", "year=x"])
def test_what_is_no_part(text: str) -> None:
    with pytest.raises(ValueError, match="write "):
        parse(text)


@pytest.mark.parametrize(
    ("part", "words"), [("actor=frim", 'did you mean "firm"'), ("country=FR", "country=FR"), ("year=1950", "1950")]
)
def test_an_empty_part_says_so(part: str, words: str) -> None:
    with pytest.raises(NoSuchPartError, match=words):
        chosen(LEDGER, parse(part))


def test_its_name_in_files() -> None:
    assert Part("country", "BY").slug == "country-by"
