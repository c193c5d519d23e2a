"""A zip depends on the names and bytes in it and on nothing else."""

import os
import zipfile
import zlib
from datetime import date
from pathlib import Path
from random import Random

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
    """The two headers of a file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3), and bytes."""
    names = [f"{letter}.html" for letter in "abc"]
    # Each level packs this another way.
    text = "".join(Random(1).choices(["coal ", "rice ", "ship ", "a", "b "], k=30_000))
    write_zip(write(tmp_path / "x", dict.fromkeys(names, text)), tmp_path / "x.zip", "top", DAY)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = len(packer.compress(text.encode()) + packer.flush())
    least = sum(30 + 46 + 2 * len(f"top/{name}") + packed for name in names) + 22
    assert (tmp_path / "x.zip").stat().st_size == least


def test_a_day_before_all_zips(tmp_path: Path) -> None:
    write_zip(write(tmp_path / "x", {"a": ""}), tmp_path / "x.zip", "top", date(1970, 1, 1))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
