"""Everything that can be had as data beside the single records: each file with its bytes and what it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ledger.exports import geojson
from ledger.exports.api import OPENAPI_PATH, list_json, list_path, openapi
from ledger.exports.csv_package import csv_file, csv_name, data_package
from ledger.exports.feeds import atom, feeds
from ledger.exports.formats import bibtex, csl, ris
from ledger.exports.ftm.lines import entities
from ledger.exports.items import Item, source_item
from ledger.exports.linked_data import cited_sources
from ledger.exports.parquet import parquet_file
from ledger.exports.records import records
from ledger.exports.release import Release
from ledger.exports.sqlite import database
from ledger.exports.tables.table import Filled
from ledger.model.kinds import KINDS
from ledger.reckoned import Reckoned

CSV = "data/csv"
PACKAGE = f"{CSV}/datapackage.json"
PARQUET = "data/parquet"
SQLITE = "data/in-exchange.sqlite"
FTM = "data/entities.ftm.json"
"""The name that tools of FollowTheMoney give such a file."""


@dataclass(frozen=True, slots=True)
class Download:
    """One file of data."""

    group: str
    """The form it is in, as ``ledger.pages.data.GROUPS`` lists them."""
    path: str
    data: bytes
    what: str
    rows: int
    """How many records, rows, features or items it holds; 0 where it describes others."""


def downloads(ledger: Reckoned, release: Release, tables: Sequence[Filled]) -> Iterator[Download]:
    """Yield every file in a fixed order; ``tables`` are those of the ledger."""
    for kind in KINDS:
        number = sum(1 for _ in records(ledger, kind))
        yield Download("json", list_path(kind), list_json(ledger, release, kind).encode(), f"All {kind}.", number)
    yield Download("json", OPENAPI_PATH, openapi(release).encode(), "The description of all JSON files.", 0)
    files = [(filled, csv_file(filled)) for filled in tables]
    for filled, data in files:
        yield Download("csv", f"{CSV}/{csv_name(filled.table)}", data, filled.table.meaning, len(filled.rows))
    package = data_package(release, files).encode()
    yield Download("csv", PACKAGE, package, "The description of all tables: a Frictionless data package.", 0)
    number = sum(len(filled.rows) for filled in tables)
    yield Download("sqlite", SQLITE, database(tables, release), "All tables in one file.", number)
    for filled in tables:
        path = f"{PARQUET}/{filled.table.name}.parquet"
        yield Download("parquet", path, parquet_file(filled, release), filled.table.meaning, len(filled.rows))
    for name, features, what in (
        ("places", geojson.places(ledger), "Places, as points."),
        (
            "routes",
            geojson.routes(ledger),
            "The way of each flow that has places, as a line in the order of the report.",
        ),
    ):
        data = geojson.collection(release, features).encode()
        yield Download("geojson", f"data/{name}.geojson", data, what, len(features))
    lines = [entity.line() for entity in entities(ledger, release)]
    yield Download("ftm", FTM, "".join(lines).encode(), "All entities, one on each line.", len(lines))
    items = [source_item(ledger, id) for id in ledger.sources]
    for ending, (written, called) in CITATIONS.items():
        yield Download(
            "citations", f"data/sources.{ending}", written(items).encode(), f"All sources as {called}.", len(items)
        )
    for feed in feeds(ledger):
        group = "feeds" if feed.path.count("/") == 1 else "more-feeds"
        yield Download(group, feed.path, atom(feed, release), f"{feed.title}.", len(feed.items))


CITATIONS: dict[str, tuple[Callable[[Sequence[Item]], str], str]] = {
    "csl.json": (lambda items: csl(*items), "CSL-JSON"),
    "bib": (lambda items: "\n".join(map(bibtex, items)), "BibTeX"),
    "ris": (lambda items: "\n".join(map(ris, items)), "RIS"),
}
"""The formats that lists of sources come in, by the ending of the file."""


def source_lists(ledger: Reckoned, id: str) -> Iterator[tuple[str, bytes]]:
    """Yield the sources of a transaction in each format, as paths and bytes."""
    items = [source_item(ledger, source) for source in cited_sources(ledger.transactions[id])]
    for ending, (written, _) in CITATIONS.items():
        yield source_list_path(id, ending), written(items).encode()


def source_list_path(id: str, ending: str) -> str:
    """Return where the sources of a transaction are in a format."""
    return f"data/transactions/{id}.{ending}"
