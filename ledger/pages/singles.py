"""The generated pages of which there is one each: a row is where it is, its template and the view that fills it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ledger.pages.desk import Desk
from ledger.pages.head import NO_HEAD, Head, home_head, home_says, moved_head
from ledger.pages.page import GONE, MOVED, SPECIMEN
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.corrections import corrections
from ledger.views.fields import fields
from ledger.views.indexes import INDEXES, IndexView
from ledger.views.method import definitions
from ledger.views.moved import moved
from ledger.views.network import network
from ledger.views.pictures import map_page, timeline_page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Single:
    """One page."""

    path: str
    title: str
    """Empty for the first page, which is called like the site."""
    template: str
    view: Callable[[Desk], object]
    head: Callable[[Desk], Head] = lambda _: NO_HEAD
    says: Callable[[Site], frozenset[str]] = lambda _: frozenset()
    """Which fields its head fills."""
    base: Callable[[Desk], str] = lambda _: ""
    """The page that the anchors of an entry on it are on."""
    frame: str = ""
    """The page whose frame it has; empty for its own."""


DESCRIBED = frozenset({"description"})


def _always(value: T) -> Callable[[Desk], T]:
    """Return what gives the same for every desk: a page that was made with its view."""
    return lambda _: value


def _index(kind: str) -> Single:
    def view(desk: Desk) -> IndexView:
        return desk.indexes[kind]

    def head(desk: Desk) -> Head:
        return Head(f"{desk.indexes[kind].title}: {desk.indexes[kind].answer}")

    return Single(f"{kind}/index", kind.capitalize(), "index.html", view, head, lambda _: DESCRIBED)


SINGLES = (
    Single(
        "index",
        "",
        "home.html",
        lambda desk: desk.first_page,
        lambda desk: home_head(desk.ledger, desk.site),
        home_says,
        lambda desk: desk.first_page.base,
    ),
    Single("about/fields", "The fields", "fields.html", lambda _: fields()),
    Single("about/problems", "What can be wrong with an entry", "problems.html", lambda desk: desk.codes),
    Single("about/words", "What the words mean", "definitions.html", lambda _: definitions()),
    Single("about/weak-spots", "Weak spots", "weak_spots.html", lambda desk: desk.weak),
    Single("explore", "Explore", "explore.html", lambda desk: desk.indexes["transactions"]),
    Single("search", "Search", "search.html", lambda desk: desk.indexes),
    Single("timeline", "Timeline", "timeline.html", lambda desk: timeline_page(desk.ledger)),
    Single("map", "Map", "map.html", lambda desk: map_page(desk.ledger)),
    Single("network", "Network", "network.html", lambda desk: network(desk.ledger)),
    *(_index(kind) for kind in INDEXES),
)
"""Every such page."""


def corrected(ledger: Reckoned) -> Iterator[Single]:
    """Yield the pages of all corrections; the first has a place in the menu, the others share a frame."""
    for some in corrections(ledger):
        yield Single(
            some.path,
            some.title,
            "corrections.html",
            _always(some),
            _always(Head(some.answer)),
            lambda _: DESCRIBED,
            frame=CORRECTIONS if some.path == CORRECTIONS else f"corrections/{SPECIMEN}",
        )


CORRECTIONS = "corrections/index"


def moved_pages(ledger: Reckoned) -> Iterator[Single]:
    """Yield the pages that stand where a record was."""
    for one in moved(ledger):
        yield Single(
            f"{one.kind}/{one.old}",
            one.link.label or "Taken out",
            "moved.html",
            _always(one),
            _always(moved_head(one)),
            frame=f"{one.kind}/{MOVED if one.id else GONE}",
        )


PART = Single("about/part", "This part of the ledger", "part.html", lambda desk: desk.part)
"""The page of a site that is only a part of the ledger."""
