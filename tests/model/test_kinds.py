"""Each kind of record has a folder, a model, and a schema that editors can use."""

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from ledger.model.kinds import KINDS, Kind
from ledger.model.record import Part, Record
from tests.helpers import mini_files, read

EACH = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


def models(model: type[Part]) -> Iterator[type[Part]]:
    for below in model.__subclasses__():
        yield below
        yield from models(below)


@EACH
def test_the_folder_is_its_name(kind: Kind) -> None:
    assert KINDS[kind.folder] is kind
    assert issubclass(kind.model, Record)
    assert kind.model.__name__.lower() == kind.one


@EACH
def test_it_gives_a_json_schema(kind: Kind) -> None:
    """Editors take it for completion: each field has its words, and what is unknown is marked at once."""
    schema = kind.model.model_json_schema(by_alias=True)
    json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {field.alias or name for name, field in kind.model.model_fields.items()}
    for reference in re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(schema)):
        assert reference in schema["$defs"]


@EACH
def test_patterns_in_the_schema_can_be_compiled(kind: Kind) -> None:
    for pattern in _values(kind.model.model_json_schema(by_alias=True), "pattern"):
        re.compile(pattern)


@EACH
def test_short_and_long_forms_are_both_in_the_schema(kind: Kind) -> None:
    """An editor must not mark a bare source or a bare kind of knowledge as wrong."""
    if kind.folder == "sources":
        items = kind.model.model_json_schema(by_alias=True)["properties"]
        for field in ("own", "relies_on"):
            assert len(items[field]["items"]["anyOf"]) == 2
    if kind.folder == "transactions":
        amount = kind.model.model_json_schema(by_alias=True)["$defs"]["Claim"]["properties"]["amount"]
        assert len(amount["anyOf"]) == 3


@pytest.mark.parametrize("model", [Record, *models(Part)])
def test_every_field_is_explained(model: type[BaseModel]) -> None:
    """The explanation is the field's entry in the reference and in the schema."""
    assert inspect.getdoc(model)
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


@pytest.mark.parametrize("name", mini_files())
def test_what_is_read_can_be_written_and_read_again(name: str) -> None:
    """Exports are written from the records: nothing may get lost on the way."""
    kind, _, id = name.removesuffix(".yaml").partition("/")
    record = read(kind, mini_files()[name], id)[0].record
    assert record is not None
    written = json.loads(record.model_dump_json(by_alias=True, exclude_unset=True))
    again = KINDS[kind].model.model_validate(written, context={"id": id})
    assert again == record


@pytest.mark.parametrize("code", ["UK", "XX", "SU", "AB"])
def test_a_file_of_a_country_is_named_by_an_assigned_code(code: str) -> None:
    """No record could ever name the others."""
    assert not KINDS["countries"].id.pattern.fullmatch(code)


def _values(schema: Any, key: str) -> Iterator[str]:
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == key and isinstance(value, str):
                yield value
            yield from _values(value, key)
    elif isinstance(schema, list):
        for value in schema:
            yield from _values(value, key)
