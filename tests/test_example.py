"""The example beside the folders of entries is a right transaction, shows every field, and is never published."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ledger.model.record import Part, When
from ledger.model.transaction import Transaction, Withdrawal
from ledger.model.words import Nature, RelationKind, Stage
from ledger.reading.tree import EXAMPLE
from tests.helpers import ENTRIES, check, lines, mini_files, read, real

TEXT = (ENTRIES / EXAMPLE).read_text("utf-8")
LATER = {"formerly", "withdrawn", "merged_into"}


def test_it_is_right(tree: Path) -> None:
    """Read as a transaction of the ledger in miniature, whose parties are made up; warnings are wrong here too."""
    checked = check(tree, mini_files() | {"transactions/2024-example.yaml": TEXT})
    assert lines(checked.problems) == []
    assert "2024-example" in checked.ledger.transactions


def test_it_shows_every_field() -> None:
    record = read("transactions", TEXT)[0].record
    used: dict[type[BaseModel], set[str]] = {}
    for part in parts(record):
        used.setdefault(type(part), set()).update(part.model_fields_set)
    assert set(Transaction.model_fields) - used.pop(Transaction) == LATER
    assert {model.__name__: set(model.model_fields) - names for model, names in used.items()} == {
        model.__name__: set() for model in used
    }
    elsewhere = {"ledger.model.transaction": {Transaction, Withdrawal}}
    missing = {m for m in Part.__subclasses__() if m.__module__ in elsewhere} - set(used) - {Withdrawal}
    assert missing == set()
    assert When in used


@pytest.mark.parametrize("name", sorted(LATER))
def test_what_comes_later_stands_in_a_comment(name: str) -> None:
    """Taken out of its comment, the line is one that the model takes."""
    found = re.search(rf"^# ({name}: .*)$", TEXT, re.MULTILINE)
    assert found
    assert [problem.code for problem in read("transactions", f"{TEXT}{found[1]}\n")[1]] == []


@pytest.mark.parametrize("words", [Nature, Stage, RelationKind], ids=lambda words: words.__name__)
def test_words_that_it_lists_are_all_there_are(words: type[Nature]) -> None:
    assert ", ".join(words) in TEXT


def test_it_is_never_published() -> None:
    checked = real()
    assert all(document.id != "example" for document in checked.ledger.documents)
    assert not [problem for problem in checked.problems if EXAMPLE in problem.mark.path]


def parts(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from parts(item)
