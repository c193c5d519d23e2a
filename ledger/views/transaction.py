"""A transaction's page: the exchange, its claims with their sources, what is disputed, and what it belongs with."""

from dataclasses import dataclass

from ledger.model.flow_refs import FlowRef
from ledger.model.ids import ClaimId, End
from ledger.model.transaction import Claim, Flow, Outcome, Response, Transaction
from ledger.model.words import Reply
from ledger.resolving.ledger import Ledger
from ledger.views.citing import CitationMark, Numbering, SourceNote
from ledger.views.links import Link, end, link
from ledger.views.related import FigureRow, RelatedRow, figures, related
from ledger.views.wording import day, period

Marks = tuple[CitationMark, ...]
_HOME = End("KP")


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


@dataclass(frozen=True, slots=True)
class ValueView:
    """One of the values on which sources differ."""

    says: str
    claims: tuple[str, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """What sources differ on."""

    about: str
    values: tuple[ValueView, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PartView:
    """An actor or a place with its part in it."""

    link: Link
    role: str
    words: str
    flows: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedView:
    """A resolution as sources cite it."""

    link: Link
    paragraph: str
    flows: tuple[str, ...]
    words: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class TransactionView:
    """Everything on a transaction's page, in the order in which it stands there."""

    record: Transaction
    when: str
    gave: tuple[FlowView, ...]
    received: tuple[FlowView, ...]
    elsewhere: tuple[FlowView, ...]
    exchanges: tuple[ClaimView, ...]
    claims: tuple[ClaimView, ...]
    disagreements: tuple[DisagreementView, ...]
    responses: tuple[ResponseView, ...]
    cited: tuple[CitedView, ...]
    actors: tuple[PartView, ...]
    places: tuple[PartView, ...]
    related: tuple[RelatedRow, ...]
    figures: tuple[FigureRow, ...]
    history: tuple[tuple[str, str, str], ...]
    merged_into: Link | None
    withdrawn_on: str
    sources: tuple[SourceNote, ...]


def transaction(ledger: Ledger, id: str) -> TransactionView:
    """Return what the page of a transaction shows."""
    entry = ledger.transactions[id]
    numbering = Numbering(ledger)
    marks = {claim: numbering.marks(entry.claims[claim].sources) for claim in entry.claims}
    claims = tuple(_claim(ledger, entry, claim, marks[claim]) for claim in entry.claims)
    flows = {flow: _flow(ledger, entry, flow, marks) for flow in entry.flows}
    return TransactionView(
        record=entry,
        when=period(entry.when.date),
        gave=tuple(view for flow, view in flows.items() if entry.flows[flow].from_ == _HOME),
        received=tuple(view for flow, view in flows.items() if entry.flows[flow].to == _HOME),
        elsewhere=tuple(v for f, v in flows.items() if _HOME not in (entry.flows[f].from_, entry.flows[f].to)),
        exchanges=tuple(claim for claim in claims if claim.gave or claim.received),
        claims=claims,
        disagreements=_disagreements(entry, numbering),
        responses=tuple(_response(ledger, entry, id, numbering) for id in entry.responses),
        cited=_cited(ledger, entry, numbering),
        actors=tuple(
            PartView(
                link=link(ledger, "actors", row.actor) if row.actor else Link(row.who or ""),
                role=row.role.plain,
                words=row.as_ or "",
                flows=(),
                claims=row.claims,
            )
            for row in entry.actors
        ),
        places=tuple(
            PartView(
                link=link(ledger, "places", row.place),
                role=f"{row.role.plain} near" if row.near else row.role.plain,
                words="",
                flows=row.flows,
                claims=row.claims,
            )
            for row in entry.places
        ),
        related=related(ledger, entry),
        figures=figures(ledger, entry),
        history=tuple((day(change.date), change.what, change.why or "") for change in entry.history),
        merged_into=link(ledger, "transactions", entry.merged_into) if entry.merged_into else None,
        withdrawn_on=day(entry.withdrawn.date) if entry.withdrawn else "",
        sources=numbering.notes(),
    )


def _flow(ledger: Ledger, entry: Transaction, id: str, marks: dict[ClaimId, Marks]) -> FlowView:
    flow: Flow = entry.flows[id]  # type: ignore[index]
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
    return AmountLine(tuple(str(amount) for amount in claim.amount), id, _when(claim), marks)


def _when(claim: Claim) -> str:
    return (claim.when.words or period(claim.when.date)) if claim.when else ""


def _claim(ledger: Ledger, entry: Transaction, id: ClaimId, marks: Marks) -> ClaimView:
    claim = entry.claims[id]
    exchange = claim.exchange
    return ClaimView(
        id=id,
        says=claim.says,
        flows=claim.flows,
        amount=tuple(str(amount) for amount in claim.amount),
        when=_when(claim),
        gave=tuple(_side(ledger, entry, ref) for ref in exchange.gave) if exchange else (),
        received=tuple(_side(ledger, entry, ref) for ref in exchange.received) if exchange else (),
        outcome=_outcome(ledger, claim.outcome) if claim.outcome else None,
        disputes=claim.disputes,
        disputed_by=tuple(other for other in entry.claims if id in entry.claims[other].disputes),
        answered_by=tuple(name for name, response in entry.responses.items() if id in answered(entry, response)),
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


def answered(entry: Transaction, response: Response) -> tuple[ClaimId, ...]:
    """Return the claims that a response answers: those it names, else all that report a flow."""
    if response.kind is Reply.NONE_FOUND:
        return ()
    return response.to or tuple(id for id, claim in entry.claims.items() if claim.flows)


def _response(ledger: Ledger, entry: Transaction, id: str, numbering: Numbering) -> ResponseView:
    response: Response = entry.responses[id]  # type: ignore[index]
    return ResponseView(
        id=id,
        by=link(ledger, "actors", response.by),
        kind=response.kind.plain,
        meaning=response.kind.meaning,
        says=response.says or "",
        date=period(response.date) if response.date else "",
        to=response.to,
        as_of=day(response.as_of) if response.as_of else "",
        marks=numbering.marks(response.sources),
    )


def _disagreements(entry: Transaction, numbering: Numbering) -> tuple[DisagreementView, ...]:
    return tuple(
        DisagreementView(
            about=disagreement.about,
            values=tuple(
                ValueView(value.says, value.claims, numbering.marks(value.sources)) for value in disagreement.values
            ),
            note=disagreement.note or "",
        )
        for disagreement in entry.disagreements
    )


def _cited(ledger: Ledger, entry: Transaction, numbering: Numbering) -> tuple[CitedView, ...]:
    return tuple(
        CitedView(
            link=provision_link(ledger, row.provision.resolution, row.provision.paragraph or ""),
            paragraph=row.provision.paragraph or "",
            flows=row.flows,
            words=row.words or "",
            marks=numbering.marks(row.sources),
        )
        for row in entry.resolutions_cited
    )


def provision_link(ledger: Ledger, resolution: str, paragraph: str) -> Link:
    """Return the link to the paragraph where the ledger knows it by that number, else to its resolution."""
    whole = link(ledger, "resolutions", resolution)
    for slug, provision in ledger.resolutions[resolution].provisions.items():
        if paragraph and provision.paragraph == paragraph:
            return whole.at(slug)
    return whole
