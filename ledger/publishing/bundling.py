"""The whole site in a bag: one zip that opens from a folder on disk, the same bytes wherever it is made."""

import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.checking import check_files, check_tree
from ledger.pages.read_me import read_me
from ledger.problems.problem import Problem
from ledger.publishing.bag import pack
from ledger.publishing.building import Step, publish
from ledger.publishing.links import check_links
from ledger.publishing.place import PACKING, at_work
from ledger.publishing.settings import CONFIG, read_site
from ledger.publishing.zim import need_tools, write_zim
from ledger.publishing.zipping import write_zip
from ledger.reckoned import Reckoned
from ledger.subsetting.part import Part
from ledger.subsetting.subset import take
from ledger.views.part import PartView, part_view
from ledger.views.wording import slug


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a bundle came to: its problems, or else the zip, its size in bytes, and the SHA-256 of its MANIFEST."""

    problems: tuple[Problem, ...]
    zip: Path = Path()
    size: int = 0
    manifest: str = ""
    zim: Path | None = None


def bundle(
    entries: Path,
    out: Path,
    step: Step = lambda _: None,
    config: Path = CONFIG,
    *,
    part: Part | None = None,
    zim: bool = False,
) -> Bundled:
    """Build the site of ``entries`` and write it as a zip into ``out``, named after its version and part.

    The version is the day of the newest change of an entry. The whole site stands in ``out/site``; that of a part in a
    folder of its own, so that nobody takes it for the whole. With ``zim`` the same is written as a ZIM beside the zip.
    With a problem nothing of both is written. Raises ``BusyError`` where another build is at work in ``out``,
    ``NoSuchPartError`` where no transaction is in the part, and ``ZimError`` where no ZIM can be made.
    """
    if zim:
        need_tools()
    step("checking the entries")
    checked = check_tree(entries)
    if checked.errors:
        return Bundled(checked.errors)
    version = checked.ledger.changed
    if part is None:
        return _bundle(_Content(checked.ledger, version, zim), out, step, config)
    step("taking the part out of the whole")
    subset = take(checked.ledger, part)
    inner = check_files(subset.files)
    if inner.errors:
        return Bundled(inner.errors)
    view = part_view(checked.ledger, subset)
    return _bundle(_Content(inner.ledger, version, zim, part.slug, view), out, step, config)


@dataclass(frozen=True, slots=True)
class _Content:
    """What goes into the bag: a ledger, its version, whether a ZIM is wanted too, and what part it is, if one."""

    ledger: Reckoned
    version: date
    zim: bool
    part: str = ""
    view: PartView | None = None


def _bundle(content: _Content, out: Path, step: Step, config: Path) -> Bundled:
    with at_work(out), at_work(out / content.part) if content.part else nullcontext():
        return _written(content, out, step, config)


def _written(content: _Content, out: Path, step: Step, config: Path) -> Bundled:
    built = publish(content.ledger, out / content.part, step, config, content.view)
    if built.problems:
        return Bundled(built.problems)
    settings = read_site(config)
    lasting = slug(settings.name.lower())
    name = "-".join(filter(None, (lasting, content.version.isoformat(), content.part)))
    # What is half-written has another name, in the same folder, so that the last step is a renaming.
    with tempfile.TemporaryDirectory(prefix=PACKING, dir=out) as work:
        step("packing the bag")
        bag = Path(work) / name
        bag.mkdir()
        manifest = pack(built.site, bag, read_me(content.ledger, settings, content.version, content.view))
        problems = check_links(bag)
        if problems:
            return Bundled(tuple(problems))
        step("writing the zip")
        made = [Path(work) / f"{name}.zip"]
        write_zip(bag, made[0], name, content.version)
        if content.zim:
            step("writing the ZIM")
            made.append(Path(work) / f"{name}.zim")
            write_zim(bag, made[1], settings.name, lasting, content.part)
        made = [path.replace(out / path.name) for path in made]
    return Bundled((), made[0], made[0].stat().st_size, manifest, made[1] if content.zim else None)
