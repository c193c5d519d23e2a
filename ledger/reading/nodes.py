"""A YAML document as text with places: what the strict reader gives and the model is read from."""

from collections.abc import Sequence as Path
from dataclasses import dataclass, field

Place = tuple[int, int]
"""Line and column, both counted from 1."""

Plain = str | list["Plain"] | dict[str, "Plain"]
"""The same document as plain data; every scalar is text."""


@dataclass(slots=True)
class Scalar:
    """A text and the place where it begins."""

    place: Place
    text: str


@dataclass(slots=True)
class Listing:
    """A list of nodes and the place where it begins."""

    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Nodes by key, in the file's order, with the place of each key."""

    place: Place
    values: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | Listing | Mapping


def plain(node: Node) -> Plain:
    """Return the node as plain data for the model. Depth is bounded by the reader."""
    match node:
        case Scalar():
            return node.text
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.values.items()}


def locate(node: Node, path: Path[str | int], *, key: bool = False) -> Place:
    """Return the place of the value at ``path``, or of the deepest part of the path that exists.

    Where the path goes on below what exists (a field is missing, a short form was written), the answer is the key of
    the deepest part found, so that the eye falls on the name of the thing. With ``key`` it is always the last key.
    """
    place = name_place = node.place
    for depth, step in enumerate(path):
        match node:
            case Mapping() if step in node.values:
                name_place = node.keys[str(step)]
                node = node.values[str(step)]
            case Listing() if isinstance(step, int) and 0 <= step < len(node.items):
                node = node.items[step]
                name_place = node.place
            case Mapping() | Listing():
                return (1, 1) if depth == 0 else name_place
            case Scalar():
                break
        place = node.place
    return name_place if key else place
