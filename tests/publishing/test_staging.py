"""The staged folder holds what it is given, and is left alone where nothing changed."""

from pathlib import Path

from ledger.publishing.staging import hand_written, stage
from tests.helpers import write


def _held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_holds_the_files_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, {"old.md": "old", "gone/deep/old.md": "old", "a.md/was-a-folder": "old", "b": "was a file"})
    files = {"a.md": b"new", "b/c.md": b"new"}
    assert stage(files, tmp_path) == 2
    assert _held(tmp_path) == files
    assert not (tmp_path / "gone").exists()


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    """A builder that watches the folder must come to rest."""
    files = {"a.md": b"same", "b.md": b"old"}
    stage(files, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert stage(files | {"b.md": b"new"}, tmp_path) == 1
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.md").symlink_to(outside)
    stage({"a.md": b"new"}, folder)
    assert outside.read_bytes() == b"mine"
    assert (folder / "a.md").read_bytes() == b"new"


def test_hidden_files_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a", ".draft.md": "b", ".git/c.md": "c", "d/.e.md": "e"})
    assert hand_written(tmp_path) == {"a.md": b"a"}
