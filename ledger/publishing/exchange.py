"""Two folders in the place of each other, in one step where the system can do that."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Of renameat2, since Linux 3.15 (https://man7.org/linux/man-pages/man2/rename.2.html)."""


def exchange(new: Path, old: Path) -> None:
    """Let ``new`` stand where ``old`` stood, and the other way round; without an ``old`` it is a renaming.

    Where the system cannot exchange two folders there is a moment in which ``old`` is called ``old~``; ``restore``
    takes that back.
    """
    if not old.exists():
        new.rename(old)
    elif not _exchanged(new, old):
        aside = old.with_name(f"{old.name}~")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


def restore(old: Path) -> None:
    """Mend what was cut off between two renamings."""
    aside = old.with_name(f"{old.name}~")
    if aside.exists() and not old.exists():
        aside.rename(old)


def _exchanged(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
