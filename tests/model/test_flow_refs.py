"""An exchange may name a flow of its own entry or of another one."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ledger.model.flow_refs import FlowRef, FlowReference
from ledger.model.ids import TransactionId
from ledger.model.local_ids import FlowId

ADAPTER: TypeAdapter[FlowRef] = TypeAdapter(FlowReference)


def test_a_flow_of_the_same_entry() -> None:
    read = ADAPTER.validate_python("f12")
    assert read == FlowRef(None, FlowId("f12"))
    assert type(read.flow) is FlowId
    assert str(read) == ADAPTER.dump_python(read) == "f12"


def test_a_flow_of_another_entry() -> None:
    read = ADAPTER.validate_python("2024-oil#f1")
    assert read == FlowRef(TransactionId("2024-oil"), FlowId("f1"))
    assert type(read.entry) is TransactionId
    assert str(read) == "2024-oil#f1"


@pytest.mark.parametrize(
    "text", ["", "f0", "F1", "#f1", "2024-oil", "2024-oil#", "2024-oil#c1", "a#b#f1", "a #f1", "f1 "]
)
def test_what_is_no_flow(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(text)
    assert [error["type"] for error in caught.value.errors()] == ["E206"]


@pytest.mark.parametrize("value", [["f1"], {"entry": "2024-oil", "flow": "f1"}])
def test_a_flow_is_written_as_text_only(value: Any) -> None:
    """A map of the parts that the program keeps would be a second way to write one, which nothing checks."""
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(value)
