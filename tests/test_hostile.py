"""Hostile text in every field of every kind is refused, or comes out everywhere as the text that it is.

``LEDGER_HOSTILE=all`` tries every payload alone in every field and in a build of its own; else a tenth of them, and all
of them together in one build. With ``-rP`` the numbers are printed.
"""

import csv
import io
import json
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from lxml import etree
from lxml import html as lxml_html
from playwright.sync_api import Dialog
from pyarrow import parquet

from ledger.checking import CODES, Checked
from ledger.publishing.building import build
from tests.conftest import Watched
from tests.helpers import check, write
from tests.hostile import PAYLOADS, SENTINEL, Field, Hostile, fields, hostile, is_free, read_as_amount, tried

ALL = os.environ.get("LEDGER_HOSTILE") == "all"
EVERY = 1 if ALL else 10

# What a field that is not free may take of all this: a word, an id, a number or a date.
TAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,/~?%-]*")
NOT_ON_A_PAGE = {"transactions/resolutions_cited/*/words"}
"""Shown only where nothing in the resolution describes the goods; it is in the data."""


@pytest.fixture(scope="module")
def tree_fields(mini: Checked) -> list[Field]:
    return list(fields(mini.ledger.documents))


@pytest.fixture(scope="module")
def free(tree_fields: list[Field]) -> set[str]:
    return {field.name for field in tree_fields if is_free(field)}


@pytest.fixture(scope="module")
def taken(tree_fields: list[Field]) -> list[str]:
    """The payloads that a free field takes, by the name of an actor: all others are held against it."""
    name = next(field for field in tree_fields if field.name == "actors/name")
    return [payload for payload, text in PAYLOADS.items() if not tried(name, text)[1]]


def test_every_payload_in_every_field_is_refused_or_tame(
    tree_fields: list[Field], free: set[str], taken: list[str]
) -> None:
    refused: Counter[str] = Counter()
    accepted = 0
    for number, field in enumerate(tree_fields):
        for turn, (name, text) in enumerate(PAYLOADS.items()):
            if (number + turn) % EVERY:
                continue
            _, problems = tried(field, text)
            for problem in problems:
                assert problem.code in CODES
                assert problem.mark.path == field.document.path
                assert problem.message
                assert len(problem.message) < 6_000
                assert str(problem).isprintable()
            if problems:
                refused[problems[0].code] += 1
            else:
                accepted += 1
            where = f"{name} in {field.name}: {[str(problem)[:200] for problem in problems]}"
            if field.name in free and not read_as_amount(field, name):
                assert (not problems) is (name in taken), where
            elif not problems:
                assert name in taken or TAME.fullmatch(text), where
                assert field.name in free or TAME.fullmatch(text), where
    print(f"{sum(refused.values()) + accepted:,} cases in {len(tree_fields)} fields, {len(free)} of them free")
    print(f"{sum(refused.values()):,} refused: {dict(sorted(refused.items()))}; {accepted:,} taken")
    assert accepted
    assert set(refused) >= {"E101", "E103", "E104", "E121", "E204", "E206", "E207", "E210", "E211"}


@pytest.mark.parametrize("name", ["direction override", "tags", "null", "half of a surrogate", "nothing", "private"])
def test_what_cannot_be_shown_is_taken_nowhere(name: str, taken: list[str]) -> None:
    assert name not in taken


def test_a_file_of_more_than_a_megabyte_is_not_opened(tmp_path: Path) -> None:
    found = check(tmp_path, {"actors/a.yaml": json.dumps({"name": "A" * 1_000_000, "kind": "company"})})
    assert [problem.code for problem in found.problems] == ["E005"]


def test_a_text_of_nearly_a_megabyte_is_refused_in_few_words(tmp_path: Path) -> None:
    found = check(
        tmp_path, {"actors/a.yaml": json.dumps({"name": "x", "kind": "A" * 900_000, "country": "B" * 99_000})}
    )
    assert {problem.code for problem in found.problems} == {"E121", "E204", "E206"}
    assert sum(len(str(problem)) for problem in found.problems) < 20_000


class Site:
    """A ledger full of hostile text, and the site that was built of it."""

    def __init__(self, made: Hostile, folder: Path) -> None:
        self.made = made
        built = build(write(folder / "entries", made.files), folder / "out")
        assert not built.problems, [str(problem)[:300] for problem in built.problems]
        self.folder = built.site

    def found(self, texts: Iterable[str], *, folded: bool = False) -> set[str]:
        """Return the markers in some texts; fail where one does not stand in its whole text."""
        seen = set()
        for text in texts:
            shown = fold(text) if folded else text
            for mark in set(re.findall(r"zq\d+q", shown)):
                whole = self.made.texts[mark]
                # A label may begin with a capital where the text does not.
                assert (fold(whole)[1:] if folded else whole) in shown, f"{self.made.names[mark]}: {shown[:300]!r}"
                seen.add(mark)
        return seen

    def marks(self, *kinds: str) -> set[str]:
        """Return the markers in records of these kinds, of all where none is given."""
        return {mark for mark, name in self.made.names.items() if not kinds or name.split(": ")[1].startswith(kinds)}

    def read(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()


@pytest.fixture(scope="module", params=["together", *(range(len(PAYLOADS)) if ALL else [])])
def built(
    request: pytest.FixtureRequest,
    mini: Checked,
    free: set[str],
    taken: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Site:
    together = request.param == "together"
    if not together and request.param >= len(taken):
        pytest.skip("there are fewer payloads that a field takes")
    made = hostile(mini.ledger.documents, free, taken, 0 if together else request.param, together=together)
    print(f"{made.cases:,} cases built into {len(made.texts)} texts of {len(free)} fields, {len(taken)} payloads each")
    return Site(made, tmp_path_factory.mktemp("hostile"))


def fold(text: str) -> str:
    """Return a text without what a page does to it: line breaks, and the isolates around words from right to left."""
    return " ".join(re.sub("[\u2068\u2069]", "", text).split())


def strings(value: Any) -> Iterator[str]:
    """Yield every text in data as JSON has it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def parsed(folder: Path) -> Iterator[tuple[str, etree._Element]]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), lxml_html.document_fromstring(path.read_bytes())


def test_pages_show_every_text_as_it_is(built: Site) -> None:
    seen = set()
    for _, page in parsed(built.folder):
        for element in page.iter(etree.Element):
            # BibTeX, RIS and JSON write a text in ways of their own, and are read back below.
            own = [] if element.tag in ("pre", "script") else [element.text or ""]
            seen |= built.found([*own, element.tail or "", *map(str, element.attrib.values())], folded=True)
    hidden = {built.made.names[mark].split(": ")[1] for mark in built.marks() - seen}
    assert hidden == NOT_ON_A_PAGE


def test_pages_have_only_the_elements_that_we_write(built: Site, site: Path) -> None:
    """Of the ledger in miniature, whose pages are read before they are kept."""

    def shapes(folder: Path) -> set[tuple[str, str]]:
        return {
            (str(element.tag), attribute)
            for _, page in parsed(folder)
            for element in page.iter(etree.Element)
            for attribute in ("", *map(str, element.attrib))
        }

    assert shapes(built.folder) - shapes(site) == set()


def test_links_lead_only_where_links_may_lead(built: Site) -> None:
    outside = set()
    for name, page in parsed(built.folder):
        for element in page.iter(etree.Element):
            for attribute in ("href", "src", "action", "{http://www.w3.org/1999/xlink}href"):
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):|//", str(element.get(attribute, "")), re.IGNORECASE)
                if scheme:
                    assert scheme[1] in ("http", "https"), (name, element.get(attribute))
                    assert element.tag == "a", (name, element.get(attribute))
                    outside.add(str(element.get(attribute)))
    assert outside
    assert not [address for address in outside if "evil" in address]


def test_linked_data_reads_back(built: Site) -> None:
    seen = set()
    for _, page in parsed(built.folder):
        for script in page.iter("script"):
            if script.get("src") is None:
                seen |= built.found(strings(json.loads(script.text or "")))
    assert seen


@pytest.mark.parametrize("name", ["search", "explore"])
def test_data_of_scripts_read_back(name: str, built: Site) -> None:
    quoted = re.fullmatch(rf"window\.{name}Data=JSON\.parse\('(.*)'\);\n", built.read(f"assets/{name}-data.js"))
    assert quoted
    assert not set("<>&") & set(quoted[1])
    value = json.loads(re.sub(r"\\([\\'])", r"\1", quoted[1]))
    if name == "explore":
        # One text holds the words of all entries, a line for each.
        assert len(value.pop("words").split("\n")) == len(value["rows"])
    assert built.found(strings(value), folded=True)


def test_json_gives_every_text_back(built: Site) -> None:
    seen: set[str] = set()
    for path in (built.folder / "api").rglob("*.json"):
        seen |= built.found(strings(json.loads(path.read_bytes())))
    assert seen == built.marks()


def test_tables_give_every_text_back(built: Site) -> None:
    tables = sorted((built.folder / "data" / "csv").glob("*.csv"))
    cells = [
        cell
        for path in tables
        for row in csv.reader(io.StringIO(path.read_bytes().decode(), newline=""))
        for cell in row
    ]
    assert built.found(cells) == built.marks()
    with sqlite3.connect(f"file:{built.folder}/data/in-exchange.sqlite?mode=ro", uri=True) as base:
        names = [name for (name,) in base.execute("SELECT name FROM _tables")]
        rows = [cell for name in names for row in base.execute(f'SELECT * FROM "{name}"') for cell in row]
    assert built.found(cell for cell in rows if isinstance(cell, str)) == built.marks()
    columns = [
        parquet.read_table(path).to_pylist() for path in sorted((built.folder / "data" / "parquet").glob("*.parquet"))
    ]
    assert built.found(strings(columns)) == built.marks()


def test_places_read_back(built: Site) -> None:
    features = json.loads(built.read("data/places.geojson"))["features"]
    assert built.found(strings(features)) == built.marks("places")


def test_feeds_are_xml_and_read_back(built: Site) -> None:
    seen = set()
    for path in (built.folder / "feeds").rglob("*.xml"):
        seen |= built.found(text for text in ElementTree.parse(path).getroot().itertext())
    assert {built.made.names[mark].split(": ")[1] for mark in seen} >= {
        "transactions/title", "transactions/summary", "transactions/history/*/what",
    }  # fmt: skip


def test_citations_read_back(built: Site) -> None:
    items = json.loads(built.read("data/sources.csl.json"))
    in_csl = built.found(strings(items))
    records = rispy.loads(built.read("data/sources.ris"))
    assert built.found(strings(records), folded=True) == in_csl
    assert [record["id"] for record in records] == [item["id"] for item in items]
    library = parse_string(built.read("data/sources.bib"), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [item["id"] for item in items]
    assert built.read("data/sources.bib").count("{") == built.read("data/sources.bib").count("}")
    assert in_csl


def test_a_file_is_published_byte_for_byte(built: Site) -> None:
    for path, data in built.made.files.items():
        if path.startswith("transactions/"):
            assert (built.folder / "data" / path).read_bytes() == data


WATCH = f"""
window.refused = [];
addEventListener("securitypolicyviolation", (e) => refused.push(`${{e.effectiveDirective}} ${{e.blockedURI}}`));
if ({SENTINEL.replace("=1", "")}) throw new Error("a page was there before");
"""


@pytest.mark.browser
def test_a_browser_runs_nothing_and_shows_the_text(built: Site, watched: Watched) -> None:
    """Every page, its folds open, every citation's card; then the search and the table full of the same texts."""
    page, root = watched.page, built.folder.as_uri()
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.add_init_script(WATCH)
    names = sorted(path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.html"))
    names = [name for name in names if name != "404.html" and not name.startswith(("about/", "decisions/"))]
    # What has moved leads on before anybody could look at it.
    names = [name for name in names if b'http-equiv="refresh"' not in (built.folder / name).read_bytes()]

    def assert_quiet() -> None:
        assert page.evaluate("window.__pwned") is None
        assert page.evaluate("refused") == []
        assert (dialogs, watched.complaints) == ([], [])

    shown = set()
    for name in names:
        page.goto(f"{root}/{name}")
        shown |= built.found(
            page.evaluate(
                """() => {
                  for (const folded of document.querySelectorAll("details")) folded.open = true;
                  for (const mark of document.querySelectorAll("a.mark[href^='#'], button.copy")) mark.click();
                  const all = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
                  const texts = [];
                  for (let node; (node = all.nextNode()); ) {
                    if (!node.parentElement.closest("pre, script, noscript")) texts.push(node.data);
                  }
                  return texts;
                }"""
            ),
            folded=True,
        )
        assert page.url.startswith(f"{root}/{name}")
        assert_quiet()
    hidden = {built.made.names[mark].split(": ")[1] for mark in built.marks() - shown}
    assert hidden == NOT_ON_A_PAGE
    page.goto(f"{root}/search.html?q=pwned")
    page.locator(".find-list li").first.wait_for()
    assert built.found([page.locator(".find-list li").first.inner_text()], folded=True)
    assert_quiet()
    page.goto(f"{root}/explore.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="as CSV").click()
    rows = list(csv.reader(io.StringIO(Path(saved.value.path()).read_text("utf-8-sig"), newline="")))
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@\t-]", cell)]
    assert_quiet()
    assert [url for url in watched.requests if not url.startswith(root)] == []
