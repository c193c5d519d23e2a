"""How claims and entries are sourced before and after: their standing, their origins, and what stands against them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.evidence.independence import Count
from ledger.evidence.standing import Standing, against
from ledger.model.local_ids import ClaimId
from ledger.model.transaction import Transaction
from ledger.reckoned import ClaimAt, Reckoned
from ledger.reviewing.records import Renames


@dataclass(frozen=True, slots=True)
class State:
    """How a claim or an entry is sourced."""

    standing: Standing
    reports: int
    lower: int
    upper: int
    origins: tuple[str, ...]
    """The sources that know it, by the ids that they have now, in a fixed order."""
    against: tuple[str, ...] = ()
    """What stands against a claim; of an entry, against its claims that report a flow."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is sourced otherwise, that is new in an entry, or that an entry has lost."""

    entry: str
    claim: str
    says: str
    before: State | None
    after: State | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry whose file or sourcing differs."""

    id: str
    title: str
    before: State | None
    after: State | None
    history: tuple[str, ...]
    """The lines that its history gained."""
    edited: bool
    """Whether its own record differs, not only that of a source."""


def claim_changes(before: Reckoned, after: Reckoned, renamed: Renames) -> Iterator[ClaimChange]:
    """Yield the claims of entries on both sides whose state differs; wholly new entries are told by ``entry_changes``.

    Both ledgers must have passed the check.
    """
    previous = _by_id_now(before, renamed)
    for id, entry in after.transactions.items():
        old = previous.get(id)
        if old is not None:
            for claim in dict.fromkeys((*old.claims, *entry.claims)):
                was, now = _claim(before, old, claim, renamed), _claim(after, entry, claim, {})
                if was != now:
                    yield ClaimChange(id, claim, (entry.claims.get(claim) or old.claims[claim]).says, was, now)


def entry_changes(before: Reckoned, after: Reckoned, renamed: Renames) -> Iterator[EntryChange]:
    """Yield the entries that are new, gone, changed in their file or sourced otherwise, with their states."""
    previous = _by_id_now(before, renamed)
    for id in sorted({*previous, *after.transactions}):
        old, new = previous.get(id), after.transactions.get(id)
        was, now = (_entry(before, old, renamed) if old else None), (_entry(after, new, {}) if new else None)
        if was != now or old != new:
            lines = [*new.history] if new else []
            gained = [line for line in lines if old is None or line not in old.history]
            told = tuple(f"{line.what}: {line.why}" if line.why else line.what for line in gained)
            yield EntryChange(id, new.title if new else old.title if old else "", was, now, told, old != new)


def _by_id_now(ledger: Reckoned, renamed: Renames) -> dict[str, Transaction]:
    return {renamed.get(("transactions", id), id): entry for id, entry in ledger.transactions.items()}


def _claim(ledger: Reckoned, entry: Transaction, id: ClaimId, renamed: Renames) -> State | None:
    if id not in entry.claims:
        return None
    at = ClaimAt(entry.id, id)
    return _state(ledger.standings[at], ledger.counts[at], tuple(against(ledger.evidence, entry, id)), renamed)


def _entry(ledger: Reckoned, entry: Transaction, renamed: Renames) -> State:
    flowing = [id for id, claim in entry.claims.items() if claim.flows]
    disputes = dict.fromkeys(one for id in flowing for one in against(ledger.evidence, entry, id))
    return _state(ledger.entry_standings[entry.id], ledger.entry_counts[entry.id], tuple(disputes), renamed)


def _state(standing: Standing, count: Count, disputes: tuple[str, ...], renamed: Renames) -> State:
    origins = sorted(renamed.get(("sources", id), id) for id in count.origins)
    return State(standing, count.reports, count.lower, count.upper, tuple(origins), disputes)
