"""What is measured: the ways of building a made-up ledger, each by a name."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench import hugo
from bench.measuring import Run, measure
from bench.once import can_be_plain
from bench.synthetic import as_yaml

ROOT = Path(__file__).parents[1]

COLD, EDITED, UNCHANGED, PLAIN = "cold", "edited", "unchanged", "plain"
CHECK, CHECK_FILE, PREVIEW = "check", "check FILE", "preview ID"
HUGO, HUGO_READY = "Hugo from YAML", "Hugo, bodies ready"


@dataclass
class Bed:
    """A made-up ledger with what is built from it."""

    records: int
    folder: Path
    plain: bool
    """Whether the plain build is tried too."""
    edits: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    """Pages and bytes, by what they are of."""

    @property
    def entries(self) -> Path:
        """The ledger."""
        return self.folder / "entries"

    @property
    def out(self) -> Path:
        """What the program builds."""
        return self.folder / "out"

    def trials(self) -> Mapping[str, Callable[[], Run]]:
        """Return what is to be run, in an order in which each finds what it needs."""
        cli = (sys.executable, ROOT / "build_site.py")
        entries = ("--entries", self.entries)
        file = self._edited_file()
        found: dict[str, Callable[[], Run]] = {
            COLD: self._cold,
            UNCHANGED: self._build,
            EDITED: self._edit,
            CHECK: lambda: measure((*cli, "check", *entries, "--out", self.folder / "nothing"), ROOT),
            CHECK_FILE: lambda: measure((*cli, "check", file, *entries, "--out", self.out), ROOT),
        }
        if subprocess.run([*map(str, cli), "preview", "--help"], capture_output=True, check=False).returncode == 0:
            found[PREVIEW] = lambda: measure((*cli, "preview", file.stem, *entries, "--out", self.out), ROOT)
        found[HUGO] = lambda: self._hugo("yaml")
        found[HUGO_READY] = lambda: self._hugo("ready")
        if self.plain and can_be_plain():
            found[PLAIN] = self._plain
        return found

    def prepare(self) -> None:
        """Build once, untimed, and make Hugo's projects from what came out."""
        self._cold()
        site = self.out / "site"
        pages = hugo.finished(site)
        for name in ("yaml", "ready"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            hugo.write(hugo.project(pages, ready=name == "ready"), self.folder / name)
            # What every builder copies as it is.
            shutil.copytree(site / "assets", self.folder / name / "static" / "assets")
        self._hugo("yaml")
        self.facts = {
            "entries": _size(self.entries, "yaml"),
            "pages of ours": _size(site, "html"),
            "pages of Hugo": _size(self.folder / "yaml" / "public", "html"),
            "facts for Hugo": _size(self.folder / "yaml" / "content", "html"),
            "all files of ours": _size(site, ""),
            "by kind": _by_kind(site, self.folder / "yaml" / "public"),
        }

    def _build(self, *more: str | Path) -> Run:
        return measure((sys.executable, "-m", "bench.once", "--entries", self.entries, "--out", self.out, *more), ROOT)

    def _cold(self) -> Run:
        shutil.rmtree(self.out, ignore_errors=True)
        return self._build()

    def _plain(self) -> Run:
        out = self.folder / "plain"
        shutil.rmtree(out, ignore_errors=True)
        once = (sys.executable, "-m", "bench.once", "--plain", "--entries", self.entries, "--out", out)
        return measure(once, ROOT)

    def _edited_file(self) -> Path:
        files = sorted((self.entries / "transactions").glob("*.yaml"))
        return files[len(files) // 2]

    def _edit(self) -> Run:
        """Build after a transaction got another title, which many pages print."""
        self.edits += 1
        file = self._edited_file()
        fields = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
        fields["title"] = f"{fields['title'].partition(', edited')[0]}, edited {self.edits} times"
        file.write_text(as_yaml(fields), "utf-8")
        return self._build()

    def _hugo(self, name: str) -> Run:
        folder = self.folder / name
        shutil.rmtree(folder / "public", ignore_errors=True)
        return measure((hugo.program(), "--quiet", "--noBuildLock"), folder)


def stages(run: Run) -> list[dict[str, Any]]:
    """Return the stages of a build."""
    found: list[dict[str, Any]] = json.loads(run.out)["stages"]
    return found


def _size(folder: Path, ending: str) -> tuple[int, int]:
    """Return how many files there are below a folder, and their bytes."""
    sizes = [p.stat().st_size for p in folder.rglob("*") if p.is_file() and p.name.endswith(ending)]
    return len(sizes), sum(sizes)


def _by_kind(ours: Path, other: Path) -> dict[str, tuple[int, int, int]]:
    """Return for each folder of pages how many there are, their bytes in ours, and in the other site."""
    kinds: dict[str, tuple[int, int, int]] = {}
    for path in sorted(other.rglob("*.html")):
        name = path.relative_to(other)
        kind = name.parts[0] if len(name.parts) > 1 else "others"
        number, mine, its = kinds.get(kind, (0, 0, 0))
        kinds[kind] = number + 1, mine + (ours / name).stat().st_size, its + path.stat().st_size
    return kinds
