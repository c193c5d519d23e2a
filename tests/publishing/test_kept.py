"""What is kept for the next build never changes what it builds: not where it is lost, cut, mixed up or of another time.

``LEDGER_LONG=1`` tries many more of both properties.
"""

import gc
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from ledger.pages import render
from ledger.publishing import building, program
from ledger.publishing.building import build
from ledger.publishing.folders import found, remove
from ledger.publishing.settings import CONFIG
from tests.helpers import MINI, ROOT
from tests.publishing.zygote import LONG

Files = dict[str, bytes]


def files(folder: Path) -> Files:
    return {name: Path(entry.path).read_bytes() for name, entry in found(folder)} if folder.is_dir() else {}


def _settings(few: int, many: int) -> settings:
    # Each example is a build: there is no time to look for the smallest that fails, and none is slow by accident.
    return settings(
        max_examples=many * LONG or max(few, 1),
        deadline=None,
        phases=(Phase.explicit, Phase.generate) if few or LONG else (Phase.explicit,),
        derandomize=not LONG,
        suppress_health_check=list(HealthCheck),
    )


def _delete(path: Path, _: bytes, __: int) -> None:
    remove(path)


def _cut(path: Path, _: bytes, place: int) -> None:
    path.write_bytes(path.read_bytes()[: place % (path.stat().st_size + 1)])


def _flip(path: Path, _: bytes, place: int) -> None:
    data = bytearray(path.read_bytes() or b"x")
    data[place % len(data)] ^= 1 + place % 255
    path.write_bytes(data)


def _swap(path: Path, other: bytes, _: int) -> None:
    path.unlink()
    path.write_bytes(other)


def _overwrite(path: Path, other: bytes, _: int) -> None:
    path.write_bytes(other)


def _folder(path: Path, other: bytes, _: int) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").write_bytes(other)


def _link(path: Path, _: bytes, __: int) -> None:
    path.unlink()
    path.symlink_to(ROOT / "README.md")


def _older(path: Path, other: bytes, _: int) -> None:
    """A seal that is right, over what this program did not write: of another form, or another program."""
    path.write_bytes(sha256(b"0\0" + other).digest() + other)


WAYS = (_delete, _cut, _flip, _swap, _overwrite, _folder, _link, _older)
WEIGHTY = ("files.json", "readings", ".index", "builder")
"""Few of many files: each is as likely as all pages together."""

damage = st.tuples(
    st.sampled_from((*WEIGHTY, "next/", "printed/", "")), st.sampled_from(WAYS), st.integers(0, 2**20),
    st.binary(max_size=200), st.booleans(),
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _as_in_a_command() -> Iterator[None]:
    """A build looks for nothing that could be thrown away; it takes half as long again if it does."""
    gc.disable()
    yield
    gc.enable()


@dataclass
class Kept:
    """A folder into which the same ledgers are built again and again, and the sites that must come out."""

    out: Path
    foreign: Path
    clean: tuple[Files, Files]
    entries: tuple[Path, Path]


@pytest.fixture(scope="module")
def kept(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    edited = shutil.copytree(MINI, folder / "edited" / "entries", copy_function=shutil.copyfile)
    place = edited / "places/nampo.yaml"
    place.write_text(place.read_text("utf-8").replace("name: ", "name: New "), "utf-8")
    other = build(edited, folder / "foreign").site
    build(MINI, folder / "out")
    return Kept(folder / "out", folder / "foreign", (files(site), files(other)), (MINI, edited))


@_settings(3, 100)
@given(st.lists(damage, min_size=1, max_size=4), st.integers(0, 1))
def test_no_damage_to_what_is_kept_changes_a_site(kept: Kept, damages: list, which: int) -> None:  # type: ignore[type-arg]
    work = kept.out / ".work"
    for wanted, way, place, data, foreign in damages:
        names = sorted(name for name, _ in found(work) if wanted in name and name != "lock")
        if names:
            name = names[place % len(names)]
            source = kept.foreign / ".work" / name if foreign else work / names[-place % len(names)]
            if not (work / name).is_symlink():
                way(work / name, source.read_bytes() if place % 3 and source.is_file() else data, place)
    built = build(kept.entries[which], kept.out)
    assert not built.problems
    now = files(built.site)
    assert now.keys() == kept.clean[which].keys()
    assert [name for name in now if now[name] != kept.clean[which][name]] == []


def test_what_was_printed_is_held_against_its_hashes(kept: Kept) -> None:
    for path in (kept.out / ".work/printed").rglob("*.css"):
        _cut(path, b"", 100)
    remove(kept.out / ".work/files.json")
    assert files(build(kept.entries[1], kept.out).site) == kept.clean[1]


def test_nothing_of_what_is_kept_need_be_there(kept: Kept) -> None:
    for names in ((".work",), ("pages", "site")):
        for name in names:
            remove(kept.out / name)
        assert files(build(MINI, kept.out).site) == kept.clean[0]
    shutil.rmtree(kept.out / ".work")
    shutil.copytree(kept.foreign / ".work", kept.out / ".work")
    assert files(build(MINI, kept.out).site) == kept.clean[0]


@dataclass
class World:
    """All that a site is made from, to be edited."""

    folder: Path
    number: int = 0
    clean: dict[str, tuple[list[str], Files]] = field(default_factory=dict)
    out: Path = Path()
    last: Files = field(default_factory=dict)

    def begin(self) -> None:
        """Put everything as it is in the repository, beside a folder that nothing was built into."""
        self.number += 1
        for name in ("entries", "docs", "templates", "overrides", "mkdocs.yml"):
            remove(self.folder / name)
        shutil.copytree(MINI, self.folder / "entries", copy_function=shutil.copyfile)
        for name in ("docs", "templates", "overrides"):
            shutil.copytree(ROOT / name, self.folder / name, copy_function=shutil.copyfile)
        text = CONFIG.read_text("utf-8").replace("custom_dir: overrides", f"custom_dir: {self.folder / 'overrides'}")
        (self.folder / "mkdocs.yml").write_text(text, "utf-8")
        self.out, self.last = self.folder / f"out-{self.number}", {}

    @property
    def names(self) -> list[Path]:
        return sorted((self.folder / "entries").rglob("*.yaml"))

    def state(self) -> str:
        parts = ("entries", "docs", "templates", "overrides")
        hash = sha256((self.folder / "mkdocs.yml").read_bytes())
        for part in parts:
            for name, data in sorted(files(self.folder / part).items()):
                hash.update(f"{part}/{name} {len(data)} ".encode() + data)
        return hash.hexdigest()

    def built(self, out: Path) -> tuple[list[str], Files]:
        done = build(self.folder / "entries", out, config=self.folder / "mkdocs.yml")
        return [str(problem) for problem in done.problems], files(done.site)

    def compare(self) -> None:
        """Build what is there now on top of what was built before, and beside it; see that both are the same."""
        state = self.state()
        problems, now = self.built(self.out)
        if state not in self.clean:
            fresh = self.folder / "fresh"
            remove(fresh)
            self.clean[state] = self.built(fresh)
        expected, clean = self.clean[state]
        assert problems == expected
        wanted = self.last if problems else clean
        assert now.keys() == wanted.keys()
        assert [name for name in now if now[name] != wanted[name]] == []
        self.last = now


def _change(world: World, place: int) -> None:
    path = world.names[place % len(world.names)]
    path.write_text(path.read_text("utf-8") + f"# {place}\n", "utf-8")


def _rename_words(world: World, place: int) -> None:
    path = world.names[place % len(world.names)]
    path.write_text(path.read_text("utf-8").replace("e", "é", 1 + place % 3), "utf-8")


def _reword(world: World, place: int) -> None:
    named = [path for path in world.names if "\nname: " in f"\n{path.read_text('utf-8')}"]
    path = named[place % len(named)]
    path.write_text(re.sub(r"(?m)^(name: .*\w)$", r"\1x", path.read_text("utf-8")), "utf-8")


def _take(world: World, place: int) -> None:
    world.names[place % len(world.names)].unlink()


def _move(world: World, place: int) -> None:
    """Another id, wherever it is named; of some kinds that is an error."""
    path = world.names[place % len(world.names)]
    for other in world.names:
        other.write_text(other.read_text("utf-8").replace(path.stem, f"{path.stem}-b"), "utf-8")
    path.rename(path.with_name(f"{path.stem}-b.yaml"))


def _move_alone(world: World, place: int) -> None:
    path = world.names[place % len(world.names)]
    path.rename(path.with_name(f"{path.stem}-c.yaml"))


def _copy(world: World, place: int) -> None:
    named = [path for path in world.names if path.parent.name in ("places", "actors", "transactions")]
    path = named[place % len(named)]
    shutil.copyfile(path, path.with_name(f"{path.stem}-d.yaml"))


def _break(world: World, place: int) -> None:
    path = world.names[place % len(world.names)]
    path.write_text(path.read_text("utf-8") + "\n - : [\n", "utf-8")


def _put_back(world: World, _: int) -> None:
    remove(world.folder / "entries")
    shutil.copytree(MINI, world.folder / "entries", copy_function=shutil.copyfile)


def _address(world: World, place: int) -> None:
    path = world.folder / "mkdocs.yml"
    one, other = "site_url: ''", f"site_url: https://ledger.example/{place % 3}/"
    text = path.read_text("utf-8")
    path.write_text(text.replace(one, other) if one in text else text + f"# {place}\n", "utf-8")


def _template(world: World, place: int) -> None:
    paths = sorted((world.folder / "templates").glob("*.html"))
    path = paths[place % len(paths)]
    path.write_text(path.read_text("utf-8") + f"{{# {place} #}}\n", "utf-8")
    macro = world.folder / "templates/transaction.html"
    macro.write_text(macro.read_text("utf-8") + f"<p>{place}</p>\n", "utf-8")


def _theme(world: World, place: int) -> None:
    path = world.folder / "overrides/assets/css/home.css"
    path.write_text(path.read_text("utf-8") + f"/* {place} */\n", "utf-8")


def _page(world: World, place: int) -> None:
    path = world.folder / "docs/about/method.md"
    path.write_text(path.read_text("utf-8") + f"\n{place}\n", "utf-8")


def _nothing(_: World, __: int) -> None:
    """Build once more."""


EDITS = (
    _change, _rename_words, _reword, _reword, _take, _move, _move, _move_alone, _copy, _break, _put_back, _put_back,
    _address, _template, _theme, _page, _nothing,
)  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "TEMPLATES", folder / "templates")
        patch.setattr(program, "_ROOT", folder)
        patch.setattr(building, "DOCS", folder / "docs")
        yield World(folder)


@_settings(0, 12)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2**16)), min_size=2, max_size=8))
@example([(_move, 7), (_break, 3), (_put_back, 3), (_template, 3)])
def test_a_site_is_what_it_would_be_if_nothing_had_been_built_before(world: World, edits: list) -> None:  # type: ignore[type-arg]
    """A broken entry is mended, a template changes under a program that runs; with ``LEDGER_LONG`` edits at random."""
    world.begin()
    world.compare()
    for edit, place in edits:
        edit(world, place)
        world.compare()
    remove(world.out)
