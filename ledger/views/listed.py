"""Transactions as a list shows them: a date, what North Korea gave and received, with whom, and how it is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.evidence.standing import Standing
from ledger.model.ids import HOME, End
from ledger.model.local_ids import FlowId
from ledger.model.transaction import Transaction
from ledger.model.words import Reply
from ledger.reckoned import Reckoned
from ledger.resolving.ledger import Ledger
from ledger.views.counting import count_view
from ledger.views.folding import Folded, Heading, fold_by_time
from ledger.views.links import Link, end, link
from ledger.views.wording import period


@dataclass(frozen=True, slots=True)
class ListedGoods:
    """What went one way, and how much of it."""

    goods: str
    amount: str
    """As the first claim that gives one says it; ``not given`` where none does."""


@dataclass(frozen=True, slots=True)
class ListedTransaction:
    """One row of a list of transactions."""

    link: Link
    when: str
    gave: tuple[ListedGoods, ...]
    received: tuple[ListedGoods, ...]
    partners: tuple[Link, ...]
    origins: str
    """Reports and origins: ``9 → 1``."""
    standing: Standing
    responses: tuple[Reply, ...]
    """What the parties said, each word once; that nothing was found only where nobody said anything."""


def listed(ledger: Reckoned, ids: Iterable[str]) -> tuple[ListedTransaction, ...]:
    """Return the rows of these transactions, newest first; those merged into another entry are left out."""
    return tuple(row(ledger, entry) for entry in newest_first(ledger, ids))


def folded(ledger: Reckoned, heading: Heading, ids: Iterable[str]) -> Folded[ListedTransaction]:
    """Return these transactions as the list of a page."""
    newest = newest_first(ledger, ids)
    return fold_by_time(heading, newest, lambda entry: row(ledger, entry), lambda entry: entry.when.date)


def newest_first(ledger: Ledger, ids: Iterable[str]) -> list[Transaction]:
    """Return these transactions by date, newest first; those merged into another entry are left out."""
    entries = [ledger.transactions[id] for id in set(ids) if ledger.transactions[id].merged_into is None]
    return sorted(entries, key=lambda entry: (*entry.when.date.sort_key, entry.id), reverse=True)


def row(ledger: Reckoned, entry: Transaction) -> ListedTransaction:
    """Return the row of one transaction."""
    return ListedTransaction(
        link=link(ledger, "transactions", entry.id),
        when=period(entry.when.date),
        gave=tuple(_goods(entry, id) for id, flow in entry.flows.items() if flow.from_ == HOME),
        received=tuple(_goods(entry, id) for id, flow in entry.flows.items() if flow.to == HOME),
        partners=tuple(end(ledger, value) for value in partners(entry)),
        origins=count_view(ledger, ledger.entry_counts[entry.id]).short,
        standing=ledger.entry_standings[entry.id],
        responses=_responses(entry),
    )


def partners(entry: Transaction) -> tuple[End, ...]:
    """Return every end of its flows that is not North Korea, each once."""
    ends = [value for flow in entry.flows.values() for value in (flow.from_, flow.to) if value != HOME]
    return tuple(dict.fromkeys(ends))


def _goods(entry: Transaction, id: FlowId) -> ListedGoods:
    amounts = [claim.amount for claim in entry.claims.values() if id in claim.flows and claim.amount]
    said = list(dict.fromkeys(" or ".join(map(str, amount)) for amount in amounts)) or ["not given"]
    return ListedGoods(entry.flows[id].goods, f"{said[0]}, and other figures" if len(said) > 1 else said[0])


def _responses(entry: Transaction) -> tuple[Reply, ...]:
    replies = tuple(dict.fromkeys(response.kind for response in entry.responses.values()))
    return tuple(reply for reply in replies if reply is not Reply.NONE_FOUND) or replies
