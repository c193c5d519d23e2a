"""The pages of the whole ledger by time, by place and by who deals with whom."""

from collections import Counter
from dataclasses import dataclass

from ledger.drawing.frames import FRAMES
from ledger.model.ids import HOME
from ledger.reckoned import Reckoned
from ledger.views.answers import counted, how_many, numbers, sentence
from ledger.views.folding import MOST, by_time, part_path
from ledger.views.links import Link, link
from ledger.views.maps import MapView, regional, world
from ledger.views.timelines import TimelineView, timeline_view
from ledger.views.wording import count


@dataclass(frozen=True, slots=True)
class YearRow:
    """The transactions whose date lies in a year, or begins in it."""

    year: str
    gave: int
    received: int
    transactions: tuple[Link, ...]
    """They, or where the list of transactions is folded, the parts of it that have them."""


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The whole ledger by time."""

    answer: str
    timeline: TimelineView | None
    years: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """A country or a place with its number of transactions."""

    record: Link
    of: Link | None
    transactions: int


@dataclass(frozen=True, slots=True)
class MapPage:
    """The whole ledger by place."""

    answer: str
    world: MapView
    regions: tuple[MapView, ...]
    countries: tuple[CountRow, ...]
    places: tuple[CountRow, ...]


def timeline_page(ledger: Reckoned) -> TimelinePage:
    """Return the page of the whole ledger by time; each transaction stands in the year in which it began."""
    entries = counted(ledger, ledger.transactions)
    years: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.when.date.sort_key, entry.id), reverse=True):
        start, end = entry.when.date.earliest, entry.when.date.latest
        year = str(start.year) if start else f"until {end.year}" if end else "no date"
        years.setdefault(year, []).append(entry.id)
    flows = {entry.id: entry.flows.values() for entry in entries}
    return TimelinePage(
        answer=sentence(how_many(entries)),
        timeline=timeline_view(ledger, ledger.transactions),
        years=tuple(
            YearRow(
                year=year,
                gave=sum(any(flow.from_ == HOME for flow in flows[id]) for id in ids),
                received=sum(any(flow.to == HOME for flow in flows[id]) for id in ids),
                transactions=_of_year(ledger, ids),
            )
            for year, ids in sorted(years.items(), key=lambda item: item[0][-4:], reverse=True)
        ),
    )


def _of_year(ledger: Reckoned, ids: list[str]) -> tuple[Link, ...]:
    listed = sum(entry.merged_into is None for entry in ledger.transactions.values())
    if listed <= MOST:
        return tuple(link(ledger, "transactions", id) for id in ids)
    parts = Counter(by_time(ledger.transactions[id].when.date)[0] for id in ids)
    return tuple(
        Link(f"{number:,} in the list of {key.label}", f"{part_path('transactions', key)}.html")
        for key, number in parts.items()
    )


def map_page(ledger: Reckoned) -> MapPage:
    """Return the page of the whole ledger by country and by place."""
    countries = _counts(ledger, "countries", [code for code in ledger.countries if code != HOME])
    dealing = [(code, number) for code, number in countries if number]
    drawn = [id for id, place in ledger.places.items() if place.point]
    places = _counts(ledger, "places", drawn)
    frames = [frame for frame in FRAMES if frame.name in ("north-east Asia", "the Korean peninsula")]
    return MapPage(
        answer=(
            f"{count(len(dealing), 'country or territory', 'countries and territories')} at the other end of a "
            f"transaction; {len(drawn):,} of {count(len(ledger.places), 'place')} could be put on a map."
        ),
        world=world(ledger),
        regions=tuple(regional(ledger, frame) for frame in reversed(frames)),
        countries=tuple(CountRow(link(ledger, "countries", code), None, number) for code, number in dealing),
        places=tuple(
            CountRow(link(ledger, "places", id), _country(ledger, id), number) for id, number in places[:MOST]
        ),
    )


def _country(ledger: Reckoned, id: str) -> Link | None:
    country = ledger.places[id].country
    return link(ledger, "countries", country) if country.country else None


def _counts(ledger: Reckoned, kind: str, ids: list[str]) -> list[tuple[str, int]]:
    """Return records with the number of their transactions, the most first."""
    return sorted(numbers(ledger, kind, ids).items(), key=lambda item: (-item[1], item[0]))
