"""A build is whole, strict, the same wherever it runs, and publishes nothing where an entry is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.publishing.building import CODES, DOCS, build
from ledger.publishing.links import check_links
from ledger.publishing.settings import read_site
from ledger.publishing.staging import hand_written
from tests.helpers import MINI, ROOT, files_of, write


def test_the_site_is_whole(site: Path) -> None:
    assert check_links(site) == []
    for kind in ("transactions", "sources", "actors", "places", "countries", "commodities", "resolutions", "series"):
        assert (site / kind / "index.html").is_file()
    for entry in MINI.glob("*/*.yaml"):
        assert (site / entry.parent.name / f"{entry.stem}.html").is_file()


def test_titles_cannot_become_markup(site: Path) -> None:
    """Themes print the titles of pages as they stand, some of them on every page."""
    for page in site.rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8"), page


def test_nothing_is_written_where_an_entry_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = write(tmp_path / "entries", {"actors/bbc.yaml": "name: BBC\nkind: broadcaster\n"})
    out = tmp_path / "out"
    assert main(["build", "--entries", str(entries), "--out", str(out)]) == 1
    assert not (out / "site").exists()
    printed = capsys.readouterr()
    assert "actors/bbc.yaml:2:7: E204" in printed.out
    assert "nothing was published" in printed.err


def test_a_broken_hand_written_page_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write(tmp_path / "docs", hand_written(DOCS) | {"about/method.md": b"[x](nowhere.md)\n"})
    monkeypatch.setattr("ledger.publishing.building.DOCS", docs)
    built = build(MINI, tmp_path / "out")
    assert [problem.code for problem in built.problems] == ["E401"]
    assert "nowhere.md" in built.problems[0].message


def test_two_builds_give_the_samefiles_of(site: Path, tmp_path: Path) -> None:
    """Another folder, another hash seed, another time zone and another day."""
    environment = os.environ | {"PYTHONHASHSEED": "1234", "TZ": "Asia/Pyongyang", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "build_site.py", "build", "--entries", str(MINI), "--out", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert files_of(tmp_path / "pages") == files_of(site.parent / "pages")
    assert files_of(tmp_path / "site") == files_of(site)


def test_addresses_are_set_in_one_place() -> None:
    settings = read_site()
    assert settings.name == "In Exchange"
    assert settings.edit_url("actors", "bbc") == "" or settings.repo_url


def test_every_code_is_explained() -> None:
    for code in CODES.values():
        assert code.title
        assert code.why, code.name
