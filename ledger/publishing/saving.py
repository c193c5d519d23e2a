"""One file written whole or not at all."""

import os
import stat
from pathlib import Path
from tempfile import NamedTemporaryFile


def save(path: Path, before: bytes, data: bytes) -> bool:
    """Put ``data`` in the place of a file that holds ``before``, with the file's mode; return whether that was done.

    It is not where the file changed since it was read, or a link stands there. The new file is written beside the old
    one under a hidden name, then renamed. Raise ``OSError`` where the folder cannot be written; the old file is then
    whole.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or path.read_bytes() != before:
        return False
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".new", delete=False) as beside:
        try:
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
            # Closed, because Windows renames no open file.
            beside.close()
            Path(beside.name).chmod(stat.S_IMODE(status.st_mode))
            Path(beside.name).replace(path)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise
    return True
