"""A transaction's page: the exchange, its claims with their sources, what is disputed, and what it belongs with."""

import re
from dataclasses import dataclass

from ledger.evidence.standing import Standing
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.views.citing import Marks, Numbering, SourceNote
from ledger.views.claims import ClaimView, ResponseView, claim_view, response_view
from ledger.views.counting import CountView, count_view
from ledger.views.flows import Side, flow_view, side
from ledger.views.links import Link, link
from ledger.views.maps import MapView, route
from ledger.views.provenance import OriginTree, altered_only, origin_trees
from ledger.views.provisions import FlowLawView, flow_laws
from ledger.views.related import FigureRow, RelatedRow, figures, related
from ledger.views.weak_spots import lack_words
from ledger.views.wording import day, period

_PART = re.compile(r"\b[cfr][1-9][0-9]*\b")
"""The id of a claim, a flow or a response in a sentence."""


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
class HistoryRow:
    """One line of the history."""

    day: str
    what: str
    why: str
    taken_out: tuple[str, ...]
    """Claims, flows and responses that it says were taken out: their addresses lead to it."""


@dataclass(frozen=True, slots=True)
class TransactionView:
    """Everything on a transaction's page, in the order in which it stands there."""

    record: Transaction
    when: str
    between: tuple[Link, ...]
    """The countries at the ends of its flows."""
    changed: str
    """The day of its last change."""
    gave: Side
    received: Side
    elsewhere: Side
    route: MapView | None
    exchanges: tuple[ClaimView, ...]
    claims: tuple[ClaimView, ...]
    disagreements: tuple[DisagreementView, ...]
    responses: tuple[ResponseView, ...]
    laws: tuple[FlowLawView, ...]
    origins: tuple[OriginTree, ...]
    altered_only: tuple[Link, ...]
    count: CountView
    standing: Standing
    """How the entry stands as a whole."""
    actors: tuple[PartView, ...]
    places: tuple[PartView, ...]
    related: tuple[RelatedRow, ...]
    figures: tuple[FigureRow, ...]
    lacks: tuple[str, ...]
    history: tuple[HistoryRow, ...]
    merged_into: Link | None
    withdrawn_on: str
    sources: tuple[SourceNote, ...]

    @property
    def answer(self) -> str:
        """What the page says first."""
        return self.record.summary


def transaction(ledger: Reckoned, id: str) -> TransactionView:
    """Return what the page of a transaction shows."""
    entry = ledger.transactions[id]
    numbering = Numbering(ledger)
    marks = {claim: numbering.marks(entry.claims[claim].sources) for claim in entry.claims}
    claims = tuple(claim_view(ledger, entry, claim, marks[claim]) for claim in entry.claims)
    flows = {flow: flow_view(ledger, entry, flow, marks) for flow in entry.flows}
    return TransactionView(
        record=entry,
        when=period(entry.when.date),
        between=tuple(dict.fromkeys(end for view in flows.values() for end in (view.start, view.end))),
        changed=day(entry.history[-1].date),
        gave=side("North Korea gave", "to", (v for f, v in flows.items() if entry.flows[f].from_ == HOME)),
        received=side("North Korea received", "from", (v for f, v in flows.items() if entry.flows[f].to == HOME)),
        elsewhere=side(
            "Between others", "", (v for f, v in flows.items() if HOME not in (entry.flows[f].from_, entry.flows[f].to))
        ),
        route=route(ledger, entry),
        exchanges=tuple(claim for claim in claims if claim.gave or claim.received),
        claims=claims,
        disagreements=_disagreements(entry, numbering),
        responses=tuple(response_view(ledger, entry, response, numbering) for response in entry.responses),
        laws=flow_laws(ledger, entry, numbering),
        origins=origin_trees(ledger, entry, numbering.numbers),
        altered_only=altered_only(ledger, entry),
        count=count_view(ledger, ledger.entry_counts[id]),
        standing=ledger.entry_standings[id],
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
        lacks=lack_words(ledger, id),
        history=_history(entry),
        merged_into=link(ledger, "transactions", entry.merged_into) if entry.merged_into else None,
        withdrawn_on=day(entry.withdrawn.date) if entry.withdrawn else "",
        sources=numbering.notes(),
    )


def _history(entry: Transaction) -> tuple[HistoryRow, ...]:
    seen = {*entry.claims, *entry.flows, *entry.responses}
    rows = []
    for change in entry.history:
        named = [id for id in _PART.findall(f"{change.what} {change.why or ''}") if id not in seen]
        gone = tuple(dict.fromkeys(named))
        seen.update(gone)
        rows.append(HistoryRow(day(change.date), change.what, change.why or "", gone))
    return tuple(rows)


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
