"""What a build depends on beside the entries: one name for the program and its libraries."""

import hashlib
import platform
import sys
from functools import cache
from pathlib import Path

from ledger.pages.render import TEMPLATES

_ROOT = TEMPLATES.parent


@cache
def program(*parts: str) -> str:
    """Return a name that changes with any file of these parts of the program, and with the version of any library."""
    hash = hashlib.sha256(f"{platform.python_implementation()} {sys.version}".encode())
    for name in sorted(_libraries()):
        hash.update(f"{name}\n".encode())
    for part in parts:
        for path in sorted((_ROOT / part).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                hash.update(f"{path.relative_to(_ROOT).as_posix()} {len(data)} ".encode() + data)
    return hash.hexdigest()


WHOLE = ("ledger", "templates", "overrides")
"""All that pages depend on."""


def _libraries() -> set[str]:
    """Return the libraries that are installed, each by the folder in which its name and version are."""
    folders = [Path(name) for name in sys.path if name.endswith("-packages")]
    return {path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info")}
