"""DuckDB reads the same facts, nulls and types, from Parquet."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from ledger.checking import Checked
from ledger.exports.parquet import parquet_file
from ledger.exports.release import Release
from ledger.exports.tables.filled import filled
from ledger.exports.tables.table import Column, Filled, Row, Table, Type

RELEASE = Release("Example", "2026-11-22")
COLUMNS = (
    Column("text", ""),
    Column("whole", "", Type.INTEGER),
    Column("figure", "", Type.NUMBER),
    Column("flag", "", Type.BOOLEAN),
    Column("day", "", Type.DATE),
)
TABLE = Table("t", "", COLUMNS, ("text",))
ROWS = st.lists(
    st.tuples(
        st.none() | st.text(st.characters(exclude_categories=["Cs"])),
        st.none() | st.integers(-(2**63), 2**63 - 1),
        st.none() | st.floats(allow_nan=False),
        st.none() | st.booleans(),
        st.none() | st.dates(),
    ),
    max_size=40,
)


def read(data: bytes, path: Path) -> list[Row]:
    path.write_bytes(data)
    return duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


def test_every_table_comes_back(mini: Checked, tmp_path: Path) -> None:
    for one in filled(mini.ledger):
        rows = [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in one.rows]
        assert read(parquet_file(one, RELEASE), tmp_path / "t.parquet") == rows, one.table.name


@given(ROWS)
def test_any_rows_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.parquet"
    assert read(parquet_file(Filled(TABLE, tuple(rows)), RELEASE), path) == rows


def test_types_are_those_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(parquet_file(Filled(TABLE, (("a", 1, 1.5, True, date(2024, 2, 29)),)), RELEASE))
    described = duckdb.connect().execute(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
    assert [row[1] for row in described] == ["VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"]
    said = duckdb.connect().execute("SELECT key, value FROM parquet_kv_metadata(?)", [str(path)]).fetchall()
    assert (b"generated", b"2026-11-22") in said


def test_arrow_reads_the_same_types_from_what_zstd_packed() -> None:
    file = parquet.ParquetFile(io.BytesIO(parquet_file(Filled(TABLE, (("a", 1, 1.5, True, None),) * 9), RELEASE)))
    assert list(map(str, file.read().schema.types)) == ["string", "int64", "double", "bool", "date32[day]"]
    group = file.metadata.row_group(0)
    assert {group.column(place).compression for place in range(len(COLUMNS))} == {"ZSTD"}
    # It would be Arrow's own copy of the schema.
    assert set(file.metadata.metadata) == {b"generated", b"licence", b"version"}
