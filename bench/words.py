"""A made-up vocabulary: each word of a text becomes another of its length, always the same one.

The words stay as frequent as they were and texts as long, so that search tables, caches and pages weigh what they would
weigh. Nothing that the ledger says about anybody is left.
"""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable
from random import Random

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_SMALL_WORDS = """
    a about after all also an and any are as at be been before being between but by each for from had has have he
    her his in into is it its may more most no not of on one or other over said same she some still than that the
    their them then there these they this those three to two under until up was were what when where which who will
    with would
"""
_KEPT = frozenset(_SMALL_WORDS.split())
_RARE = 3
"""A word that the ledger has at most this often is another word in each further copy: vocabularies grow with texts."""

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


class Vocabulary:
    """Made-up words for those of some texts."""

    def __init__(self, texts: Iterable[str], seed: int) -> None:
        self._seed = seed
        together = "\n".join(texts)
        self._often = Counter(word.lower() for word in _LATIN.findall(together))
        self._letters = _swapped(set(together), Random(f"letters {seed}"))
        self._made: dict[tuple[str, int], str] = {}

    def text(self, text: str, copy: int) -> str:
        """Return a text in made-up words; digits, stops and the small words of English stay."""
        return _LATIN.sub(lambda found: self._word(found[0], copy), text).translate(self._letters)

    def slug(self, id: str, copy: int) -> str:
        """Return an id in made-up words."""
        tail = f"-{copy + 1}" if copy else ""
        return "-".join(part if part.isdigit() else self._plain(part, copy) for part in id.split("-")) + tail

    def _plain(self, part: str, copy: int) -> str:
        return _LATIN.sub(lambda found: self._word(found[0], copy), part)

    def _word(self, word: str, copy: int) -> str:
        lower = word.lower()
        if lower in _KEPT:
            return word
        key = (lower, copy if self._often[lower] <= _RARE else 0)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _made_up(len(lower), zlib.crc32(f"{key} {self._seed}".encode()))
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def _made_up(length: int, number: int) -> str:
    random = Random(number)
    start = random.randrange(2)
    return "".join(random.choice((_CONSONANTS, _VOWELS)[(start + at) % 2]) for at in range(length))


def _swapped(letters: set[str], random: Random) -> dict[int, str]:
    """Return another letter of the same script for each that is not Latin."""
    scripts: dict[tuple[str, str], list[str]] = {}
    for letter in sorted(letters):
        if unicodedata.category(letter).startswith("L") and not _LATIN.fullmatch(letter):
            script = unicodedata.name(letter, "UNKNOWN").split()[0]
            scripts.setdefault((script, unicodedata.category(letter)), []).append(letter)
    swapped: dict[int, str] = {}
    for alphabet in scripts.values():
        others = alphabet.copy()
        random.shuffle(others)
        swapped |= {ord(letter): other for letter, other in zip(alphabet, others, strict=True)}
    return swapped
