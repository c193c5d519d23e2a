"""A whole build: check, render, stage, MkDocs, and a look at what came out. With a problem nothing is published."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ledger.checking import CODES as ENTRY_CODES
from ledger.checking import check_tree
from ledger.pages.assets import assets, record_files
from ledger.pages.data import data
from ledger.pages.render import pages
from ledger.problems.code import Code
from ledger.problems.problem import Problem
from ledger.publishing import codes, mkdocs
from ledger.publishing.links import check_links
from ledger.publishing.settings import CONFIG, read_site
from ledger.publishing.staging import hand_written, stage
from ledger.publishing.strange_files import strange_files
from ledger.reckoned import Reckoned
from ledger.views.part import PartView

DOCS = CONFIG.parent / "docs"
"""The hand-written pages."""
OVERRIDES = CONFIG.parent / "overrides"
"""What the site has of its own in the theme's place."""

CODES: dict[str, Code] = ENTRY_CODES | {code.name: code for code in codes.CODES}
"""Every code that a problem can have, with its explanation."""

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its problems, or else how many pages stand in which folder."""

    problems: tuple[Problem, ...]
    pages: int
    site: Path


def build(entries: Path, out: Path, step: Step = lambda _: None, config: Path = CONFIG) -> Built:
    """Build the site of ``entries`` into ``out/site``, by way of the staged folder ``out/pages``.

    ``config`` is the file with the site's settings.
    ``step`` hears what is being done. Problems of entries stop the build before anything is written.
    """
    step("checking the entries")
    checked = check_tree(entries)
    if checked.errors:
        return Built(checked.errors, 0, out / "site")
    return publish(checked.ledger, out, step, config)


def publish(
    ledger: Reckoned, out: Path, step: Step = lambda _: None, config: Path = CONFIG, part: PartView | None = None
) -> Built:
    """Build the site of a ledger that passed the check, as ``build`` does; ``part`` says of which part, if of one."""
    site = out / "site"
    if strange := strange_files(DOCS, OVERRIDES):
        return Built(tuple(strange), 0, site)
    step("writing the pages")
    settings = read_site(config)
    generated = {path: text.encode() for path, text in pages(ledger, settings, CODES.values(), part)}
    records = dict(record_files(ledger))
    files = dict(assets(ledger, settings)) | records | data(ledger, settings, records)
    stage(hand_written(DOCS) | generated | files, out / "pages")
    step("building the site")
    problems = mkdocs.build(out / "pages", site, ledger.changed, config, part.notice if part else "")
    if not problems:
        step("checking the links")
        problems = check_links(site)
    return Built(tuple(problems), len(generated), site)
