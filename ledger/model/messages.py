"""What pydantic says about a field, as a code and in words for who writes entries."""

import re
from typing import Any

from ledger.model import codes
from ledger.problems.code import Code
from ledger.problems.problem import did_you_mean

_SHAPES = {
    "tuple_type": "expected a list: `[one, two]`, or lines that begin with `- `",
    "dict_type": "expected names with values, such as `f1: …`",
    "model_type": "expected fields, such as `date: …`",
    "model_attributes_type": "expected fields, such as `date: …`",
    "string_type": "expected a text, not a list or fields",
    "enum": "expected one word",
    "float_type": "expected a number",
    "decimal_type": "expected a number",
}

_VALUES = {
    "too_short": "too few: it needs at least {min_length}",
    "string_too_long": "too long: at most {max_length:,} characters",
    "too_long": "too long: at most {max_length:,} characters",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
}

_PATTERNS = {
    "imo": "seven digits, such as 9074729",
    "hs": "two, four or six digits in quotes, such as '2710'",
    "paragraph": "a number, and letters in brackets, such as 5 or 8(a)",
    "sha256": "64 small hexadecimal digits",
}
"""What a text of a fixed form looks like, by its field."""


def explain(kind: str, field: str, context: dict[str, Any], found: Any, fields: list[str]) -> tuple[Code, str]:
    """Return the code and the message of a fault that pydantic found.

    ``found`` is the value in the file, ``fields`` the names that may stand where an unknown one does.
    """
    if own := next((code for code in codes.CODES if code.name == kind), None):
        return own, str(context["message"])
    if kind == "missing":
        return codes.MISSING_FIELD, f'the field "{field}" is missing'
    if kind == "extra_forbidden":
        return codes.UNKNOWN_FIELD, f'there is no field "{field}"{did_you_mean(field, fields)}'
    if kind == "enum" and isinstance(found, str):
        known = re.findall(r"'([^']*)'", context["expected"])
        guess = did_you_mean(found, known) or f"; write {context['expected'].replace(chr(39), '')}"
        return codes.UNKNOWN_WORD, f'"{found}" is not a word of "{field}"{guess}'
    if kind in _SHAPES:
        return codes.WRONG_SHAPE, f'"{field}": {_SHAPES[kind]}'
    if kind == "string_pattern_mismatch":
        return codes.BAD_VALUE, f'"{field}": write {_PATTERNS[field]}'
    return codes.BAD_VALUE, f'"{field}": {_VALUES[kind].format(**context) if kind in _VALUES else "expected a number"}'
