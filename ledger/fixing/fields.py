"""What may stand at a place of a record's file, by the schema that the model gives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from ledger.model.kinds import KINDS
from ledger.model.record import Record

_COMMON = tuple(Record.model_fields)


@dataclass(frozen=True, eq=False)
class Place:
    """The choices that a schema leaves for one value; none where the model knows no such place.

    The schemas of a ledger have few places and its files many values, so what is worked out of a place is kept.
    """

    choices: tuple[dict[str, Any], ...] = ()
    definitions: dict[str, dict[str, Any]] = field(default_factory=dict)
    _under: dict[str, "Place"] = field(default_factory=dict)

    def _to(self, schemas: Iterable[dict[str, Any]]) -> "Place":
        choices = tuple(choice for schema in schemas for choice in _choices(schema, self.definitions))
        return Place(choices, self.definitions) if choices else NOWHERE

    @cached_property
    def item(self) -> "Place":
        """The place of an item, where a list stands here."""
        return self._to(choice["items"] for choice in self.choices if "items" in choice)

    @cached_property
    def _any(self) -> "Place":
        others = [
            other
            for choice in self.choices
            if "properties" not in choice
            for other in (choice.get("additionalProperties"), *choice.get("patternProperties", {}).values())
        ]
        return self._to(other for other in others if isinstance(other, dict))

    def under(self, key: str) -> "Place":
        """Return the place of the value of ``key``, where fields or a map stand here."""
        if key not in self.order:
            return self._any
        if key not in self._under:
            self._under[key] = self._to(c["properties"][key] for c in self.choices if key in c.get("properties", ()))
        return self._under[key]

    @cached_property
    def group(self) -> str:
        """The name of the group of fields that stands here, as the model calls it; empty where there is none."""
        return next((choice["title"] for choice in self.choices if "properties" in choice and "title" in choice), "")

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The fields in the model's order, those that all records have last; empty where the order is free."""
        names = next((tuple(choice["properties"]) for choice in self.choices if "properties" in choice), ())
        if not set(_COMMON) <= set(names):
            return names
        return (*(name for name in names if name not in _COMMON), *_COMMON)

    @cached_property
    def formats(self) -> frozenset[str]:
        """The forms that a text here may have: ``edtf``, ``date``, ``uri``."""
        return frozenset(choice["format"] for choice in self.choices if "format" in choice)

    @cached_property
    def is_only_text(self) -> bool:
        """Whether other programs must read a text here as a text: it is no date, no number, no flag."""
        types = {kind for choice in self.choices for kind in _types(choice)}
        return bool(types) and types.isdisjoint({"number", "integer", "boolean"}) and not self.is_date

    @cached_property
    def is_date(self) -> bool:
        """Whether a date stands here."""
        return bool(self.formats & {"edtf", "date"})


NOWHERE = Place()
"""A place that the model does not know."""


@cache
def record(kind: str) -> Place:
    """Return the place of a whole record of a kind."""
    whole = KINDS[kind].model.model_json_schema(by_alias=True)
    return Place((whole,), whole.get("$defs", {}))


def _choices(schema: dict[str, Any], definitions: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    if "$ref" in schema:
        yield from _choices(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    elif "anyOf" in schema:
        for choice in schema["anyOf"]:
            yield from _choices(choice, definitions)
    elif schema.get("type") != "null":
        yield schema


def _types(choice: dict[str, Any]) -> list[str]:
    found = choice.get("type", "string" if "enum" in choice else [])
    return [found] if isinstance(found, str) else found
