"""What MkDocs prints: the hand-written pages, the files of the theme, and the frame of each kind of generated page.

None of it depends on the entries, so it is printed anew only where the program, the theme, the settings or a
hand-written page changed.
"""

import hashlib
import pickle
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.pages.page import Page
from ledger.problems.problem import Problem
from ledger.publishing import mkdocs, sealed
from ledger.publishing.frames import Frame
from ledger.publishing.program import WHOLE, program
from ledger.publishing.site_tree import WORK
from ledger.publishing.staging import stage
from ledger.views.part import PartView

_PRINTED = f"{WORK}/printed"
_FRAMES = "frames.pickle"


@dataclass(frozen=True, slots=True)
class Printed:
    """A folder of finished files, and the frame of each kind by the path of its specimen."""

    folder: Path
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
    folder = out / _PRINTED / key
    kept = sealed.load(folder / _FRAMES, key)
    if kept is None:
        half = out / _PRINTED / "half"
        shutil.rmtree(out / _PRINTED, ignore_errors=True)
        stage(staged, out / "pages")
        problems = mkdocs.build(out / "pages", half, config, notice)
        if problems:
            return Printed(half, {}, tuple(problems))
        frames = {page.path: _taken(half / f"{page.path}.html", page) for page in pages if page.is_specimen}
        kept = pickle.dumps(frames)
        sealed.save(half / _FRAMES, key, kept)
        half.rename(folder)
    return Printed(folder, pickle.loads(kept))


def files_of_printed(printed: Printed) -> Iterable[str]:
    """Yield the names of the finished files."""
    for path in sorted(printed.folder.rglob("*")):
        if path.is_file() and path.name != _FRAMES:
            yield path.relative_to(printed.folder).as_posix()


def _taken(path: Path, page: Page) -> Frame:
    frame = Frame.of(page, path.read_text(encoding="utf-8"))
    path.unlink()
    return frame


def _key(staged: Mapping[str, bytes], *others: object) -> str:
    hash = hashlib.sha256(repr(others).encode())
    for name, data in sorted(staged.items()):
        hash.update(f"{name} {len(data)} ".encode() + data)
    return hash.hexdigest()
