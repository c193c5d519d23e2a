"""Names and ids: what a new record could be called, and which records are called nearly so."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from ledger.model.record import Record

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "\u2019": "",
        "'": "",
    }
)
_SMALL = frozenset("a an and as at by for from in into its of on or the to under via with".split())  # noqa: SIM905
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
LONGEST_ID = 60
"""Characters of an id that a draft proposes or takes; the longest of the ledger has fewer."""

NAMES = ("name", "title", "title_en", "symbol", "aliases", "names")
"""The fields of all kinds that say what a record is called."""


def slug(text: str) -> str:
    """Return a text as an id: Latin letters without accents, digits, single hyphens; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", bare)
    return _short("-".join(words))


def few_words(text: str, most: int = 5) -> str:
    """Return the first words of a text that say something, as an id."""
    words = [word for word in slug(text).split("-") if word not in _SMALL]
    return "-".join(words[:most])


def is_reserved(id: str) -> bool:
    """Whether some systems cannot have a file of this name."""
    return bool(_RESERVED.fullmatch(id.casefold()))


def folded(text: str) -> str:
    """Return a text as it is compared: without case, accents and punctuation, in any script."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join(re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char))))


def called(record: Record) -> Iterator[str]:
    """Yield every name or title of a record."""
    for field in NAMES:
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
        elif isinstance(value, dict):
            yield from value.values()


def likeness(one: str, other: str) -> float:
    """Return how alike two folded names are, from 0 to 1; nearly 1 where one is in the other."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) > 2 and f" {short} " in f" {long} ":
        return 0.9
    if 2 * len(short) / (len(short) + len(long)) < NEAR:
        return 0.0  # no more of the letters can be the same
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= NEAR else 0.0


NEAR = 0.8
"""From which likeness on a name is worth a question."""


def _short(id: str) -> str:
    return id if len(id) <= LONGEST_ID else id[:LONGEST_ID].rpartition("-")[0] or id[:LONGEST_ID]
