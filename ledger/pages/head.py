"""What a page says of itself to machines: a sentence, a day and linked data."""

from dataclasses import dataclass

from ledger.exports.linked_data import Publisher, Thing, entry_data, home_data, page_data
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


def home_says(site: Site) -> frozenset[str]:
    """Return which fields of the head the first page fills."""
    return frozenset({"modified", "linked_data"} | ({"description"} if site.description else set()))


def record_says(site: Site, kind: str) -> frozenset[str]:
    """Return which fields of the head the pages of a kind fill; a way to a page needs the address of the site."""
    if kind == "transactions":
        return frozenset({"description", "modified", "linked_data"})
    return frozenset({"description", "linked_data"} if site.url else {"description"})


def _publisher(site: Site) -> Publisher:
    return Publisher(site.name, site.description, site.page_url(""))
