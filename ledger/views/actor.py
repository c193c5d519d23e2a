"""An actor's page: who it is, and every part it is reported to have had."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ledger.model.actor import Actor
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted, how_many, parts_played
from ledger.views.folding import Folded, fold_by_time, heading
from ledger.views.links import Link, link
from ledger.views.listed import ListedTransaction, folded
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.timelines import TimelineView, timeline_view
from ledger.views.wording import count, period


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A part in a transaction: as a party, or as the subject or author of an outcome or a response."""

    transaction: Link
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class BasisView:
    """Why a person is named."""

    kind: str
    words: str
    as_of: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """Everything on an actor's page."""

    record: Actor
    kind: str
    answer: str
    country: Link | None
    identifiers: tuple[tuple[str, str], ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    draws_on: tuple[tuple[Link, str], ...]
    basis: BasisView | None
    roles: Folded[RoleRow]
    said: Folded[Link]
    timeline: TimelineView | None
    transactions: Folded[ListedTransaction]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return self.roles, self.said, self.transactions, *(group.rows for group in self.named_by)


def actor(ledger: Reckoned, id: str) -> ActorView:
    """Return what the page of an actor shows."""
    record = ledger.actors[id]
    mentions = ledger.mentions.get(("actors", id), ())
    said = [m.id for m in mentions if m.kind == "sources" and m.path[0] in ("by", "speaker")]
    ids = naming(ledger, "actors", id)
    basis = record.public_basis
    entries = counted(ledger, ids)
    parts = [row.role.plain for entry in entries for row in entry.actors if row.actor == id]
    return ActorView(
        record=record,
        kind=record.kind.plain,
        answer=_answer(how_many(entries), parts_played(parts), len(set(said))),
        country=link(ledger, "countries", record.country) if record.country else None,
        identifiers=_identifiers(ledger, record),
        part_of=link(ledger, "actors", record.part_of) if record.part_of else None,
        parts=tuple(link(ledger, "actors", m.id) for m in mentions if m.kind == "actors" and m.path == ("part_of",)),
        draws_on=tuple((link(ledger, "actors", row.actor), row.why) for row in record.draws_on),
        basis=BasisView(
            kind=basis.kind.meaning,
            words=basis.words,
            as_of=period(basis.as_of) if basis.as_of else "",
            sources=tuple(link(ledger, "sources", source) for source in basis.sources),
        )
        if basis
        else None,
        roles=_roles(ledger, id),
        said=fold_by_time(
            heading(ledger, "actors", id, "said", "sources of its own", "links"),
            list(dict.fromkeys(said)),
            lambda source: link(ledger, "sources", source),
            lambda source: ledger.sources[source].published,
        ),
        timeline=timeline_view(ledger, ids),
        transactions=folded(ledger, heading(ledger, "actors", id, "transactions", "transactions", "listed"), ids),
        named_by=named_by(ledger, "actors", id),
    )


def _answer(transactions: str, parts: str, said: int) -> str:
    own = f" {count(said, 'source')} here {'is' if said == 1 else 'are'} its own." if said else ""
    return f"Named in {transactions}{': ' if parts else ''}{parts}.{own}"


def _identifiers(ledger: Reckoned, record: Actor) -> tuple[tuple[str, str], ...]:
    known = record.identifiers
    if known is None:
        return ()
    rows = [("IMO number", known.imo), ("United Nations reference", known.un)]
    if known.registry:
        where = ledger.country_name(known.registry.country)
        rows.append((f"Register of companies, {where}", known.registry.number))
    return tuple((name, value) for name, value in rows if value)


def _roles(ledger: Reckoned, id: str) -> Folded[RoleRow]:
    entries = [ledger.transactions[entry_id] for entry_id in sorted(naming(ledger, "actors", id))]
    return fold_by_time(
        heading(ledger, "actors", id, "roles", "part in transactions", "roles"),
        [(entry, row) for entry in entries for row in _roles_in(ledger, id, entry)],
        lambda item: item[1],
        lambda item: item[0].when.date,
    )


def _roles_in(ledger: Reckoned, id: str, entry: Transaction) -> Iterator[RoleRow]:
    here = link(ledger, "transactions", entry.id)
    yield from (RoleRow(here, row.role.plain, row.as_ or "") for row in entry.actors if row.actor == id)
    for claim_id, claim in entry.claims.items():
        outcome = claim.outcome
        if outcome and id in outcome.against:
            yield RoleRow(here.at(claim_id), f"subject of a {outcome.kind.plain}", claim.says)
        if outcome and id == outcome.by:
            yield RoleRow(here.at(claim_id), f"author of a {outcome.kind.plain}", claim.says)
    for response_id, response in entry.responses.items():
        if response.by == id:
            yield RoleRow(here.at(response_id), f"response: {response.kind.plain}", response.says or "")
