"""A whole build: check, make every file beside the published site, look at what came out, let the two change places."""

import gc
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ledger.checking import CODES as ENTRY_CODES
from ledger.checking import ID_FORMS, check_files, read_published
from ledger.pages.assets import sitemap
from ledger.pages.data import SUMS, data, sums
from ledger.pages.desk import Desk
from ledger.pages.page import Page
from ledger.pages.render import Press, specimens
from ledger.problems.code import Code
from ledger.problems.problem import Problem
from ledger.publishing import codes
from ledger.publishing.answering import unanswered
from ledger.publishing.links import check_seen, look
from ledger.publishing.making import Made, Maker
from ledger.publishing.place import at_work
from ledger.publishing.printing import Printed, print_pages
from ledger.publishing.processes import begun, share
from ledger.publishing.program import WHOLE, fingerprint, program
from ledger.publishing.readings import remembering
from ledger.publishing.settings import CONFIG, read_site
from ledger.publishing.site_tree import WORK, SiteTree
from ledger.publishing.staging import hand_written
from ledger.publishing.strange_files import strange_files
from ledger.reading.tree import File, read_tree
from ledger.reckoned import Reckoned
from ledger.resolving.published import Published
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


def build(
    entries: Path,
    out: Path,
    step: Step = lambda _: None,
    config: Path = CONFIG,
    *,
    plain: bool = False,
    waiting: Step | None = None,
) -> Built:
    """Build the site of ``entries`` into ``out/site``.

    ``config`` is the file with the site's settings. ``step`` hears what is being done. With a problem the site that
    stood there before stays, whole. With ``plain`` MkDocs prints every page: slower, and the same bytes. Where another
    build is at work in ``out`` it raises ``BusyError``; with ``waiting``, which is told so, it waits.
    """
    with at_work(out, waiting):
        return _build(entries, out, step, config, plain)


def _build(entries: Path, out: Path, step: Step, config: Path, plain: bool) -> Built:
    step("reading the entries")
    files, found = read_tree(entries, ID_FORMS)
    tree = SiteTree(out)
    published, more = read_published(entries)

    def inputs() -> str:
        return "" if found or more else _inputs(files, published, config, plain)

    if (before := inputs()) and (pages := tree.standing(before)):
        return Built((), pages, tree.site)
    step("checking the entries")
    if strange := strange_files(DOCS, OVERRIDES):
        return Built(tuple(strange), 0, tree.site)
    # MkDocs needs none of the entries, so it prints meanwhile what the pages will be put into.
    printing = partial(print_pages, out, hand_written(DOCS), specimens(read_site(config)), config, None)
    with nullcontext() if plain else begun(printing) as printed:
        checked = check_files(files, found + more, published, remembering(out / WORK))
        if checked.errors:
            return Built(checked.errors, 0, tree.site)
        if printed:
            printed()
    return publish(checked.ledger, out, step, config, plain=plain, inputs=lambda: before if inputs() == before else "")


def _inputs(files: Iterable[File], published: Published, config: Path, plain: bool) -> str:
    """Return a name for all that the site of these files depends on, as it is now."""
    others = f"{program(*WHOLE)} {plain} {published}".encode() + config.read_bytes()
    return fingerprint([("", others), *sorted(hand_written(DOCS).items()), *((file.path, file.data) for file in files)])


def publish(
    ledger: Reckoned,
    out: Path,
    step: Step = lambda _: None,
    config: Path = CONFIG,
    part: PartView | None = None,
    *,
    plain: bool = False,
    inputs: Callable[[], str] = str,
) -> Built:
    """Build the site of a ledger that passed the check, as ``build`` does; ``part`` says of which part, if of one.

    ``inputs`` names all that the site was made from, for a later build that finds nothing changed; it returns nothing
    where some of it changed meanwhile. To be called by who is at work in ``out``.
    """
    if strange := strange_files(DOCS, OVERRIDES):
        return Built(tuple(strange), 0, out / "site")
    desk = Desk(ledger, read_site(config), tuple(CODES.values()), part)
    press = Press(desk)
    out.mkdir(parents=True, exist_ok=True)
    step("printing the frames of pages")
    whole = [*press.all(), data(press)[1]] if plain else []
    printed = print_pages(out, hand_written(DOCS), whole or specimens(desk.site), config, part)
    if printed.problems:
        return Built(printed.problems, 0, out / "site")
    tree = SiteTree(out)
    tree.open()
    step("making the pages")
    made = _copied(printed, tree, {f"{page.path}.html": page for page in whole})
    # What is there already will not go: looking through it for what does would copy it into every process.
    gc.freeze()
    try:
        for some in share(Maker(press, printed.frames, tree).tasks()):
            made += some
    finally:
        gc.unfreeze()
    made += _lists(desk, tree, made)
    step("checking the links")
    files = {one.name: one.written for one in made}
    seen = {one.name: one.seen for one in made if one.seen}
    problems = check_seen(seen, files.keys(), lambda name: (tree.folder / name).read_text(encoding="utf-8"))
    problems += unanswered(files.keys(), ledger.published)
    if not problems:
        step("publishing")
        tree.publish(files, len(seen), inputs())
    return Built(tuple(problems), len(seen), tree.site)


def _copied(printed: Printed, tree: SiteTree, generated: Mapping[str, Page]) -> list[Made]:
    """Write what MkDocs printed; ``generated`` are pages by the names of their files."""
    made = []
    for name in printed.files:
        data = (printed.folder / name).read_bytes()
        seen = look(data.decode()) if name.endswith(".html") else None
        page = generated.get(name)
        more = (page.modified, not page.noindex) if page else ("", name != "404.html")
        made.append(Made(name, tree.write(name, data), seen, *more))
    return made


_DATA = ("data/", "api/", "feeds/")


def _lists(desk: Desk, tree: SiteTree, made: Iterable[Made]) -> list[Made]:
    """Write the files that list other files."""
    hashes = {one.name: one.written.sha256 for one in made if one.name.startswith(_DATA) and not one.seen}
    lists = {SUMS: sums(hashes)}
    if desk.site.url:
        pages = sorted((one.name, one.modified) for one in made if one.seen and one.listed)
        lists["sitemap.xml"] = sitemap(desk.site, pages)
    return [Made(name, tree.write(name, data)) for name, data in lists.items()]
