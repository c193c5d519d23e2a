"""From the bytes of a file to its text, or to what is wrong with the bytes."""

import re
from dataclasses import dataclass
from itertools import islice

from ledger.problems.bounding import MAX_PROBLEMS
from ledger.problems.code import Code
from ledger.reading import codes
from ledger.reading.nodes import Place

_WRONG = {
    # U+0085, U+2028 and U+2029 end a line for YAML but not for an editor, which would put every later place wrong.
    codes.CONTROL: re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)"),
    codes.DIRECTION: re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"),
    codes.TAB: re.compile("\t"),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem inside one file: where, which code, and what to do about it."""

    place: Place
    code: Code
    message: str


def decode(data: bytes) -> tuple[str, list[Trouble]]:
    """Return the text with lines ending in LF, and every character that may not stand in it.

    Each such character is replaced by a blank, so that places stay right and the rest of the file can be read on.
    Where the bytes are not UTF-8 the text is empty.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data, troubles = data[3:], [_byte_order_mark()]
    else:
        troubles = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        return "", [*troubles, Trouble(_place(before, len(before)), codes.NOT_UTF8, message)]
    for code, pattern in _WRONG.items():
        # No more than will be shown, and one that tells that there is more.
        found_here = islice(pattern.finditer(text), MAX_PROBLEMS + 1)
        troubles += [Trouble(_place(text, found.start()), code, _what(code, found[0])) for found in found_here]
        text = pattern.sub(" ", text)
    return text.replace("\r\n", "\n"), troubles


def wrong_characters(text: str) -> list[tuple[Code, str]]:
    """Return each kind of character in a value that may not stand there; a tab may, where an escape wrote it."""
    found = ((code, pattern.search(text)) for code, pattern in _WRONG.items() if code is not codes.TAB)
    return [(code, _what(code, wrong[0])) for code, wrong in found if wrong]


def _what(code: Code, char: str) -> str:
    return "a tab; use spaces" if code is codes.TAB else f"U+{ord(char):04X} may not stand here; take it out"


def _byte_order_mark() -> Trouble:
    return Trouble((1, 1), codes.BYTE_ORDER_MARK, "a byte order mark; save the file as UTF-8 without one")


def _place(text: str, offset: int) -> Place:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
