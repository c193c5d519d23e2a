"""Pages out of templates: every value is escaped, every missing one is an error."""

import html
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ledger.pages.kinds import PAGE_KINDS
from ledger.pages.site import Site
from ledger.problems.code import Code
from ledger.resolving.ledger import Ledger
from ledger.views.fields import fields
from ledger.views.home import home
from ledger.views.indexes import INDEXES
from ledger.views.links import name

TEMPLATES = Path(__file__).parents[2] / "templates"

_SAFE_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


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
    return env


def address(url: str) -> str:
    """Return an outside address with whatever is not ASCII percent-encoded; it was checked when it was read."""
    return quote(url, safe=_SAFE_IN_ADDRESS)


def shown(value: object) -> object:
    """Return a text escaped for HTML, its line breaks as references, so that no builder takes one for its own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(str(escape(value)).replace("\n", "&#10;"))


def pages(ledger: Ledger, site: Site, codes: Iterable[Code]) -> Iterator[tuple[str, str]]:
    """Yield every generated page as its path in the staged folder and its text, in a fixed order.

    ``codes`` are the problems that the page about them explains.
    """
    env = environment()

    def staged(path: str, title: str, template: str, **values: object) -> tuple[str, str]:
        root = "../" * path.count("/")
        body = env.get_template(template).render(root=root, site=site, title=title, **values)
        return f"{path}.md", _page(title, body)

    yield staged("index", site.name, "home.html", view=home(ledger))
    yield staged("about/fields", "The fields", "fields.html", view=fields())
    yield staged("about/problems", "What can be wrong with an entry", "problems.html", view=tuple(codes))
    for kind, index in INDEXES.items():
        view = index(ledger)
        yield staged(f"{kind}/index", view.title, "index.html", view=view)
    for page in PAGE_KINDS:
        for id in ledger.by(page.kind):
            edit = site.edit_url(page.kind, id)
            title = name(ledger, page.kind, id)
            yield staged(f"{page.kind}/{id}", title, page.template, view=page.view(ledger, id), edit_url=edit)


def _page(title: str, body: str) -> str:
    """Return a staged page: front matter, and the fragment as one block of HTML that Markdown leaves alone.

    Themes print titles unescaped, in every page's menu: so the title is escaped here.
    """
    escaped = html.escape(title).encode("ascii", "xmlcharrefreplace").decode("ascii")
    return f"---\ntitle: {json.dumps(escaped)}\nhide: [navigation, toc]\n---\n{body.strip()}\n"
