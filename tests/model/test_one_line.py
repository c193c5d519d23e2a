"""A value on one line is read as it was."""

import pytest

from ledger.model.one_line import line
from ledger.reading.nodes import plain
from ledger.reading.strict_yaml import compose


@pytest.mark.parametrize(
    "value",
    [
        "a",
        "a: b",
        "a #b",
        "a, b",
        "it's",
        '"',
        "- a",
        "[a",
        "{a",
        "*a",
        "&a",
        "a:",
        " a",
        "",
        "쌀",
        "2024-06/..",
        "%",
        "x@y",
    ],
)
def test_a_value_on_one_line_is_read_as_it_was(value: str) -> None:
    tree, troubles = compose(f"key: {line({'k': [value]})}")
    assert (troubles, plain(tree) if tree else None) == ([], {"key": {"k": [value]}})
