"""The page of data: every download with its size, its SHA-256, what is in it, and three ways of loading it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.exports.changes import CHANGES_PATH, Changes, changes, changes_json
from ledger.exports.downloads import CSV, FTM, PACKAGE, PARQUET, SQLITE, Download, downloads
from ledger.exports.release import Release
from ledger.exports.tables.filled import filled
from ledger.exports.tables.table import Table
from ledger.pages.assets import hashes
from ledger.pages.ftm import MappingRow, mapping_rows
from ledger.pages.head import Head
from ledger.pages.page import DATA_PAGE, Page
from ledger.pages.render import Press
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.wording import day

SUMS = "data/SHA256SUMS"
"""The SHA-256 of every file of data, single records included."""


@dataclass(frozen=True, slots=True)
class Group:
    """A form of data, and one line each of Python, DuckDB and R that loads it, from the root of the site."""

    id: str
    title: str
    what: str
    python: str = ""
    duckdb: str = ""
    r: str = ""


GROUPS = (
    Group(
        "json",
        "JSON",
        "One file for each record, at api/v1/KIND/ID.json, and one list of each kind, api/v1/KIND.json, with the same "
        "records; texts and words are those of the entries. A copy of the site from a zip has the lists, and single "
        "records only where a page leads to them. The description is OpenAPI 3.1.",
        'import json; items = json.load(open("api/v1/transactions.json", encoding="utf-8"))["items"]',
        "SELECT unnest(items) FROM read_json('api/v1/transactions.json', maximum_object_size = 100000000);",
        'items <- jsonlite::fromJSON("api/v1/transactions.json")$items',
    ),
    Group(
        "csv",
        "CSV",
        "One row is one fact. Together the files are a Frictionless data package, with the type and meaning of each "
        "column, keys and links between tables. Some readers guess: let them read all columns as text, for NA is "
        "Namibia, and 010 is no number.",
        f'import csv; claims = list(csv.DictReader(open("{CSV}/claims.csv", encoding="utf-8", newline="")))',
        f"SELECT * FROM read_csv('{CSV}/claims.csv', all_varchar = true);",
        f'claims <- read.csv("{CSV}/claims.csv", colClasses = "character", na.strings = "")',
    ),
    Group(
        "sqlite",
        "SQLite",
        "The same tables in one database, with keys; the tables _tables and _columns say what is what. Datasette opens "
        "it.",
        f'import sqlite3; claims = sqlite3.connect("{SQLITE}").execute("SELECT * FROM claims").fetchall()',
        f"ATTACH '{SQLITE}' AS ledger (TYPE sqlite); SELECT * FROM ledger.claims;",
        f'claims <- DBI::dbReadTable(DBI::dbConnect(RSQLite::SQLite(), "{SQLITE}"), "claims")',
    ),
    Group(
        "parquet",
        "Parquet",
        "The same tables again, typed and by column, for DuckDB and larger engines.",
        f'import duckdb; claims = duckdb.read_parquet("{PARQUET}/claims.parquet").fetchall()',
        f"SELECT * FROM '{PARQUET}/claims.parquet';",
        f'claims <- arrow::read_parquet("{PARQUET}/claims.parquet")',
    ),
    Group(
        "geojson",
        "GeoJSON",
        "Longitude and latitude in WGS 84. What has no coordinates is there without a geometry. Nobody reports the "
        "track between two places: a line only joins them.",
        'import json; places = json.load(open("data/places.geojson", encoding="utf-8"))["features"]',
        "SELECT * FROM read_json('data/places.geojson');",
        'places <- sf::st_read("data/places.geojson")',
    ),
    Group(
        "ftm",
        "FollowTheMoney",
        "Entities and ties for Aleph and the tools of OpenSanctions, one on each line. A part that somebody is said to "
        "have had is an UnknownLink that says who reports it and has the sources for its proof; there is no Sanction, "
        "no topic and no Ownership. Check it with ftm validate; load it into Aleph with alephclient write-entities.",
        f'import json; items = [json.loads(line) for line in open("{FTM}", encoding="utf-8")]',
        f"SELECT id, schema, properties FROM read_json('{FTM}', format = 'newline_delimited');",
        f'items <- jsonlite::stream_in(file("{FTM}"))',
    ),
    Group(
        "citations",
        "Citations",
        "All sources for reference managers. Those of one transaction are linked at the foot of its page.",
        'import json; sources = json.load(open("data/sources.csl.json", encoding="utf-8"))',
        "SELECT * FROM read_json('data/sources.csl.json');",
        'sources <- RefManageR::ReadBib("data/sources.bib", check = FALSE)',
    ),
    Group(
        "changes",
        "Changes since the release before",
        "Which records were added, changed, renamed, withdrawn, merged or taken out, each by kind and id. Who missed a "
        "release compares data/SHA256SUMS with an older one: that of the site has a sum of every record. That of a "
        "copy from a zip names the files in it.",
        f'import json; changes = json.load(open("{CHANGES_PATH}", encoding="utf-8"))',
        f"SELECT unnest(changed) FROM read_json('{CHANGES_PATH}');",
        f'changes <- jsonlite::fromJSON("{CHANGES_PATH}")',
    ),
    Group(
        "feeds",
        "Feeds",
        "Atom, for a feed reader: the newest 300 of each. The whole history is the table of changes.",
        'import feedparser; items = feedparser.parse("feeds/new.xml").entries',
        f"SELECT * FROM '{CSV}/changes.csv' ORDER BY date DESC;",
        'items <- xml2::xml_find_all(xml2::read_xml("feeds/new.xml"), "//*[local-name()=\'entry\']")',
    ),
    Group(
        "more-feeds",
        "Feeds of one country, commodity or resolution",
        "What is new and what was corrected in the transactions that name it. A commodity's feed has its kinds too.",
    ),
)
"""Every form, in the order of the page."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file on the page; its path starts at the root of the site."""

    path: str
    what: str
    rows: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A form of data with its files."""

    group: Group
    files: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything on the page of data."""

    generated: str
    version: str
    licence_url: str
    sums: str
    package: str
    groups: tuple[GroupView, ...]
    tables: tuple[Table, ...]
    mapping: tuple[MappingRow, ...]
    """What stands where in the file of FollowTheMoney."""


def release_of(ledger: Reckoned, site: Site) -> Release:
    """Return what the files say of themselves."""
    return Release(site.name, ledger.changed.isoformat(), site.description, site.page_url(""))


def data(press: Press) -> tuple[dict[str, bytes], Page]:
    """Return every download by path in the staged folder, and the page about them."""
    ledger, site = press.desk.ledger, press.desk.site
    release, tables = release_of(ledger, site), filled(ledger)
    changed = changes(ledger, hashes(ledger), release)
    told = Download("changes", CHANGES_PATH, changes_json(changed).encode(), _compared(changed), changed.number)
    made = (*downloads(ledger, release, tables), told)
    view = DataView(
        generated=day(ledger.changed),
        version=release.version,
        licence_url=release.licence_url,
        sums=SUMS,
        package=PACKAGE,
        groups=tuple(GroupView(group, _rows(made, group)) for group in GROUPS),
        tables=tuple(one.table for one in tables),
        mapping=mapping_rows(),
    )
    head = Head("Every download of the ledger with its size, checksum and schema, and how to load it.")
    return {one.path: one.data for one in made}, press(DATA_PAGE, "Data", "data.html", view, head)


def sums(hashes: Mapping[str, str]) -> bytes:
    """Return the list of the files of data, by path, with their SHA-256, as ``sha256sum --check`` reads it.

    It is read at the root of the site.
    """
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def _compared(changed: Changes) -> str:
    """Return what the list of changes compares with what."""
    if not changed.since:
        return "There is no release before this one to compare with."
    then = f"release {changed.since.number} of {day(changed.since.day)}"
    return f"Release {changed.release.number} against {then}." if changed.release else f"What is new since {then}."


def _rows(made: Iterable[Download], group: Group) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(one.path, one.what, f"{one.rows:,}" if one.rows else "", size(len(one.data)), _sha256(one.data))
        for one in made
        if one.group == group.id
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def size(number: int) -> str:
    """Return a number of bytes as a reader has it: ``812 bytes``, ``14 kB``, ``4.3 MB``."""
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"
