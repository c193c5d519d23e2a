"""The bag: the files of a built site that are of use in a folder on disk, with a list of their hashes."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ledger.exports.release import API
from ledger.pages.data import SUMS
from ledger.publishing.links import look, resolve

MANIFEST = "MANIFEST.txt"
"""The list of all other files with their hashes."""
READ_ME = "READ-ME-FIRST.txt"

_FOR_SERVERS = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server shows, or only a machine on the web asks for."""
_ASSETS = "assets/"
_RECORDS = re.compile(rf"api/{API}/[^/]+/")
"""Where single records are, for machines that ask for one at a time; the lists beside them hold the same."""
_IN_STYLES = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")
_IN_SCRIPTS = re.compile(rf"{_ASSETS}[\w./-]+")
"""A script that loads another names it by its path from the root of the site."""
_FOR_OTHER_SITES = re.compile(
    r'<(?:meta property="og:|meta name="twitter:|link rel="canonical"|script type="application/ld)[^\n]*\n'
)
"""Lines in the head of a page that only search engines, and sites that link to it, read."""


def belonging(site: Path) -> list[str]:
    """Return the files of a built site that belong in the bag, sorted, as paths with forward slashes.

    They are every page, every file to take away, and of ``assets/`` and of single records as JSON only what pages lead
    to, by themselves or through stylesheets and scripts; of ``assets/`` the licences beside that too. So nothing needs
    a list of what the theme brings along.
    """
    names = files_of(site)
    waiting = {name for name in names if name.startswith(_ASSETS) or _RECORDS.match(name)}
    queue = [name for name in names if name not in waiting and name not in _FOR_SERVERS]
    for name in queue:
        new = waiting.intersection(_named_in(site, name))
        waiting -= new
        queue += new
    folders = {name.rpartition("/")[0] for name in queue}
    return sorted(queue + [name for name in waiting if "/LICENSE" in name and name.rpartition("/")[0] in folders])


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

    The list has the form of ``sha256sum``, sorted by path, and names every other file of the bag. The site's own list
    of the files of data loses what stays behind, and the head of a page what only other sites read; every other file is
    that of the site, byte for byte.
    """
    names = belonging(site)
    for name in names:
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            (bag / name).write_bytes(_own((site / name).read_bytes()))
        else:
            shutil.copyfile(site / name, bag / name)
    (bag / SUMS).write_bytes(_of(names, (site / SUMS).read_text(encoding="utf-8")).encode())
    (bag / READ_ME).write_bytes(read_me.encode())
    lines = [f"{_sha256(bag / name)}  {name}\n" for name in files_of(bag)]
    (bag / MANIFEST).write_bytes("".join(lines).encode())
    return _sha256(bag / MANIFEST)


def _own(page: bytes) -> bytes:
    """Return a page without what is in its head for other sites."""
    head, end, rest = page.partition(b"</head>")
    return _FOR_OTHER_SITES.sub("", head.decode()).encode() + end + rest


def _of(names: Iterable[str], sums: str) -> str:
    """Return the lines of a list of hashes that name one of some files."""
    kept = set(names)
    return "".join(line for line in sums.splitlines(keepends=True) if line.rstrip("\n").partition("  ")[2] in kept)


def files_of(folder: Path) -> list[str]:
    """Return the files of a folder, sorted, as paths with forward slashes."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
