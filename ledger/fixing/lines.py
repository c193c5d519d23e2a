"""The lines of a file: no blanks at their ends, one newline at the end of all, composed characters."""

import re
import unicodedata

from ledger.fixing import gaps
from ledger.fixing.fields import NOWHERE, record
from ledger.fixing.nodes import composed, scalars

_BLANKS = re.compile(r" +(?=\n)")
_HEADER = re.compile(r"([|>])([0-9]?)[+-]?([0-9]?)")
_BLOCK = ("|", ">")
_UNESCAPED = re.compile(r"(?<![\\ ]) +(?=\n)")
"""In double quotes a backslash before a blank at the end of a line makes it count."""
_KEEPS = re.compile(r"[|>][0-9]?\+")


def tidy(text: str, kind: str) -> str:
    """Return the text with blanks at the ends of lines taken away, in NFC, with a newline at its end.

    What belongs to a value stays: blanks inside a block text, and addresses as they are. The text must be one that the
    strict reader takes without trouble.
    """
    if not text.endswith("\n"):
        text = _ended(text)
    if not unicodedata.is_normalized("NFC", text):
        text = _composed(text, kind)
    if _BLANKS.search(text):
        text = _trimmed(text)
    return text


def without_blank_ends(text: str) -> str:
    """Return the text without blank lines before its first and after its last line.

    Where a block text that keeps its end (``|+``) comes last, blank lines after it are a part of it, and stay.
    """
    text = text.lstrip("\n")
    if not text.endswith("\n\n") or _KEEPS.match(text, _block_at_the_end(text)):
        return text
    return text.rstrip("\n") + "\n"


def _block_at_the_end(text: str) -> int:
    """Return where the block text begins that reaches to the end of all; the end where there is none."""
    for node, _ in scalars(composed(text), NOWHERE):
        if node.style in _BLOCK and node.end_mark.index == len(text):
            return int(node.start_mark.index)
    return len(text)


def _ended(text: str) -> str:
    """Add the last newline; a block text that it would lengthen says that it ends without one."""
    start = _block_at_the_end(text)
    return text[:start] + _HEADER.sub(r"\1\2\3-", text[start:], count=1) + "\n"


def _composed(text: str, kind: str) -> str:
    parts, at = [], 0
    for node, place in scalars(composed(text), record(kind)):
        if "uri" in place.formats:
            start, end = node.start_mark.index, node.end_mark.index
            parts += [unicodedata.normalize("NFC", text[at:start]), text[start:end]]
            at = end
    return "".join([*parts, unicodedata.normalize("NFC", text[at:])])


def _trimmed(text: str) -> str:
    parts, at = [], 0
    for node, _ in scalars(composed(text), NOWHERE):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in _BLOCK:
            first = gaps.next_line(text, start)
            parts += [_BLANKS.sub("", text[at:first]), _block(text[first:end])]
            at = end
        elif node.style == '"':
            parts += [_BLANKS.sub("", text[at:start]), _UNESCAPED.sub("", text[start:end])]
            at = end
    return "".join([*parts, _BLANKS.sub("", text[at:])])


def _block(lines: str) -> str:
    """Return the lines of a block text: its blanks count, but for those of lines that are no more than its indent."""
    filled = next((line for line in lines.split("\n") if line.strip(" ")), "")
    depth = len(filled) - len(filled.lstrip(" "))
    return re.sub(rf"^ {{0,{depth}}}(?=\n)", "", lines, flags=re.MULTILINE)
