"""What stands in a folder, and whether it is as it was written. No link is followed out of it."""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Written(NamedTuple):
    """A file: the SHA-256 of its bytes, and by what one sees that nobody changed it since."""

    sha256: str
    size: int
    modified: int
    inode: int
    mode: int

    @classmethod
    def of(cls, sha256: str, status: os.stat_result) -> "Written":
        """Return what a file of these bytes is seen by."""
        return cls(sha256, status.st_size, status.st_mtime_ns, status.st_ino, status.st_mode)

    def stands(self, status: os.stat_result) -> bool:
        """Tell whether this is what stands there."""
        return (status.st_size, status.st_mtime_ns, status.st_ino, status.st_mode) == self[1:]


def remove(path: Path) -> None:
    """Delete whatever stands there: a folder with all that is in it, of a link only the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def found(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield whatever is no folder below a folder, links too, with its path there."""
    with os.scandir(folder) as listed:
        entries = list(listed)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from found(entry.path, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def keep(folder: Path, files: Mapping[str, Written]) -> dict[str, Written]:
    """Delete whatever is not one of these files and as it was written, and folders that are empty; return what stays.

    Folders get the rights that a new one would have.
    """
    kept: dict[str, Written] = {}
    _keep(os.fspath(folder), "", files, kept, 0o777 & ~umask())
    return kept


def _keep(folder: str, prefix: str, files: Mapping[str, Written], kept: dict[str, Written], rights: int) -> bool:
    status = os.lstat(folder)
    if status.st_mode & 0o777 != rights:
        # Of a folder that somebody else made only they can change the rights.
        with contextlib.suppress(PermissionError):
            Path(folder).chmod(status.st_mode & 0o7000 | rights)
    with os.scandir(folder) as listed:
        entries = list(listed)
    stays = False
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _keep(entry.path, f"{name}/", files, kept, rights):
                stays = True
            else:
                Path(entry.path).rmdir()
        elif (was := files.get(name)) and was.stands(entry.stat(follow_symlinks=False)):
            kept[name] = was
            stays = True
        else:
            Path(entry.path).unlink()
    return stays


def need_folder(path: Path) -> None:
    """Raise ``NotADirectoryError`` where something else than a folder stands; nothing at all may stand there."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        what = "a link" if stat.S_ISLNK(mode) else "a file"
        raise NotADirectoryError(0, f"{what} stands where a folder should; take it away", str(path))


def umask() -> int:
    """Return which rights new files and folders do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
