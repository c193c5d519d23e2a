"""A source's page: what it is, where it has it from, and everything that rests on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledger.model.source import Source
from ledger.reckoned import ClaimAt, Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import sentence
from ledger.views.citing import SourceNote, note
from ledger.views.folding import Folded, fold_by_name, fold_by_time, heading
from ledger.views.links import Link, link, name
from ledger.views.listed import ListedTransaction, folded
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
    originated: Folded[RestingClaim]
    repeated: Folded[RestingClaim]
    retold_by: Folded[Link]
    copies: tuple[CopyView, ...]
    archived: tuple[tuple[str, str, str], ...]
    transactions: Folded[ListedTransaction]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        groups = (group.rows for group in self.named_by)
        return self.originated, self.repeated, self.retold_by, self.transactions, *groups


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
        originated=_claims(ledger, id, "originated", "claims that rest on it", ledger.resting.get(id, ())),
        repeated=_claims(ledger, id, "repeated", "claims that it repeats", _repeated(ledger, id)),
        retold_by=fold_by_name(
            heading(ledger, "sources", id, "retold", "who has it from this source", "links"),
            list(retold),
            lambda other: link(ledger, "sources", other),
            lambda other: name(ledger, "sources", other),
        ),
        copies=tuple(
            CopyView(copy.host, copy.url or "", period(copy.dated) if copy.dated else "") for copy in record.copies
        ),
        archived=tuple((kept.url, day(kept.date), kept.sha256 or "") for kept in record.archived),
        transactions=folded(ledger, heading(ledger, "sources", id, "transactions", "transactions", "listed"), citing),
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


def _claims(ledger: Reckoned, id: str, list: str, title: str, found: Sequence[ClaimAt]) -> Folded[RestingClaim]:
    return fold_by_time(
        heading(ledger, "sources", id, list, title, "claims"),
        found,
        lambda at: _claim(ledger, at),
        lambda at: ledger.transactions[at.entry].when.date,
    )


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
