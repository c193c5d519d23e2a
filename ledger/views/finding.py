"""The index that the search in the header looks through: names and titles, as few bytes as will do.

The order of the index is the order of results that match equally well: by kind, and within a kind the newest first
where the kind has dates, else by name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ledger.model.actor import Actor
from ledger.reckoned import Reckoned
from ledger.views.links import maker_name
from ledger.views.listed import newest_first
from ledger.views.wording import period

T = TypeVar("T")

Text = str | int
"""A text, or the place of an actor in the index, whose name is the text."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A page that can be found."""

    id: str
    name: str
    hint: str = ""
    """What is shown beside the name: a date, a kind."""
    aliases: tuple[str, ...] = ()
    """Other names of the very same thing, and its numbers."""
    texts: tuple[Text, ...] = ()
    """What else it is found by; of a source the first is who publishes it."""

    def packed(self) -> list[object]:
        """Return it as a list without the empty fields at its end."""
        fields: list[object] = [self.id, _line(self.name), self.hint]
        fields += [[_line(text) for text in self.aliases], [_line(text) for text in self.texts]]
        while not fields[-1]:
            fields.pop()
        return fields


def _line(text: Text) -> Text:
    """Return a text on one line: the script folds many of them at once, divided by line breaks."""
    return " ".join(text.split()) if isinstance(text, str) else text


def finding(ledger: Reckoned) -> list[dict[str, object]]:
    """Return the index: for each kind its folder, what a reader calls one of it, and its records."""
    return [
        {"kind": kind, "label": label, "records": [one.packed() for one in found(ledger)]}
        for kind, label, found in KINDS
    ]


def _transactions(ledger: Reckoned) -> Iterator[Findable]:
    places = _places_of_actors(ledger)
    for entry in newest_first(ledger, ledger.transactions):
        goods = dict.fromkeys(flow.goods for flow in entry.flows.values())
        actors = dict.fromkeys(places[part.actor] if part.actor else part.who or "" for part in entry.actors)
        when = period(entry.when.date)
        hint = f"{when}, withdrawn" if entry.withdrawn else when
        yield Findable(entry.id, entry.title, hint, texts=(*goods, *actors))


def _countries(ledger: Reckoned) -> Iterator[Findable]:
    for code in sorted(ledger.countries, key=ledger.country_name):
        yield Findable(code, ledger.country_name(code), code, (code,))


def _commodities(ledger: Reckoned) -> Iterator[Findable]:
    for one in _by_name(ledger.commodities.values(), lambda one: one.name):
        yield Findable(one.id, one.name, aliases=one.aliases, texts=tuple(f"HS {code}" for code in one.hs))


def _resolutions(ledger: Reckoned) -> Iterator[Findable]:
    for one in sorted(ledger.resolutions.values(), key=lambda one: (one.adopted or date.max, one.id), reverse=True):
        yield Findable(
            one.id, one.symbol, one.status.plain, (f"Resolution {one.id}", one.id) if one.id.isdigit() else ()
        )


def _series(ledger: Reckoned) -> Iterator[Findable]:
    for one in _by_name(ledger.series.values(), lambda one: one.title):
        yield Findable(one.id, one.title)


def _actors(ledger: Reckoned) -> Iterator[Findable]:
    for one in _actors_in_order(ledger):
        aliases = dict.fromkeys((*one.aliases, *one.names.values(), *_numbers(one)))
        yield Findable(one.id, one.name, one.kind.plain, tuple(aliases))


def _numbers(actor: Actor) -> Iterator[str]:
    numbers = actor.identifiers
    if numbers and numbers.imo:
        yield f"IMO {numbers.imo}"
    if numbers and numbers.un:
        yield numbers.un
    if numbers and numbers.registry:
        yield f"{numbers.registry.country} {numbers.registry.number}"


def _places(ledger: Reckoned) -> Iterator[Findable]:
    for one in _by_name(ledger.places.values(), lambda one: one.name):
        yield Findable(one.id, one.name, one.kind.plain, one.aliases)


def _sources(ledger: Reckoned) -> Iterator[Findable]:
    places = _places_of_actors(ledger)
    undated = (date.min, date.min, "")
    found = sorted(
        ledger.sources.values(),
        key=lambda one: (one.published.sort_key if one.published else undated, one.id),
        reverse=True,
    )
    for one in found:
        maker = places[one.by.actor] if one.by and one.by.actor else maker_name(ledger, one)
        titles = [title for title in (one.title, one.title_en) if title]
        when = period(one.published) if one.published else "undated"
        yield Findable(one.id, titles[0] if titles else "title not shown", when, tuple(titles[1:]), (maker,))


def _actors_in_order(ledger: Reckoned) -> list[Actor]:
    return _by_name(ledger.actors.values(), lambda actor: actor.name)


def _places_of_actors(ledger: Reckoned) -> dict[str, int]:
    return {actor.id: place for place, actor in enumerate(_actors_in_order(ledger))}


def _by_name(records: Iterable[T], name: Callable[[T], str]) -> list[T]:
    return sorted(records, key=lambda one: name(one).casefold())


KINDS: tuple[tuple[str, str, Callable[[Reckoned], Iterable[Findable]]], ...] = (
    ("transactions", "transaction", _transactions),
    ("countries", "country", _countries),
    ("commodities", "commodity", _commodities),
    ("resolutions", "resolution", _resolutions),
    ("series", "series", _series),
    ("actors", "actor", _actors),
    ("places", "place", _places),
    ("sources", "source", _sources),
)
"""The kinds in the order of results, each with what one of it is called."""
