"""Records that came, changed, went, or go by another id; entries that were withdrawn or merged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledger.model.kinds import KINDS
from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger


class What(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    GONE = "gone"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One thing that happened to a record."""

    what: What
    kind: str
    id: str
    detail: str = ""
    """The id that it had, the reason it was withdrawn for, or the entry it was merged into."""


Renames = Mapping[tuple[str, str], str]
"""The id that a record has now, by its kind and the id that it had."""


def renames(before: Ledger, after: Ledger) -> Renames:
    """Return the records whose old id says, in the new ledger's ``formerly``, where it went."""
    return {
        (kind, former): record.id
        for kind in KINDS
        for record in after.by(kind).values()
        for former in record.formerly
        if former in before.known(kind) and former not in after.known(kind)
    }


def record_changes(before: Ledger, after: Ledger, renamed: Renames) -> tuple[RecordChange, ...]:
    """Return what happened to each record whose file differs, kind by kind; a file may have errors."""
    old = {(one.kind, one.id): one.data for one in before.documents}
    new = {(one.kind, one.id): one.data for one in after.documents}
    found = [RecordChange(What.RENAMED, kind, now, was) for (kind, was), now in renamed.items()]
    known = set(renamed) | {(kind, now) for (kind, _), now in renamed.items()}
    found += [RecordChange(What.ADDED, *key) for key in new if key not in old and key not in known]
    found += [RecordChange(What.GONE, *key) for key in old if key not in new and key not in known]
    found += [RecordChange(What.CHANGED, *key) for key in new if key in old and old[key] != new[key]]
    found += _ended(before, after, renamed)
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda one: (order[one.kind], one.id, one.what)))


def _ended(before: Ledger, after: Ledger, renamed: Renames) -> Iterator[RecordChange]:
    """Yield each entry that ended, or that stands again."""
    previous = {renamed.get(("transactions", id), id): entry for id, entry in before.transactions.items()}
    for id, entry in after.transactions.items():
        was, now = _end(previous.get(id)), _end(entry)
        if was != now:
            yield RecordChange(now[0] if now else What.RESTORED, "transactions", id, now[1] if now else "")


def _end(entry: Transaction | None) -> tuple[What, str] | None:
    if entry and entry.withdrawn:
        return What.WITHDRAWN, entry.withdrawn.why
    return (What.MERGED, entry.merged_into) if entry and entry.merged_into else None
