"""What a field holds, read from the model's own declarations: a text, words, ids, parts, and lists and maps of them."""

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from ledger.model.citations import Citation
from ledger.model.document import named_fields
from ledger.model.ids import Id
from ledger.model.kinds import KINDS
from ledger.model.local_ids import LocalId
from ledger.model.words import Word


@dataclass(frozen=True, slots=True)
class Shape:
    """A list, a map, a part or a single value; ``holds`` is the Python type of a single value or of a part."""

    form: str
    """``list``, ``map``, ``part`` or ``one``."""
    holds: Any = str
    item: "Shape | None" = None
    """What a list or a map holds."""
    key: Any = None
    """The type of a map's names."""
    examples: tuple[str, ...] = ()
    """As the model gives them."""
    listed: tuple[str, ...] = ()
    """All that the value may be, where the model has a list that is none of ``Word``."""

    @property
    def single(self) -> "Shape | None":
        """The single value that it is, or that it is a list of; None for parts and what holds them."""
        if self.form == "one":
            return self
        return self.item if self.form == "list" and self.item and self.item.form == "one" else None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that the value may be, where there is a list of them."""
        one = self.single
        return tuple(one.holds) if one and isinstance(one.holds, type) and issubclass(one.holds, Word) else ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The texts that the value may be, where there is a list of them."""
        one = self.single
        return tuple(word.value for word in self.words) or (one.listed if one else ())

    @property
    def id(self) -> type[Id] | None:
        """The kind of id that the value is, if it is one."""
        one = self.single
        return one.holds if one and isinstance(one.holds, type) and issubclass(one.holds, Id) else None

    @property
    def cites(self) -> bool:
        """Whether the value is a source with what in it is meant."""
        return self.single is not None and self.single.holds is Citation

    @property
    def hint(self) -> str:
        """How a value is written, in the words of the model; nothing for plain text."""
        if choices := self.choices:
            return f"One of: {', '.join(choices)}."
        if self.id:
            own = "" if self.id.like == Id.like else self.id.like
            if issubclass(self.id, LocalId):
                return f"Written {own}"
            folders = [f"entries/{kind}" for kind in self.id.kinds if kind in KINDS and kind != "countries"]
            if folders:
                return f"An id from {' or '.join(folders)}{f': {own}' if own else ''}."
            return f"{own[:1].upper()}{own[1:]}." if own else ""
        one = self.single
        return f"Such as {', '.join(one.examples)}." if one and one.examples else ""


def shape_of(field: FieldInfo) -> Shape:
    """Return what a field of the model holds, in the shortest form that the model takes."""
    return _shape(field.annotation, tuple(field.metadata))


@cache
def fields(model: type[BaseModel]) -> dict[str, tuple[FieldInfo, Shape]]:
    """Return the fields of a record or part by the names that files use; what every record may have comes last."""
    found = {name: (field, shape_of(field)) for name, field in named_fields(model).items()}
    common = [name for name in ("note", "formerly") if name in found and "formerly" in found]
    return {name: found[name] for name in [*(n for n in found if n not in common), *common]}


def _shape(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    while True:
        short = next(_short_forms(annotation, metadata), None)
        if short is not None:
            return short if isinstance(short, Shape) else _shape(short, ())
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata = tuple(more)
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
            metadata = ()
        else:
            return _bare(annotation)


def _short_forms(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Yield the shortest form that a validator declares: a type, or a text with examples."""
    for one in metadata:
        if isinstance(one, BeforeValidator) and get_origin(one.json_schema_input_type) in (Union, types.UnionType):
            yield get_args(one.json_schema_input_type)[0]
        if isinstance(one, WithJsonSchema) and one.json_schema is not None:
            first = one.json_schema.get("anyOf", [one.json_schema])[0]
            if first.get("type") == "string":
                kind = annotation if isinstance(annotation, type) else str
                yield Shape("one", kind, examples=tuple(first.get("examples", ())), listed=tuple(first.get("enum", ())))


def _bare(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return Shape("list", item=_shape(arguments[0], ()))
    if origin is dict:
        return Shape("map", item=_shape(arguments[1], ()), key=arguments[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("part", annotation)
    return Shape("one", annotation)


def plainly(text: str | None) -> str:
    """Return a docstring as one line of prose."""
    return re.sub(r"\s+", " ", text or "").strip()


def meaning(field: FieldInfo) -> str:
    """Return what a field means, and which word it has where it is left out."""
    default = f" Left out: {field.default}." if isinstance(field.default, Word) else ""
    return plainly(field.description) + default
