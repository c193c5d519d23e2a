"""Long lists, folded: the page of a list shows its head, and pages of their own have all of it, by year or by letter.

A part is called by what its rows have in common, not by its number among the parts: 2017 stays 2017 however many
entries come before or after it, so its address can be cited and kept. A part that is too long itself is folded again,
a year by months and a letter by the next one, and keeps its address.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from ledger.model.dates import Edtf
from ledger.resolving.ledger import Ledger
from ledger.views.links import Link, link
from ledger.views.wording import month

I = TypeVar("I")  # noqa: E741 - an item, of which a row is made
T = TypeVar("T")

MOST = 500
"""A list with more rows is folded: at 100 bytes a row, compressed, several such lists stay below 150 kB a page."""
SHOWN = 50
"""How many rows a folded list shows where it stands."""
IN_A_CELL = 25
"""How many links stand in one cell of a table."""

FOLDER = "lists"
"""Where the parts of lists are, from the root of the site."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the rows of a part have in common: its name in the address of the part, and what a reader calls it."""

    name: str
    label: str


Keys = tuple[Key, ...]
"""The part that a row is in, and the part of that part, and so on."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list is called."""

    owner: Link
    """The page that it is on."""
    name: str
    """Where its parts are: letters, digits, hyphens and dots; no other list has it."""
    title: str
    kind: str
    """What its rows are: the macro of ``lists.html`` that prints them."""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded(Generic[T]):
    """A list: all of its rows, or the first of them and the parts that have them all."""

    heading: Heading
    rows: tuple[T, ...]
    number: int
    """How many rows there are in all."""
    shown: str = ""
    """Which of them the rows are, where these are not all."""
    parts: tuple["ListPart[T]", ...] = ()

    @property
    def pages(self) -> Iterator["ListPart[T]"]:
        """The parts, and the parts of those."""
        for part in self.parts:
            yield part
            yield from part.list.pages


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """A part of a list: a page of its own."""

    keys: Keys
    list: Folded[T]

    @property
    def path(self) -> str:
        """Where it is, from the root of the site, without the ending."""
        return part_path(self.list.heading.name, self.keys[-1])

    @property
    def link(self) -> Link:
        """The link to it from among the other parts."""
        return Link(self.keys[-1].label, f"{self.path}.html")

    @property
    def above(self) -> tuple[Link, ...]:
        """The links to the page that the list is on, and to the parts that this one is a part of."""
        name = self.list.heading.name
        return self.list.heading.owner, *(Link(key.label, f"{part_path(name, key)}.html") for key in self.keys[:-1])

    @property
    def title(self) -> str:
        """What it is called anywhere else."""
        return f"{self.list.heading.title}: {self.keys[-1].label}"


@runtime_checkable
class WithLists(Protocol):
    """A view with lists that may be folded."""

    @property
    def lists(self) -> Iterable[Folded[Any]]:
        """All of them."""


def part_path(name: str, key: Key) -> str:
    """Return where a part of a list is, from the root of the site, without the ending."""
    return f"{FOLDER}/{name}.{key.name}"


def heading(ledger: Ledger, kind: str, id: str, list: str, title: str, rows: str, anchor: str = "") -> Heading:
    """Return what a list on the page of a record is called.

    ``list`` is its name there, and its anchor unless that is another; ``rows`` is what its rows are.
    """
    owner = link(ledger, kind, id)
    return Heading(owner.at(anchor or list), f"{kind}.{id}.{list}", f"{owner.label}: {title}", rows)


def fold_by_time(
    heading: Heading,
    items: Sequence[I],
    row: Callable[[I], T],
    when: Callable[[I], Edtf | None],
    first: str = "The newest {}",
    head: Sequence[I] = (),
    most: int = MOST,
) -> Folded[T]:
    """Return the list of the rows of these items; where it has more than ``most``, folded by years, the newest first.

    ``head`` are the items that a folded list shows where it stands, if not the newest, and ``first`` is what so
    many of them are called.
    """
    if len(items) <= most:
        return Folded(heading, tuple(map(row, items)), len(items))
    newest = sorted(items, key=lambda item: _order(when(item)), reverse=True)
    return _fold(heading, newest, row, lambda item: by_time(when(item)), first, head or newest)


def fold_by_name(
    heading: Heading,
    items: Sequence[I],
    row: Callable[[I], T],
    name: Callable[[I], str],
    first: str = "The first {}",
    head: Sequence[I] = (),
) -> Folded[T]:
    """Return the list of the rows of these items, as ``fold_by_time``; where it is long, folded by letters."""
    if len(items) <= MOST:
        return Folded(heading, tuple(map(row, items)), len(items))
    ordered = sorted(items, key=lambda item: (by_name(name(item))[0] == OTHER, by_name(name(item))[0].name))
    return _fold(heading, ordered, row, lambda item: by_name(name(item)), first, head or items)


def _fold(
    heading: Heading,
    items: Iterable[I],
    row: Callable[[I], T],
    keys: Callable[[I], Keys],
    first: str,
    head: Sequence[I],
) -> Folded[T]:
    rows = [(keys(item), row(item)) for item in items]
    shown = tuple(map(row, head[:SHOWN]))
    return Folded(heading, shown, len(rows), f"{first.format(len(shown))}:", _parts(heading, rows, 0))


def _parts(heading: Heading, rows: Iterable[tuple[Keys, T]], depth: int) -> tuple[ListPart[T], ...]:
    found: dict[Keys, list[tuple[Keys, T]]] = {}
    for keys, row in rows:
        found.setdefault(keys[: depth + 1], []).append((keys, row))
    return tuple(ListPart(keys, _part(heading, keys, some)) for keys, some in found.items())


def _part(heading: Heading, keys: Keys, rows: list[tuple[Keys, T]]) -> Folded[T]:
    if len(rows) <= MOST or len({other for other, _ in rows}) == 1:
        return Folded(heading, tuple(row for _, row in rows), len(rows))
    return Folded(heading, (), len(rows), "", _parts(heading, rows, len(keys)))


def few(links: Sequence[Link], all: Link) -> tuple[Link, ...]:
    """Return links as they stand in one cell of a table: ``all`` leads to the list that has those which do not."""
    if len(links) <= IN_A_CELL:
        return tuple(links)
    return *links[:IN_A_CELL], Link(f"and {len(links) - IN_A_CELL:,} more", all.path)


UNDATED = Key("undated", "without a date")
OTHER = Key("other", "Other signs")


def _order(when: Edtf | None) -> tuple[date, date, str]:
    return when.sort_key if when else (date.min, date.min, "")


def by_time(when: Edtf | None) -> Keys:
    """Return the year, the month and the day with which a time begins; of one without a beginning, its end."""
    point = when and (when.start or when.end)
    if not when or not point:
        return (UNDATED,)
    year, *rest = point.digits
    within = [part for part in rest if part != "XX"]
    words = [year if "X" not in year else f"{point.earliest.year} to {point.latest.year}"]
    if within:
        words.append(f"{month(int(within[0]))} {year}")
    if len(within) > 1:
        words.append(f"{int(within[1])} {words[-1]}")
    names = ["-".join([year.lower(), *within[:depth]]) for depth in range(len(words))]
    if len(words) < 3:
        # Their own part beside the months of a year, or the days of a month.
        names.append(f"{names[-1]}-xx")
        words.append(f"{words[-1]}, {('month', 'day')[len(words) - 1]} not given")
    return tuple(map(Key, names, words))


def by_name(name: str) -> Keys:
    """Return the first letter of a name, its first two and its first three; what is not a to z counts as one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign if "a" <= sign <= "z" else "-" for sign in plain if not unicodedata.combining(sign))[:3]
    if not letters or letters[0] == "-":
        return (OTHER,)
    letters = letters.ljust(3, "-")
    return tuple(Key(letters[:size], letters[:size].replace("-", " ").capitalize()) for size in (1, 2, 3))
