"""A country's page: what it is reported to have given and received, its actors and places."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ledger.model.ids import HOME
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted, given_and_received, how_many, rest_on_one, sentence
from ledger.views.folding import Folded, fold_by_name, heading
from ledger.views.links import Link, link, name
from ledger.views.listed import ListedTransaction, folded
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.timelines import TimelineView, timeline_view


@dataclass(frozen=True, slots=True)
class CommodityCount:
    """A commodity, and in how many transactions it went this way."""

    commodity: Link
    transactions: int


@dataclass(frozen=True, slots=True)
class CountryView:
    """Everything on a country's page."""

    id: str
    name: str
    note: str
    answer: str
    more: str
    """What it gave and received most often, and on how much that rests."""
    is_home: bool
    has_file: bool
    """Whether the country has a file of its own; most need none."""
    gave: tuple[CommodityCount, ...]
    received: tuple[CommodityCount, ...]
    timeline: TimelineView | None
    transactions: Folded[ListedTransaction]
    actors: Folded[Link]
    places: Folded[Link]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return self.transactions, self.actors, self.places, *(group.rows for group in self.named_by)


def country(ledger: Reckoned, id: str) -> CountryView:
    """Return what the page of a country shows; gave and received are the country's own."""
    ids = naming(ledger, "countries", id)
    entries = counted(ledger, ids)
    return CountryView(
        id=id,
        name=ledger.country_name(id),
        note=ledger.countries[id].note or "",
        answer=sentence(how_many(entries)),
        more=" ".join(filter(None, (given_and_received(ledger, entries, id), rest_on_one(ledger, entries)))),
        is_home=id == HOME,
        has_file=id in ledger.known("countries"),
        gave=_counted(ledger, ids, id, giver=True),
        received=_counted(ledger, ids, id, giver=False),
        timeline=timeline_view(ledger, ids),
        transactions=folded(ledger, heading(ledger, "countries", id, "transactions", "transactions", "listed"), ids),
        actors=_in_country(ledger, id, "actors"),
        places=_in_country(ledger, id, "places"),
        named_by=named_by(ledger, "countries", id),
    )


def _in_country(ledger: Reckoned, id: str, kind: str) -> Folded[Link]:
    found = [m.id for m in ledger.mentions.get(("countries", id), ()) if m.path == ("country",) and m.kind == kind]
    return fold_by_name(
        heading(ledger, "countries", id, kind, kind, "in_a_row"),
        found,
        lambda one: link(ledger, kind, one),
        lambda one: name(ledger, kind, one),
    )


def _counted(ledger: Reckoned, ids: set[str], id: str, *, giver: bool) -> tuple[CommodityCount, ...]:
    counts: Counter[str] = Counter()
    for entry_id in ids:
        flows = [flow for flow in ledger.transactions[entry_id].flows.values() if HOME in (flow.from_, flow.to)]
        counts.update({c for flow in flows if (flow.from_ if giver else flow.to) == id for c in flow.commodities})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CommodityCount(link(ledger, "commodities", commodity), number) for commodity, number in ordered)
