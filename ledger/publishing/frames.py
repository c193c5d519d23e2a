"""The frame that the theme gives to a page: printed once by MkDocs around a specimen, then put around each page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ledger.pages.page import GONE, MARKS, MOVED, SPECIMEN, Page
from ledger.publishing.links import Seen, look

_FIELDS = {mark: field for field, mark in MARKS.items()} | dict.fromkeys((SPECIMEN, MOVED, GONE), "name")
"""Which field each mark stands for; ``name`` is the last part of a page's path."""
_MARK = re.compile("|".join(map(re.escape, _FIELDS)))


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on all pages of a kind: pieces of text, and between them the field that stands there."""

    pieces: tuple[str, ...]
    fields: tuple[str, ...]
    says: frozenset[str]
    """The fields of the head that its specimen filled."""
    seen: Seen
    """What the frame itself links to."""

    @classmethod
    def of(cls, specimen: Page, html: str) -> "Frame":
        """Return the frame of what MkDocs made of a specimen."""
        pieces, fields = _MARK.split(html), [_FIELDS[mark] for mark in _MARK.findall(html)]
        if fields.count("body") != 1:
            raise ValueError(f"the theme prints the body of {specimen.path} {fields.count('body')} times")
        return cls.again(pieces, fields, specimen.says)

    @classmethod
    def again(cls, pieces: Iterable[str], fields: Iterable[str], says: Iterable[str]) -> "Frame":
        """Return the frame that had these pieces and fields."""
        pieces = tuple(pieces)
        return cls(pieces, tuple(fields), frozenset(says), look("".join(pieces)))

    def around(self, page: Page) -> str:
        """Return the whole page, as MkDocs would print it."""
        if page.says != self.says:
            raise ValueError(f"the head of {page.path} fills {sorted(page.says)}, its row says {sorted(self.says)}")
        values = {field: getattr(page, field) for field in MARKS} | {"name": page.path.rpartition("/")[2]}
        texts = [values[field] for field in self.fields]
        return "".join(chain.from_iterable(zip(self.pieces, [*texts, ""], strict=True)))
