"""Amounts in the words of the report, and what can be read from them.

The words are kept as they were reported; nothing is converted. ``ton`` stays apart from ``tonne``, because most
reports do not say which ton they mean.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema

from ledger.model.codes import BAD_AMOUNT, UNKNOWN_FIELD, WRONG_SHAPE, refusal
from ledger.model.units import CURRENCY_SIGNS, UNIT_SCHEMA, UNITS, not_a_unit
from ledger.model.values import LARGEST

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SPELLINGS = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings}
_UNIT = "|".join(re.escape(word) for word in sorted(_SPELLINGS, key=len, reverse=True))
_PATTERN = re.compile(
    r"(?:(?P<qualifier>about|some|nearly|over|more than|at least|up to|less than) )?"
    rf"(?P<sign>{_SIGNS})?(?P<low>{_NUMBER})(?: to (?:(?P=sign))?(?P<high>{_NUMBER}))?"
    r"(?: (?P<scale>thousand|million|billion))?"
    rf"(?:(?: |(?=%))(?P<unit>{_UNIT})(?![\w-]))?"
    # What follows may not be the other half of a range or a choice: half of it would be a wrong figure.
    r"(?P<rest>(?:(?! (?:to|or|and) \W*\d| (?:thousand|million|billion)\b)[ ,(].*)?)",
    re.ASCII,
)
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_TOO_LARGE = "the amount is too large to be true; look at its noughts"
_AT_LEAST, _AT_MOST = {"over", "more than", "at least"}, {"up to", "less than"}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as reported; low and high are None where the words set no such bound or could not be read."""

    words: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    """A unit of ``units.UNITS``, or empty where the words could not be read."""

    @property
    def is_read(self) -> bool:
        """Whether the words, or the fields beside them, gave a number."""
        return bool(self.unit)

    def __str__(self) -> str:
        return self.words


def read_words(words: str) -> Amount:
    """Return the amount that the words say; without a unit where they do not follow the pattern."""
    found = _PATTERN.fullmatch(words)
    if not found or bool(found["sign"]) == bool(found["unit"]):
        return Amount(words)
    unit = CURRENCY_SIGNS[found["sign"]] if found["sign"] else _SPELLINGS[found["unit"]]
    scale = _SCALES[found["scale"]]
    low, high = (Decimal(number.replace(",", "")) * scale for number in (found["low"], found["high"] or found["low"]))
    if max(low, high) > LARGEST:
        raise refusal(BAD_AMOUNT, _TOO_LARGE)
    if low > high:
        raise refusal(BAD_AMOUNT, f'"{words}" goes from more to less; swap the two')
    if found["qualifier"] in _AT_LEAST:
        return Amount(words, low, None, unit)
    if found["qualifier"] in _AT_MOST:
        return Amount(words, None, high, unit)
    return Amount(words, low, high, unit)


def split_words(words: str) -> tuple[str, str, str]:
    """Return the words before the figure, the figure with its currency sign and scale, and the words after it.

    The three joined by blanks are the words again; without a figure that can be read, all of them come last.
    """
    found = _PATTERN.fullmatch(words)
    if not found or bool(found["sign"]) == bool(found["unit"]):
        return "", "", words
    end = max(found.end("low"), found.end("high"), found.end("scale"))
    return found["qualifier"] or "", words[len(found["qualifier"] or "") : end].strip(), words[end:].strip()


def _read(value: Any) -> Any:
    if isinstance(value, str):
        if not value.strip():
            raise refusal(BAD_AMOUNT, "an amount without words; leave the key out, or say what was reported")
        return read_words(value)
    if not isinstance(value, Mapping):
        return value if isinstance(value, Amount) else _refuse_shape()
    if unknown := sorted(set(value) - {"words", "number", "min", "max", "unit"}):
        raise refusal(UNKNOWN_FIELD, f'an amount has no field "{unknown[0]}"; it has words, number, min, max and unit')
    if not isinstance(value.get("words"), str) or not value["words"].strip():
        raise refusal(BAD_AMOUNT, "an amount needs `words`: what was reported")
    if read_words(value["words"]).is_read:
        raise refusal(BAD_AMOUNT, f'"{value["words"]}" can be read as it stands; write only these words')
    unit = value.get("unit")
    if not isinstance(unit, str) or unit not in UNITS:
        raise refusal(BAD_AMOUNT, not_a_unit(unit if isinstance(unit, str) else ""))
    return _typed(value)


def _typed(value: Mapping[str, Any]) -> Amount:
    low, high = (_decimal(value, bound) for bound in ("min", "max"))
    number = _decimal(value, "number")
    if (number is None) == (low is None and high is None):
        raise refusal(BAD_AMOUNT, "an amount has either `number`, or `min` or `max` or both")
    if number is not None:
        low = high = number
    if low is not None and high is not None and low > high:
        raise refusal(BAD_AMOUNT, "`min` is more than `max`; swap the two")
    return Amount(value["words"], low, high, value["unit"])


def _decimal(value: Mapping[str, Any], key: str) -> Decimal | None:
    if key not in value:
        return None
    if not isinstance(value[key], str) or not _DECIMAL.fullmatch(value[key]):
        raise refusal(BAD_AMOUNT, f"`{key}` is a number such as 6700 or 25500.5")
    if Decimal(value[key]) > LARGEST:
        raise refusal(BAD_AMOUNT, _TOO_LARGE)
    return Decimal(value[key])


def _written(amount: Amount) -> str | dict[str, str]:
    """Return an amount as a file has it: its words, and beside them what they do not show."""
    if not amount.is_read or read_words(amount.words).is_read:
        return amount.words
    same = amount.low == amount.high
    bounds = {"number": amount.low} if same else {"min": amount.low, "max": amount.high}
    numbers = {key: str(bound) for key, bound in bounds.items() if bound is not None}
    return {"words": amount.words} | numbers | {"unit": amount.unit}


def _refuse_shape() -> Any:
    raise refusal(WRONG_SHAPE, "expected the words of the report, or `{words: …, number: …, unit: …}`")


def _read_choice(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return (value,)
    if not value:
        raise refusal(BAD_AMOUNT, "an empty list; leave the key out, or say what was reported")
    return tuple(value)


_STRING = {
    "title": "amount in words",
    "type": "string",
    "examples": ["about 6,700 containers", "$2,990,000", "3.7 million tons"],
}
_FIGURE = {"title": "number", "type": ["string", "number"], "examples": [24]}
_LONG = {
    "title": "Amount",
    "type": "object",
    "description": "An amount whose words do not show a number and a unit, with both beside them.",
    "required": ["words", "unit"],
    "additionalProperties": False,
    "properties": {
        "words": {
            "title": "text",
            "type": "string",
            "description": "What was reported.",
            "examples": ["dozens of wagons"],
        },
        "number": _FIGURE | {"description": "The number that the words mean."},
        "min": _FIGURE | {"description": "The least that they mean."},
        "max": _FIGURE | {"description": "The most that they mean."},
        "unit": UNIT_SCHEMA | {"description": "What it is counted in."},
    },
}
_ONE = {"anyOf": [_STRING, _LONG]}

ReportedAmount = Annotated[Amount, PlainValidator(_read), PlainSerializer(_written), WithJsonSchema(_ONE)]
"""One amount: its words, or the words with the number that they do not show."""

Amounts = Annotated[
    tuple[ReportedAmount, ...],
    BeforeValidator(_read_choice),
    WithJsonSchema({"anyOf": [_STRING, _LONG, {"type": "array", "minItems": 1, "items": _ONE}]}),
]
"""One amount, or several where the report says "or"."""
