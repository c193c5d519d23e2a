"""A zip depends on the names and bytes in it and on nothing else."""

import os
import zipfile
from datetime import date
from pathlib import Path

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


def test_a_day_before_all_zips(tmp_path: Path) -> None:
    write_zip(write(tmp_path / "x", {"a": ""}), tmp_path / "x.zip", "top", date(1970, 1, 1))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
