"""The folder that a site is written into: beside the published one, sharing with it every file that did not change.

``OUT/site`` is what is published. ``OUT/.work/next`` is written meanwhile; at the end the two change places, so that a
reader finds the old site or the new one. What is known of the files stands in ``OUT/.work/files.json``; without it, or
where a file is not as it says, the file is written again. So nothing in ``OUT/.work`` is needed to be right, and it may
have been left by a build that was killed at any point.
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ledger.publishing import sealed
from ledger.publishing.exchange import exchange, restore
from ledger.publishing.folders import Written, found, keep, remove, umask

WORK = ".work"
"""The folder beside the site for what the next build may use again."""

_FORM = "2"
"""Of what is kept about the files; another number means another form."""


class SiteTree:
    """The folder that is written next. To be used by one build at a time."""

    def __init__(self, out: Path) -> None:
        self.site = out / "site"
        self._work = out / WORK
        self.folder = self._work / "next"
        self._aside = self._work / "aside"
        self._known_file = self._work / "files.json"
        self.known: dict[str, Written] = {}
        self._folders: set[Path] = set()

    def recover(self) -> None:
        """Let the site stand in its place where a build was killed between two renamings."""
        restore(self.site, self._aside)

    def open(self) -> None:
        """Make the folder hold what is known and as it was written, and nothing else."""
        known = self._read().files
        self._folders.clear()
        if self.folder.is_symlink() or not self.folder.is_dir():
            remove(self.folder)
            self.folder.mkdir(parents=True)
        self.known = keep(self.folder, known)
        self._fill(known)

    def write(self, name: str, data: bytes) -> Written:
        """Write a file where it is not there with these bytes already."""
        sha256 = hashlib.sha256(data).hexdigest()
        known = self.known.get(name)
        if known and known.sha256 == sha256:
            return known
        path = self.folder / name
        if path.parent not in self._folders:
            self._make(path.parent)
            self._folders.add(path.parent)
        # The published site may share the old file: it is replaced, never written into.
        try:
            path.unlink(missing_ok=True)
        except (IsADirectoryError, PermissionError):
            remove(path)
        with path.open("xb") as file:
            file.write(data)
        return Written.of(sha256, path.lstat())

    def standing(self, inputs: str) -> int:
        """Return how many pages the published site has where it was made from these inputs and nobody touched it.

        Otherwise 0.
        """
        known = self._read()
        if known.inputs != inputs or not self.site.is_dir():
            return 0
        names = 0
        for name, entry in found(self.site):
            was = known.files.get(name)
            if was is None or not was.stands(entry.stat(follow_symlinks=False)):
                return 0
            names += 1
        return known.pages if names == len(known.files) else 0

    def publish(self, files: Mapping[str, Written], pages: int, inputs: str) -> None:
        """Take away what is not among ``files``, and let the folder change places with the published one.

        ``pages`` is how many of them are pages, ``inputs`` names what they were made from. Raises ``OSError`` where a
        file is not there as it was written; with any error the published site is the one that was.
        """
        missing = files.keys() - keep(self.folder, files).keys()
        if missing:
            raise OSError(errno.EBUSY, "somebody changed it while the site was made", str(self.folder / min(missing)))
        exchange(self.folder, self.site, self._aside)
        self._save(_Known(inputs, pages, dict(files)))

    def _make(self, folder: Path) -> None:
        """Make a folder, in the place of a file where one stands in its way."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            for path in (folder, *folder.parents):
                if path.is_file():
                    path.unlink(missing_ok=True)
            folder.mkdir(parents=True, exist_ok=True)

    def _fill(self, files: Mapping[str, Written]) -> None:
        """Share with the published site what is not here yet."""
        for name in files.keys() - self.known.keys():
            source, target = self.site / name, self.folder / name
            # It may be gone, or nothing can stand in two places here: then it is written again.
            with contextlib.suppress(OSError):
                if files[name].stands(source.lstat()):
                    self._make(target.parent)
                    os.link(source, target)
                    self.known[name] = files[name]

    def _read(self) -> "_Known":
        data = sealed.load(self._known_file, self._form())
        if data is None:
            return _Known("", 0, {})
        inputs, pages, files = json.loads(data)
        return _Known(inputs, pages, {name: Written(*was) for name, was in files.items()})

    def _save(self, known: "_Known") -> None:
        sealed.save(self._known_file, self._form(), json.dumps(known).encode())

    @staticmethod
    def _form() -> str:
        """Return the form of what is known; with other rights for new files nothing is known."""
        return f"{_FORM} {umask():o}"


class _Known(NamedTuple):
    """What was published last: from what, how many pages, and every file."""

    inputs: str
    pages: int
    files: dict[str, Written]
