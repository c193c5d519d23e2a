"""The field reference shows what the model declares, and every example in it can be read."""

import re
from collections import Counter

import pytest

from ledger.model.kinds import KINDS
from ledger.model.record import Part
from ledger.reading.nodes import plain
from ledger.reading.strict_yaml import compose
from ledger.views.fields import FieldRow, fields

VIEW = fields()
GROUPS = (*VIEW.kinds, *VIEW.parts)
ROWS = [row for group in GROUPS for row in group.rows]


def test_every_field_of_every_kind_is_there() -> None:
    shown = {group.id: {row.name for row in group.rows} for group in VIEW.kinds}
    assert shown == {
        kind.folder: {field.alias or name for name, field in kind.model.model_fields.items()} for kind in KINDS.values()
    }


def test_every_part_is_there() -> None:
    """Amounts and citations are read from one text, and may be written out as parts."""
    parts = {model.__name__ for model in Part.__subclasses__() if model.__module__.startswith("ledger.model.")}
    parts -= {"Record"}
    assert {group.title for group in VIEW.parts} == parts | {"Amount", "Citation"}


def test_every_group_and_every_row_has_an_address_of_its_own() -> None:
    ids = [group.id for group in (*GROUPS, *VIEW.words)] + [row.id for row in ROWS]
    assert [id for id, number in Counter(ids).items() if number > 1] == []
    assert all(re.fullmatch(r"[a-z0-9_-]+", id) for id in ids)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_says_what_it_means_and_shows_it(row: FieldRow) -> None:
    assert row.meaning.endswith(".")
    assert row.holds
    tree, troubles = compose(row.example)
    assert troubles == []
    assert tree is not None
    assert list(plain(tree)) == [row.name]


def test_what_a_field_holds_leads_somewhere() -> None:
    groups = {group.id for group in (*GROUPS, *VIEW.words)}
    assert {held.group for row in ROWS for held in row.holds if held.group} <= groups


def test_words_of_lists_stand_at_the_field_and_with_their_meanings() -> None:
    (nature,) = [row for row in ROWS if row.id == "transactions-nature"]
    assert nature.words[:2] == ("sale", "barter")
    (words,) = [group for group in VIEW.words if group.id == nature.holds[0].group]
    assert ("barter", "goods or services for other goods or services") in words.words
