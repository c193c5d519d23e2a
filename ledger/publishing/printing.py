"""What MkDocs prints: the hand-written pages, the files of the theme, and the frame of each kind of generated page.

None of it depends on the entries, so it is printed anew only where the program, the theme, the settings or a
hand-written page changed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.pages.page import Page
from ledger.problems.problem import Problem
from ledger.publishing import mkdocs, sealed
from ledger.publishing.folders import found, remove
from ledger.publishing.frames import Frame
from ledger.publishing.gathering import gather
from ledger.publishing.program import WHOLE, fingerprint, program
from ledger.publishing.site_tree import WORK
from ledger.publishing.staging import stage
from ledger.views.part import PartView

_PRINTED = f"{WORK}/printed"
_INDEX = ".index"
"""The hash of each file, and the frames, sealed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A folder with the names of its finished files, and the frame of each kind by the path of its specimen."""

    folder: Path
    files: tuple[str, ...]
    frames: Mapping[str, Frame]
    problems: tuple[Problem, ...] = ()


def print_pages(
    out: Path, docs: Mapping[str, bytes], generated: Iterable[Page], config: Path, part: PartView | None
) -> Printed:
    """Let MkDocs print the hand-written pages ``docs`` and generated ones; of specimens it gives the frames.

    ``part`` says of which part of the ledger they are, if of one. What was printed before is used again where it is the
    same.
    """
    pages, notice = list(generated), part.notice if part else ""
    staged = dict(docs) | {f"{page.path}.md": page.staged.encode() for page in pages}
    key = _key(staged, program(*WHOLE), config.read_bytes(), notice)
    kept = out / _PRINTED / key
    printed = _load(kept, key)
    if printed:
        return printed
    half = out / _PRINTED / "half"
    remove(out / _PRINTED)
    stage(staged, out / "pages")
    problems = mkdocs.build(out / "pages", half, config, notice)
    if problems:
        return Printed(half, (), {}, tuple(problems))
    gather(half, config)
    frames = {page.path: _taken(half / f"{page.path}.html", page) for page in pages if page.is_specimen}
    if _key(staged, program(*WHOLE), config.read_bytes(), notice) != key:
        # Somebody edited the theme meanwhile: what was printed is of neither.
        return Printed(half, _names(half), frames)
    _save(half, key, frames)
    half.rename(kept)
    return Printed(kept, _names(kept), frames)


def _save(folder: Path, key: str, frames: Mapping[str, Frame]) -> None:
    hashes = {name: _sha256(folder / name) for name in _names(folder)}
    texts = {path: (frame.pieces, frame.fields, sorted(frame.says)) for path, frame in frames.items()}
    sealed.save(folder / _INDEX, key, json.dumps([hashes, texts]).encode())


def _load(folder: Path, key: str) -> Printed | None:
    """Return what was printed with this key, where every file of it is as it was printed."""
    index = sealed.load(folder / _INDEX, key)
    if index is None:
        return None
    hashes, texts = json.loads(index)
    if _names(folder) != tuple(sorted(hashes)) or any(_sha256(folder / name) != hashes[name] for name in hashes):
        return None
    frames = {path: Frame.again(pieces, fields, says) for path, (pieces, fields, says) in texts.items()}
    return Printed(folder, tuple(sorted(hashes)), frames)


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(name for name, _ in found(folder) if name != _INDEX))


def _sha256(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _taken(path: Path, page: Page) -> Frame:
    frame = Frame.of(page, path.read_text(encoding="utf-8"))
    path.unlink()
    return frame


def _key(staged: Mapping[str, bytes], *others: object) -> str:
    return fingerprint([("", repr(others).encode()), *sorted(staged.items())])
