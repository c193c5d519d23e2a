"""The staged folder: exactly the files that are given to it, each rewritten only where it changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path


def hand_written(docs: Path) -> dict[str, bytes]:
    """Return the hand-written pages and their files by path; hidden files are left out."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(docs).parts)
    }


def stage(files: Mapping[str, bytes], folder: Path) -> int:
    """Make ``folder`` hold these files and nothing else; return how many were written.

    A file that is the same already is not touched, so that a builder that watches the folder rests.
    """
    written = 0
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or (path.is_file() and name not in files):
            path.unlink()
        elif path.is_dir() and name in files:
            shutil.rmtree(path)
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, data in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            written += 1
    return written
