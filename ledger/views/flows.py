"""The lines of an exchange: what went, and how much of it by whose report."""

from dataclasses import dataclass

from ledger.model.ids import ClaimId, FlowId
from ledger.model.transaction import Claim, Transaction
from ledger.resolving.ledger import Ledger
from ledger.views.citing import Marks
from ledger.views.links import Link, end, link
from ledger.views.wording import period


@dataclass(frozen=True, slots=True)
class AmountLine:
    """How much a claim says it was; several wordings mean "or"."""

    words: tuple[str, ...]
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
    return AmountLine(tuple(str(amount) for amount in claim.amount), id, covered(claim), marks)


def covered(claim: Claim) -> str:
    """Return the time that a claim's figure covers, where that is a part of the entry's."""
    return (claim.when.words or period(claim.when.date)) if claim.when else ""
