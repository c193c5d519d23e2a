"""How a value that is written as one text is read."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import PlainValidator

from ledger.model.codes import WRONG_SHAPE, refusal

T = TypeVar("T")

LARGEST = Decimal(10**15)
"""More than was ever traded. What is larger is a slip or meant to do harm: the data's floating numbers end at 1e308."""


def written_as_text(parse: Callable[[str], T], kind: type[T]) -> PlainValidator:
    """Return what reads a text with ``parse`` and refuses lists and maps; a value that was read is left as it is."""

    def read(value: Any) -> T:
        if isinstance(value, str):
            return parse(value)
        if isinstance(value, kind):
            return value
        raise refusal(WRONG_SHAPE, "expected a text, not a list or fields")

    return PlainValidator(read)
