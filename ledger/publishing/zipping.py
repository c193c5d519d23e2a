"""A folder as one zip whose bytes depend on nothing but the names and bytes in it."""

from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ledger.publishing.bag import files_of

_FIRST_DAY = date(1980, 1, 1)
"""A zip knows no earlier one."""
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 9


def write_zip(folder: Path, target: Path, top: str, day: date) -> None:
    """Write the files of ``folder`` into the zip ``target``, in one folder named ``top``.

    Names are sorted, every file has the same day, mode and system. The compressed bytes are those of the zlib that
    Python was built with; a list of hashes inside is the same everywhere.
    """
    when = max(day, _FIRST_DAY)
    with ZipFile(target, "w") as archive:
        for name in files_of(folder):
            info = ZipInfo(f"{top}/{name}", (when.year, when.month, when.day, 0, 0, 0))
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, (folder / name).read_bytes(), ZIP_DEFLATED, _LEVEL)
