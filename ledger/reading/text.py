"""From the bytes of a file to its text, or to what is wrong with the bytes."""

import re
from dataclasses import dataclass
from itertools import islice

from ledger.problems.bounding import MAX_PROBLEMS
from ledger.problems.code import Code
from ledger.reading import codes
from ledger.reading.nodes import Place

_NO_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
"""Arabic and its sisters, the scripts of India and its neighbours, Mongolian: there a joiner changes what is seen."""
_EMOJI = "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Accents that any letter can carry; no language puts more than three on one."""

_WRONG = {
    # U+0085, U+2028 and U+2029 end a line for YAML but not for an editor, which would put every later place wrong.
    codes.CONTROL: re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef"
        rf"\U000f0000-\U0010ffff{_NO_CHARACTERS}]|\r(?!\n)"
    ),
    # The default ignorable code points of Unicode (DerivedCoreProperties.txt) and two more that nobody sees, but for
    # those that a script needs; the tests say which.
    codes.DISGUISE: re.compile(
        "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
        "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
        f"|(?<![{_JOINING}])\u200c|(?<![{_JOINING}{_EMOJI}])\u200d|(?<![0-9#*{_EMOJI}])[\ufe0e\ufe0f]"
        f"|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]|(?<=[{_MARKS}]{{4}})[{_MARKS}]+"
    ),
    codes.TAB: re.compile("\t"),
}
_ANY_WRONG = re.compile("|".join(pattern.pattern for pattern in _WRONG.values()))


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
    for code, pattern in _WRONG.items() if _ANY_WRONG.search(text) else ():
        # No more than will be shown, and one that tells that there is more.
        found_here = islice(pattern.finditer(text), MAX_PROBLEMS + 1)
        troubles += [Trouble(_place(text, found.start()), code, _what(code, found[0])) for found in found_here]
        text = pattern.sub(" ", text)
    return text.replace("\r\n", "\n"), troubles


def wrong_characters(text: str) -> list[tuple[Code, str]]:
    """Return each kind of character in a value that may not stand there; a tab may, where an escape wrote it."""
    if text.isascii() and text.isprintable():
        return []
    found = ((code, pattern.search(text)) for code, pattern in _WRONG.items() if code is not codes.TAB)
    wrong = [(code, _what(code, one[0])) for code, one in found if one]
    if "\r\n" in text:
        # The ends of lines in a file are one character by now: only an escape writes two.
        wrong.append((codes.CONTROL, _what(codes.CONTROL, "\r")))
    return wrong


def cleaned(text: str) -> str:
    """Return a text with a blank for every character that may not stand in a value; a tab may.

    Its lines end as those of a file that was read.
    """
    text = text.replace("\r\n", "\n")
    for code, pattern in _WRONG.items():
        if code is not codes.TAB:
            text = pattern.sub(" ", text)
    return text.encode("utf-8", "replace").decode("utf-8")


def _what(code: Code, char: str) -> str:
    return "a tab; use spaces" if code is codes.TAB else f"U+{ord(char[0]):04X} may not stand here; take it out"


def _byte_order_mark() -> Trouble:
    return Trouble((1, 1), codes.BYTE_ORDER_MARK, "a byte order mark; save the file as UTF-8 without one")


def _place(text: str, offset: int) -> Place:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
