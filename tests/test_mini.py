"""The ledger in miniature is right, and shows every feature: other tests and the pages' golden files stand on it."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from ledger.checking import Checked
from ledger.model.record import Part, Record
from ledger.model.words import ActorKind, CitationWay
from tests.helpers import lines, mini_files

AWKWARD = [
    "<b>",
    "&",
    '"',
    "{{ x }}",
    "[a](javascript:b)",
    "*x*",
    "쌀",
    "سفينة",
    " #",
    "12:30",
    "010",
    "|",
    "`",
    "<script>",
]


def test_it_has_no_problem(mini: Checked) -> None:
    assert lines(mini.problems) == []


def test_every_field_stands_in_it(mini: Checked) -> None:
    """A new field is shown here before it is used, so that pages are tried with it; one record need not have all."""
    used: dict[type[BaseModel], set[str]] = {}
    for document in mini.ledger.documents:
        for part in _parts(document.record):
            used.setdefault(type(part), set()).update(part.model_fields_set)
    missing = [
        f"{model.__name__}.{name}"
        for model in _models(Part)
        if model is not Record and model.__module__.startswith("ledger.model.")
        for name in model.model_fields
        if name not in used.get(model, set()) and name not in Record.model_fields
    ]
    assert missing == []


@pytest.mark.parametrize("field", sorted(Record.model_fields))
def test_every_common_field_stands_in_it(field: str, mini: Checked) -> None:
    assert any(document.record and field in document.record.model_fields_set for document in mini.ledger.documents)


def test_every_way_of_citing_stands_in_it(mini: Checked) -> None:
    entries = mini.ledger.transactions.values()
    cited = [citation for entry in entries for claim in entry.claims.values() for citation in claim.sources]
    cited += [
        citation
        for entry in entries
        for row in entry.disagreements
        for value in row.values
        for citation in value.sources
    ]
    assert {citation.way for citation in cited} == set(CitationWay)


def test_every_kind_of_actor_stands_in_it(mini: Checked) -> None:
    assert {actor.kind for actor in mini.ledger.actors.values()} == set(ActorKind)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_reaches_the_records(text: str, mini: Checked) -> None:
    assert any(text in value for document in mini.ledger.documents for value in _texts(document.record))


def test_names_are_left_to_the_examples_of_rules() -> None:
    """These files are added by examples, which would not be what they say if the files were there already."""
    taken = {"actors/ann-example.yaml", "actors/example-ship.yaml", "actors/gazette-2.yaml", "actors/bbc.yaml"}
    assert not taken & set(mini_files())


def _parts(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _parts(item)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _models(model: type[Part]) -> Iterator[type[Part]]:
    for below in model.__subclasses__():
        yield below
        yield from _models(below)
