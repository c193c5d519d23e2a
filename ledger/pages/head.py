"""What a page says of itself to machines: a sentence, a day and linked data, as the front matter that themes read."""

import html
import json
from dataclasses import dataclass

from ledger.exports.linked_data import Publisher, Thing, entry_data, home_data, page_data
from ledger.exports.script_json import script_json
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.moved import Moved


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to machines; what is empty is not said."""

    description: str = ""
    modified: str = ""
    """The day of its last change, where it has one of its own."""
    data: Thing | None = None
    moved_to: str = ""
    """The page that took its place, from where it stands; browsers go there by themselves."""
    noindex: bool = False
    """Whether search engines and the map of the site leave it out."""


NO_HEAD = Head()
"""The head of a page about the site itself: its title says enough."""


def home_head(ledger: Reckoned, site: Site) -> Head:
    """Return the head of the first page."""
    return Head(site.description, ledger.changed.isoformat(), home_data(ledger, _publisher(site)))


def record_head(ledger: Reckoned, site: Site, kind: str, id: str, title: str, answer: str) -> Head:
    """Return the head of a record's page; ``answer`` is what the page says first."""
    path = f"{kind}/{id}.html"
    if kind == "transactions":
        entry = ledger.transactions[id]
        return Head(answer, entry.history[-1].date.isoformat(), entry_data(ledger, id, _publisher(site), path))
    return Head(f"{title}: {answer}", "", page_data(_publisher(site), kind, title, path))


def moved_head(one: Moved) -> Head:
    """Return the head of a page that stands where a record was."""
    return Head(moved_to=f"{one.id}.html" if one.id else "", noindex=True)


def front_matter(title: str, head: Head) -> str:
    """Return the front matter of a generated page.

    Themes print titles and descriptions unescaped, the title in every page's menu: so they are escaped here. Linked
    data is printed as it stands too, inside a script.
    """
    lines = [f"title: {_escaped(title)}"]
    if head.description:
        lines.append(f"description: {_escaped(head.description)}")
    if head.modified:
        lines.append(f"modified: {json.dumps(head.modified)}")
    if head.data:
        lines.append(f"linked_data: {json.dumps(script_json(head.data))}")
    if head.moved_to:
        lines.append(f"moved_to: {_escaped(head.moved_to)}")
    if head.noindex:
        lines.append("noindex: true")
    lines.append("hide: [navigation, toc]")
    return "\n".join(["---", *lines, "---", ""])


def _publisher(site: Site) -> Publisher:
    return Publisher(site.name, site.description, site.page_url(""))


def _escaped(text: str) -> str:
    one_line = " ".join(text.split())
    return json.dumps(html.escape(one_line).encode("ascii", "xmlcharrefreplace").decode("ascii"))
