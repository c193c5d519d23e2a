"""The folder that a site is written into: beside the published one, sharing with it every file that did not change.

``OUT/site`` is what is published. ``OUT/.work/next`` is written meanwhile; at the end the two change places, so that a
reader finds the old site or the new one. What is known of the files stands in ``OUT/.work/files.json``; without it, or
where a file is not as it says, the file is written again. So nothing in ``OUT/.work`` is needed to be right.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ledger.publishing import sealed
from ledger.publishing.exchange import exchange, restore

WORK = ".work"
"""The folder beside the site for what the next build may use again."""


_FORM = "1"
"""Of what is kept about the files; another number means another form."""


class Written(NamedTuple):
    """A file of the site: the SHA-256 of its bytes, and by what one sees that nobody changed it since."""

    sha256: str
    size: int
    modified: int
    inode: int


class SiteTree:
    """The folder that is written next. To be used by one build at a time."""

    def __init__(self, out: Path) -> None:
        self.site = out / "site"
        work = out / WORK
        self.folder = work / "next"
        self._known_file = work / "files.json"
        self._even = work / "even"
        """It exists while both folders hold the same files."""
        self.known: dict[str, Written] = {}
        self._folders: set[Path] = set()

    def open(self) -> None:
        """Make the folder hold what the published site holds, and find out which of it is as it was written."""
        restore(self.site)
        if self._even.exists() and self.folder.is_dir() and self.site.is_dir():
            self._even.unlink()
        else:
            self._even.unlink(missing_ok=True)
            shutil.rmtree(self.folder, ignore_errors=True)
            if self.site.is_dir():
                _link_tree(self.site, self.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.known = {name: was for name, was in self._read().files.items() if _stands(self.folder / name, was)}

    def write(self, name: str, data: bytes) -> Written:
        """Write a file where it is not there with these bytes already."""
        sha256 = hashlib.sha256(data).hexdigest()
        known = self.known.get(name)
        if known and known.sha256 == sha256:
            return known
        path = self.folder / name
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        # The published site may share the old file: it is replaced, never written into.
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        status = path.stat()
        return Written(sha256, status.st_size, status.st_mtime_ns, status.st_ino)

    def standing(self, inputs: str) -> int:
        """Return how many pages the published site has where it was made from these inputs and nobody touched it.

        Otherwise 0.
        """
        known = self._read()
        if known.inputs != inputs or not self.site.is_dir():
            return 0
        there = sum(len(files) for _, _, files in os.walk(self.site))
        whole = there == len(known.files) and all(_stands(self.site / name, was) for name, was in known.files.items())
        return known.pages if whole else 0

    def publish(self, files: Mapping[str, Written], pages: int, inputs: str) -> None:
        """Take away what is not among ``files``, and let the folder change places with the published one.

        ``pages`` is how many of them are pages, ``inputs`` names what they were made from.
        """
        _keep(self.folder, files)
        exchange(self.folder, self.site)
        changed = [name for name, written in files.items() if self.known.get(name) != written]
        self._save(_Known(inputs, pages, dict(files)))
        if self.folder.is_dir():
            self._catch_up(changed, files)
            self._even.touch()

    def _catch_up(self, changed: Iterable[str], files: Mapping[str, Written]) -> None:
        """Make what was published before, and is the next folder now, hold what is published."""
        _keep(self.folder, files)
        for name in changed:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            _link(self.site / name, path)

    def _read(self) -> "_Known":
        data = sealed.load(self._known_file, _FORM)
        if data is None:
            return _Known("", 0, {})
        inputs, pages, files = json.loads(data)
        return _Known(inputs, pages, {name: Written(*was) for name, was in files.items()})

    def _save(self, known: "_Known") -> None:
        sealed.save(self._known_file, _FORM, json.dumps(known).encode())


class _Known(NamedTuple):
    """What was published last: from what, how many pages, and every file."""

    inputs: str
    pages: int
    files: dict[str, Written]


def _stands(path: Path, was: Written) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns, status.st_ino) == (was.size, was.modified, was.inode)


def _keep(folder: Path, names: Mapping[str, object]) -> None:
    """Delete every file that is not named, and the folders that are empty then."""
    for place, folders, files in os.walk(folder, topdown=False):
        inside = Path(place).relative_to(folder).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        for file in files:
            if f"{prefix}{file}" not in names:
                Path(place, file).unlink()
        for name in folders:
            path = Path(place, name)
            if path.is_symlink():
                path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()


def _link_tree(source: Path, target: Path) -> None:
    for place, folders, files in os.walk(source):
        here = target / Path(place).relative_to(source)
        here.mkdir(exist_ok=True)
        for name in files:
            _link(Path(place, name), here / name)
        folders[:] = [name for name in folders if not Path(place, name).is_symlink()]


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        # A file system without hard links: the file is written again by the next build, which does not know it.
        shutil.copy2(source, target)
