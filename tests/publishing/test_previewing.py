"""A preview prints one record's page as the site has it, whatever is wrong elsewhere."""

from pathlib import Path

import pytest

from ledger.cli import main
from ledger.publishing.previewing import NoSuchRecordError, preview
from tests.helpers import MINI, mini_files, write

ENTRY = "2024-rice-for-coal"


def test_the_page_is_that_of_the_site(site: Path, tmp_path: Path) -> None:
    previewed = preview(MINI, ENTRY, tmp_path)
    assert previewed.problems == ()
    assert previewed.page.read_bytes() == (site / "transactions" / f"{ENTRY}.html").read_bytes()
    pages = {path for path in (tmp_path / "preview").glob("*/*.html") if path.parent.name not in ("about", "decisions")}
    assert len(pages) == 1 + previewed.others
    assert (tmp_path / "preview" / "assets" / "css" / "site.css").is_file()


def test_a_kind_may_stand_before_the_id(tmp_path: Path) -> None:
    assert preview(MINI, f"transactions/{ENTRY}", tmp_path).page.is_file()


def test_what_is_wrong_elsewhere_does_not_matter(tmp_path: Path) -> None:
    entries = write(tmp_path / "entries", mini_files() | {"actors/broken.yaml": "name: a: b\n"})
    assert preview(entries, ENTRY, tmp_path).page.is_file()


def test_what_is_wrong_with_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"transactions/{ENTRY}.yaml"
    entries = write(tmp_path / "entries", mini_files() | {name: mini_files()[name] + "nowhere: x\n"})
    assert main(["preview", ENTRY, "--entries", str(entries), "--out", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert f"{name}:" in printed.out
    assert "nowhere" in printed.out
    assert not (tmp_path / "preview").exists()


def test_an_id_that_nothing_has_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoSuchRecordError, match="did you mean"):
        preview(MINI, "2024-rice-for-coat", tmp_path)
    assert main(["preview", "nothing-like-it", "--entries", str(MINI), "--out", str(tmp_path)]) == 2
    assert "no record is called" in capsys.readouterr().err
