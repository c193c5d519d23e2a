"""The tables as Parquet files: plain values, not compressed, one page a column; all that a table of this size needs.

Written by hand, because the libraries that write it weigh more than all others of this program together, and because
their compression gives other bytes with each version. Format: https://parquet.apache.org/docs/file-format/
"""

import struct
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ledger.exports.release import Release
from ledger.exports.tables.table import Column, Filled, Type, Value
from ledger.exports.thrift import Long, Struct, encode, varint

_MAGIC = b"PAR1"
_PLAIN, _RLE, _UNCOMPRESSED, _DATA_PAGE = 0, 3, 0, 0
_BOOLEAN, _INT32, _INT64, _DOUBLE, _BYTES = 0, 1, 2, 5, 6
_UTF8, _DATE = 0, 6
_EPOCH = date(1970, 1, 1).toordinal()

_PHYSICAL = {
    Type.STRING: _BYTES,
    Type.INTEGER: _INT64,
    Type.NUMBER: _DOUBLE,
    Type.BOOLEAN: _BOOLEAN,
    Type.DATE: _INT32,
}
_CONVERTED = {Type.STRING: _UTF8, Type.DATE: _DATE}


def parquet_file(filled: Filled, release: Release) -> bytes:
    """Return a table as a Parquet file; a cell without a value is null, and every column may have such cells."""
    columns = filled.table.columns
    data, chunks = bytearray(_MAGIC), []
    # A group of no rows is not written: some readers refuse one.
    for place, column in enumerate(columns if filled.rows else ()):
        page = _page(column.type, [row[place] for row in filled.rows])
        chunks.append(_chunk(column, len(data), len(page), len(filled.rows)))
        data += page
    group = Struct({1: chunks, 2: Long(len(data) - len(_MAGIC)), 3: Long(len(filled.rows))})
    root = Struct({4: filled.table.name, 5: len(columns)})
    foot = encode(
        Struct(
            {
                1: 1,
                2: [root, *map(_element, columns)],
                3: Long(len(filled.rows)),
                4: [group] if chunks else [],
                5: [_pair("generated", release.generated), _pair("licence", release.licence_url)],
                6: f"{release.name} {release.version}",
            }
        )
    )
    return bytes(data) + foot + struct.pack("<I", len(foot)) + _MAGIC


def _pair(key: str, value: str) -> Struct:
    return Struct({1: key, 2: value})


def _element(column: Column) -> Struct:
    fields: dict[int, object] = {1: _PHYSICAL[column.type], 3: 1, 4: column.name}
    if column.type in _CONVERTED:
        fields[6] = _CONVERTED[column.type]
    return Struct(fields)


def _chunk(column: Column, offset: int, size: int, rows: int) -> Struct:
    about = {
        1: _PHYSICAL[column.type],
        2: [_PLAIN, _RLE],
        3: [column.name],
        4: _UNCOMPRESSED,
        5: Long(rows),
        6: Long(size),
        7: Long(size),
        9: Long(offset),
    }
    return Struct({2: Long(offset), 3: Struct(about)})


def _page(kind: Type, cells: Sequence[Value]) -> bytes:
    levels = _levels(cell is not None for cell in cells)
    body = struct.pack("<I", len(levels)) + levels + _WRITE[kind]([cell for cell in cells if cell is not None])
    about = Struct({1: len(cells), 2: _PLAIN, 3: _RLE, 4: _RLE})
    return encode(Struct({1: _DATA_PAGE, 2: len(body), 3: len(body), 5: about})) + body


def _levels(present: Iterable[bool]) -> bytes:
    """Return which cells have a value, as runs of ones and noughts."""
    runs = ((is_there, sum(1 for _ in run)) for is_there, run in groupby(present))
    return b"".join(varint(length << 1) + bytes([is_there]) for is_there, length in runs)


def _texts(cells: list[Any]) -> bytes:
    encoded = [cell.encode() for cell in cells]
    return b"".join(struct.pack("<I", len(text)) + text for text in encoded)


def _booleans(cells: list[Any]) -> bytes:
    bits = sum(1 << place for place, cell in enumerate(cells) if cell)
    return bits.to_bytes((len(cells) + 7) // 8, "little")


_WRITE: dict[Type, Callable[[list[Any]], bytes]] = {
    Type.STRING: _texts,
    Type.INTEGER: lambda cells: struct.pack(f"<{len(cells)}q", *cells),
    Type.NUMBER: lambda cells: struct.pack(f"<{len(cells)}d", *map(float, cells)),
    Type.BOOLEAN: _booleans,
    Type.DATE: lambda cells: struct.pack(f"<{len(cells)}i", *(cell.toordinal() - _EPOCH for cell in cells)),
}
"""Values one after the other, as the encoding PLAIN has them."""
