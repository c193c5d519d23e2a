"""Pages out of templates: every value is escaped, every missing one is an error."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ledger.pages.citing import take_away
from ledger.pages.head import NO_HEAD, Head, front_matter, home_head, record_head
from ledger.pages.kinds import PAGE_KINDS, PageKind
from ledger.pages.site import Site
from ledger.problems.code import Code
from ledger.reckoned import Reckoned
from ledger.views.fields import fields
from ledger.views.home import home
from ledger.views.indexes import INDEXES
from ledger.views.links import address, name
from ledger.views.method import definitions
from ledger.views.network import network
from ledger.views.part import PartView
from ledger.views.pictures import map_page, timeline_page
from ledger.views.weak_spots import weak_spots
from ledger.views.wording import slug

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Letters that run from right to left: Hebrew, Arabic and their sisters."""
_FROM_RIGHT = re.compile(rf"[{_RIGHT}]+(?:[\u200c\u200d .,:;()/0-9-]*[{_RIGHT}]+)*")

TEMPLATES = Path(__file__).parents[2] / "templates"


def environment() -> Environment:
    """Return the environment that templates run in."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=shown,
    )
    env.filters["address"] = address
    env.filters["exact"] = exact
    env.filters["slug"] = slug
    return env


def shown(value: object) -> object:
    """Return a text escaped for HTML, its line breaks as references, so that no builder takes one for its own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(isolated(exact(value)))


def exact(text: str) -> Markup:
    """Return a text as ``shown`` does, with nothing added: for what is copied from the page."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))


def isolated(text: str) -> str:
    """Return a text in which words from right to left stand between isolates (U+2068 and U+2069).

    Else a name in Arabic would turn round the date that we write after it. Entries hold no such marks (``E104``).
    """
    return text if text.isascii() else _FROM_RIGHT.sub("\u2068\\g<0>\u2069", text)


def pages(
    ledger: Reckoned, site: Site, codes: Iterable[Code], part: PartView | None = None
) -> Iterator[tuple[str, str]]:
    """Yield every generated page as its path in the staged folder and its text, in a fixed order.

    ``codes`` are the problems that the page about them explains; ``part`` says which part of a ledger this is, where it
    is one.
    """
    press = Press(site)
    indexes = {kind: index(ledger) for kind, index in INDEXES.items()}
    weak = weak_spots(ledger)
    first = home(ledger, indexes, weak)
    yield press("index", site.name, "home.html", first, home_head(ledger, site), base=first.base)
    yield press("about/fields", "The fields", "fields.html", fields())
    yield press("about/problems", "What can be wrong with an entry", "problems.html", tuple(codes))
    yield press("about/words", "What the words mean", "definitions.html", definitions())
    yield press("about/weak-spots", "Weak spots", "weak_spots.html", weak)
    if part:
        yield press("about/part", "This part of the ledger", "part.html", part)
    yield press("explore", "Explore", "explore.html", indexes["transactions"])
    yield press("search", "Search", "search.html", indexes)
    yield press("timeline", "Timeline", "timeline.html", timeline_page(ledger))
    yield press("map", "Map", "map.html", map_page(ledger))
    yield press("network", "Network", "network.html", network(ledger))
    for kind, view in indexes.items():
        yield press(f"{kind}/index", view.title, "index.html", view, Head(f"{view.title}: {view.answer}"))
    for page in PAGE_KINDS:
        for id in ledger.by(page.kind):
            yield record_page(ledger, press, page, id)


def record_page(ledger: Reckoned, press: "Press", page: PageKind, id: str) -> tuple[str, str]:
    """Return the staged path and text of one record's page."""
    title = name(ledger, page.kind, id)
    site, view = press.site, page.view(ledger, id)
    return press(
        f"{page.kind}/{id}",
        title,
        page.template,
        view,
        record_head(ledger, site, page.kind, id, title, view.answer),
        edit_url=site.edit_url(page.kind, id),
        report_url=site.report_url(page.kind, id),
        take=take_away(ledger, site, id) if page.kind == "transactions" else None,
    )


class Press:
    """Prints views through templates for one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._env = environment()

    def __call__(
        self, path: str, title: str, template: str, view: object, head: Head = NO_HEAD, **more: object
    ) -> tuple[str, str]:
        """Return the staged path and text of a page; links in it start from where it stands.

        The fragment is one block of HTML, which Markdown leaves alone.
        """
        root = "../" * path.count("/")
        more.setdefault("base", "")
        body = self._env.get_template(template).render(root=root, site=self.site, title=title, view=view, **more)
        return f"{path}.md", f"{front_matter(title, head)}{body.strip()}\n"
