"""Claims and responses: what is said, and what the parties said to it."""

from dataclasses import dataclass

from ledger.evidence.standing import Standing, answered
from ledger.model.flow_refs import FlowRef
from ledger.model.local_ids import ClaimId, ResponseId
from ledger.model.transaction import Outcome, Transaction
from ledger.reckoned import ClaimAt, Reckoned
from ledger.resolving.ledger import Ledger
from ledger.views.citing import Marks, Numbering
from ledger.views.counting import CountView, count_view
from ledger.views.flows import covered
from ledger.views.links import Link, link
from ledger.views.wording import day, period


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What an authority did."""

    kind: str
    date: str
    as_of: str
    by: Link | None
    against: tuple[Link, ...]
    who: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One fact with who says it."""

    id: str
    says: str
    flows: tuple[str, ...]
    amount: tuple[str, ...]
    when: str
    gave: tuple[Link, ...]
    received: tuple[Link, ...]
    outcome: OutcomeView | None
    disputes: tuple[str, ...]
    disputed_by: tuple[str, ...]
    answered_by: tuple[str, ...]
    standing: Standing
    count: CountView
    marks: Marks


@dataclass(frozen=True, slots=True)
class ResponseView:
    """What a party said to it."""

    id: str
    by: Link
    kind: str
    meaning: str
    says: str
    date: str
    to: tuple[str, ...]
    as_of: str
    marks: Marks


def claim_view(ledger: Reckoned, entry: Transaction, id: ClaimId, marks: Marks) -> ClaimView:
    """Return a claim with what answers it; an exchange with both of its sides."""
    claim = entry.claims[id]
    exchange = claim.exchange
    return ClaimView(
        id=id,
        says=claim.says,
        flows=claim.flows,
        amount=tuple(str(amount) for amount in claim.amount),
        when=covered(claim),
        gave=tuple(_side(ledger, entry, ref) for ref in exchange.gave) if exchange else (),
        received=tuple(_side(ledger, entry, ref) for ref in exchange.received) if exchange else (),
        outcome=_outcome(ledger, claim.outcome) if claim.outcome else None,
        disputes=claim.disputes,
        disputed_by=tuple(other for other in entry.claims if id in entry.claims[other].disputes),
        answered_by=tuple(name for name, response in entry.responses.items() if id in answered(entry, response)),
        standing=ledger.standings[ClaimAt(entry.id, id)],
        count=count_view(ledger, ledger.counts[ClaimAt(entry.id, id)]),
        marks=marks,
    )


def _side(ledger: Ledger, entry: Transaction, ref: FlowRef) -> Link:
    other = ledger.transactions[ref.entry] if ref.entry else entry
    label = other.flows[ref.flow].goods
    if not ref.entry:
        return Link(label, f"#{ref.flow}")
    return Link(f"{label} ({other.title})", link(ledger, "transactions", other.id).path + f"#{ref.flow}")


def _outcome(ledger: Ledger, outcome: Outcome) -> OutcomeView:
    return OutcomeView(
        kind=outcome.kind.plain,
        date=period(outcome.date) if outcome.date else "",
        as_of=period(outcome.as_of) if outcome.as_of else "",
        by=link(ledger, "actors", outcome.by) if outcome.by else None,
        against=tuple(link(ledger, "actors", actor) for actor in outcome.against),
        who=outcome.who or "",
    )


def response_view(ledger: Reckoned, entry: Transaction, id: ResponseId, numbering: Numbering) -> ResponseView:
    """Return a response."""
    response = entry.responses[id]
    return ResponseView(
        id=id,
        by=link(ledger, "actors", response.by) if response.by else Link(response.who or ""),
        kind=response.kind.plain,
        meaning=response.kind.meaning,
        says=response.says or "",
        date=period(response.date) if response.date else "",
        to=response.to,
        as_of=day(response.as_of) if response.as_of else "",
        marks=numbering.plain(response.sources),
    )
