"""A zip depends on the names and bytes in it and on nothing else, and any reader of zips opens it."""

import os
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from random import Random

import deflate
import pytest

from ledger.publishing import zipping
from ledger.publishing.zipping import write_zip
from tests.helpers import write

DAY = date(2026, 11, 22)


def test_order_times_and_modes_of_files_leave_no_trace(tmp_path: Path) -> None:
    files = {"b/a.html": "one", "a.html": "two", "B.txt": "three"}
    here = write(tmp_path / "here", files)
    there = write(tmp_path / "there", dict(reversed(files.items())))
    (there / "a.html").chmod(0o600)
    os.utime(there / "a.html", (0, 0))
    for folder, target in ((here, "one.zip"), (there, "two.zip")):
        write_zip(folder, tmp_path / target, "top", DAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["top/B.txt", "top/a.html", "top/b/a.html"]
        assert archive.read("top/a.html") == b"two"
        for info in archive.infolist():
            assert info.date_time == (2026, 11, 22, 0, 0, 0)
            assert (info.create_system, info.external_attr >> 16) == (3, 0o100644)


def test_nothing_is_in_it_but_what_a_zip_must_have(tmp_path: Path) -> None:
    """The two headers of a file (APPNOTE 4.3), and the bytes of the packer's highest level."""
    names = [f"{letter}.html" for letter in "abc"]
    # Each level packs this another way.
    text = "".join(Random(1).choices(["coal ", "rice ", "ship ", "a", "b "], k=30_000))
    write_zip(write(tmp_path / "x", dict.fromkeys(names, text)), tmp_path / "x.zip", "top", DAY)
    packed = len(deflate.deflate_compress(text.encode(), 12))
    least = sum(30 + 46 + 2 * len(f"top/{name}") + packed for name in names) + 22
    assert (tmp_path / "x.zip").stat().st_size == least


def test_others_read_it(tmp_path: Path) -> None:
    """Every length and check sum, by Python and, where it is there, by Info-ZIP; names and data that are odd too."""
    files: dict[str, str | bytes] = {
        "empty": "",
        "샛별.txt": "별",
        "noise": Random(1).randbytes(100_000),
        "a/b/c": "c" * 9,
    }
    write_zip(write(tmp_path / "x", files), tmp_path / "x.zip", "top", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        read = {name.removeprefix("top/"): archive.read(name) for name in archive.namelist()}
    assert read == {name: data if isinstance(data, bytes) else data.encode() for name, data in files.items()}
    if shutil.which("unzip"):
        subprocess.run(["unzip", "-tq", str(tmp_path / "x.zip")], check=True, stdout=subprocess.DEVNULL)


def test_more_files_than_a_short_count_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "one").write_bytes(b"1")
    names = [f"{number:05}" for number in range(70_000)]
    monkeypatch.setattr(zipping, "files_of", lambda _: names)
    monkeypatch.setattr(Path, "read_bytes", lambda path: path.name.encode())
    write_zip(folder, tmp_path / "x.zip", "top", DAY)
    monkeypatch.undo()
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert len(archive.namelist()) == 70_000
        assert archive.read("top/69999") == b"69999"


def test_a_day_before_all_zips(tmp_path: Path) -> None:
    write_zip(write(tmp_path / "x", {"a": ""}), tmp_path / "x.zip", "top", date(1970, 1, 1))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
