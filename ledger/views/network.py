"""Who deals with whom: the actors with a part in several transactions, and the transactions that tie them together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from ledger.model.dates import Edtf
from ledger.model.ids import HOME
from ledger.model.words import ActorRole
from ledger.reckoned import Reckoned
from ledger.views.answers import counted, parts_played
from ledger.views.folding import few
from ledger.views.links import Link, link
from ledger.views.wording import count, period

MOST_ROWS = 60
"""How many actors the picture draws: those with a part in most transactions."""
MOST_COLUMNS = 120
"""How many of their transactions it draws: of each actor the newest two, then those that tie most of them."""
_ROW, _COLUMN, _LEFT, _TOP = 18, 9, 230, 30
_YEAR = 26
"""Room of a year above the columns."""

_SIDES = {
    "gave": (ActorRole.SUPPLIER, ActorRole.SELLER),
    "received": (ActorRole.RECIPIENT, ActorRole.BUYER, ActorRole.CONSIGNEE),
    "carried": (ActorRole.CARRIER, ActorRole.OWNER, ActorRole.BROKER),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A mark: the part of an actor in a transaction."""

    transaction: Link
    words: str
    x: float
    y: float
    side: str
    """`gave`, `received`, `carried` (or arranged it), or `other`."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line down a column, between the actors of one transaction."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a group: a year over the columns that begin in it, a country over its actors."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Row:
    """An actor of the picture, and of the table that says the same."""

    actor: Link
    country: str
    y: float
    transactions: tuple[Link, ...]
    parts: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The picture and its table."""

    answer: str
    width: float
    height: float
    left: int
    """Where the columns begin."""
    years: tuple[Heading, ...]
    countries: tuple[Heading, ...]
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    ties: tuple[Tie, ...]


def network(ledger: Reckoned) -> NetworkView:
    """Return the actors with a part in two or more transactions, by country, and the transactions they share."""
    entries = {entry.id: entry for entry in counted(ledger, ledger.transactions)}
    roles: dict[str, dict[str, list[ActorRole]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries.values():
        for row in entry.actors:
            if row.actor:
                roles[row.actor][entry.id].append(row.role)
    several = sorted((id for id in roles if len(roles[id]) > 1), key=lambda id: (-len(roles[id]), id))
    actors = sorted(several[:MOST_ROWS], key=lambda id: _order(ledger, id))
    shared = Counter(id for actor in actors for id in roles[actor])
    in_time = sorted(shared, key=lambda id: (entries[id].when.date.sort_key, id))
    columns = _chosen(in_time, shared, [roles[actor] for actor in actors])
    at = {id: _LEFT + _COLUMN * (i + 1) for i, id in enumerate(columns)}
    names = [_country(ledger, id) for id in actors]
    firsts = [i for i, name in enumerate(names) if i == 0 or name != names[i - 1]]
    above = list(accumulate(i in firsts for i in range(len(actors))))
    ys = {id: _TOP + _ROW * (i + above[i]) for i, id in enumerate(actors)}
    answer = f"{count(len(several), 'actor')} of {len(roles):,} have a part in more than one transaction."
    if len(columns) < len(shared):
        drawn = f"{len(columns)} of their {count(len(shared), 'transaction')}"
        answer += f" Drawn are the {len(actors)} that have one in most, with {drawn}."
    return NetworkView(
        answer=answer,
        width=_LEFT + _COLUMN * (len(columns) + 2),
        height=_TOP + _ROW * (len(actors) + len(firsts)),
        left=_LEFT,
        years=_years(entries[id].when.date for id in columns),
        countries=tuple(Heading(names[i], _LEFT - 8, ys[actors[i]] - _ROW) for i in firsts),
        rows=tuple(
            Row(
                actor=link(ledger, "actors", id),
                country=_country(ledger, id),
                y=ys[id],
                transactions=few(
                    [link(ledger, "transactions", entry) for entry in sorted(roles[id])],
                    link(ledger, "actors", id).at("transactions"),
                ),
                parts=parts_played(role.plain for found in roles[id].values() for role in set(found)),
            )
            for id in actors
        ),
        parts=tuple(
            Part(
                transaction=link(ledger, "transactions", entry),
                words=f"{ledger.actors[id].name}: {', '.join(role.plain for role in dict.fromkeys(found))}; "
                f"{period(entries[entry].when.date)}, {entries[entry].title}",
                x=at[entry],
                y=ys[id],
                side=next((side for side, roles in _SIDES.items() if set(roles) & set(found)), "other"),
            )
            for id in actors
            for entry, found in sorted(roles[id].items(), key=lambda item: at.get(item[0], 0))
            if entry in at
        ),
        ties=tuple(
            Tie(at[entry], min(found), max(found))
            for entry in columns
            if len(found := [ys[id] for id in actors if entry in roles[id]]) > 1
        ),
    )


def _chosen(in_time: list[str], shared: Mapping[str, int], parts: Iterable[Collection[str]]) -> list[str]:
    """Return the transactions that are drawn, in the order of time; ``shared`` are those with how many actors each."""
    if len(in_time) <= MOST_COLUMNS:
        return in_time
    place = {id: i for i, id in enumerate(in_time)}
    chosen = {id for part in parts for id in sorted(part, key=place.__getitem__)[-2:]}
    others = sorted(place.keys() - chosen, key=lambda id: (shared[id], place[id]), reverse=True)
    return sorted(chosen.union(others[: MOST_COLUMNS - len(chosen)]), key=place.__getitem__)


def _years(dates: Iterable[Edtf]) -> tuple[Heading, ...]:
    """Return the years over the columns in which they begin, as many as have room."""
    found: list[Heading] = []
    for i, date in enumerate(dates, start=1):
        day, x = date.earliest or date.latest, _LEFT + _COLUMN * i
        if day and (not found or (found[-1].words != str(day.year) and x - found[-1].x >= _YEAR)):
            found.append(Heading(str(day.year), x, 10))
    return tuple(found)


def _order(ledger: Reckoned, id: str) -> tuple[bool, str, str]:
    """North Korea's own first, then by country and name."""
    record = ledger.actors[id]
    return str(record.country) != HOME, _country(ledger, id), record.name.casefold()


def _country(ledger: Reckoned, id: str) -> str:
    country = ledger.actors[id].country
    return ledger.country_name(country) if country else "no country recorded"
