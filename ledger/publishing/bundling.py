"""The whole site in a bag: one zip that opens from a folder on disk, the same bytes wherever it is made."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from ledger.checking import check_tree
from ledger.pages.read_me import read_me
from ledger.problems.problem import Problem
from ledger.publishing.bag import pack
from ledger.publishing.building import Step, publish
from ledger.publishing.links import check_links
from ledger.publishing.settings import CONFIG, read_site
from ledger.publishing.zipping import write_zip
from ledger.reckoned import Reckoned
from ledger.views.wording import slug


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a bundle came to: its problems, or else the zip, its size in bytes, and the SHA-256 of its MANIFEST."""

    problems: tuple[Problem, ...]
    zip: Path = Path()
    size: int = 0
    manifest: str = ""


def bundle(entries: Path, out: Path, step: Step = lambda _: None, config: Path = CONFIG) -> Bundled:
    """Build the site of ``entries`` into ``out/site`` and write it as a zip into ``out``, named after its version.

    The version is the day of the newest change of an entry. With a problem no zip is written.
    """
    step("checking the entries")
    checked = check_tree(entries)
    if checked.errors:
        return Bundled(checked.errors)
    return _bundle(checked.ledger, out, step, config)


def _bundle(ledger: Reckoned, out: Path, step: Step, config: Path) -> Bundled:
    built = publish(ledger, out, step, config)
    if built.problems:
        return Bundled(built.problems)
    settings = read_site(config)
    name = f"{slug(settings.name.lower())}-{ledger.changed.isoformat()}"
    # What is half-written has another name, in the same folder, so that the last step is a renaming.
    with tempfile.TemporaryDirectory(prefix=".bag-", dir=out) as work:
        step("packing the bag")
        bag = Path(work) / name
        bag.mkdir()
        manifest = pack(built.site, bag, read_me(ledger, settings))
        problems = check_links(bag)
        if problems:
            return Bundled(tuple(problems))
        step("writing the zip")
        target = Path(work) / f"{name}.zip"
        write_zip(bag, target, name, ledger.changed)
        made = target.replace(out / target.name)
    return Bundled((), made, made.stat().st_size, manifest)
