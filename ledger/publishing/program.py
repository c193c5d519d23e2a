"""What a build depends on beside the entries: one name for the program and its libraries."""

import hashlib
import platform
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ledger.pages.render import TEMPLATES

_ROOT = TEMPLATES.parent


def program(*parts: str) -> str:
    """Return a name that changes with any file of these parts of the program, and with the version of any library."""
    # Code is what it was when it was loaded; templates are read by each build, and may change while a preview runs.
    return " ".join((_machine(), *(_code(part) if part.startswith(CODE) else _files(part) for part in parts)))


CODE = "ledger"
WHOLE = ("ledger", "templates", "overrides")
"""All that pages depend on."""


@cache
def _machine() -> str:
    lines = (platform.python_implementation(), sys.version, *sorted(_libraries()))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fingerprint(parts: Iterable[tuple[str, bytes]]) -> str:
    """Return a name that changes with the name and the bytes of any part, and with their order."""
    hash = hashlib.sha256()
    for name, data in parts:
        hash.update(f"{name} {len(data)} ".encode() + data)
    return hash.hexdigest()


@cache
def _code(part: str) -> str:
    return _files(part)


def _files(part: str) -> str:
    paths = (path for path in sorted((_ROOT / part).rglob("*")) if path.is_file() and path.suffix != ".pyc")
    return fingerprint((path.relative_to(_ROOT).as_posix(), path.read_bytes()) for path in paths)


def _libraries() -> set[str]:
    """Return the libraries that are installed, each by the folder in which its name and version are."""
    folders = [Path(name) for name in sys.path if name.endswith("-packages")]
    return {path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info")}
