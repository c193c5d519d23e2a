"""The page of data tells the truth about every file, and its lines of code run."""

import hashlib
import re
from pathlib import Path

import duckdb
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from ledger.checking import Checked
from ledger.pages.data import GROUPS, SUMS, Group, data, size
from ledger.pages.site import Site
from tests.helpers import ROOT, press_of, record_files_of

SITE = Site("Example")


@pytest.fixture(scope="module")
def made(mini: Checked) -> dict[str, bytes]:
    files, page = data(press_of(mini.ledger, SITE))
    return files | {f"{page.path}.md": page.body.encode()}


def test_every_file_stands_on_the_page_with_its_size_and_its_sum(made: dict[str, bytes]) -> None:
    page = made["data/index.md"].decode()
    found = re.findall(
        r'<a href="\.\./([^"]+)" download>\1</a></th><td[^>]*>[^<]+</td><td[^>]*>([\d,]*)</td><td[^>]*>([^<]+)</td>'
        r'<td[^>]*><code class="sum">(\w+)</code>',
        page,
    )
    assert {path for path, *_ in found} == set(made) - {"data/index.md"}
    for path, _, shown, sum in found:
        assert (shown, sum) == (size(len(made[path])), hashlib.sha256(made[path]).hexdigest())


def test_rows_are_counted(made: dict[str, bytes], mini: Checked) -> None:
    page = made["data/index.md"].decode()
    [rows] = re.findall(r">data/csv/sources\.csv</a></th><td[^>]*>[^<]+</td><td[^>]*>(\d+)<", page)
    assert int(rows) == len(mini.ledger.sources)


def test_the_sums_are_those_of_the_built_site(site: Path) -> None:
    lines = [line.split("  ") for line in (site / SUMS).read_text("utf-8").splitlines()]
    summed = {path: hashlib.sha256((site / path).read_bytes()).hexdigest() for _, path in lines}
    assert summed == {path: sum for sum, path in lines}
    published = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    made = {path for path in published if path.startswith(("api/", "data/", "feeds/"))}
    assert set(summed) == made - {SUMS, "data/index.html"}


def test_the_same_entries_give_the_same_bytes(mini: Checked, made: dict[str, bytes]) -> None:
    assert data(press_of(mini.ledger, SITE))[0].items() < made.items()


# What is short enough for a page leaves closing the file to Python.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("group", [group for group in GROUPS if group.python], ids=lambda group: group.id)
def test_the_line_of_python_runs(group: Group, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    names: dict[str, object] = {}
    exec(group.python, names)
    [result] = [value for name, value in names.items() if name in ("items", "claims", "places", "sources", "changes")]
    assert len(result) > 1  # type: ignore[arg-type]


@pytest.mark.parametrize("id", ["json", "csv", "parquet", "geojson", "citations", "feeds"])
def test_the_line_of_duckdb_runs(id: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That for SQLite needs an extension, which DuckDB would fetch."""
    monkeypatch.chdir(site)
    [group] = [group for group in GROUPS if group.id == id]
    assert len(duckdb.connect().execute(group.duckdb).fetchall()) > 1


def test_the_lists_of_sources_are_read_by_what_reads_them(made: dict[str, bytes], mini: Checked) -> None:
    library = parse_string(made["data/sources.bib"].decode())
    assert library.failed_blocks == []
    assert [one.key for one in library.entries] == list(mini.ledger.sources)
    assert [one["id"] for one in rispy.loads(made["data/sources.ris"].decode())] == list(mini.ledger.sources)


def test_a_transaction_has_lists_of_its_own_sources(mini: Checked) -> None:
    files = record_files_of(mini.ledger)
    listed = {one["id"] for one in rispy.loads(files["data/transactions/2024-rice-for-coal.ris"].decode())}
    entry = mini.ledger.transactions["2024-rice-for-coal"]
    assert {citation.source for claim in entry.claims.values() for citation in claim.sources} <= listed


def test_the_page_of_changes_has_the_version(made: dict[str, bytes]) -> None:
    from ledger.exports.release import Release

    version = Release("", "").version
    changes = (ROOT / "docs" / "about" / "data-changes.md").read_text("utf-8")
    assert f"## {version}," in changes
    assert f"version {version}" in made["data/index.md"].decode()


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (4_300_000, "4.3 MB")]
)
def test_sizes_are_in_words(number: int, words: str) -> None:
    assert size(number) == words
