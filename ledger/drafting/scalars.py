"""Texts as YAML writes them, so that the strict reader gives back the same text whatever is in it."""

import json
import re
import textwrap

WIDTH = 120

# Nothing here can be taken for an indicator, a comment, a key or an empty value; commas, brackets only outside lists.
_PLAIN = r"(?!\.\.\.)-?[\w./$€£+(](?:[\w ./$€£+()'\"\u2019!?~%;&=@MORE-]|:(?=[\w/])|(?<=\S)#)*"
_IN_LIST = re.compile(_PLAIN.replace("MORE", ""), re.ASCII)
_IN_BLOCK = re.compile(_PLAIN.replace("MORE", r",{}\[\]"), re.ASCII)
_LETTERS = re.compile(r"[^\W\d_][^\W_]*(?:[ -][^\W_]+)*")
_EMPTY = {"null", "~", ""}
# Other readers of YAML take these for truth values; ours does not, and two letters of a country are the exception.
_LOADED = {"yes", "no", "on", "off", "true", "false", "y", "n"}


def inline(text: str, *, listed: bool = True) -> str:
    """Return a text as a value on one line, ``listed`` between brackets, in quotes where it needs them.

    It holds no wrong character.
    """
    if "\n" in text or "\r" in text or "\t" in text:
        return json.dumps(text, ensure_ascii=False)
    if _is_plain(text, _IN_LIST if listed else _IN_BLOCK):
        return text
    return "'" + text.replace("'", "''") + "'"


def block(text: str, indent: int, room: int) -> str:
    """Return a text as the value of a key: on its line where it fits into ``room``, else folded below it."""
    one = inline(text, listed=False)
    if len(one) <= room or not _folds(text):
        return one
    margin = " " * indent
    lines = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(margin + line for line in lines)


def _is_plain(text: str, pattern: re.Pattern[str]) -> bool:
    if text.casefold() in _EMPTY or (text.casefold() in _LOADED and text != "NO") or text != text.strip():
        return False
    return bool(pattern.fullmatch(text) or _LETTERS.fullmatch(text))


def _folds(text: str) -> bool:
    """Whether a text comes back from folded lines as it was: its words are divided by single blanks."""
    return text == " ".join(text.split()) and all(char == " " or not char.isspace() for char in text)
