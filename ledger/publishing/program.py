"""What a build depends on beside the entries: one name for the program, its libraries, the theme and the settings."""

import hashlib
import platform
from functools import cache
from importlib.metadata import distributions

from ledger.pages.render import TEMPLATES

_ROOT = TEMPLATES.parent
_PARTS = ("ledger", "templates", "overrides")


@cache
def program() -> str:
    """Return a name that changes with any file of the program and with the version of any library."""
    hash = hashlib.sha256(platform.python_version().encode())
    for name, version in sorted({(one.name, one.version) for one in distributions()}):
        hash.update(f"{name} {version}\n".encode())
    for part in _PARTS:
        for path in sorted((_ROOT / part).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                hash.update(f"{path.relative_to(_ROOT).as_posix()} {len(data)} ".encode() + data)
    return hash.hexdigest()
