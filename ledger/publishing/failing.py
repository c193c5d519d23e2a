"""What the machine can do to a command: said in a line, with an exit status."""

import sys
from collections.abc import Callable
from pathlib import Path

from ledger.publishing.place import BusyError
from ledger.reading.tree import shown

FAILED = 2
"""The exit status where the machine did not let a command do its work."""
_INTERRUPTED = 130
"""What shells give where Ctrl-C ended a command."""


def told(work: Callable[[], int]) -> int:
    """Return the exit status of ``work``; where the disk, the memory or another build stop it, print why.

    Whatever was published before stands as it was.
    """
    try:
        return work()
    except BusyError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        where = f"{shown(Path(error.filename))}: " if isinstance(error.filename, str) else ""
        print(f"{where}{error.strerror or error}; what stood there before is whole", file=sys.stderr)
    return FAILED


def ended(work: Callable[[], int]) -> int:
    """Return what ``told`` does, and the status of an interrupted command where Ctrl-C ends it."""
    try:
        return told(work)
    except KeyboardInterrupt:
        print("interrupted; what stood there before is whole", file=sys.stderr)
        return _INTERRUPTED
