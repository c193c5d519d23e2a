"""A part stands on its own, says of its transactions what the whole says, and counts what is not in it."""

from collections import Counter

import pytest

from ledger.checking import Checked, check_files
from ledger.model.series import Series
from ledger.reckoned import Reckoned
from ledger.subsetting.part import parse
from ledger.subsetting.subset import Subset, take
from tests.helpers import lines
from tests.small import article, entry, small

PARTS = (
    "country=NO",
    "country=CN",
    "commodity=food",
    "commodity=fuels",
    "resolution=2371",
    "actor=morning-star",
    "actor=gazette",
    "year=2023",
    "year=2025",
)


def taken(ledger: Reckoned, part: str) -> tuple[Subset, Checked]:
    subset = take(ledger, parse(part))
    return subset, check_files(subset.files)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_passes_the_check_on_its_own(part: str, mini: Checked) -> None:
    """Not one warning either: no source is in it that nothing in it rests on."""
    subset, inner = taken(mini.ledger, part)
    assert lines(inner.problems) == []
    assert 0 < subset.chosen <= len(inner.ledger.transactions)
    assert len(inner.ledger.documents) == sum(subset.kept.values())


@pytest.mark.parametrize("part", PARTS)
def test_what_is_said_of_a_transaction_is_what_the_whole_says(part: str, mini: Checked) -> None:
    """Origins, standing and law depend on what a transaction rests on, and all of that comes with it."""
    inner = taken(mini.ledger, part)[1].ledger
    assert inner.counts.items() <= mini.ledger.counts.items()
    assert inner.standings.items() <= mini.ledger.standings.items()
    assert inner.entry_standings.items() <= mini.ledger.entry_standings.items()
    assert {at: repr(law) for at, law in inner.law.items()}.items() <= {
        at: repr(law) for at, law in mini.ledger.law.items()
    }.items()


def test_files_that_were_not_cut_are_as_they_are(mini: Checked) -> None:
    whole = {(one.kind, one.id): one.data for one in mini.ledger.documents}
    subset, _ = taken(mini.ledger, "country=NO")
    cut = [file.id for file in subset.files if file.data != whole[file.kind, file.id]]
    assert cut == ["2025-ore-for-machines"]
    assert all(
        file.data.startswith(b"# Not as it stands in the whole ledger") for file in subset.files if file.id in cut
    )


def test_what_leads_to_another_transaction_is_cut(mini: Checked) -> None:
    subset, inner = taken(mini.ledger, "country=NO")
    after = inner.ledger.transactions["2025-ore-for-machines"]
    before = mini.ledger.transactions["2025-ore-for-machines"]
    assert before.relations
    assert after.relations == ()
    (claim,) = (id for id, one in before.claims.items() if one.exchange)
    assert after.claims[claim].exchange is None
    assert after.claims[claim].says == before.claims[claim].says
    assert subset.dropped == {"claims": 1, "relations": 2}


def ledger(**exchange: list[str]) -> Reckoned:
    """Three transactions, the first of them alone from Russia, and a series with a figure of each of two."""
    ru = {"f1": {"from": "RU", "to": "KP", "commodities": ["coal"], "goods": "coal"}}
    f2 = {"f2": {"from": "KP", "to": "RU", "commodities": ["rice"], "goods": "rice"}}
    claims = {"c1": ["paper"], "c2": {"says": "It was for it.", "exchange": exchange, "sources": ["paper"]}}
    relations = [{"kind": "follows", "to": "b"}, {"kind": "overlaps", "to": "c"}, {"kind": "part_of", "to": "coal"}]
    points = [
        {"period": year, "words": "5 tonnes", "kind": "reported", "sources": ["paper"], "transaction": id}
        for year, id in (("2017", "a"), ("2018", "b"))
    ]
    return small(
        sources={"paper": article("paper", "own-inquiry"), "unused": article("paper", "own-inquiry")},
        transactions={
            "a": entry(claims, flows=ru | f2, relations=relations) | {"merged_into": "c"},
            "b": entry(relations=[{"kind": "same_report", "to": "a"}]),
            "c": entry(),
            "d": entry(merged_into="a"),
        },
        series={
            "coal": {"title": "Coal", "commodity": "coal", "from": "KP", "to": "CN", "unit": "tonne", "points": points},
            "rice": {
                "title": "Rice", "commodity": "rice", "from": "RU", "to": "KP", "unit": "tonne", "points": [points[1]],
            },
            "other": {
                "title": "Other", "commodity": "food", "from": "NO", "to": "KP", "unit": "tonne", "points": [points[1]],
            },
        },
    )  # fmt: skip


def test_what_stays_and_what_goes() -> None:
    subset, inner = taken(ledger(gave=["b#f1", "f2"], received=["f1"]), "country=RU")
    found = inner.ledger
    assert list(found.transactions) == ["a", "c"]
    assert list(found.series) == ["coal", "rice"]
    assert list(found.sources) == ["paper"]
    one = found.transactions["a"]
    assert [(row.kind.value, row.to) for row in one.relations] == [("overlaps", "c"), ("part_of", "coal")]
    exchange = one.claims["c2"].exchange  # type: ignore[index]
    assert exchange
    assert list(map(str, exchange.gave)) == ["f2"]
    coal = found.by("series")["coal"]
    assert isinstance(coal, Series)
    assert [(str(point.words), point.transaction) for point in coal.points] == [("5 tonnes", "a"), ("5 tonnes", None)]
    assert subset.chosen == 1
    assert subset.dropped == Counter(relations=2, claims=1, points=2, merged_into=1)
    assert subset.whole - subset.kept == Counter(transactions=2, series=1, sources=1, commodities=1)


@pytest.mark.parametrize(
    ("gave", "received", "left"),
    [
        (["b#f1"], ["f1"], None),
        (["f2"], ["b#f1"], None),
        (["b#f1"], ["b#f1"], None),
        (["b#f1", "f2", "b#f1"], ["f1"], ["f2"]),
        (["c#f1"], ["f1"], ["c#f1"]),
    ],
)
def test_an_exchange_without_a_side_is_none(gave: list[str], received: list[str], left: list[str] | None) -> None:
    _, inner = taken(ledger(gave=gave, received=received), "country=RU")
    exchange = inner.ledger.transactions["a"].claims["c2"].exchange  # type: ignore[index]
    assert (list(map(str, exchange.gave)) if exchange else None) == left
