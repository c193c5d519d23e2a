"""The tables as Parquet files, for DuckDB and larger engines. Format: https://parquet.apache.org/docs/file-format/."""

import io
from decimal import Decimal

import pyarrow
from pyarrow import parquet

from ledger.exports.release import Release
from ledger.exports.tables.table import Filled, Type, Value

_TYPES = {
    Type.STRING: pyarrow.string(),
    Type.INTEGER: pyarrow.int64(),
    Type.NUMBER: pyarrow.float64(),
    Type.BOOLEAN: pyarrow.bool_(),
    Type.DATE: pyarrow.date32(),
}
_SMALL = {
    "compression": "zstd",
    # Of 22: the next six would save 2 % and take three times as long.
    "compression_level": 9,
    # It packs what repeats better than a dictionary of Parquet's does.
    "use_dictionary": False,
    # With them a reader passes over groups of a million rows; a file here is one group.
    "write_statistics": False,
    # Arrow's own copy of the schema would say no more than Parquet's.
    "store_schema": False,
}
"""How a file of a few thousand rows, of which headers would be a good part, is kept small."""


def parquet_file(filled: Filled, release: Release) -> bytes:
    """Return a table as a Parquet file; a cell without a value is null, and every column may have such cells.

    The same table gives the same bytes with the same pyarrow, whose version stands in the file.
    """
    columns = filled.table.columns
    about = {"generated": release.generated, "licence": release.licence_url, "version": release.version}
    schema = pyarrow.schema([(column.name, _TYPES[column.type]) for column in columns])
    arrays = [
        pyarrow.array([_cell(row[place]) for row in filled.rows], type=_TYPES[column.type])
        for place, column in enumerate(columns)
    ]
    out = io.BytesIO()
    with parquet.ParquetWriter(out, schema, **_SMALL) as writer:
        writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        writer.add_key_value_metadata(about)
    return out.getvalue()


def _cell(value: Value) -> Value:
    return float(value) if isinstance(value, Decimal) else value
