"""Drafts as files among the entries: all of them or none, and never in the place of one that is there."""

from collections.abc import Mapping
from pathlib import Path

from ledger.reading.tree import shown


class TakenError(FileExistsError):
    """That something stands where a draft was to be written; its text says what, and that nothing was written."""


def write_new(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write texts below ``root`` by ``kind/id.yaml`` and return their paths; raise ``TakenError`` where one is taken.

    No link is followed out of ``root``: neither a folder nor a file may be one.
    """
    paths = {root / name: text for name, text in files.items()}
    for path in paths:
        if path.parent.is_symlink() or path.is_symlink() or path.exists():
            raise TakenError(f"{shown(path)} is there already; nothing was written")
    written: list[Path] = []
    try:
        for path, text in paths.items():
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException as error:
        for path in written:
            path.unlink()
        if isinstance(error, FileExistsError):
            raise TakenError(f"{error.filename} is there already; nothing was written") from error
        raise
    return written
