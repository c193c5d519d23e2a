"""The field reference: every field of every kind of record, as the model declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ledger.model.kinds import KINDS
from ledger.model.one_line import line
from ledger.model.schemas import Schema, schema

_COMMON = ("note", "formerly")


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of what a field holds, in words; ``group`` is where on the page it is told further, if it is."""

    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field."""

    id: str
    """Where it stands on the page: its group's id, a hyphen and its name."""
    name: str
    required: bool
    holds: tuple[Held, ...]
    meaning: str
    words: tuple[str, ...]
    """The words that it may have, where it takes words of a list."""
    example: str
    """The field as it may stand in a file, on one line."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A record, a part of one, or a list of words, with what is in it."""

    id: str
    title: str
    meaning: str
    rows: tuple[FieldRow, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    """Where records of this kind are kept, where it is a kind."""


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The whole reference."""

    title: str
    kinds: tuple[FieldGroup, ...]
    parts: tuple[FieldGroup, ...]
    words: tuple[FieldGroup, ...]


def fields() -> FieldsView:
    """Return the field reference."""
    whole = {kind: schema(kind.folder) for kind in KINDS.values()}
    named = {one["title"]: one for each in whole.values() for one in _named(each)}
    parts = [_group(_id(name), name, one, named) for name, one in sorted(named.items()) if "properties" in one]
    lists = [(name, one) for name, one in sorted(named.items()) if "enum" in one]
    return FieldsView(
        title="The fields",
        kinds=tuple(_group(kind.folder, kind.one, one, named, f"entries/{kind.folder}") for kind, one in whole.items()),
        parts=tuple(parts),
        words=tuple(
            FieldGroup(
                _id(name),
                name,
                one.get("description", "") if name != "Unit" else "What amounts are counted in, as reports spell it.",
                words=tuple(zip(one["enum"], one["enumDescriptions"], strict=True)),
            )
            for name, one in lists
        ),
    )


def _named(node: Any, *, top: bool = True) -> Iterator[Schema]:
    """Yield every part and every list of words in a schema; each has a title."""
    if isinstance(node, dict):
        if not top and "title" in node and ("properties" in node or "enum" in node):
            yield node
        for key, value in node.items():
            if key != "examples":
                yield from _named(value, top=False)
    elif isinstance(node, list):
        for value in node:
            yield from _named(value, top=False)


def _id(name: str) -> str:
    return f"part-{name.lower()}"


def _group(id: str, title: str, one: Schema, named: dict[str, Schema], folder: str = "") -> FieldGroup:
    rows = tuple(_rows(id, one, named))
    return FieldGroup(id, title[0].upper() + title[1:], one.get("description", ""), rows, folder=folder)


def _rows(group: str, one: Schema, named: dict[str, Schema]) -> Iterator[FieldRow]:
    required, properties = one.get("required", []), one["properties"]
    ordered = [name for name in properties if name not in _COMMON] + [name for name in _COMMON if name in properties]
    for name in ordered:
        field = properties[name]
        held = {**named[_title(field)], **field} if _title(field) in named else field
        words = tuple(held.get("enum", ()))
        yield FieldRow(
            id=f"{group}-{name}",
            name=name,
            required=name in required,
            holds=tuple(_holds(field, named)),
            meaning=held.get("description", ""),
            words=words,
            example=f"{name}: {line((held.get('examples') or words)[0])}",
        )


def _title(field: Schema) -> str:
    return str(field["$ref"]).rpartition("/")[2] if "$ref" in field else str(field.get("title", ""))


def _holds(field: Schema, named: dict[str, Schema]) -> Iterator[Held]:
    """Yield what a field holds, in words."""
    if "anyOf" in field:
        for index, choice in enumerate(field["anyOf"]):
            if index:
                yield Held(" or ")
            yield from _holds(choice, named)
    elif (title := _title(field)) in named:
        yield Held(f"a word of {title}" if "enum" in named[title] else title, _id(title))
    elif field.get("type") == "array":
        yield Held("list, each: ")
        yield from _holds(field["items"], named)
    elif "patternProperties" in field:
        (one,) = field["patternProperties"].values()
        yield Held("by id, each: ")
        yield from _holds(one, named)
    elif isinstance(field.get("additionalProperties"), dict):
        yield Held("by name, each: ")
        yield from _holds(field["additionalProperties"], named)
    else:
        yield Held(title or "text")
