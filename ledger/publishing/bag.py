"""The bag: the files of a built site that are of use in a folder on disk, with a list of their hashes."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ledger.publishing.links import look, resolve

MANIFEST = "MANIFEST.txt"
"""The list of all other files with their hashes."""
READ_ME = "READ-ME-FIRST.txt"

_FOR_SERVERS = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server shows, or only a machine on the web asks for."""
_ASSETS = "assets/"
_IN_STYLES = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")
_IN_SCRIPTS = re.compile(rf"{_ASSETS}[\w./-]+")
"""A script that loads another names it by its path from the root of the site."""


def belonging(site: Path) -> list[str]:
    """Return the files of a built site that belong in the bag, sorted, as paths with forward slashes.

    They are every page, every file to take away, and of ``assets/`` only what pages lead to, by themselves or through
    stylesheets and scripts, with the licences beside it. So nothing needs a list of what the theme brings along.
    """
    names = files_of(site)
    assets = {name for name in names if name.startswith(_ASSETS)}
    queue = [name for name in names if name not in assets and name not in _FOR_SERVERS]
    for name in queue:
        new = assets.intersection(_named_in(site, name))
        assets -= new
        queue += new
    folders = {name.rpartition("/")[0] for name in queue}
    return sorted(queue + [name for name in assets if "/LICENSE" in name and name.rpartition("/")[0] in folders])


def _named_in(site: Path, name: str) -> Iterator[str]:
    """Yield the files that a page, a stylesheet or a script names."""
    path = site / name
    if path.suffix == ".js":
        yield from _IN_SCRIPTS.findall(path.read_text(encoding="utf-8"))
        return
    addresses: list[str] = []
    if path.suffix == ".html":
        addresses = [link.address for link in look(path.read_text(encoding="utf-8")).links]
    elif path.suffix == ".css":
        addresses = _IN_STYLES.findall(path.read_text(encoding="utf-8"))
    yield from (target for address in addresses if (target := _file(name, address)))


def _file(name: str, address: str) -> str | None:
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc or not parts.path else resolve(name, unquote(parts.path))


def pack(site: Path, bag: Path, read_me: str) -> str:
    """Fill the folder ``bag`` with what belongs in it; return the SHA-256 of its list of hashes.

    The list has the form of ``sha256sum``, sorted by path, and names every other file of the bag.
    """
    for name in belonging(site):
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, bag / name)
    (bag / READ_ME).write_bytes(read_me.encode())
    lines = [f"{_sha256(bag / name)}  {name}\n" for name in files_of(bag)]
    (bag / MANIFEST).write_bytes("".join(lines).encode())
    return _sha256(bag / MANIFEST)


def files_of(folder: Path) -> list[str]:
    """Return the files of a folder, sorted, as paths with forward slashes."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
