"""The CSV files are read by Frictionless as their description says, and by DuckDB too."""

import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from frictionless import Package, validate

from ledger.checking import Checked
from ledger.exports.csv_package import csv_file, csv_name, data_package, number
from ledger.exports.release import Release
from ledger.exports.tables.filled import filled
from ledger.exports.tables.table import Column, Filled, Table
from tests.helpers import write

RELEASE = Release("Example", "2026-11-22")


@pytest.fixture(scope="module")
def folder(mini: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = [(one, csv_file(one)) for one in filled(mini.ledger)]
    named: dict[str, str | bytes] = {csv_name(one.table): data for one, data in files}
    return write(tmp_path_factory.mktemp("csv"), named | {"datapackage.json": data_package(RELEASE, files)})


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    """Types, words, keys, links, bytes and hashes."""
    report = validate(str(folder / "datapackage.json"), type="package")
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid


def test_frictionless_reads_the_same_facts(folder: Path, mini: Checked) -> None:
    package = Package(str(folder / "datapackage.json"))
    for one in filled(mini.ledger):
        rows = [tuple(row.to_dict().values()) for row in package.get_table_resource(one.table.name).read_rows()]
        # Coordinates are floats here and decimals there.
        expected = [tuple(Decimal(str(c)) if isinstance(c, float) else c for c in row) for row in one.rows]
        assert rows == expected, one.table.name


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b"2024-rice-for-coal,c1,1,f1", b"2024-rice-for-coal,c1,1,f9", "foreign-key"),
        (b"2024-rice-for-coal,c1,1,f1", b"2024-rice-for-coal,c1,x,f1", "type-error"),
    ],
)
def test_the_description_would_show_a_fault(old: bytes, new: bytes, error: str, folder: Path, tmp_path: Path) -> None:
    copied = write(tmp_path, {path.name: path.read_bytes() for path in folder.iterdir()})
    spoiled = copied / "claim_flows.csv"
    assert old in spoiled.read_bytes()
    spoiled.write_bytes(spoiled.read_bytes().replace(old, new))
    found = {row[0] for row in validate(str(copied / "datapackage.json"), type="package").flatten(["type"])}
    assert {error, "hash-count"} <= found


def test_duckdb_reads_the_same_texts(folder: Path, mini: Checked) -> None:
    query = "SELECT id, title FROM read_csv(?, all_varchar = true) ORDER BY id"
    rows = duckdb.connect().execute(query, [str(folder / "transactions.csv")]).fetchall()
    assert rows == sorted((entry.id, entry.title) for entry in mini.ledger.transactions.values())


def test_awkward_text_comes_back() -> None:
    import csv

    text = 'a, "b"\nc;\t=1+1 쌀'
    data = csv_file(Filled(Table("t", "", (Column("x", ""), Column("y", "")), ("x",)), ((text, None),)))
    assert list(csv.reader(data.decode().splitlines(keepends=True))) == [["x", "y"], [text, ""]]


@pytest.mark.parametrize(
    ("value", "text"), [("22500000.0", "22500000"), ("0.50", "0.5"), ("100", "100"), ("2E+6", "2000000"), ("0", "0")]
)
def test_numbers_are_written_in_digits(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_the_package_says_licence_version_and_day(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert (package["version"], package["created"]) == ("1.1.0", "2026-11-22T00:00:00Z")
    assert "homepage" not in package
