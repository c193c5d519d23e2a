"""What a record names: every id in it with the path that leads there."""

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
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


Reference = tuple[Path, Id]


def references(value: Any) -> list[Reference]:
    """Return every id inside ``value`` with its path, in the order of the fields.

    Whatever is an ``Id`` is a reference, wherever it stands: a new field needs nothing here. Values that were read from
    one line (a citation, a provision) keep the path of that line.
    """
    found: list[Reference] = []
    _look(value, (), found)
    return found


def _look(value: Any, path: Path, found: list[Reference]) -> None:
    shape = _shape(value.__class__)
    if shape is None:
        return
    if shape is Id:
        found.append((path, value))
    elif shape is tuple:
        for index, item in enumerate(value):
            _look(item, (*path, index), found)
    elif shape is dict:
        for key, item in value.items():
            _look(item, (*path, key), found)
    else:
        for name, *shown in shape:
            item = getattr(value, name)
            # Nine of ten; the call alone would take most of the time.
            if item.__class__ not in _BARE:
                _look(item, (*path, *shown), found)


_BARE = {NoneType, str, int, bool}
"""What no reference is in."""


@cache
def _shape(kind: type) -> Any:
    """Return how to look into values of a type: names of fields with what the path calls them, or None for not at all.

    Types are few and values many.
    """
    if issubclass(kind, Id | tuple | dict):
        return next(base for base in (Id, tuple, dict) if issubclass(kind, base))
    if issubclass(kind, BaseModel):
        return tuple((name, field.alias or name) for name, field in kind.model_fields.items())
    if is_dataclass(kind):
        return tuple((field.name,) for field in fields(kind))
    return None
