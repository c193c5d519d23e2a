"""What libyaml says about broken YAML, in words for who writes entries."""

import yaml

from ledger.reading import codes
from ledger.reading.nodes import Place
from ledger.reading.text import Trouble

_LOOK = "look at the quotes, colons and indentation here and just above"

_WORDS = (
    (
        "mapping values are not allowed",
        '": " cannot stand here; quote a text that holds it, or line the key up with its neighbours',
    ),
    ("block sequence entries are not allowed", '"- " cannot stand here; begin the list on a line of its own'),
    ("found character that cannot start", "a value cannot begin with {char}; put it in quotes"),
    ("expected ',' or ']'", "the list that begins with [ in line {line} is not closed"),
    ("expected ',' or '}'", "the map that begins with {{ in line {line} is not closed"),
    ("found unexpected end of stream", "the quote that opens in line {line} is not closed"),
    ("found unexpected document indicator", "the quote that opens in line {line} is not closed"),
    ("unknown escape character", "in double quotes a backslash begins an escape; use single quotes"),
    ("expected hexdecimal number", "this escape is not complete; use single quotes"),
    ("invalid Unicode character escape", "this escape is no character; write the character itself"),
    ("expected alphabetic or numeric character", "a text that begins with * or & needs quotes"),
    ("undefined tag handle", "a text that begins with ! needs quotes"),
    (
        "expected ':'",
        "a line without a colon among keys; give it one, or indent it as a part of the value above",
    ),
    ("expected key", "more text where a value had ended, or a line that does not begin where its neighbours do"),
    ("expected '-' indicator", "a line that is no item of the list above it; indent it, or begin it with - "),
    ("expected node content", "a value is missing here"),
    ("expected <document start>", "more text where the record had ended; look at the indentation"),
)
"""By a part of libyaml's own words, the first that fits; ``line`` is where it began, ``char`` what stands there."""


def trouble(error: yaml.YAMLError, lines: list[str]) -> Trouble:
    """Return the trouble that libyaml ran into, at its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    began = getattr(error, "context_mark", None) or mark
    what = str(getattr(error, "problem", None) or error)
    place: Place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if place[0] > len(lines):
        # Where a text ends without a line feed, libyaml says so in the line below.
        place = (len(lines), len(lines[-1]) + 1)
    line = lines[place[0] - 1]
    char = line[place[1] - 1 : place[1]] or "nothing"
    words = next((words for part, words in _WORDS if part in what), f"this cannot be read as YAML; {_LOOK}")
    return Trouble(place, codes.SYNTAX, words.format(line=(began.line if began else 0) + 1, char=char))
