"""A record together with the file it was read from, so that later stages can point at the place they mean."""

import types
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Annotated, Any, Self, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ledger.model import codes
from ledger.model.blanks import blanks
from ledger.model.kinds import KINDS
from ledger.model.messages import explain
from ledger.model.record import Part, Record
from ledger.problems.bounding import MAX_PROBLEMS
from ledger.problems.code import Code
from ledger.problems.problem import Mark, Problem
from ledger.reading.nodes import Mapping, Plain, locate
from ledger.reading.strict_yaml import compose
from ledger.reading.text import decode

_NOTHING = Mapping((1, 1))

Path = tuple[str | int, ...]
"""A path into a record, by the names that its file uses."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record's file as read: its kind, id and path, its bytes, and the record where it is whole."""

    kind: str
    id: str
    path: str
    record: Record | None
    data: bytes = b""
    """The file as it was read, for those who want to have it; empty where there was none."""
    nodes: Mapping | None = None
    """What the bytes say, with places, where that is not to be read from the bytes again."""

    @classmethod
    def unread(cls, kind: str, id: str, path: str) -> Self:
        """Return a document whose file could not be read: others may name it, nothing is known of it."""
        return cls(kind, id, path, None, nodes=_NOTHING)

    @property
    def root(self) -> Mapping:
        """The nodes of the file with their places. Few are ever asked for, so only the last are kept."""
        return self.nodes or _nodes(self.data)

    def without_record(self) -> Self:
        """Return the document without its record."""
        return replace(self, record=None)

    def mark(self, path: Path = (), *, key: bool = False) -> Mark:
        """Return the place in the file that ``path`` leads to, or that comes nearest to it."""
        return Mark(self.path, *locate(self.root, path, key=key))

    def problem(self, path: Path, code: Code, message: str, *, key: bool = False) -> Problem:
        """Return a problem at the place that ``path`` leads to."""
        return Problem(self.mark(path, key=key), code.name, message)


@lru_cache(maxsize=4)
def _nodes(data: bytes) -> Mapping:
    # Kept for a moment: a file with many problems asks for each of their places. Nobody changes what is kept.
    return compose(decode(data)[0])[0] or _NOTHING


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field: the path to it, the code, what to do, and whether its name is meant."""

    path: Path
    code: Code
    message: str
    key: bool = False


def read_document(
    kind: str, id: str, path: str, fields: Plain, data: bytes = b"", nodes: Mapping | None = None
) -> tuple[Document, list[Problem]]:
    """Return a record of its plain fields and every problem that they have; with problems there is no record.

    Places in the file are found in ``data``, or in ``nodes`` where these are at hand.
    """
    record, faults = read_fields(kind, id, fields)
    document = Document(kind, id, path, record, data, nodes)
    return document, [document.problem(fault.path, fault.code, fault.message, key=fault.key) for fault in faults]


def read_fields(kind: str, id: str, tree: Plain) -> tuple[Record | None, list[Fault]]:
    """Return the record that plain data is, or every fault of its fields; what is left open is one fault a place."""
    model = KINDS[kind].model
    open_ = [_to_fill(model, path, key) for path, key in blanks(tree)]
    try:
        record = model.model_validate(tree, context={"id": id})
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        inside = {details["loc"][:length] for details in errors for length in range(len(details["loc"]))}
        real = (details for details in errors if not _is_echo(details, inside))
        # No more than will be shown, and one that tells that there is more.
        faults = [_fault(tree, model, details) for details in islice(real, MAX_PROBLEMS + 1)]
        return None, [*open_, *(fault for fault in faults if not any(_same(fault.path, one.path) for one in open_))]
    return (None if open_ else record), open_


def _to_fill(model: type[Part], path: Path, key: bool) -> Fault:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if key:
        return Fault(path, codes.TO_FILL, "the name is still to be filled in", key=True)
    field = field_at(model, path)
    meaning = f": {field.description}" if field and field.description else ""
    return Fault(path, codes.TO_FILL, f'"{name}" is still to be filled in{meaning}')


def _same(path: Path, other: Path) -> bool:
    """Whether one of two places is in the other: a fault there is only that of what is left open."""
    length = min(len(path), len(other))
    return path[:length] == other[:length]


def _is_echo(details: ErrorDetails, inside: set[tuple[str | int, ...]]) -> bool:
    """Whether a list is only called too short because an item in it was refused; ``inside`` has what holds a fault."""
    return details["type"] == "too_short" and details["loc"] in inside


def _fault(tree: Plain, model: type[Part], details: ErrorDetails) -> Fault:
    path = tuple(step for step in details["loc"] if step != "[key]")
    kind = details["type"]
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    found = locate_value(tree, path)
    code, message = explain(kind, field, details.get("ctx", {}), found, _fields(model, path[:-1]))
    return Fault(path, code, message, key="[key]" in details["loc"] or kind == "extra_forbidden")


def locate_value(tree: Plain, path: Path) -> Any:
    """Return the plain value at ``path``, or None where there is none."""
    value: Any = tree
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    return value


def _fields(model: type[Part], path: Path) -> list[str]:
    """Return the names of the fields that may stand at ``path``."""
    here = _type_at(model, path)
    return list(named_fields(here)) if here else []


def field_at(model: type[Part], path: Path) -> FieldInfo | None:
    """Return the field that a path leads to or into."""
    for length in range(len(path), 0, -1):
        around = _type_at(model, path[: length - 1])
        if around and isinstance(path[length - 1], str):
            return named_fields(around).get(str(path[length - 1]))
    return None


def named_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a record or a part by the names that files use, in the order of the model."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _type_at(model: type[Part], path: Path) -> type[BaseModel] | None:
    """Return the part whose fields may stand at ``path``."""
    here: Any = model
    for step in path:
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            here = _inside(here)
            continue
        field = named_fields(here).get(str(step))
        here = _bare(field.annotation if field else None)
    here = here if isinstance(here, type) else _inside(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """Return the type without ``Annotated`` and without ``None`` beside it."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        return _bare(next(arg for arg in get_args(annotation) if arg is not type(None)))
    return annotation


def _inside(annotation: Any) -> Any:
    """Return the type of what a list or a map holds."""
    arguments = [arg for arg in get_args(annotation) if arg is not Ellipsis]
    return _bare(arguments[-1]) if arguments else None
