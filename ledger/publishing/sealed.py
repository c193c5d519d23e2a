"""Files that a build may use again, each with a seal: one that was cut short or is of another program is not there.

The seal shows accidents. It is no signature: who can write into the folder can make one.
"""

import contextlib
import hashlib
import os
from pathlib import Path

_SEAL = hashlib.sha256().digest_size


def save(path: Path, key: str, data: bytes) -> None:
    """Write bytes that ``key`` says the origin of; the file is there as a whole or not at all.

    Nothing needs it: where it cannot be written it is not there.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_seal(key, data) + data)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def load(path: Path, key: str) -> bytes | None:
    """Return the bytes that were saved with this key; None where there are none."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    data = sealed[_SEAL:]
    return data if sealed[:_SEAL] == _seal(key, data) else None


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + data).digest()
