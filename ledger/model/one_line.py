"""A value as YAML on one line, in the way that entries are written."""

import re
from typing import Any

_PLAIN = re.compile(r"[\w$./~][^,\[\]{}#&*!|>'\"%@`]*(?<!:)")
"""What needs no quotes in any place of a file; a colon with a blank after it is looked for besides."""


def line(value: Any) -> str:
    """Return texts, numbers, lists and maps with plain keys as YAML; what is read from it is the same texts."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(line(one) for one in value) + "]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if _PLAIN.fullmatch(text) and ": " not in text and text == text.strip():
        return text
    return "'" + text.replace("'", "''") + "'"
