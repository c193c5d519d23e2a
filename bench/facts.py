"""What a page says, without its markup: so that another builder can print the same page from data.

The body of a page is cut into short segments, after each link and each line. A segment is a pattern, which is the
markup with gaps, and the values that fill the gaps: texts, addresses, ids. What a hand-written template would hold as
its own words, the same wherever the pattern stands, goes back into the pattern. A page is then a list of lines such as
``[17, "../actors/kbs.html", "KBS"]``: the number of a pattern, and values.
"""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

Pattern = tuple[str, ...]
"""Markup with a gap between each two pieces."""

Line = tuple[Pattern, tuple[str, ...]]

_TOKEN = re.compile(r"(<[^>]*>|\n)")
_ATTRIBUTE = re.compile(
    r'( (?:href|title|id|aria-[a-z]+|lang|data-[a-z]+|d|x|y|x1|x2|y1|y2|cx|cy|r|width|height)=")([^"]+)"'
)
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)

_OFTEN = 20
"""Where a pattern stands at least so often and has the same value each time, the value is the template's."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The pages of a site as values, with the patterns that they fill."""

    patterns: tuple[Pattern, ...]
    pages: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    """By path: for each segment the number of its pattern and its values."""


def facts(bodies: Mapping[str, str]) -> Facts:
    """Take the bodies of pages apart."""
    cut = {path: _cut(body) for path, body in bodies.items()}
    fixed = _fixed(cut)
    numbers: dict[Pattern, int] = {}
    pages = {}
    for path, lines in cut.items():
        pages[path] = tuple(
            (numbers.setdefault(pattern, len(numbers)), values)
            for pattern, values in _joined([_folded(pattern, values, fixed[pattern]) for pattern, values in lines])
        )
    return Facts(tuple(numbers), pages)


def body(facts: Facts, path: str) -> str:
    """Put a page together again."""
    out = []
    for number, values in facts.pages[path]:
        first, *rest = facts.patterns[number]
        out.append(first)
        for value, piece in zip(values, rest, strict=True):
            out += [escaped(value), piece]
    return "".join(out)


def escaped(text: str) -> str:
    """Return a text as our pages have it."""
    return html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;").replace("\n", "&#10;")


def _cut(body: str) -> list[Line]:
    lines: list[Line] = []
    pieces, values = [""], list[str]()

    def gap(value: str) -> None:
        values.append(value)
        pieces.append("")

    for token in _TOKEN.split(body):
        if token.startswith("<") or token == "\n":
            at = 0
            for found in _ATTRIBUTE.finditer(token):
                pieces[-1] += token[at : found.end(1)]
                gap(html.unescape(found[2]))
                at = found.end(2)
            pieces[-1] += token[at:]
        else:
            text = html.unescape(token)
            core = _CORE.search(text)
            if core:
                pieces[-1] += escaped(text[: core.start()])
                gap(core[0])
                pieces[-1] += escaped(text[core.end() :])
            else:
                pieces[-1] += escaped(text)
        if values and token in ("</a>", "\n"):
            lines.append((tuple(pieces), tuple(values)))
            pieces, values = [""], []
    return [*lines, (tuple(pieces), tuple(values))]


def _fixed(pages: Mapping[str, list[Line]]) -> Mapping[Pattern, frozenset[int]]:
    """Return for each pattern the gaps that always have the same value."""
    often: Counter[Pattern] = Counter()
    seen: dict[Pattern, list[set[str]]] = {}
    for lines in pages.values():
        for pattern, values in lines:
            often[pattern] += 1
            for found, value in zip(seen.setdefault(pattern, [set() for _ in values]), values, strict=True):
                if len(found) < 2:
                    found.add(value)
    fixed: dict[Pattern, frozenset[int]] = defaultdict(frozenset)
    for pattern, found_values in seen.items():
        if often[pattern] >= _OFTEN:
            fixed[pattern] = frozenset(gap for gap, found in enumerate(found_values) if len(found) == 1)
    return fixed


def _folded(pattern: Pattern, values: tuple[str, ...], fixed: frozenset[int]) -> Line:
    pieces = [pattern[0]]
    for gap, piece in enumerate(pattern[1:]):
        if gap in fixed:
            pieces[-1] += escaped(values[gap]) + piece
        else:
            pieces.append(piece)
    return tuple(pieces), tuple(value for gap, value in enumerate(values) if gap not in fixed)


def _joined(lines: list[Line]) -> list[Line]:
    """Put segments without values before those that follow."""
    joined: list[Line] = []
    before = ""
    for (first, *rest), values in lines:
        if values:
            joined.append(((before + first, *rest), values))
            before = ""
        else:
            before += first
    return [*joined, ((before,), ())] if before else joined
