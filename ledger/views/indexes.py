"""The index of each kind: a sentence that answers a question, then every record of the kind."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ledger.model.ids import HOME, End
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.folding import Folded, Heading, fold_by_name
from ledger.views.links import Link, end, link, maker_name
from ledger.views.listed import ListedTransaction, folded, newest_first, partners
from ledger.views.wording import count, day, listing, period

Cell = str | Link | tuple[Link, ...]
Row = tuple[Cell, ...]


GOODS = 6
"""How many goods the index of countries names each way."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index page."""

    title: str
    answer: str
    rows: Folded[ListedTransaction] | Folded[Row]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return (self.rows,)


def transactions(ledger: Reckoned) -> IndexView:
    """Every transaction, newest first."""
    entries = newest_first(ledger, ledger.transactions)
    others = len({value for entry in entries for value in partners(entry) if value.country})
    return IndexView(
        title="Transactions",
        answer=(
            f"{count(len(entries), 'reported transaction')} between North Korea and "
            f"{count(others, 'country or territory', 'countries and territories')}, newest first by date."
        ),
        rows=folded(ledger, _heading("transactions", "listed"), ledger.transactions),
    )


def sources(ledger: Reckoned) -> IndexView:
    """Every source, by who says it."""
    found = sorted(ledger.sources.values(), key=lambda s: (maker_name(ledger, s).casefold(), s.id))
    relayed = sum(source.access == "relayed" for source in found)
    answer = f"{count(len(found), 'source')}; {relayed:,} of them known only through others."
    return _index(
        "sources",
        answer,
        ("Source", "Title", "Published", "Kind", "Transactions"),
        [
            (
                Link(maker_name(ledger, source), link(ledger, "sources", source.id).path),
                source.title_en or source.title or "title not shown",
                period(source.published) if source.published else "not shown",
                source.kind.plain,
                _number(ledger, "sources", source.id),
            )
            for source in found
        ],
    )


def actors(ledger: Reckoned) -> IndexView:
    """Every actor, by name."""
    found = sorted(ledger.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id))
    parties = sum(actor.kind != "publisher" for actor in found)
    return _index(
        "actors",
        f"{count(len(found), 'actor')}: {parties:,} who take part or speak, {len(found) - parties:,} who publish.",
        ("Name", "Kind", "Country", "Transactions"),
        [
            (
                link(ledger, "actors", actor.id),
                actor.kind.plain,
                link(ledger, "countries", actor.country) if actor.country else "",
                _number(ledger, "actors", actor.id),
            )
            for actor in found
        ],
    )


def places(ledger: Reckoned) -> IndexView:
    """Every place, by name."""
    found = sorted(ledger.places.values(), key=lambda place: (place.name.casefold(), place.id))
    return _index(
        "places",
        f"{count(len(found), 'place')} where goods are reported to have been made, loaded, stopped or seen.",
        ("Name", "Kind", "Country", "Transactions"),
        [
            (
                link(ledger, "places", place.id),
                place.kind.plain,
                end(ledger, place.country),
                _number(ledger, "places", place.id),
            )
            for place in found
        ],
    )


def countries(ledger: Reckoned) -> IndexView:
    """Every country at one end of a flow, by the number of transactions; then the others that are named."""
    rows = []
    for code in ledger.countries:
        flows = [flow for id in naming(ledger, "countries", code) for flow in ledger.transactions[id].flows.values()]
        rows.append((-len(naming(ledger, "countries", code)), ledger.country_name(code), code, flows))
    rows.sort(key=lambda row: row[:3])
    dealing = sum(1 for row in rows if row[0] and row[2] != HOME)
    return _index(
        "countries",
        f"{count(dealing, 'country or territory', 'countries and territories')} at the other end of a transaction.",
        ("Country", "Transactions", "Gave", "Received"),
        [
            (
                link(ledger, "countries", code),
                f"{-number:,}",
                _goods(ledger, [c for flow in flows if flow.from_ == End(code) for c in flow.commodities]),
                _goods(ledger, [c for flow in flows if flow.to == End(code) for c in flow.commodities]),
            )
            for number, _, code, flows in rows
        ],
        number=1,
    )


def _goods(ledger: Reckoned, commodities: list[str]) -> tuple[Link, ...]:
    """Return the goods that most flows have, and how many others there are."""
    ordered = sorted(Counter(commodities).items(), key=lambda item: (-item[1], item[0]))
    found = [link(ledger, "commodities", commodity) for commodity, _ in ordered[:GOODS]]
    return (*found, *[Link(f"and {len(ordered) - GOODS:,} more")] * (len(ordered) > GOODS))


def commodities(ledger: Reckoned) -> IndexView:
    """Every commodity, by name, with what it is a kind of."""
    found = sorted(ledger.commodities.values(), key=lambda c: (c.name.casefold(), c.id))
    used = sum(1 for c in found if naming(ledger, "commodities", c.id))
    return _index(
        "commodities",
        f"{used:,} of {count(len(found), 'commodity', 'commodities')} appear in a reported transaction.",
        ("Name", "A kind of", "HS 2022", "Transactions"),
        [
            (
                link(ledger, "commodities", commodity.id),
                tuple(link(ledger, "commodities", parent) for parent in commodity.parents),
                listing(list(commodity.hs)),
                _number(ledger, "commodities", commodity.id),
            )
            for commodity in found
        ],
    )


def resolutions(ledger: Reckoned) -> IndexView:
    """Every resolution, in order of adoption."""
    found = sorted(ledger.resolutions.values(), key=lambda r: (r.adopted is None, r.adopted, r.id))
    cited = sum(1 for r in found if naming(ledger, "resolutions", r.id))
    return _index(
        "resolutions",
        f"{count(len(found), 'resolution')}; {cited:,} cited by a source of a reported transaction.",
        ("Resolution", "Adopted", "Status", "Provisions here", "Transactions"),
        [
            (
                link(ledger, "resolutions", resolution.id),
                day(resolution.adopted) if resolution.adopted else "not adopted",
                resolution.status.meaning,
                f"{len(resolution.provisions):,}",
                _number(ledger, "resolutions", resolution.id),
            )
            for resolution in found
        ],
    )


def series(ledger: Reckoned) -> IndexView:
    """Every series of figures."""
    return _index(
        "series",
        f"{count(len(ledger.series), 'series', 'series')} of figures over time, each figure with who gives it.",
        ("Series", "From", "To", "Figures"),
        [
            (link(ledger, "series", one.id), end(ledger, one.from_), end(ledger, one.to), f"{len(one.points):,}")
            for one in ledger.series.values()
        ],
    )


def _number(ledger: Reckoned, kind: str, id: str) -> str:
    return f"{len(naming(ledger, kind, id)):,}"


def _index(kind: str, answer: str, columns: tuple[str, ...], rows: list[Row], number: int = -1) -> IndexView:
    """Return an index of rows whose first cell is the name; ``number`` is the column by which some count for more."""
    most = sorted(rows, key=lambda row: -int(str(row[number]).replace(",", "")))
    head = _heading(kind, "cells", columns)
    found = fold_by_name(head, rows, lambda row: row, _name, f"The {{}} with most {columns[number].lower()}", most)
    return IndexView(kind.capitalize(), answer, found)


def _name(row: Row) -> str:
    assert isinstance(row[0], Link)
    return row[0].label


def _heading(kind: str, rows: str, columns: tuple[str, ...] = ()) -> Heading:
    return Heading(Link(kind.capitalize(), f"{kind}/index.html"), kind, kind.capitalize(), rows, columns)


INDEXES: dict[str, Callable[[Reckoned], IndexView]] = {
    "transactions": transactions,
    "countries": countries,
    "commodities": commodities,
    "resolutions": resolutions,
    "series": series,
    "actors": actors,
    "places": places,
    "sources": sources,
}
"""The index of each kind, in the order of the menu."""
