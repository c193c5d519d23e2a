"""What changed since the release before: ``changes.json``, and what the next release has to say."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from ledger.exports.records import as_json, records
from ledger.exports.release import Release as Form
from ledger.model.dates import Day
from ledger.model.kinds import KINDS
from ledger.model.record import Change, Part, Record
from ledger.model.resolution import Resolution
from ledger.model.transaction import Transaction
from ledger.reading.releases import Key, Line, Release
from ledger.reckoned import Reckoned
from ledger.resolving.published import State

CHANGES_PATH = "data/changes.json"

Hashes = Mapping[Key, str]
"""Of each record the first digits of the SHA-256 of its JSON as it is published."""


class ReleaseNamed(Part):
    """A release."""

    number: int
    """Counted from 1."""
    day: Day
    """The day of the newest change of a transaction in it."""


class Named(Part):
    """A record."""

    kind: str
    """Its kind, as in its address."""
    id: str
    """Its id."""


class ChangedRecord(Named):
    """A record whose content is another one."""

    history: tuple[Change, ...] = ()
    """Of a transaction, the corrections in its history from the day of the release before on."""


class RenamedRecord(Named):
    """A record that another id leads to now."""

    from_: Annotated[str, Field(alias="from")]
    """The id that the release before had it under; its addresses lead to the new one."""


class WithdrawnRecord(Named):
    """A transaction that was withdrawn."""

    date: Day
    """The day."""
    why: str
    """Why."""


class MergedRecord(Named):
    """A transaction that was merged into another one."""

    into: str
    """The id of the transaction that took its place."""


class DeletedRecord(Named):
    """A record that had to be taken out."""

    why: str
    """Why; empty where nobody said so."""


class Changes(Part):
    """What changed since the release before. A record stands in one of the lists only."""

    version: str
    """The version of the form of the data."""
    generated: Day
    """The day of the newest change of any transaction."""
    licence: Literal["CC-BY-4.0"]
    """The licence of the data, as SPDX names it (https://spdx.org/licenses/)."""
    licence_url: str
    """Where the licence stands."""
    release: ReleaseNamed | None
    """The release that this is; null between two releases."""
    since: ReleaseNamed | None
    """The release before, which this is compared with; null where there is none: then all lists are empty."""
    added: tuple[Named, ...] = ()
    """Records that are new."""
    changed: tuple[ChangedRecord, ...] = ()
    """Records that are there under the same id with another content."""
    renamed: tuple[RenamedRecord, ...] = ()
    """Ids that lead to another one now; their records may have changed too."""
    withdrawn: tuple[WithdrawnRecord, ...] = ()
    """Transactions that were withdrawn; their pages and data stay and say so."""
    merged: tuple[MergedRecord, ...] = ()
    """Transactions that were merged into another one; their pages and data stay and say so."""
    deleted: tuple[DeletedRecord, ...] = ()
    """Records that are gone, which should never be: a copy should let go of them too."""

    @property
    def number(self) -> int:
        """How many records it lists."""
        lists = (self.added, self.changed, self.renamed, self.withdrawn, self.merged, self.deleted)
        return sum(map(len, lists))


def next_release(ledger: Reckoned, hashes: Hashes) -> Release | None:
    """Return what differs from all releases so far, as the next one; None where nothing does."""
    lines = tuple(_differing(ledger, hashes, ledger.published.newest))
    return Release(len(ledger.published.releases) + 1, ledger.changed.isoformat(), lines) if lines else None


def changes(ledger: Reckoned, hashes: Hashes, form: Form) -> Changes:
    """Return what changed: from the release before to the newest, or from the newest to what was not released yet."""
    published = ledger.published
    lines = list(_differing(ledger, hashes, published.newest)) if published.releases else []
    is_released = not lines and bool(published.releases)
    against = published.releases[:-1] if is_released else published.releases
    before = published.before if is_released else published.newest
    since = against[-1] if against else None
    if is_released and since:
        lines = list(_differing(ledger, hashes, before))
    head = {
        "version": form.version,
        "generated": form.generated,
        "licence": form.licence,
        "licence_url": form.licence_url,
        "release": _named(published.releases[-1]) if is_released else None,
        "since": _named(since) if since else None,
    }
    lists = _lists(ledger, before, lines, date.fromisoformat(since.day)) if since else {}
    return Changes.model_validate(head | lists)


def changes_json(made: Changes) -> str:
    """Return the changes as a file."""
    return as_json(made.model_dump(mode="json", by_alias=True))


def _named(release: Release) -> ReleaseNamed:
    return ReleaseNamed.model_validate({"number": release.number, "day": release.day})


def _differing(ledger: Reckoned, hashes: Hashes, before: State) -> Iterator[Line]:
    """Yield the line of each record that is new or has another content, and of each that is gone, by kind and id."""
    led: set[Key] = set()
    for kind in KINDS:
        for record in records(ledger, kind):
            old = before.records.get((kind, record.id))
            led |= {(kind, former) for former in record.formerly}
            formerly = tuple(
                former
                for former in record.formerly
                if (kind, former) in before.records or before.moved.get((kind, former), record.id) != record.id
            )
            hash = hashes[kind, record.id]
            if old is None or old.hash != hash or formerly:
                what = "changed" if old else "added"
                yield Line(what, kind, record.id, hash, _status(record), formerly, _anchors(record))
    for kind, id in sorted(before.records):
        if id not in ledger.by(kind) and (kind, id) not in led:
            yield Line("gone", kind, id)


def _status(record: Record) -> str:
    if not isinstance(record, Transaction):
        return ""
    return "withdrawn" if record.withdrawn else "merged" if record.merged_into else ""


def _anchors(record: Record) -> tuple[str, ...]:
    match record:
        case Transaction():
            return (*record.claims, *record.flows, *record.responses)
        case Resolution():
            return tuple(record.provisions)
    return ()


def _lists(ledger: Reckoned, before: State, lines: list[Line], since: date) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}

    def add(name: str, model: type[Part], line: Line, **more: object) -> None:
        found.setdefault(name, []).append(model.model_validate({"kind": line.kind, "id": line.id} | more))

    for line in lines:
        old = before.records.get(line.key)
        for former in line.formerly:
            add("renamed", RenamedRecord, line, **{"from": former})
        if line.what == "gone":
            add("deleted", DeletedRecord, line, why=ledger.published.taken_out.get(line.key, ""))
        elif line.status == "withdrawn" and (old is None or old.status != line.status):
            withdrawn = ledger.transactions[line.id].withdrawn
            add("withdrawn", WithdrawnRecord, line, **(withdrawn.model_dump() if withdrawn else {}))
        elif line.status == "merged" and (old is None or old.status != line.status):
            add("merged", MergedRecord, line, into=ledger.transactions[line.id].merged_into)
        elif old is None and not line.formerly:
            add("added", Named, line)
        elif old is not None and old.hash != line.hash:
            add("changed", ChangedRecord, line, history=_history(ledger, line, since))
    return found


def _history(ledger: Reckoned, line: Line, since: date) -> tuple[Change, ...]:
    if line.kind != "transactions":
        return ()
    return tuple(change for change in ledger.transactions[line.id].history[1:] if change.date >= since)
