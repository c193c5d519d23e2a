"""The folder that is built into: one build at a time, and nothing left of one that was killed."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ledger.publishing.folders import need_folder, remove
from ledger.publishing.site_tree import WORK, SiteTree
from ledger.reading.tree import shown

PACKING = ".bag-"
"""How the names of folders begin in which a bag is packed."""

_PATIENCE = 2.0
"""Seconds: a process that was killed may take a moment to end."""


class BusyError(Exception):
    """That another build is at work in the folder; its text says which."""


@contextmanager
def at_work(out: Path, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Be the only one who builds into a folder; it is made where there is none.

    Raises ``BusyError`` where somebody else is at work there; with ``waiting``, which is told so, it waits. A build
    that was killed never stands in the way: the system holds the lock for a process, and lets it go with it. Raises
    ``NotADirectoryError`` where a link or a file stands in the place of a folder that is written into.
    """
    if out.exists():
        for path in (out.resolve(), out / WORK, out / "site", out / "pages"):
            need_folder(path)
    work = out / WORK
    work.mkdir(parents=True, exist_ok=True)
    who = work / "builder"
    lock = FileLock(work / "lock")
    try:
        held = lock.acquire(timeout=_PATIENCE, poll_interval=0.05)
    except Timeout:
        busy = f"{shown(out)}: another build{_named(who)} is at work here"
        if waiting is None:
            raise BusyError(f"{busy}; try again when it is done") from None
        waiting(f"{busy}; waiting for it")
        held = lock.acquire(timeout=-1)
    with held:
        remove(who)
        who.write_text(str(os.getpid()), encoding="ascii")
        SiteTree(out).recover()
        for left in (*out.glob(f"{PACKING}*"), *work.glob("*.tmp")):
            remove(left)
        yield


def _named(who: Path) -> str:
    try:
        return f" (process {int(who.read_text(encoding='ascii'))})"
    except (OSError, ValueError):
        return ""
