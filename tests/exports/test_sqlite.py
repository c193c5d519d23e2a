"""The database opens, holds the tables, and is the same bytes each time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from ledger.checking import Checked
from ledger.exports.release import Release
from ledger.exports.sqlite import database
from ledger.exports.tables.filled import filled

RELEASE = Release("Example", "2026-11-22")


@pytest.fixture(scope="module")
def base(mini: Checked) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database(filled(mini.ledger), RELEASE))
        yield connection


def test_it_is_whole_and_every_link_leads_somewhere(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_holds_the_same_facts(base: sqlite3.Connection, mini: Checked) -> None:
    def plain(cell: object) -> object:
        return float(cell) if isinstance(cell, Decimal) else cell.isoformat() if isinstance(cell, date) else cell

    for one in filled(mini.ledger):
        rows = base.execute(f"SELECT * FROM {one.table.name} ORDER BY rowid").fetchall()
        assert rows == [tuple(map(plain, row)) for row in one.rows], one.table.name


def test_a_question_is_answered_as_the_entries_answer_it(base: sqlite3.Connection, mini: Checked) -> None:
    found = base.execute(
        "SELECT DISTINCT transaction_id FROM claims JOIN citations USING (transaction_id, claim_id) "
        "WHERE source_id = 'gazette-2024' ORDER BY 1"
    ).fetchall()
    assert [id for (id,) in found] == sorted({at.entry for at in mini.ledger.citing["gazette-2024"]})


def test_the_same_entries_give_the_same_bytes(mini: Checked) -> None:
    data = database(filled(mini.ledger), RELEASE)
    assert data == database(filled(mini.ledger), RELEASE)
    assert data[:16] == b"SQLite format 3\0"
    # Whichever library wrote it.
    assert int.from_bytes(data[96:100], "big") == 3_040_000


def test_it_says_what_is_what(base: sqlite3.Connection) -> None:
    assert base.execute("SELECT value FROM _about WHERE what = 'licence'").fetchone() == ("CC-BY-4.0",)
    assert base.execute("SELECT computed FROM _tables WHERE name = 'claim_counts'").fetchone() == ("yes",)
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables - {name for (name,) in base.execute("SELECT name FROM _tables")} == {"_about", "_tables", "_columns"}
