"""The field reference: every field of every kind of record, as the model declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ledger.model.kinds import KINDS
from ledger.model.schemas import schema

_COMMON = ("note", "formerly")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field."""

    name: str
    required: bool
    holds: str
    meaning: str


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A record, a part of one, or a list of words, with what is in it."""

    id: str
    title: str
    meaning: str
    rows: tuple[FieldRow, ...] = ()
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The whole reference."""

    title: str
    kinds: tuple[FieldGroup, ...]
    parts: tuple[FieldGroup, ...]
    words: tuple[FieldGroup, ...]


def fields() -> FieldsView:
    """Return the field reference."""
    definitions: dict[str, dict[str, Any]] = {}
    kinds = []
    for kind in KINDS.values():
        whole = schema(kind.folder)
        definitions |= whole.get("$defs", {})
        kinds.append(_group(kind.folder, f"entries/{kind.folder}", whole))
    parts = [(name, d) for name, d in sorted(definitions.items()) if "properties" in d]
    words = [(name, d) for name, d in sorted(definitions.items()) if "enum" in d]
    return FieldsView(
        title="The fields",
        kinds=tuple(kinds),
        parts=tuple(_group(_id(name), name, definition) for name, definition in parts),
        words=tuple(
            FieldGroup(
                _id(name),
                name,
                definition["description"],
                words=tuple(zip(definition["enum"], definition["enumDescriptions"], strict=True)),
            )
            for name, definition in words
        ),
    )


def _id(name: str) -> str:
    return f"part-{name.lower()}"


def _group(id: str, title: str, definition: dict[str, Any]) -> FieldGroup:
    return FieldGroup(id, title, definition.get("description", ""), tuple(_rows(definition)))


def _rows(definition: dict[str, Any]) -> Iterator[FieldRow]:
    required = definition.get("required", [])
    properties = definition["properties"]
    ordered = [name for name in properties if name not in _COMMON] + [name for name in _COMMON if name in properties]
    for name in ordered:
        field = properties[name]
        yield FieldRow(name, name in required, _holds(field), field.get("description", ""))


def _holds(field: dict[str, Any]) -> str:
    """Return what a field holds, in words."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if choices := field.get("anyOf"):
        found = [_holds(choice) for choice in choices if choice.get("type") != "null"]
        return " or ".join(dict.fromkeys(found))
    match field.get("type"):
        case "array":
            return f"list of {_holds(field['items'])}" if "items" in field else "list"
        case "object" if "additionalProperties" in field and isinstance(field["additionalProperties"], dict):
            return f"map of {_holds(field['additionalProperties'])}"
        case "string":
            return {"edtf": "EDTF date", "date": "day", "uri": "address"}.get(field.get("format", ""), "text")
        case "boolean":
            return "true or false"
        case "number":
            return "number"
    return "text, or fields"
