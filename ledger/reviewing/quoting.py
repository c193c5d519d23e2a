"""Text of strangers inside GitHub's Markdown: shown as it is, and nothing in it comes to life.

A code span is the one form in which nothing is read: no HTML, image, link, bare address, reference to an issue or
mention of a person (GitHub Flavored Markdown 0.31, section 6.3; mentions and references are not looked for in code).
Escaping would not do: GitHub finds a mention in the finished page, where ``&#64;`` is an ``@`` again.
"""

import re
from collections.abc import Sequence

LONGEST = 160
"""How many characters of a text are shown."""

_TICKS = re.compile(r"`+")
_PREFIX = re.compile(r"[A-Za-z0-9._~/@:%-]*")


def code(text: str) -> str:
    """Return a text as one code span on one line, cut where it is long; what cannot be seen is written out."""
    words = " ".join(text.split())
    short = words if len(words) <= LONGEST else words[:LONGEST] + "…"
    seen = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in short)
    fence = "`" * (max((len(run) for run in _TICKS.findall(seen)), default=0) + 1)
    # A blank is taken off again at each end where both have one; without it a backtick would join the fence.
    return f"{fence} {seen or '(nothing)'} {fence}" if "`" in seen else f"{fence}{seen or '(nothing)'}{fence}"


def linked(text: str, address: str) -> str:
    """Return a code span that leads to an address, which must be one of our own making; without one only the span."""
    return f"[{code(text)}]({address})" if address else code(text)


def some(texts: Sequence[str], most: int) -> str:
    """Return texts as code spans, and how many more there are."""
    shown = ", ".join(code(text) for text in texts[:most])
    return f"{shown} and {len(texts) - most:,} more" if len(texts) > most else shown


def prefix(text: str) -> str:
    """Return what stands in front of a path in links; raise a ``ValueError`` where it could end one early."""
    if not _PREFIX.fullmatch(text):
        raise ValueError(f'"{text}" cannot stand in front of a path; write an address or a folder without blanks')
    return text
