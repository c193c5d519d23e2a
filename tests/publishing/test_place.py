"""One build at a time in a folder; none that was killed stands in the way; no link or file is taken for a folder."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.publishing.building import build
from ledger.publishing.failing import ended, told
from ledger.publishing.place import BusyError, at_work
from ledger.publishing.site_tree import WORK
from tests.helpers import MINI, ROOT, write
from tests.publishing.zygote import tiny

BUILD = ("build", "--entries", str(MINI), "--out")


@pytest.fixture
def holder(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that is at work in ``tmp_path/out`` until a line is sent to it."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom ledger.publishing.place import at_work\n"
        "with at_work(Path(sys.argv[1])):\n    print('in', flush=True)\n    sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "in\n"
        yield process
        process.kill()


def _below(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}


@pytest.mark.parametrize("command", ["build", "bundle"])
def test_the_second_says_who_is_there_and_touches_nothing(
    command: str, holder: "subprocess.Popen[str]", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _below(tmp_path)
    assert main([command, *BUILD[1:], str(tmp_path / "out")]) == 2
    printed = capsys.readouterr()
    assert printed.err == (
        f"{tmp_path}/out: another build (process {holder.pid}) is at work here; try again when it is done\n"
    )
    assert (printed.out, _below(tmp_path)) == ("", before)


def test_a_preview_waits_and_says_so(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    said: list[str] = []

    def waiting(text: str) -> None:
        said.append(text)
        assert holder.stdin
        holder.stdin.write("\n")
        holder.stdin.flush()

    assert build(MINI, tmp_path / "out", waiting=waiting).pages > 0
    assert said == [f"{tmp_path}/out: another build (process {holder.pid}) is at work here; waiting for it"]


def test_one_that_was_killed_does_not_stand_in_the_way(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait(10)
    with at_work(tmp_path / "out"):
        assert (tmp_path / "out" / WORK / "builder").read_text() == str(os.getpid())


def test_what_a_killed_one_left_is_taken_away(tmp_path: Path) -> None:
    write(tmp_path, {".bag-x/y/z.html": "half", ".work/readings.7.tmp": "half", ".work/aside/index.html": "old"})
    with at_work(tmp_path):
        assert (tmp_path / "site/index.html").read_text() == "old"
        assert sorted(path.name for path in tmp_path.iterdir()) == [".work", "site"]
        assert sorted(path.name for path in (tmp_path / WORK).iterdir()) == ["builder", "lock"]
    write(tmp_path, {".work/aside/index.html": "older"})
    with at_work(tmp_path):
        assert (tmp_path / "site/index.html").read_text() == "old"
        assert not (tmp_path / WORK / "aside").exists()


@pytest.mark.parametrize(("name", "what"), [*product(("site", "pages", WORK), ("link", "file")), (".", "file")])
def test_a_link_or_a_file_is_no_folder(
    name: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"kept.html": "kept"})
    path = tmp_path / "out" / name
    path.parent.mkdir(exist_ok=True)
    if what == "file":
        path.write_text("kept")
    else:
        path.symlink_to(elsewhere)
    assert main([*BUILD, str(tmp_path / "out")]) == 2
    printed = capsys.readouterr()
    assert f"a {what} stands where a folder should; take it away" in printed.err
    assert path.name in printed.err
    assert path.is_symlink() or path.read_text() == "kept"
    assert [one.name for one in elsewhere.iterdir()] == ["kept.html"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    tiny(tmp_path / "out", {"a.html": "a"})
    assert (tmp_path / "real/site/a.html").read_text() == "a"
    with at_work(tmp_path / "out"), pytest.raises(BusyError), at_work(tmp_path / "real"):
        pass


def test_what_the_machine_does_is_said_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    def fails(error: BaseException) -> int:
        raise error

    full = OSError(errno.ENOSPC, "No space left on device", "/x/y")
    assert ended(lambda: fails(full)) == 2
    assert ended(lambda: fails(KeyboardInterrupt())) == 130
    with pytest.raises(KeyboardInterrupt):
        # A preview ends with it, and not only the build that it is at.
        told(lambda: fails(KeyboardInterrupt()))
    assert capsys.readouterr().err.splitlines() == [
        "/x/y: No space left on device; what stood there before is whole",
        "interrupted; what stood there before is whole",
    ]
    assert ended(lambda: 1) == 1
