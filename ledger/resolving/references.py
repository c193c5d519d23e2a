"""What a record names: every id in it with the path that leads there."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from ledger.model.document import Path
from ledger.model.ids import Id


@dataclass(frozen=True, slots=True)
class Mention:
    """That a record names an id, and where in the record."""

    kind: str
    """The kind of the record that names it."""
    id: str
    path: Path


def references(value: Any, path: Path = ()) -> Iterator[tuple[Path, Id]]:
    """Yield every id inside ``value`` with its path, in the order of the fields.

    Whatever is an ``Id`` is a reference, wherever it stands: a new field needs nothing here. Values that were read from
    one line (a citation, a provision) keep the path of that line.
    """
    if isinstance(value, Id):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, shown in _names(type(value)):
            yield from references(getattr(value, name), (*path, shown))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from references(item, (*path, key))
    elif is_dataclass(value):
        for field in fields(value):
            yield from references(getattr(value, field.name), path)


@cache
def _names(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
