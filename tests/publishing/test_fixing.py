"""``fix`` on a folder: which files it writes, how, and what it says of the others."""

import os
import stat
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.fixing.fix import UnsafeError
from ledger.publishing import fixing
from ledger.publishing.fixing import fix_tree
from ledger.publishing.saving import save
from tests.helpers import write

UNTIDY, TIDY = "kind: agency\nname: A\n", "name: A\nkind: agency\n"
FILES = {"actors/a.yaml": UNTIDY, "actors/b.yaml": TIDY, "places/c.yaml": UNTIDY, "actors/d.yaml": "name: [\n"}


def state(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    status = main(["fix", *arguments])
    printed = capsys.readouterr()
    return status, printed.out.splitlines(), printed.err


def test_check_says_what_would_change_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "entries", FILES)
    monkeypatch.chdir(tmp_path)
    before = state(tmp_path)
    status, out, err = run(capsys, "--check")
    assert status == 1
    assert out[:2] == ["entries/actors/a.yaml", "entries/places/c.yaml"]
    assert out[2].startswith("entries/actors/d.yaml:")
    assert "2 files would change" in err
    assert state(tmp_path) == before

    status, again, err = run(capsys)
    assert (status, again) == (1, out), "the same files, now written; the broken one is still a problem"
    assert "2 files put in order" in err
    after = state(tmp_path)
    assert after.keys() == before.keys(), "nothing is left beside the files"
    assert after["entries/actors/a.yaml"] == TIDY.encode()
    assert after["entries/actors/d.yaml"] == before["entries/actors/d.yaml"]

    Path("entries/actors/d.yaml").unlink()
    assert run(capsys, "--check")[:2] == (0, [])
    assert run(capsys)[:2] == (0, [])
    assert "entries/actors/d.yaml" not in state(tmp_path)


def test_only_some_paths(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tree, FILES)
    status, out, err = run(capsys, "--entries", str(tree), str(tree / "actors" / "a.yaml"))
    assert (status, len(out)) == (0, 1)
    assert "1 file put in order" in err
    assert (tree / "places/c.yaml").read_text() == UNTIDY


@pytest.mark.parametrize("name", ["nothing.yaml", "actors/nothing.yaml", "actors/a"])
def test_a_path_where_nothing_is(name: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tree, FILES)
    status, _, err = run(capsys, "--entries", str(tree), str(tree / name))
    assert status == 1
    assert "no entry is kept here" in err


def test_the_mode_of_a_file_stays(tree: Path) -> None:
    path = write(tree, FILES) / "actors/a.yaml"
    path.chmod(0o640)
    fix_tree(tree, write=True)
    assert path.read_text() == TIDY
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_links_are_not_followed(tree: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"a.yaml": UNTIDY, "actors/b.yaml": UNTIDY})
    write(tree, {"places/c.yaml": TIDY})
    (tree / "places/a.yaml").symlink_to(outside / "a.yaml")
    (tree / "actors").symlink_to(outside / "actors")
    report = fix_tree(tree, write=True)
    assert [problem.code for problem in report.problems] == ["E002", "E002"]
    assert report.changed == []
    assert set(state(outside).values()) == {UNTIDY.encode()}


def test_a_file_that_changed_meanwhile_is_left(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tree, {"actors/a.yaml": UNTIDY}) / "actors/a.yaml"

    def meddled(*arguments: object) -> bool:
        path.write_text("name: Mine\n")
        return save(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "save", meddled)
    report = fix_tree(tree, write=True)
    assert report.changed == []
    assert "changed while it was read" in report.failures[0]
    assert path.read_text() == "name: Mine\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_fails_half_way_leaves_the_file_whole(step: str, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree, {"actors/a.yaml": UNTIDY, "actors/b.yaml": UNTIDY})
    before = state(tree)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    report = fix_tree(tree, write=True)
    assert len(report.failures) == 2
    assert "No space left" in report.failures[0]
    assert report.changed == []
    assert state(tree) == before


def test_a_fault_of_the_program_is_said_and_nothing_written(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree, {"actors/a.yaml": UNTIDY})

    def unsafe(file: object) -> None:
        raise UnsafeError

    monkeypatch.setattr(fixing, "fix", unsafe)
    report = fix_tree(tree, write=True)
    assert "left as it is" in report.failures[0]
    assert state(tree) == {"actors/a.yaml": UNTIDY.encode()}
