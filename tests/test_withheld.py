"""Names that are withheld stand nowhere: not in a field, not in an address, not on a page.

``withheld.txt`` holds their hashes, so that the list itself names nobody. A line is the SHA-256 of a name in plain
small letters, its words parted by single blanks. ``python -m tests.test_withheld "First Last"`` prints a line to add.
"""

import hashlib
import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from ledger.pages.render import pages
from ledger.pages.site import Site
from tests.helpers import ENTRIES, TESTS, real

LONGEST = 3
"""Words in the longest name of the list."""


@cache
def withheld() -> frozenset[str]:
    return frozenset((TESTS / "withheld.txt").read_text("utf-8").split())


def hashed(name: str) -> str:
    return hashlib.sha256(" ".join(words(name)).encode()).hexdigest()


def words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", html.unescape(unquote(text))).lower()
    marks = {ord(char): None for char in set(plain) if unicodedata.combining(char)}
    return re.findall(r"[^\W_]+", plain.translate(marks))


def found(text: str, known: set[str]) -> Iterator[str]:
    """Yield the runs of words in ``text`` that are withheld; ``known`` are those that were looked at before."""
    each = words(text)
    runs = {
        " ".join(run) for length in range(LONGEST) for run in zip(*(each[n:] for n in range(length + 1)), strict=False)
    }
    for run in sorted(runs - known):
        if hashlib.sha256(run.encode()).hexdigest() in withheld():
            yield run
    known |= runs


def test_the_list_finds_what_it_is_for() -> None:
    """A check of hashes that matched nothing would pass for ever."""
    assert hashed("Ann  EXAMPLE") == hashed("ann example") == hashed("Änn-Example")
    assert len(withheld()) > 10
    assert all(re.fullmatch(r"[0-9a-f]{64}", line) for line in withheld())
    assert list(found("a name: Withheld%20Sample here", set())) == ["withheld sample"]


def test_no_entry_names_them() -> None:
    known: set[str] = set()
    for path in sorted(ENTRIES.rglob("*.yaml")):
        assert list(found(f"{path.stem} {path.read_text('utf-8')}", known)) == [], path


def test_no_page_names_them() -> None:
    known: set[str] = set()
    for path, text in pages(real().ledger, Site("In Exchange"), ()):
        assert list(found(re.sub(r"<[^>]*>", " ", text), known)) == [], path


if __name__ == "__main__":
    print("\n".join(hashed(name) for name in sys.argv[1:]))
