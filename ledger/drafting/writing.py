"""A draft as the text of a file: what is known, FILL-IN where something must be said, notes in the model's words."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ledger.drafting.scalars import WIDTH, block, inline
from ledger.drafting.shape import Shape, fields, meaning, plainly
from ledger.drafting.wanted import Stance, stance
from ledger.model.blanks import BLANK
from ledger.model.document import Path
from ledger.model.kinds import KINDS
from ledger.model.local_ids import LocalId
from ledger.reading.text import cleaned

Notes = Mapping[Path, tuple[str, ...]]
"""What to tell about a field besides what the model says of it: a line each, by its path."""

_HEAD = (
    "Put what the sources say in the place of each {blank}; `check` lists what is left. Lines with # are notes: "
    "take them out at the end."
)
_LONGEST_NOTE = 1000


def write(kind: str, tree: Mapping[str, Any], notes: Notes | None = None, *, explained: bool = True) -> str:
    """Return the file of a record that has the fields of ``tree``; whatever stands in it reads back as it was.

    Where it is not explained, only ``notes`` stand in it beside the fields.
    """
    model = KINDS[kind].model
    lines = list(_Writer(notes or {}).part(model, tree, (), 0, explained=explained))
    if explained:
        head = [plainly(model.__doc__ or ""), _HEAD.format(blank=BLANK)]
        lines = [*(line for text in head for line in _note(text, 0)), "", *lines]
    return "\n".join(lines) + "\n"


def fragment(model: type[BaseModel], key: str, tree: Mapping[str, Any], notes: Notes | None = None) -> str:
    """Return one part of a record, without notes on its fields, as it stands under ``key`` in a map."""
    lines = _Writer(notes or {}).part(model, tree, (), 4, explained=False)
    return "\n".join([f"  {inline(key)}:", *lines]) + "\n"


class _Writer:
    """Writes parts; holds only the notes."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def part(
        self, model: type[BaseModel], tree: Mapping[str, Any], path: Path, indent: int, *, explained: bool = True
    ) -> Iterator[str]:
        """Yield the lines of a part's fields; where it is explained, what it could have beside them comes last."""
        later = []
        for name, (field, shape) in fields(model).items():
            here = (*path, name)
            what = stance(model, name, tree)
            if name in tree or what is Stance.NEEDED:
                if explained:
                    yield from _note(f"{meaning(field)} {shape.hint}", indent)
                yield from self.told(here, indent)
                value = tree[name] if name in tree else _open(shape)
                yield from self.value(name, shape, value, here, indent, explained)
            elif here in self.notes or (explained and what is not Stance.UNFIT):
                later.append((name, field, shape))
        if later and explained:
            if not path:
                yield ""
            yield from _note("Where it is known (take the # off, and fill in):", indent)
        for name, field, shape in later:
            if explained:
                yield from _note(f"{meaning(field)} {shape.hint}", indent, "#   ")
            yield from self.told((*path, name), indent)
            yield " " * indent + f"# {name}: {_shortest(shape)}"

    def told(self, path: Path, indent: int) -> Iterator[str]:
        """Yield what is to be told about one field of this record."""
        for note in self.notes.get(path, ()):
            yield from _note(note, indent, "#   ")

    def value(self, name: str, shape: Shape, value: Any, path: Path, indent: int, explained: bool) -> Iterator[str]:
        """Yield the lines of a key with its value."""
        margin = " " * indent
        start = f"{margin}{inline(name)}:"
        if isinstance(value, str):
            yield f"{start} {block(value, indent + 2, WIDTH - len(start) - 1)}"
        elif shape.form == "part":
            yield start
            yield from self.part(shape.holds, value, path, indent + 2, explained=explained)
        elif shape.form == "map" and shape.item:
            yield start
            for number, (key, item) in enumerate(value.items()):
                first = explained and not number
                yield from self.value(key, shape.item, item, (*path, key), indent + 2, first)
        elif shape.item and shape.item.form == "part":
            yield start
            for number, item in enumerate(value):
                first = explained and not number
                rows = self.part(shape.item.holds, item, (*path, number), indent + 4, explained=first)
                yield from _as_item(list(rows), indent + 2)
        else:
            row = f"{start} {_flow(value)}"
            if len(row) <= WIDTH:
                yield row
            else:
                yield start
                texts = (
                    block(one, indent + 4, WIDTH - indent - 4) if isinstance(one, str) else _flow(one) for one in value
                )
                yield from (f"{margin}  - {text}" for text in texts)


def _as_item(lines: list[str], indent: int) -> Iterator[str]:
    """Turn the lines of a part into those of a list's item: the first that is no note begins with a dash."""
    at = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[2:] for line in lines[:at])
    yield f"{' ' * indent}- {lines[at][indent + 2 :]}"
    yield from lines[at + 1 :]


def _note(text: str, indent: int, sign: str = "# ") -> Iterator[str]:
    """Yield comment lines; no text can end the comment, for it has no line breaks and no wrong characters any more."""
    words = re.sub(r"\s+", " ", cleaned(text)).strip()
    if len(words) > _LONGEST_NOTE:
        words = words[:_LONGEST_NOTE] + " …"
    margin = " " * indent + sign
    for line in textwrap.wrap(words, WIDTH - len(margin), break_on_hyphens=False):
        yield margin + line


def _open(shape: Shape) -> Any:
    """Return a value that has nothing in it but what is to be filled in."""
    match shape:
        case Shape(form="part"):
            return {}
        case Shape(form="map", item=Shape() as item):
            return {_first_key(shape.key): _open(item)}
        case Shape(form="list", item=Shape() as item):
            return [_open(item)]
    return BLANK


def _first_key(key: Any) -> str:
    """Return the first name in a map: f1 where the names are counted, else one to fill in."""
    if isinstance(key, type) and issubclass(key, LocalId):
        return key.like.partition(",")[0]
    return BLANK


def _shortest(shape: Shape) -> str:
    """Return an open value on one line: what a part requires, between braces."""
    match shape:
        case Shape(form="part"):
            return _braces({name: _shortest(inner) for name, inner in _least(shape.holds)})
        case Shape(form="map", item=Shape() as item):
            return _braces({_first_key(shape.key): _shortest(item)})
        case Shape(form="list", item=Shape() as item):
            return f"[{_shortest(item)}]"
    return BLANK


def _least(model: type[BaseModel]) -> list[tuple[str, Shape]]:
    """Return the fields that a part cannot do without; all, where it can do without any."""
    found = [(name, shape) for name, (_, shape) in fields(model).items()]
    return [row for row in found if stance(model, row[0], {}) is Stance.NEEDED] or found


def _braces(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def _flow(value: Any) -> str:
    """Return plain data on one line."""
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    if isinstance(value, dict):
        return _braces({inline(key): _flow(item) for key, item in value.items()})
    return inline(value)
