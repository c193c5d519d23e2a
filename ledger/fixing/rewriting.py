"""The text of a file with its scalars written anew and its fields in order.

Pieces of the text are moved by the places that libyaml gives, and nothing is printed from data: what is not touched
stays byte for byte.
"""

import re
from typing import NamedTuple

import yaml

from ledger.fixing import derived, gaps
from ledger.fixing.fields import Place, record
from ledger.fixing.nodes import composed
from ledger.fixing.quotes import written
from ledger.fixing.values import normal_text

_COMMENT = re.compile(r" +#")
_AFTER_KEY = re.compile(r" *:(?=[ \n])")


class _Piece(NamedTuple):
    """What takes the place of a part of the text."""

    start: int
    end: int
    text: str


class _Entry(NamedTuple):
    """A key with its value: where it belongs, the lines or blanks before the key, and the text from the key on."""

    rank: int
    lead: str
    body: str


def rewritten(text: str, kind: str) -> str:
    """Return the text with each scalar in its usual form, fields in the model's order, and what can be derived added.

    The text must be one that the strict reader takes without trouble, and end with a newline. A comment goes with the
    key below it; above the first key of a group, only where no blank line stands between. What follows the last key
    stays last. Where a place cannot be taken apart safely (`? key`, comments between brackets) its order is left.
    """
    piece = _Rewriter(text).piece(composed(text), record(kind), is_flow=False)
    return text[: piece.start] + piece.text + text[piece.end :]


class _Rewriter:
    """Holds the text while the nodes are gone through; nesting is bounded by the strict reader."""

    def __init__(self, text: str) -> None:
        self.text = text

    def piece(self, node: yaml.Node, place: Place, *, is_flow: bool) -> _Piece:
        """Return what takes the place of a node."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place, is_flow=is_flow)
        if isinstance(node, yaml.SequenceNode):
            return self._list(node, place, is_flow=is_flow)
        assert isinstance(node, yaml.MappingNode)
        return self._braces(node, place) if node.flow_style else self._block(node, place)

    def _scalar(self, node: yaml.ScalarNode, place: Place, *, is_flow: bool) -> _Piece:
        start, end = node.start_mark.index, node.end_mark.index
        old = self.text[start:end]
        is_one_line = node.style not in ("|", ">") and "\n" not in old
        new = written(
            normal_text(node.value, place),
            is_flow=is_flow,
            is_only_text=place.is_only_text,
            # Without quotes a comment after a value would be taken for a part of it.
            is_plain_allowed=not node.style or not _COMMENT.match(self.text, end),
        )
        return _Piece(start, end, new if place.choices and is_one_line and new is not None else old)

    def _key(self, node: yaml.ScalarNode, place: Place, *, is_flow: bool) -> str:
        start, end = node.start_mark.index, node.end_mark.index
        old = self.text[start:end]
        if not place.choices or "\n" in old or not _AFTER_KEY.match(self.text, end):
            return old
        return written(normal_text(node.value, place), is_flow=is_flow, is_only_text=True) or old

    def _list(self, node: yaml.SequenceNode, place: Place, *, is_flow: bool) -> _Piece:
        at = start = node.start_mark.index
        parts = []
        for item in node.value:
            piece = self.piece(item, place.item, is_flow=is_flow or node.flow_style)
            parts += [self.text[at : piece.start], piece.text]
            at = piece.end
        end = node.end_mark.index if node.flow_style else at
        return _Piece(start, end, "".join([*parts, self.text[at:end]]))

    def _braces(self, node: yaml.MappingNode, place: Place) -> _Piece:
        start, end = node.start_mark.index, node.end_mark.index
        entries, at = [], start
        for key, value in node.value:
            piece = self.piece(value, place.under(key.value), is_flow=True)
            between = self.text[key.end_mark.index : piece.start]
            body = self._key(key, place, is_flow=True) + between + piece.text
            entries.append(_Entry(_rank(key.value, place), self.text[at : key.start_mark.index], body))
            at = piece.end
        leads, after = [entry.lead for entry in entries], self.text[at:end]
        if self.text[start] == "{" and not any("#" in lead for lead in (*leads, after)):
            added = _added(node, place, is_flow=True)
            leads += [", "] * len(added)
            entries = sorted([*entries, *added], key=_by_rank)
        parts = [part for lead, entry in zip(leads, entries, strict=True) for part in (lead, entry.body)]
        return _Piece(start, end, "".join([*parts, after]))

    def _block(self, node: yaml.MappingNode, place: Place) -> _Piece:
        first = node.value[0][0].start_mark
        line, column = first.index - first.column, first.column
        has_own_line = not self.text[line : first.index].strip()
        start = gaps.above(self.text, line) if has_own_line else first.index
        at = start + gaps.head(self.text[start:line])
        head = self.text[start:at]
        entries = []
        for key, value in node.value:
            piece = self.piece(value, place.under(key.value), is_flow=False)
            end = gaps.after(self.text, gaps.next_line(self.text, piece.end), column + 1)
            body = self._key(key, place, is_flow=False) + self.text[key.end_mark.index : piece.start] + piece.text
            lead = self.text[at : key.start_mark.index]
            entries.append(_Entry(_rank(key.value, place), lead, body + self.text[piece.end : end]))
            at = end
        end = gaps.after(self.text, at, column)
        opener = self.text[line : first.index]
        if not opener.strip(" -") and not any(_last_line(entry.lead).strip() for entry in entries):
            entries = _in_order(entries, _added(node, place, is_flow=False), " " * column, has_own_line=has_own_line)
        parts = [part for entry in entries for part in (entry.lead, entry.body)]
        return _Piece(start, end, "".join([head, *parts, self.text[at:end]]))


def _in_order(entries: list[_Entry], added: list[_Entry], indent: str, *, has_own_line: bool) -> list[_Entry]:
    """Return the entries of a block by rank, each with the comments above it.

    The first of a list's item stands behind its dash where it did, or its first comment does.
    """
    ordered = sorted([*entries, *added], key=_by_rank)
    if ordered == entries:
        return entries
    moved = [entry._replace(lead=entry.lead[: entry.lead.rfind("\n") + 1] + indent) for entry in ordered]
    if not has_own_line:
        moved[0] = moved[0]._replace(lead=moved[0].lead.lstrip(" \n"))
    return moved


def _added(node: yaml.MappingNode, place: Place, *, is_flow: bool) -> list[_Entry]:
    """Return what can be derived from the other fields of a group."""
    if not place.group:
        return []
    given = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    keys = {key.value for key, _ in node.value}
    found = {name: text for name, text in derived.missing(place.group, given).items() if name not in keys}
    return [
        _Entry(
            _rank(name, place),
            "",
            f"{name}: {written(text, is_flow=is_flow, is_only_text=place.under(name).is_only_text)}"
            + ("" if is_flow else "\n"),
        )
        for name, text in found.items()
    ]


def _rank(key: str, place: Place) -> int:
    """Return where the model puts a field: those it does not know last; without an order all are alike."""
    order = place.order
    return order.index(key) if key in order else len(order)


def _by_rank(entry: _Entry) -> int:
    return entry.rank


def _last_line(lead: str) -> str:
    return lead[lead.rfind("\n") + 1 :]
