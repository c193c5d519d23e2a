"""Drafts are written all or none, and never over anything or through a link."""

from pathlib import Path

import pytest

from ledger.publishing.drafts import TakenError, write_new
from tests.helpers import write

FILES = {"actors/a.yaml": "name: A\n", "sources/b.yaml": "title: ü\n"}


def test_files_are_written(tmp_path: Path) -> None:
    assert write_new(tmp_path, FILES) == [tmp_path / name for name in FILES]
    assert (tmp_path / "sources/b.yaml").read_bytes() == "title: ü\n".encode()


def test_what_is_there_stays(tmp_path: Path) -> None:
    write(tmp_path, {"sources/b.yaml": "old"})
    with pytest.raises(TakenError, match=r"b\.yaml is there already; nothing was written"):
        write_new(tmp_path, FILES)
    assert (tmp_path / "sources/b.yaml").read_text("utf-8") == "old"
    assert not (tmp_path / "actors").exists()


def test_what_came_in_between_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"sources/b.yaml": "old"})
    monkeypatch.setattr(Path, "exists", lambda _: False)
    with pytest.raises(TakenError):
        write_new(tmp_path, FILES)
    assert (tmp_path / "sources/b.yaml").read_text("utf-8") == "old"
    assert list((tmp_path / "actors").iterdir()) == []


@pytest.mark.parametrize("link", ["sources", "sources/b.yaml"])
def test_no_link_is_followed(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "entries", tmp_path / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside / ("x" if link.endswith("yaml") else ""))
    with pytest.raises(TakenError):
        write_new(root, FILES)
    assert list(outside.iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path, FILES | {"actors/c.yaml": "\udcff"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
