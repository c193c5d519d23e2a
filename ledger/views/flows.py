"""The lines of an exchange: what went, and how much of it by whose report."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.model.amounts import split_words
from ledger.model.local_ids import ClaimId, FlowId
from ledger.model.transaction import Claim, Transaction
from ledger.resolving.ledger import Ledger
from ledger.views.citing import Marks
from ledger.views.links import Link, end, link
from ledger.views.wording import period


@dataclass(frozen=True, slots=True)
class AmountWords:
    """An amount in the words of the report; where no figure can be read in them, all of them are in `after`."""

    before: str
    figure: str
    after: str


@dataclass(frozen=True, slots=True)
class AmountLine:
    """How much a claim says it was; several wordings mean "or"."""

    words: tuple[AmountWords, ...]
    claim: str
    when: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class FlowView:
    """One line of the exchange."""

    id: str
    start: Link
    end: Link
    goods: str
    commodities: tuple[Link, ...]
    mode: str
    when: str
    stage: str
    outside: str
    amounts: tuple[AmountLine, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One column of the exchange."""

    heading: str
    way: str
    """`to` or `from`, before the other ends."""
    ends: tuple[Link, ...]
    flows: tuple[FlowView, ...]
    mixed: bool
    """Whether the flows have different ends, so that each line must name its own."""


def side(heading: str, way: str, flows: Iterable[FlowView]) -> Side:
    """Return a column of the exchange with its flows; `way` says which end is the other one."""
    found = tuple(flows)
    ends = dict.fromkeys(flow.end if way == "to" else flow.start for flow in found) if way else {}
    return Side(heading, way, tuple(ends), found, mixed=not way or len(ends) > 1)


def flow_view(ledger: Ledger, entry: Transaction, id: FlowId, marks: dict[ClaimId, Marks]) -> FlowView:
    """Return a flow with the amounts that its claims give."""
    flow = entry.flows[id]
    naming = {claim: entry.claims[claim] for claim in entry.claims if id in entry.claims[claim].flows}
    return FlowView(
        id=id,
        start=end(ledger, flow.from_),
        end=end(ledger, flow.to),
        goods=flow.goods,
        commodities=tuple(link(ledger, "commodities", commodity) for commodity in flow.commodities),
        mode=flow.mode.meaning if flow.mode else "",
        when=(flow.when.words or period(flow.when.date)) if flow.when else "",
        stage=flow.stage.plain if flow.stage else "",
        outside=flow.outside or "",
        amounts=tuple(_amount(name, claim, marks[name]) for name, claim in naming.items() if claim.amount),
        claims=tuple(naming),
    )


def _amount(id: str, claim: Claim, marks: Marks) -> AmountLine:
    words = tuple(AmountWords(*split_words(amount.words)) for amount in claim.amount)
    return AmountLine(words, id, covered(claim), marks)


def covered(claim: Claim) -> str:
    """Return the time that a claim's figure covers, where that is a part of the entry's."""
    return (claim.when.words or period(claim.when.date)) if claim.when else ""
