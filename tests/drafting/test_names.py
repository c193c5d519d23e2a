"""Names become ids; what is called nearly so is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.drafting.names import LONGEST_ID, few_words, folded, is_reserved, likeness, slug
from ledger.model.ids import SLUG
from tests.helpers import ENTRIES


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kyiv Post", "kyiv-post"),
        ("Søren & Łukasz's Ships Co., Ltd.", "soren-lukaszs-ships-co-ltd"),
        ("Gießerei Übung", "giesserei-ubung"),
        ("../../etc/passwd", "etc-passwd"),
        ("조선중앙통신", ""),
        ("", ""),
    ],
)
def test_slugs(name: str, id: str) -> None:
    assert slug(name) == id


@given(st.text())
def test_a_slug_is_an_id_or_nothing(name: str) -> None:
    found = slug(name)
    assert not found or (SLUG.fullmatch(found) and len(found) <= LONGEST_ID)


def test_a_title_becomes_a_few_words() -> None:
    assert few_words("The shipment of coal to a port in China by way of Kholmsk") == "shipment-coal-port-china-way"


def test_the_longest_id_has_room_for_those_that_are_there() -> None:
    assert max(len(path.stem) for path in ENTRIES.rglob("*.yaml")) <= LONGEST_ID


@pytest.mark.parametrize("id", ["con", "NUL", "com1", "lpt9"])
def test_names_that_some_systems_keep(id: str) -> None:
    assert is_reserved(id)
    assert not is_reserved(f"{id}-2024")


def test_likeness() -> None:
    assert likeness(folded("The Gazette"), folded("the  gazette!")) == 1.0
    assert likeness(folded("Gazette"), folded("The Gazette")) == 0.9
    assert likeness(folded("Hanbit Dayly"), folded("Hanbit Daily")) > 0.8
    assert likeness(folded("Hanbit Daily"), folded("Tide Watch")) == 0.0
    assert likeness(folded("한빛일보"), folded("한빛일보")) == 1.0
