"""Reading many files by several processes, and not reading again what was read before."""

import hashlib
import marshal
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from ledger.checking import Reader, read_all
from ledger.publishing import sealed
from ledger.publishing.processes import processes, share
from ledger.publishing.program import program
from ledger.reading.nodes import Plain
from ledger.reading.record_file import Reading
from ledger.reading.tree import File

_FEW = 400
"""Fewer files than these are read faster than processes are started."""
_PARTS = 4
"""Into how many parts the work of each process is cut, so that none waits long for another."""


def remembering(work: Path) -> Reader:
    """Return a reader that keeps what it read in the folder ``work``, by what stands in the file.

    Only files without a problem are kept; so what it returns never depends on the folder.
    """
    return partial(_read, work / "readings")


def _read(path: Path, files: Sequence[File]) -> Iterable[Reading]:
    key = program("ledger/reading")
    kept = _load(path, key)
    names = [hashlib.sha256(file.data).digest() for file in files]
    readings = {name: Reading(fields) for name in names if (fields := kept.get(name)) is not None}
    missing = [(name, file) for name, file in zip(names, files, strict=True) if name not in readings]
    if missing:
        # Two files with the same bytes may have problems, which name the file: each is read.
        found = shared([file for _, file in missing])
        for (name, _), reading in zip(missing, found, strict=True):
            if reading.fields is not None and not reading.problems:
                readings[name] = reading
        if any(name in readings for name, _ in missing) or len(kept) > 2 * len(files):
            sealed.save(path, key, marshal.dumps({name: reading.fields for name, reading in readings.items()}))
        fresh = iter(found)
        unread = {name for name, _ in missing}
        return [next(fresh) if name in unread else readings[name] for name in names]
    return [readings[name] for name in names]


def _load(path: Path, key: str) -> dict[bytes, Plain]:
    data = sealed.load(path, key)
    return marshal.loads(data) if data is not None else {}


def shared(files: Sequence[File]) -> list[Reading]:
    """Read files by several processes, in their order."""
    if len(files) < _FEW:
        return _each(files)
    size = -(-len(files) // (processes() * _PARTS))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    return [reading for chunk in share([partial(_each, chunk) for chunk in chunks]) for reading in chunk]


def _each(files: Sequence[File]) -> list[Reading]:
    return list(read_all(files))
