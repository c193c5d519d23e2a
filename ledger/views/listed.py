"""Transactions as a list shows them: a date, what North Korea gave and received, and with whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.evidence.entries import of_entry
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.ledger import Ledger
from ledger.views.counting import count_view
from ledger.views.links import Link, end, link
from ledger.views.wording import period


@dataclass(frozen=True, slots=True)
class ListedTransaction:
    """One row of a list of transactions."""

    link: Link
    when: str
    gave: tuple[str, ...]
    received: tuple[str, ...]
    partners: tuple[Link, ...]
    origins: str
    """Reports and origins: ``9 → 1``."""
    withdrawn: bool


def listed(ledger: Reckoned, ids: Iterable[str]) -> tuple[ListedTransaction, ...]:
    """Return the rows of these transactions, newest first; those merged into another entry are left out."""
    entries = [ledger.transactions[id] for id in set(ids) if ledger.transactions[id].merged_into is None]
    entries.sort(key=lambda entry: (*entry.when.date.sort_key, entry.id), reverse=True)
    return tuple(_row(ledger, entry) for entry in entries)


def _row(ledger: Reckoned, entry: Transaction) -> ListedTransaction:
    ends = [value for flow in entry.flows.values() for value in (flow.from_, flow.to) if value != HOME]
    return ListedTransaction(
        link=link(ledger, "transactions", entry.id),
        when=period(entry.when.date),
        gave=tuple(flow.goods for flow in entry.flows.values() if flow.from_ == HOME),
        received=tuple(flow.goods for flow in entry.flows.values() if flow.to == HOME),
        partners=tuple(end(ledger, value) for value in dict.fromkeys(ends)),
        origins=count_view(ledger, of_entry(ledger.evidence, entry)).short,
        withdrawn=entry.withdrawn is not None,
    )


def naming(ledger: Ledger, kind: str, id: str) -> set[str]:
    """Return the ids of the transactions that name a record."""
    return {mention.id for mention in ledger.mentions.get((kind, id), ()) if mention.kind == "transactions"}
