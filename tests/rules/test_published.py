"""An id that was published is there, or leads on, or was taken out for a reason; and so are the parts of a page."""

from dataclasses import replace

import pytest

from ledger.reading.releases import Key, Line, Release
from ledger.reckoned import Reckoned
from ledger.resolving.published import Published, laid_over
from ledger.rules import published
from tests.small import article, entry, small

HASH = "0" * 16
ENTERED = {"date": "2026-11-21", "what": "entered"}


def line(kind: str, id: str, *anchors: str, formerly: tuple[str, ...] = (), what: str = "added") -> Line:
    return Line(what, kind, id, HASH, "", formerly, anchors)


def found(ledger: Reckoned, *lines: Line, out: dict[Key, str] | None = None) -> list[str]:
    """Return what the rule says of a ledger after one release of these lines."""
    before = Published((Release(1, "2026-11-22", lines),), out or {})
    return [f"{one.kind}/{one.id}: {one.message}" for one in published.check(replace(ledger, published=before))]


def test_what_was_never_published_may_go() -> None:
    assert list(published.check(small())) == []


def test_it_says_how_to_mend_it() -> None:
    [said] = found(small(actors={"gazette": {"name": "G", "kind": "publisher"}}), line("actors", "gazete"))
    assert said == (
        'actors/gazete: "gazete" was published; bring the file back, or list the id under `formerly` in the file '
        'that took its place (did you mean "gazette"?)'
    )
    [said] = found(small(), line("transactions", "a"))
    assert said.endswith("that should not stand is `withdrawn`, one that was there twice gets `merged_into`")
    [said] = found(small(), line("countries", "NO"))
    assert "give it a file with its `name`" in said


def test_the_place_is_where_the_file_was() -> None:
    ledger = replace(small(), published=Published((Release(1, "2026-11-22", (line("places", "nampo"),)),)))
    [one] = published.check(ledger)
    assert (one.gone, one.kind, one.id) == (True, "places", "nampo")


@pytest.mark.parametrize(
    ("kind", "id"),
    [("commodities", "coal"), ("commodities", "black-coal"), ("countries", "CN"), ("actors", "a-person")],
)
def test_what_is_there_leads_on_or_was_taken_out(kind: str, id: str) -> None:
    ledger = small(
        commodities={"coal": {"name": "coal", "formerly": ["black-coal"]}},
        sources={"paper": article("press", "document")},
        transactions={"entry": entry()},
    )
    assert found(ledger, line(kind, id), out={("actors", "a-person"): "named without a basis"}) == []


def test_an_address_of_two_names_ago_still_leads_on() -> None:
    """Whoever renames a record again must not forget the first of its names."""
    lines = line("places", "one"), line("places", "two", formerly=("one",)), line("places", "three", formerly=("two",))
    place = {"name": "P", "country": "KP", "kind": "port"}
    assert found(small(places={"three": place | {"formerly": ["one", "two"]}}), *lines) == []
    [said] = found(small(places={"three": place | {"formerly": ["two"]}}), *lines)
    assert said.startswith('places/one: "one" was published')
    assert laid_over([Release(1, "2026-11-22", lines)]).moved == {("places", "one"): "two", ("places", "two"): "three"}


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("a figure corrected", ["c2", "r2"]),
        ("c2 taken out", ["r2"]),
        ("c2, r2 taken out", []),
        ("c22 and r2 taken out", ["c2"]),
    ],
)
def test_a_claim_goes_only_where_the_history_says_so(what: str, expected: list[str]) -> None:
    history = [ENTERED, {"date": "2026-11-22", "what": what}]
    ledger = small(sources={"paper": article("press", "document")}, transactions={"entry": entry(history=history)})
    said = found(ledger, line("transactions", "entry", "c1", "c2", "f1", "r1", "r2"))
    assert [text.split('"')[1] for text in said] == expected


def test_what_a_later_release_had_no_more_is_not_forgotten() -> None:
    ledger = small(sources={"paper": article("press", "document")}, transactions={"entry": entry()})
    lines = line("transactions", "entry", "c1", "c2"), line("transactions", "entry", "c1", what="changed")
    assert len(found(ledger, *lines)) == 1


def test_a_provision_keeps_its_name() -> None:
    ledger = small(resolutions={"2397": {"symbol": "S", "status": "in-force", "provisions": {}}})
    [said] = found(ledger, line("resolutions", "2397", "refined-petroleum"))
    assert said == (
        'resolutions/2397: the provision "refined-petroleum" was published; bring it back, and correct what it says'
    )
