"""What was published stays: from one release to the next every address answers, and the changes are told."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ledger.checking import check_tree
from ledger.cli import main
from ledger.exports.api import openapi, record_path
from ledger.exports.release import Release
from ledger.pages.data import data
from ledger.pages.render import pages
from ledger.pages.site import Site
from ledger.publishing.answering import unanswered
from ledger.publishing.bag import files_of
from ledger.publishing.building import build
from ledger.reading.releases import Line, read_releases
from ledger.views.links import path
from tests.helpers import ENTRIES, lines, press_of, record_files_of, write
from tests.yesterday import TEA, today, yesterday


def entries_of(root: Path, files: dict[str, str]) -> Path:
    """Write exactly these files as a tree of entries below ``root``, where its releases lie."""
    for old in (root / "entries").rglob("*.yaml"):
        old.unlink()
    return write(root / "entries", files)


def released(root: Path, files: dict[str, str]) -> Path:
    """Return these entries after a release of them."""
    entries = entries_of(root, files)
    assert main(["release", "--entries", str(entries)]) == 0
    return entries


def staged(entries: Path) -> dict[str, bytes]:
    """Return what would be staged for a site of these entries."""
    checked, site = check_tree(entries), Site("Example")
    assert lines(checked.problems) == []
    made = {path: text.encode() for path, text in pages(checked.ledger, site, ())}
    files, page = data(press_of(checked.ledger, site))
    return made | record_files_of(checked.ledger) | files | {f"{page.path}.md": page.staged.encode()}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of today's ledger, built over the release of yesterday's."""
    root = tmp_path_factory.mktemp("rebuilt")
    released(root, yesterday())
    built = build(entries_of(root, today()), root)
    assert lines(built.problems) == []
    return root


@pytest.fixture(scope="module")
def told(rebuilt: Path) -> dict[str, Any]:
    return json.loads((rebuilt / "site/data/changes.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_every_address_of_the_release_before_answers(rebuilt: Path) -> None:
    """Pages, the places on them, and the JSON."""
    site, published = rebuilt / "site", check_tree(rebuilt / "entries").ledger.published
    [before] = published.releases
    assert len(before.lines) > 30
    for line in before.lines:
        assert (site / record_path(*line.key)).is_file()
        page = (site / path(*line.key)).read_text("utf-8")
        if 'http-equiv="refresh"' in page:
            page = (site / path(line.kind, re.findall(r'url=([\w-]+)\.html"', page)[0])).read_text("utf-8")
        assert [anchor for anchor in line.anchors if f'id="{anchor}"' not in page] == []
    assert unanswered({*files_of(site)}, published) == []


def test_an_address_that_does_not_answer_stops_the_build(rebuilt: Path, tmp_path: Path) -> None:
    published = check_tree(rebuilt / "entries").ledger.published
    found = [str(problem) for problem in unanswered(set(), published)]
    assert len(found) == 2 * len(published.newest.records)
    assert "actors/gazette.html:1:1: E416 this was published, and nothing is there now" in found


def test_each_change_is_told_once(told: dict[str, Any]) -> None:
    def pairs(name: str) -> list[str]:
        return [f"{one['kind']}/{one['id']}" for one in told[name]]

    assert told["since"] == {"number": 1, "day": "2026-11-21"}
    assert told["release"] is None
    assert pairs("added") == ["commodities/tea"]
    assert pairs("changed") == ["transactions/2025-ore-for-machines", "actors/gazette", "series/coal-to-china"]
    assert told["renamed"] == [
        {"kind": "transactions", "id": "2024-rice-for-coal", "from": "2024-coal-for-rice"},
        {"kind": "actors", "id": "example-trading", "from": "example-trading-company"},
    ]
    assert [(one["id"], one["date"]) for one in told["withdrawn"]] == [("2023-tea-shipment", "2026-11-21")]
    assert told["merged"] == [
        {"kind": "transactions", "id": "2024-coal-shipment", "into": "2024-rice-for-coal"},
    ]
    assert told["deleted"] == []


def test_the_changes_are_as_described(told: dict[str, Any]) -> None:
    described = json.loads(openapi(Release("Example", "2026-11-22")))
    schema = {"$ref": "#/components/schemas/Changes", "components": described["components"]}
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(told)] == []


def test_the_page_of_data_counts_them(rebuilt: Path) -> None:
    page = (rebuilt / "site/data/index.html").read_text("utf-8")
    assert "What is new since release 1 of 21 November 2026." in page
    assert re.search(r">data/changes\.json</a></th><td[^>]*>[^<]+</td><td[^>]*>8</td>", page)


def test_the_old_data_lead_on(rebuilt: Path) -> None:
    old = json.loads((rebuilt / "site/api/v1/actors/example-trading-company.json").read_text("utf-8"))
    assert old == {"id": "example-trading-company", "moved_to": "example-trading"}


def test_a_release_says_only_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released(tmp_path, yesterday())
    first = (tmp_path / "releases/0001.txt").read_bytes()
    released(tmp_path, yesterday())
    assert [file.name for file in (tmp_path / "releases").iterdir()] == ["0001.txt"]
    assert "nothing changed since release 1" in capsys.readouterr().out
    entries = released(tmp_path, today())
    assert (tmp_path / "releases/0001.txt").read_bytes() == first
    second = (tmp_path / "releases/0002.txt").read_text("utf-8").splitlines()
    assert [re.sub(r" [0-9a-f]{16}\b", "", line) for line in second if line[0] != "#"] == [
        "day 2026-11-21",
        "changed transactions 2023-tea-shipment now=withdrawn c1 f1 r1",
        "changed transactions 2024-coal-shipment now=merged c1 f1 r1",
        "added transactions 2024-rice-for-coal formerly=2024-coal-for-rice c1 c2 c3 c4 c5 c6 c7 c8 f1 f2 r1 r2 r3",
        "changed transactions 2025-ore-for-machines c1 c2 c3 c4 f1 f2 f3 r1 r2 r3",
        "added actors example-trading formerly=example-trading-company",
        "changed actors gazette",
        "added commodities tea",
        "changed series coal-to-china",
    ]
    assert capsys.readouterr().out.startswith("release 2 of ")
    assert lines(check_tree(entries).problems) == []


def test_the_newest_release_is_compared_with_the_one_before(tmp_path: Path) -> None:
    """Whoever builds the commit that has the file of the release gets what that release changed."""
    released(tmp_path, yesterday())
    entries = released(tmp_path, today())
    told = json.loads(staged(entries)["data/changes.json"])
    assert (told["release"]["number"], told["since"]["number"]) == (2, 1)
    assert [one["id"] for one in told["added"]] == ["tea"]


def test_nothing_is_released_where_an_entry_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = released(tmp_path, yesterday())
    (entries / TEA).unlink()
    assert main(["release", "--entries", str(entries)]) == 1
    assert "E318" in capsys.readouterr().out
    assert not (tmp_path / "releases/0002.txt").exists()


def test_what_must_not_stay_can_be_taken_out_for_a_reason(tmp_path: Path) -> None:
    """The address answers, copies of the data hear of it, and nothing of the record is shown."""
    entries = released(tmp_path, yesterday() | {"actors/a-person.yaml": "name: A Person\nkind: ngo\n"})
    (entries / "actors/a-person.yaml").unlink()
    write(tmp_path / "releases", {"taken-out.txt": "# why it is not there\nactors a-person named without a basis\n"})
    made = staged(entries)
    page = made["actors/a-person.md"].decode()
    assert "must not stay: named without a basis." in page
    assert "noindex: true" in page
    assert "moved_to" not in page
    answer = json.loads(made["api/v1/actors/a-person.json"])
    assert answer == {"id": "a-person", "taken_out": "named without a basis"}
    told = json.loads(made["data/changes.json"])
    assert told["deleted"] == [{"kind": "actors", "id": "a-person", "why": "named without a basis"}]
    assert main(["release", "--entries", str(entries)]) == 0
    published = check_tree(entries).ledger.published
    assert published.releases[1].lines == (Line("gone", "actors", "a-person"),)
    assert lines(check_tree(entries).problems) == []


def test_the_entries_that_are_published_were_released() -> None:
    """Whoever takes the folder away takes the promise away."""
    releases, _, problems = read_releases(ENTRIES)
    assert lines(problems) == []
    assert len(releases[0].lines) > 3000
