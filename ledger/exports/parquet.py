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
_LEVEL = 9
"""Of zstd's 22: with the next ten a file is 2 % smaller and takes three times as long."""


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
    # Arrow's own copy of the schema would say no more than that of Parquet, in a tenth of the file.
    with parquet.ParquetWriter(out, schema, compression="zstd", compression_level=_LEVEL, store_schema=False) as writer:
        writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        writer.add_key_value_metadata(about)
    return out.getvalue()


def _cell(value: Value) -> Value:
    return float(value) if isinstance(value, Decimal) else value
