"""The tables as one SQLite database, the same bytes each time.

It is made in memory: nothing here touches a disk. The file format leaves room for what depends on the machine in one
place, the version of the library that wrote it (https://www.sqlite.org/fileformat.html, 1.3); it is set to a fixed one.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal

from ledger.exports.release import Release
from ledger.exports.tables.table import Column, Filled, Table, Type, Value

_TYPES = {
    Type.STRING: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.BOOLEAN: "INTEGER",
    Type.DATE: "TEXT",
}
_WRITER = slice(96, 100)
"""Where the header has the version of the library that wrote it."""
_VERSION = 3_040_000
"""3.40, whichever library wrote it; nothing reads it but tools that show it."""


def database(tables: Sequence[Filled], release: Release) -> bytes:
    """Return a database of the tables, with their meanings in ``_tables`` and ``_columns``."""
    # Without an isolation level nothing is begun or ended behind our back: VACUUM stands outside a transaction.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("PRAGMA encoding = 'UTF-8'")
        base.execute("PRAGMA user_version = 1")
        base.execute("BEGIN")
        for filled in tables:
            base.execute(_create(filled.table))
            marks = ", ".join("?" * len(filled.table.columns))
            rows = ([_cell(value) for value in row] for row in filled.rows)
            base.executemany(f"INSERT INTO {filled.table.name} VALUES ({marks})", rows)
        for statement, described in _described([filled.table for filled in tables], release):
            base.execute(f"CREATE TABLE {statement}")
            name, _, columns = statement.partition(" (")
            marks = ", ".join("?" * (columns.count(",") + 1))
            base.executemany(f"INSERT INTO {name} VALUES ({marks})", described)
        base.execute("COMMIT")
        base.execute("VACUUM")
        data = bytearray(base.serialize())
    data[_WRITER] = _VERSION.to_bytes(4, "big")
    return bytes(data)


def _create(table: Table) -> str:
    lines = [_declare(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [
        f"FOREIGN KEY ({', '.join(link.columns)}) REFERENCES {link.table} ({', '.join(link.to)})"
        for link in table.links
    ]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)"


def _declare(column: Column) -> str:
    return f"{column.name} {_TYPES[column.type]}" + (" NOT NULL" if column.required else "")


def _cell(value: Value) -> str | int | float | None:
    match value:
        case Decimal():
            return float(value)
        case bool():
            return int(value)
        case date():
            return value.isoformat()
    return value


def _described(tables: list[Table], release: Release) -> list[tuple[str, list[tuple[str, ...]]]]:
    about: list[tuple[str, ...]] = [
        ("title", release.name),
        ("version", release.version),
        ("generated", release.generated),
        ("licence", release.licence),
        ("licence_url", release.licence_url),
    ]
    return [
        ("_about (what TEXT PRIMARY KEY, value TEXT)", about),
        (
            "_tables (name TEXT PRIMARY KEY, meaning TEXT, computed TEXT)",
            [(table.name, table.meaning, "yes" if table.computed else "no") for table in tables],
        ),
        (
            "_columns (table_name TEXT, name TEXT, meaning TEXT)",
            [(table.name, column.name, column.meaning) for table in tables for column in table.columns],
        ),
    ]
