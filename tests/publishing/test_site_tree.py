"""A site is published all at once or not at all, wherever its build is killed, and only what stands is trusted."""

import os
from pathlib import Path

import pytest

from ledger.publishing.site_tree import WORK
from tests.helpers import write
from tests.publishing.zygote import LONG, WAYS, Zygote, tiny

OLD = {"a.html": "a", "b/c.html": "c", "b/d.html": "d", "e": "was a file", "f/g": "g"}
NEW = {"a.html": "a", "b/c.html": "changed", "e/x.html": "is a folder", "f": "is a file", "h/i/j.html": "new"}


def texts(folder: Path) -> dict[str, str]:
    """Return every file of a folder; links are not followed."""
    found = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    return {path.relative_to(folder).as_posix(): "" if path.is_symlink() else path.read_text() for path in found}


@pytest.mark.parametrize("lacking", ["", "exchange", "links"])
@pytest.mark.parametrize("way", WAYS)
def test_at_every_call(way: str, lacking: str, zygote: Zygote, memory: Path) -> None:
    tiny(memory / "counted", OLD)
    calls = zygote.run(memory / "counted", files=NEW, alone=True, lacking=lacking).calls
    assert calls > 20
    out = memory / "out"
    step = 1 if LONG or (way, lacking) == ("kill", "") else 5
    for at in range(1, calls + 1, step):
        tiny(out, OLD)
        assert texts(out / "site") == OLD
        zygote.run(out, files=NEW, at=at, way=way, lacking=lacking)
        # Without an exchange there is a moment between two renamings.
        now = texts(out / "site")
        assert now in (OLD, NEW) or (lacking == "exchange" and not (out / "site").exists()), at
        tiny(out, NEW)
        assert texts(out / "site") == NEW, at


def test_a_file_that_changed_is_replaced_and_not_written_into(tmp_path: Path) -> None:
    tiny(tmp_path, OLD)
    tiny(tmp_path, OLD)
    with (tmp_path / "site/b/c.html").open() as reader:
        tiny(tmp_path, NEW)
        assert reader.read() == "c"
    # What did not change stands in both folders at once.
    assert (tmp_path / "site/a.html").stat().st_ino == (tmp_path / WORK / "next/a.html").stat().st_ino


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_people_do_to_a_published_site_is_undone(times: int, tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"kept.html": "kept", "c.html": "kept"})
    out = tmp_path / "out"
    tiny(out, OLD)
    for _ in range(times):
        site = out / "site"
        (site / "a.html").write_text("b")
        (site / "b/extra.html").write_text("x")
        (site / "b/d.html").unlink()
        (site / "b/d.html").symlink_to(elsewhere / "kept.html")
        (site / "e").unlink()
        (site / "e").mkdir()
        (site / "f/g").chmod(0o600)
        (site / "f").chmod(0o700)
        (site / "link").symlink_to(elsewhere)
        os.mkfifo(site / "pipe")
        tiny(out, OLD)
        assert texts(site) == OLD
        assert not [path for path in site.rglob("*") if path.is_symlink()]
        modes = {path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
        assert modes == {path.stat().st_mode & 0o777 for path in (elsewhere, elsewhere / "c.html")}
    assert texts(elsewhere) == {"kept.html": "kept", "c.html": "kept"}


def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"c.html": "kept"})
    out = tmp_path / "out"
    tiny(out, OLD)
    tiny(out, OLD)
    for folder in (out / "site/b", out / WORK / "next/b"):
        folder.rename(tmp_path / folder.parent.name)
        folder.symlink_to(elsewhere)
    tiny(out, NEW)
    tiny(out, OLD)
    assert texts(out / "site") == OLD
    assert texts(elsewhere) == {"c.html": "kept"}


def test_other_rights_for_new_files_are_those_of_all(zygote: Zygote, tmp_path: Path) -> None:
    tiny(tmp_path, OLD)
    zygote.run(tmp_path, files=OLD, lacking="umask")
    site = tmp_path / "site"
    assert {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (site, *site.rglob("*")) if path.is_dir()} == {0o700}
    tiny(tmp_path, OLD)
    assert {path.stat().st_mode & 0o077 for path in site.rglob("*")} != {0}
