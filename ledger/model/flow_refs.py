"""A flow of this entry or of another one, as an exchange names it."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from ledger.model.codes import BAD_ID, refusal
from ledger.model.ids import SLUG, TransactionId
from ledger.model.local_ids import FlowId
from ledger.model.values import written_as_text

_PATTERN = re.compile(rf"(?:({SLUG.pattern})#)?({FlowId.pattern.pattern})")


@dataclass(frozen=True, slots=True)
class FlowRef:
    """A flow, and the entry it is in where that is another one."""

    entry: TransactionId | None
    flow: FlowId

    def __str__(self) -> str:
        return f"{self.entry}#{self.flow}" if self.entry else self.flow


def parse(text: str) -> FlowRef:
    """Read ``f1`` or ``other-entry#f1``."""
    found = _PATTERN.fullmatch(text)
    if not found:
        raise refusal(BAD_ID, f'"{text}" is not a flow; write f1, or other-entry#f1')
    return FlowRef(TransactionId(found[1]) if found[1] else None, FlowId(found[2]))


FlowReference = Annotated[
    FlowRef,
    written_as_text(parse, FlowRef),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "title": "flow id, perhaps of another entry",
            "type": "string",
            "description": "A flow of this entry or of another one.",
            "pattern": f"^(?:{_PATTERN.pattern})$",
            "examples": ["f1", "other-entry#f1"],
        }
    ),
]
"""A flow of this entry or of another one."""
