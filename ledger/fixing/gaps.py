"""The lines between two values: which comments and blank lines go with which key."""

import re

_SCHEMA = re.compile(r"# yaml-language-server:")


def line_start(text: str, offset: int) -> int:
    """Return where the line of ``offset`` begins."""
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Return where the first line begins that holds nothing of what ends at ``offset``."""
    if offset == line_start(text, offset):
        return offset  # a block text ends with its line
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def indent(text: str, start: int) -> int | None:
    """Return how far the comment in the line at ``start`` is indented; None where the line is no comment."""
    at = start
    while text.startswith(" ", at):
        at += 1
    return at - start if text.startswith("#", at) else None


def after(text: str, start: int, column: int) -> int:
    """Return the end of the comments after ``start`` that are indented by ``column`` or more, blank lines between."""
    end = at = start
    while at < len(text):
        below = next_line(text, at + 1)
        if text[at:below].strip():
            found = indent(text, at)
            if found is None or found < column:
                break
            end = below
        at = below
    return end


def above(text: str, start: int) -> int:
    """Return where the comments and blank lines begin that stand right above the line at ``start``."""
    while start:
        line = line_start(text, start - 1)
        if text[line:start].strip() and indent(text, line) is None:
            break
        start = line
    return start


def head(lines: str) -> int:
    """Return how much of the lines above a first key is about the whole: up to a blank line, or an editor's line."""
    end = at = 0
    while at < len(lines):
        below = next_line(lines, at + 1)
        line = lines[at:below].strip()
        if not line or _SCHEMA.match(line):
            end = below
        at = below
    return end
