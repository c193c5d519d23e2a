"""One answer, as somebody gives it, made into a value of a field: or refused in the model's own words."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from ledger.drafting.desk import Desk
from ledger.drafting.shape import Shape, fields
from ledger.model.blanks import BLANK
from ledger.model.citations import parse
from ledger.model.codes import MISSING_FIELD
from ledger.model.document import Fault, Path, read_fields
from ledger.model.ids import Id
from ledger.model.kinds import KINDS
from ledger.problems.problem import did_you_mean
from ledger.reading.text import cleaned


def tidy(text: str) -> str:
    """Return an answer without the characters that no entry may hold and without blanks at its ends."""
    return cleaned(text).strip()


def settle(desk: Desk, shape: Shape, text: str) -> str:
    """Return what an answer means: the word for its other spelling, the id for a name that one record has."""
    if shape.choices:
        spelled = {word.casefold().replace("_", "-"): word for word in shape.choices}
        return spelled.get("-".join(text.casefold().replace("_", "-").split()), text)
    head, blank, rest = text.partition(" ") if shape.cites else (text, "", "")
    for kind in _kinds(shape):
        if desk.has(kind, head):
            return text
        named = desk.named(kind, head)
        if len(named) == 1:
            return named[0] + blank + rest
    return text


def _kinds(shape: Shape) -> tuple[str, ...]:
    if shape.cites:
        return ("sources",)
    return shape.id.kinds if shape.id else ()


def faults(kind: str, tree: Mapping[str, Any], path: Path, value: Any) -> list[str]:
    """Return what the model has against a value at a path, or against a name on the way to it.

    What is missing beside it does not count.
    """
    found = _found(kind, tree, path, value)
    inside = [one for one in found if one.path[: len(path)] == path and one.code is not MISSING_FIELD]
    return [one.message for one in found if one.key and path[: len(one.path)] == one.path] or [
        one.message for one in inside
    ]


def name_faults(kind: str, path: Path) -> list[str]:
    """Return what the model has against the last step of a path as a name in a map."""
    return [one.message for one in _found(kind, {}, path, BLANK) if one.key and one.path == path]


def _found(kind: str, tree: Mapping[str, Any], path: Path, value: Any) -> list[Fault]:
    whole = deepcopy(dict(tree))
    put(whole, path, value)
    return read_fields(kind, "", whole)[1]


def unknown(desk: Desk, shape: Shape, text: str) -> tuple[tuple[str, ...], str] | None:
    """Return the kinds and the id of what an answer names and nobody has; None where all of it is there."""
    for id in _named(shape, text):
        if id.targets and not any(desk.has(kind, id) for kind in id.targets):
            return id.targets, id
    return None


def _named(shape: Shape, text: str) -> list[Id]:
    try:
        if shape.cites:
            citation = parse(text)
            return [citation.source, *([citation.origin] if citation.origin else [])]
        return [shape.id.parse(text)] if shape.id else []
    except PydanticCustomError:
        return []  # the model says so in its own words


def not_there(desk: Desk, kinds: tuple[str, ...], id: str) -> str:
    """Return what to say about an id that nobody has."""
    one = " or ".join(KINDS[kind].one if kind in KINDS else kind.removesuffix("s") for kind in kinds)
    return f'there is no {one} "{id}"{did_you_mean(id, [other for kind in kinds for other in desk.ids(kind)])}'


def put(tree: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value into plain data, with the maps and lists on the way to it; a list grows at its end only."""
    here: Any = tree
    for step, after in pairwise(path):
        empty: Any = [] if isinstance(after, int) else {}
        if isinstance(here, list):
            if int(step) >= len(here):
                here.append({})
            here = here[min(int(step), len(here) - 1)]
        else:
            here = here.setdefault(step, empty)
    if isinstance(here, list):
        here.append(value)
    else:
        here[path[-1]] = value


def shape_at(model: type[BaseModel], path: Path) -> Shape | None:
    """Return what stands at a path, or None where the model has no such place."""
    shape: Shape | None = Shape("part", model)
    for step in path:
        match shape:
            case Shape(form="part"):
                found = fields(shape.holds).get(str(step))
                shape = found[1] if found else None
            case Shape(form="list" | "map" as form) if isinstance(step, int) is (form == "list"):
                shape = shape.item
            case _:
                return None
    return shape
