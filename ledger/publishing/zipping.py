"""A folder as one zip whose bytes depend on nothing but the names and bytes in it.

The form is that of PKWARE's APPNOTE 6.3.10 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), with the
least that a reader of zips needs. Python's ``zipfile`` takes no packer but the zlib that Python was built with.
"""

import zlib
from datetime import date
from pathlib import Path
from struct import pack

import deflate

from ledger.publishing.bag import files_of

_FIRST_DAY = date(1980, 1, 1)
"""A zip knows no earlier one."""
_NEEDED, _DEFLATED, _MADE_ON_UNIX = 20, 8, 3 << 8 | 20
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 12
"""The best that libdeflate has."""
_MOST = 0xFFFF
"""More files than these are counted in a record of their own (APPNOTE 4.3.14)."""


def write_zip(folder: Path, target: Path, top: str, day: date) -> None:
    """Write the files of ``folder`` into the zip ``target``, in one folder named ``top``.

    Names are sorted, every file has the same day, mode and system. The packed bytes are those of libdeflate in the
    version that is locked, on every machine. A file, or the whole, of 4 GiB or more raises ``struct.error``.
    """
    when = max(day, _FIRST_DAY)
    stamp = (0, (when.year - 1980) << 9 | when.month << 5 | when.day)
    directory, at = [], 0
    with target.open("wb") as out:
        for name in files_of(folder):
            data = (folder / name).read_bytes()
            path = f"{top}/{name}".encode()
            packed = bytes(deflate.deflate_compress(data, _LEVEL))
            # Bit 11: the name is UTF-8. Plain ASCII needs no mark, and old programs read it so.
            about = (0 if path.isascii() else 1 << 11, _DEFLATED, *stamp, zlib.crc32(data), len(packed), len(data))
            entry = pack("<4H3I2H", *about, len(path), 0)
            directory.append(
                pack("<4s2H", b"PK\1\2", _MADE_ON_UNIX, _NEEDED)
                + entry
                + pack("<3H2I", 0, 0, 0, _PLAIN_FILE, at)
                + path
            )
            at += out.write(pack("<4sH", b"PK\3\4", _NEEDED) + entry + path + packed)
        size = out.write(b"".join(directory))
        number = len(directory)
        if number >= _MOST:
            out.write(pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, size, at))
            out.write(pack("<4sIQI", b"PK\6\7", 0, at + size, 1))
        few = min(number, _MOST)
        out.write(pack("<4s4H2IH", b"PK\5\6", 0, 0, few, few, size, at, 0))
