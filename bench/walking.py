"""A walk over a record as its file has it, by the types of its model: who walks sees what each text stands for."""

import types
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ledger.model.citations import Citation, ProvisionCited
from ledger.model.flow_refs import FlowRef
from ledger.model.ids import FormerId, Id
from ledger.model.record import Address, Host, Text


class Sort(Enum):
    """What a value of a file is, beside an id."""

    TEXT = "text"
    ADDRESS = "address"
    HOST = "host"
    CITATION = "citation"
    PROVISION = "provision"
    FLOW = "flow"


GONE = object()
"""What a visitor returns for what is to be left out."""

Path = tuple[str, ...]
Visit = Callable[[Sort | type[Id], Any, Path], Any]
"""Takes what a value is, the value, and the names of the fields that lead to it; returns the value in its place."""

_MARKS = {
    get_args(Text)[1]: Sort.TEXT,
    get_args(Address)[1]: Sort.ADDRESS,
    get_args(Host)[1]: Sort.HOST,
}
_CLASSES = {Citation: Sort.CITATION, ProvisionCited: Sort.PROVISION, FlowRef: Sort.FLOW}


def walk(model: type[BaseModel], raw: dict[str, Any], visit: Visit, path: Path = ()) -> Any:
    """Return the fields with what ``visit`` gave for each value, or ``GONE`` where a required one is gone."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    made: dict[str, Any] = {}
    for key, value in raw.items():
        field = fields[key]
        new = _value(field.annotation, tuple(field.metadata), value, visit, (*path, key))
        if new is not GONE:
            made[key] = new
        elif field.is_required():
            return GONE
    return made


def _value(kind: Any, marks: tuple[Any, ...], raw: Any, visit: Visit, path: Path) -> Any:
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        if get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            marks = (*marks, *more)
        else:
            kind = next(arm for arm in get_args(kind) if arm is not type(None))
    if kind in _CLASSES:
        return visit(_CLASSES[kind], raw, path)
    if get_origin(kind) is tuple and isinstance(raw, list):
        item = get_args(kind)[0]
        return _some([_value(item, (), one, visit, path) for one in raw]) or GONE
    if get_origin(kind) is dict:
        inner = get_args(kind)[1]
        return {key: _value(inner, (), value, visit, path) for key, value in raw.items()}
    if isinstance(kind, type) and issubclass(kind, FormerId):
        return GONE
    if isinstance(kind, type) and issubclass(kind, Id):
        return visit(kind, raw, path) if kind(raw).targets else raw
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _part(kind, raw, visit, path)
    sort = next((_MARKS[mark] for mark in marks if mark in _MARKS), None) if isinstance(raw, str) else None
    return visit(sort, raw, path) if sort else raw


def _part(model: type[BaseModel], raw: Any, visit: Visit, path: Path) -> Any:
    """Walk a group of fields; some may be written as the one word that matters, which is then their first field."""
    if isinstance(raw, dict):
        return walk(model, raw, visit, path)
    first = next(iter(model.model_fields))
    made = walk(model, {first: raw}, visit, path)
    return GONE if made is GONE else made[first]


def _some(values: list[Any]) -> list[Any]:
    """Return what is not gone, each once."""
    found: list[Any] = []
    for value in values:
        if value is not GONE and value not in found:
            found.append(value)
    return found
