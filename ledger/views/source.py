"""A source's page: what it is, where it has it from, and everything that rests on it."""

from dataclasses import dataclass

from ledger.model.source import Source
from ledger.reckoned import ClaimAt, Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import sentence
from ledger.views.citing import SourceNote, note
from ledger.views.links import Link, link
from ledger.views.listed import ListedTransaction, listed
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.wording import count, day, period


@dataclass(frozen=True, slots=True)
class KnowledgeView:
    """One thing that a source knows without having read it."""

    kind: str
    who: str
    how: str


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy elsewhere."""

    host: str
    url: str
    dated: str


@dataclass(frozen=True, slots=True)
class RestingClaim:
    """A claim that rests on the source."""

    claim: Link
    says: str
    standing: str
    alone: bool
    """Whether nothing else stands behind it: no other originator."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Everything on a source's page."""

    record: Source
    summary: SourceNote
    answer: str
    maker: Link | None
    speaker: Link | None
    dated_by: str
    extent: str
    own: tuple[KnowledgeView, ...]
    origins: tuple[Link, ...]
    originated: tuple[RestingClaim, ...]
    repeated: tuple[RestingClaim, ...]
    retold_by: tuple[Link, ...]
    copies: tuple[CopyView, ...]
    archived: tuple[tuple[str, str, str], ...]
    transactions: tuple[ListedTransaction, ...]
    named_by: tuple[NamingGroup, ...]


def source(ledger: Reckoned, id: str) -> SourceView:
    """Return what the page of a source shows."""
    record = ledger.sources[id]
    citing = naming(ledger, "sources", id)
    retold = {m.id: None for m in ledger.mentions.get(("sources", id), ()) if m.kind == "sources"}
    return SourceView(
        record=record,
        summary=note(ledger, record),
        answer=_answer(ledger, id, len(citing), len(retold)),
        maker=link(ledger, "actors", record.by.actor) if record.by and record.by.actor else None,
        speaker=link(ledger, "actors", record.speaker) if record.speaker else None,
        dated_by=record.dated_by.meaning if record.dated_by else "",
        extent=record.extent.meaning,
        own=tuple(KnowledgeView(known.kind.meaning, known.who or "", known.how or "") for known in record.own),
        origins=tuple(link(ledger, "sources", end) for end in ledger.evidence.sources.ends(id) if end != id),
        originated=tuple(_claim(ledger, at) for at in ledger.resting.get(id, ())),
        repeated=tuple(_claim(ledger, at) for at in _repeated(ledger, id)),
        retold_by=tuple(link(ledger, "sources", other) for other in retold),
        copies=tuple(
            CopyView(copy.host, copy.url or "", period(copy.dated) if copy.dated else "") for copy in record.copies
        ),
        archived=tuple((kept.url, day(kept.date), kept.sha256 or "") for kept in record.archived),
        transactions=listed(ledger, citing),
        named_by=named_by(ledger, "sources", id),
    )


def _answer(ledger: Reckoned, id: str, citing: int, retelling: int) -> str:
    rest, repeats = len(ledger.resting.get(id, ())), len(_repeated(ledger, id))
    known = [f"{count(rest, 'claim')} {'leads' if rest == 1 else 'lead'} back to what it knows itself"] * bool(rest)
    known += [f"it repeats {count(repeats, 'claim')} of others"] * bool(repeats)
    told = f"{count(retelling, 'other source')} here {'has' if retelling == 1 else 'have'} something from it"
    parts = (
        f"cited in {count(citing, 'reported transaction')}" if citing else "",
        "; ".join(known),
        told if retelling else "",
    )
    return " ".join(sentence(part) for part in parts if part)


def _claim(ledger: Reckoned, at: ClaimAt) -> RestingClaim:
    count = ledger.counts[at]
    return RestingClaim(
        claim=Link(
            f"{ledger.transactions[at.entry].title}, {at.claim}", link(ledger, "transactions", at.entry).path
        ).at(at.claim),
        says=ledger.transactions[at.entry].claims[at.claim].says,
        standing=ledger.standings[at].value,
        alone=count.upper == 1,
    )


def _repeated(ledger: Reckoned, id: str) -> list[ClaimAt]:
    """Return the claims that cite the source for what it has from others."""
    return [at for at in ledger.citing.get(id, ()) if id not in ledger.counts[at].origins]
