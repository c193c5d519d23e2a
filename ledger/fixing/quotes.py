"""A text as a scalar of YAML on one line: plain where that is safe, in quotes where it is needed.

What is safe is what PyYAML's emitter would leave plain, as most entries were first written: between brackets it quotes
an address too, because some readers take its colon for the end of a key.
"""

import io
import re
from functools import lru_cache

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

_EMITTER = Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER = Resolver()
_STRING = "tag:yaml.org,2002:str"

_NUMBER_OF_1_2 = re.compile(r"0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
"""Numbers of YAML 1.2's core schema; some, such as ``08``, are texts for the resolver, which is of YAML 1.1."""


@lru_cache(maxsize=10_000)
def written(text: str, *, is_flow: bool, is_only_text: bool, is_plain_allowed: bool = True) -> str | None:
    """Return the text as a scalar on one line; None where only escapes could write it.

    ``is_flow`` says that it stands between brackets; ``is_only_text`` that quotes must keep other programs from
    reading it as a number, a date, true, false or nothing. Quotes are single, double around an apostrophe. Without
    ``is_plain_allowed`` there are always quotes.
    """
    known = _EMITTER.analyze_scalar(text)
    if known.multiline or not known.allow_single_quoted:
        return None
    is_plain = is_plain_allowed and (known.allow_flow_plain if is_flow else known.allow_block_plain)
    if is_plain and not (is_only_text and looks_like_a_value(text)) and not _is_nothing(text):
        return text
    if "'" in text and not set('"\\') & set(text):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def looks_like_a_value(text: str) -> bool:
    """Whether some reader of YAML takes the plain text for something else than a text: ``NO``, ``2397``, ``08``."""
    resolved: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return resolved != _STRING or bool(_NUMBER_OF_1_2.fullmatch(text))


def _is_nothing(text: str) -> bool:
    return text in ("", "~") or text.lower() == "null"
