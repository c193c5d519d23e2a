"""The tables as CSV files (RFC 4180, UTF-8) with their description as a Frictionless data package.

Standard: https://specs.frictionlessdata.io/data-package/ (v1, which its readers of today all know). A tabular package
wants the profile of tabular resources on every one of them.
"""

import csv
import hashlib
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ledger.exports.records import as_json
from ledger.exports.release import Release
from ledger.exports.tables.table import Column, Filled, Link, Table, Type, Value


def csv_file(filled: Filled) -> bytes:
    """Return a table as CSV: a line of names, then its rows; an empty cell is nothing."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.name for column in filled.table.columns)
    writer.writerows([_cell(value) for value in row] for row in filled.rows)
    return out.getvalue().encode()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return number(value)
    return str(value)


def number(value: Decimal) -> str:
    """Return a number in plain digits, without an exponent or noughts that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def data_package(release: Release, files: Iterable[tuple[Filled, bytes]]) -> str:
    """Return ``datapackage.json``: each file with its columns, key, links, bytes and SHA-256."""
    package = {
        "profile": "tabular-data-package",
        "name": "in-exchange",
        "title": release.name,
        "description": release.description,
        "version": release.version,
        "created": f"{release.generated}T00:00:00Z",
        "licenses": [
            {"name": release.licence, "path": release.licence_url, "title": "Creative Commons Attribution 4.0"}
        ],
        "resources": [_resource(filled.table, data) for filled, data in files],
    }
    if release.url:
        package["homepage"] = release.url
    return as_json(package)


def csv_name(table: Table) -> str:
    """Return the name of a table's file."""
    return f"{table.name}.csv"


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": csv_name(table),
        "description": table.meaning + (" Computed; no entry says it." if table.computed else ""),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [_foreign_key(table, link) for link in table.links]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type.value, "description": column.meaning}
    if column.type is Type.BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(table: Table, link: Link) -> dict[str, Any]:
    # A table that leads to itself is named by nothing.
    there = "" if link.table == table.name else link.table
    return {"fields": list(link.columns), "reference": {"resource": there, "fields": list(link.to)}}
