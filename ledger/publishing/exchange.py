"""Two folders in the place of each other, in one step where the system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

from ledger.publishing.folders import remove

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Of renameat2, since Linux 3.15 (https://man7.org/linux/man-pages/man2/rename.2.html)."""
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""How a system says that it knows no such step: the kernel, or the file system."""


def exchange(new: Path, old: Path, aside: Path) -> None:
    """Let ``new`` stand where ``old`` stood, and the other way round; without an ``old`` it is a renaming.

    Where the system cannot exchange two folders there is a moment in which ``old`` is called ``aside``; ``restore``
    takes that back. With an error ``old`` stands where it stood.
    """
    if not os.path.lexists(old):
        new.rename(old)
    elif not _exchanged(new, old):
        old.rename(aside)
        try:
            new.rename(old)
        except OSError:
            aside.rename(old)
            raise
        aside.rename(new)


def restore(old: Path, aside: Path) -> None:
    """Mend what was cut off between two renamings."""
    if os.path.lexists(old):
        remove(aside)
    elif aside.is_dir():
        aside.rename(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders; return whether this system can do that. Raises ``OSError`` where it fails."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
