"""A commodity's page: where it stands in the tree, what went, and which provisions name it."""

from dataclasses import dataclass
from typing import Any

from ledger.law.tree import above, below, children, naming_goods
from ledger.model.commodity import Commodity
from ledger.model.document import Path
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.model.words import ResolutionStatus
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted, how_many, partners, rest_on_one, sentence
from ledger.views.folding import Folded, heading
from ledger.views.links import Link, link
from ledger.views.listed import ListedTransaction, folded
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.timelines import TimelineView, timeline_view
from ledger.views.wording import count, day, listing


@dataclass(frozen=True, slots=True)
class NamedProvision:
    """A provision that names the commodity or one above it."""

    provision: Link
    covers: str
    direction: str
    since: str
    """The first day in force; empty where it was never adopted."""
    until: str
    through: Link | None
    """The commodity above, where the provision names that one."""


@dataclass(frozen=True, slots=True)
class CommodityView:
    """Everything on a commodity's page."""

    record: Commodity
    answer: str
    more: str
    """Which way it went and with whom, on how much that rests, and which provisions name it."""
    parents: tuple[Link, ...]
    children: tuple[Link, ...]
    timeline: TimelineView | None
    transactions: Folded[ListedTransaction]
    below: Folded[ListedTransaction]
    provisions: tuple[NamedProvision, ...]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return self.transactions, self.below, *(group.rows for group in self.named_by)


def commodity(ledger: Reckoned, id: str) -> CommodityView:
    """Return what the page of a commodity shows."""
    record = ledger.commodities[id]
    own = naming(ledger, "commodities", id)
    lower = naming_goods(ledger, id) - own
    entries = counted(ledger, own | lower)
    here = len(counted(ledger, own))
    within = f", {here:,} under this name and {len(entries) - here:,} under goods below it" if lower else ""
    provisions = _provisions(ledger, id)
    return CommodityView(
        record=record,
        answer=sentence(how_many(entries) + within),
        more=" ".join(
            filter(
                None, (_ways(ledger, entries, {id, *below(ledger, id)}), rest_on_one(ledger, entries), _law(provisions))
            )
        ),
        parents=tuple(link(ledger, "commodities", parent) for parent in record.parents),
        children=tuple(link(ledger, "commodities", child) for child in children(ledger, id)),
        timeline=timeline_view(ledger, own | lower),
        transactions=folded(ledger, heading(ledger, "commodities", id, "transactions", "transactions", "listed"), own),
        below=folded(ledger, heading(ledger, "commodities", id, "below", "goods below it", "listed"), lower),
        provisions=provisions,
        named_by=named_by(ledger, "commodities", id),
    )


def _ways(ledger: Reckoned, entries: list[Transaction], goods: set[str]) -> str:
    flows = {entry.id: [f for f in entry.flows.values() if goods & set(f.commodities)] for entry in entries}
    gave = sum(any(flow.from_ == HOME for flow in found) for found in flows.values())
    received = sum(any(flow.to == HOME for flow in found) for found in flows.values())
    ways = [f"given it in {gave:,}"] * bool(gave) + [f"received it in {received:,}"] * bool(received)
    if not ways:
        return ""
    others = partners(ledger, entries)
    return f"North Korea is reported to have {listing(ways)} of them{', ' + others if others else ''}."


def _law(provisions: tuple["NamedProvision", ...]) -> str:
    adopted = [row for row in provisions if row.since]
    if not adopted:
        return "No provision recorded here names it."
    return f"{count(len(adopted), 'provision')} recorded here {'names' if len(adopted) == 1 else 'name'} it."


def _provisions(ledger: Reckoned, id: str) -> tuple[NamedProvision, ...]:
    return tuple(
        _provision(ledger, mention.id, mention.path, None if here == id else here)
        for here in above(ledger, id)
        for mention in ledger.mentions.get(("commodities", here), ())
        if mention.kind == "resolutions" and "commodities" in mention.path
    )


def _provision(ledger: Reckoned, resolution: str, path: Path, through: str | None) -> NamedProvision:
    slug = str(path[1])
    owner = ledger.resolutions[resolution]
    provision = owner.provisions[slug]
    return NamedProvision(
        provision=link(ledger, "provisions", f"{resolution}-{slug}"),
        covers=provision.covers,
        direction=provision.direction.meaning,
        since="" if owner.status is ResolutionStatus.NOT_ADOPTED else day(provision.from_),
        until=day(provision.until) if provision.until else "",
        through=link(ledger, "commodities", through) if through else None,
    )
