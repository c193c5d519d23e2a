"""The promise of version 1: things are only added. All names that were published stand in ``v1.txt``."""

import json
from collections.abc import Iterator
from pathlib import Path

from ledger.exports.api import openapi
from ledger.exports.ftm.mapping import PROPERTIES
from ledger.exports.release import Release
from ledger.exports.tables.filled import filled
from ledger.reckoned import Reckoned

PROMISED = Path(__file__).parent / "v1.txt"


def names() -> Iterator[str]:
    """Yield every column, field of JSON and property of FollowTheMoney, as a reader's program may rely on it."""
    for one in filled(Reckoned(())):
        yield from (f"table {one.table.name}.{column.name} {column.type}" for column in one.table.columns)
        yield f"key {one.table.name} {' '.join(one.table.key)}"
    yield from (f"ftm {name}" for name in PROPERTIES)
    for name, schema in json.loads(openapi(Release("Example", "2026-11-22")))["components"]["schemas"].items():
        yield from (f"json {name}.{field}" for field in schema.get("properties", ()))
        yield from (f"word {name} {word}" for word in schema.get("enum", ()))


def test_nothing_that_was_published_is_gone_or_another() -> None:
    gone = set(PROMISED.read_text("utf-8").splitlines()) - set(names())
    assert gone == set(), "this breaks programs of others: it needs a version 2"


def test_what_is_new_is_promised_too() -> None:
    """Whoever adds to the data adds the lines, raises the second number of the version and says so in its changes."""
    assert sorted(set(names()) - set(PROMISED.read_text("utf-8").splitlines())) == []
