"""A strict reading of YAML: one document, one mapping, every scalar as text, each value with its place.

Read from libyaml's events, not from a loader's objects: only the events still show anchors, aliases and tags, and
building from them needs no recursion, so that a hostile nesting is counted instead of crashing.
"""

import re
from collections.abc import Iterator
from typing import Protocol

import yaml

from ledger.problems.bounding import MAX_PROBLEMS
from ledger.problems.code import Code
from ledger.reading import codes, syntax
from ledger.reading.bounds import MAX_DEPTH, MAX_ITEMS, MAX_VALUES
from ledger.reading.nodes import Listing, Mapping, Node, Place, Scalar
from ledger.reading.text import Trouble, wrong_characters

MAX_TEXT = 5000
"""Letters of one text; the longest so far has about 2,400."""

_NULLS = {"", "~", "null", "Null", "NULL"}
_COMMENT = re.compile(r"[ ]+#")
_DIRECTIVE = re.compile(r"(?:[ ]*(?:#.*)?\n)*%")
"""A directive stands before the document, with nothing but comments above it."""


def compose(text: str) -> tuple[Mapping | None, list[Trouble]]:
    """Return the document's mapping and everything in it that a strict reader refuses.

    In spite of most problems the mapping is whole, so that later stages can go on looking. It is None where there is
    no mapping, or where reading had to stop half-way: what was cut off must not look missing.
    """
    builder = _Builder(text.split("\n"))
    if found := _DIRECTIVE.match(text):
        # Not left to libyaml, which compares each with all before it.
        builder.trouble((text.count("\n", 0, found.end()) + 1, 1), codes.DIRECTIVE, "take this line out")
        return None, builder.troubles
    try:
        for event in _events(text):
            if not builder.take(event):
                return None, builder.troubles
    except yaml.YAMLError as error:
        return None, [*builder.troubles, syntax.trouble(error, builder.lines)]
    root = builder.root
    if root is None and not builder.troubles:
        builder.trouble((1, 1), codes.EMPTY, "the file is empty; write a record or delete it")
    if root is not None and not isinstance(root, Mapping):
        builder.trouble(root.place, codes.NOT_A_RECORD, "expected fields such as `name: …`, found something else")
    return (root if isinstance(root, Mapping) else None), builder.troubles


def _events(text: str) -> Iterator[yaml.Event]:
    # The pure Python parser would read the same, nine times slower; PyYAML's wheels bring the C parser everywhere.
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
    return events


class _Position(Protocol):
    """Where libyaml is; PyYAML's C and Python parsers have a class each for it."""

    line: int
    column: int


def _place(mark: _Position | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Builder:
    """Takes events one by one; holds the open lists and mappings on a stack of its own."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.root: Node | None = None
        self.troubles: list[Trouble] = []
        self._open: list[Listing | Mapping] = []
        self._key: list[tuple[str, Place] | None] = []
        self._documents = 0
        self._values = 0

    def trouble(self, place: Place, code: Code, message: str) -> None:
        """Note what is wrong; no more than will be shown, and one that tells that there is more."""
        if len(self.troubles) <= MAX_PROBLEMS:
            self.troubles.append(Trouble(place, code, message))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; return False where reading on makes no sense."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self.trouble(
                        _place(event.start_mark),
                        codes.SECOND_DOCUMENT,
                        "one file is one record; take this line out, and give the second a file",
                    )
                    return False
            case yaml.DocumentEndEvent():
                return self._is_last(event)
            case yaml.AliasEvent():
                message = f"an alias (*{event.anchor}); write the value out, or put the text in quotes"
                self.trouble(_place(event.start_mark), codes.ANCHOR, message)
                return self._add(Scalar(_place(event.start_mark), f"*{event.anchor}"))
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                return self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_extras(event)
                return self._start(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._key.pop()
        return True

    def _is_last(self, event: yaml.DocumentEndEvent) -> bool:
        """Whether no directive follows: one alone costs libyaml as much as all before it."""
        line, _ = _place(event.end_mark)
        rest = (at for at in range(line, len(self.lines) + 1) if self.lines[at - 1].partition("#")[0].strip())
        after = next((at for at in rest if not self.lines[at - 1].startswith("...")), None)
        if after and self.lines[after - 1].startswith("%"):
            self.trouble((after, 1), codes.DIRECTIVE, "nothing follows the end of the record; take this line out")
            return False
        return True

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        place = _place(event.start_mark)
        if event.anchor is not None:
            self.trouble(place, codes.ANCHOR, f"an anchor (&{event.anchor}); take it out, or put the text in quotes")
        if event.tag is not None:
            self.trouble(place, codes.TAG, f"a tag ({event.tag}); take it out, or put the text in quotes")

    def _start(self, event: yaml.CollectionStartEvent) -> bool:
        place = _place(event.start_mark)
        if self._awaits_key():
            self.trouble(place, codes.BAD_KEY, "a key must be a plain word")
            return False
        if len(self._open) >= MAX_DEPTH:
            self.trouble(place, codes.TOO_DEEP, f"more than {MAX_DEPTH} levels of nesting")
            return False
        node: Listing | Mapping = Mapping(place) if isinstance(event, yaml.MappingStartEvent) else Listing(place)
        if not self._add(node):
            return False
        self._open.append(node)
        self._key.append(None)
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        place = _place(event.start_mark)
        plain = event.implicit[0] and not event.style
        if len(event.value) > MAX_TEXT:
            self.trouble(place, codes.TOO_LONG, f"{len(event.value):,} letters; a text has at most {MAX_TEXT:,}")
            event.value = event.value[:MAX_TEXT]
        # An escape in double quotes brings in what may not stand in the file itself.
        for code, message in wrong_characters(event.value):
            self.trouble(place, code, message)
        if not self._open and plain and not event.value:
            return True  # nothing but `---`
        if self._awaits_key():
            if plain and event.value == "<<":
                self.trouble(place, codes.ANCHOR, "a merge key (<<); write the fields out")
            self._key[-1] = (event.value, place)
            return True
        if plain and event.value in _NULLS:
            held_by = self._key[-1] if self._key else None
            where = held_by[1] if held_by else place
            self.trouble(
                where, codes.NO_VALUE, "no value; leave the key out, or put a text with a comma or colon in quotes"
            )
            return self._add(None)
        if plain:
            self._refuse_cut(event)
        return self._add(Scalar(place, event.value))

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        line, column = _place(event.end_mark)
        # No slice: a line may be as long as the file.
        if line <= len(self.lines) and (found := _COMMENT.match(self.lines[line - 1], column - 1)):
            message = "what follows ' #' would be lost; put the value in quotes, or the comment on a line of its own"
            self.trouble((line, found.end()), codes.CUT_BY_COMMENT, message)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._key[-1] is None

    def _add(self, node: Node | None) -> bool:
        """Put a node where it belongs; None takes its place without leaving a value. False where there are too many."""
        parent = self._open[-1] if self._open else None
        self._values += 1
        if self._values > MAX_VALUES:
            place = node.place if node else (1, 1)
            self.trouble(place, codes.TOO_MANY, f"more than {MAX_VALUES:,} values in one file; split the record")
            return False
        if isinstance(parent, Listing | Mapping) and self._size(parent) >= MAX_ITEMS:
            place = node.place if node else parent.place
            self.trouble(place, codes.TOO_MANY, f"more than {MAX_ITEMS} in one list or map; split the record")
            return False
        if parent is None:
            self.root = node
        elif isinstance(parent, Listing):
            if node is not None:
                parent.items.append(node)
        else:
            (name, place), self._key[-1] = self._key[-1] or ("", parent.place), None
            if name in parent.values:
                first = parent.keys[name][0]
                self.trouble(place, codes.REPEATED_KEY, f'"{name}" stands here and in line {first}; keep one of them')
            elif node is not None:
                parent.values[name] = node
                parent.keys[name] = place
        return True

    @staticmethod
    def _size(node: Listing | Mapping) -> int:
        return len(node.items if isinstance(node, Listing) else node.values)
