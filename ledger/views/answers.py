"""The first sentence of a page: how many transactions, when, what, with whom, and on how much they rest."""

from collections import Counter
from collections.abc import Callable, Iterable

from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.ledger import Ledger
from ledger.resolving.naming import naming
from ledger.views.links import end, name
from ledger.views.wording import capitalised, count, listing

NAMED = 2
"""How many of the most frequent goods or countries a sentence names."""


def counted(ledger: Ledger, ids: Iterable[str]) -> list[Transaction]:
    """Return the transactions that count: neither withdrawn nor a part of another entry by now; by id."""
    entries = (ledger.transactions[id] for id in sorted(set(ids)))
    return [entry for entry in entries if entry.counts]


def numbers(ledger: Ledger, kind: str, ids: Iterable[str]) -> dict[str, int]:
    """Return of how many transactions that count each record of a kind is named."""
    return {id: len(counted(ledger, naming(ledger, kind, id))) for id in ids}


def how_many(entries: list[Transaction]) -> str:
    """Return ``12 reported transactions, 2010 to 2025``; without years where none is known."""
    words = count(len(entries), "reported transaction") if entries else "no reported transaction so far"
    years = years_of(entries)
    return f"{words}, {years}" if years else words


def sentence(words: str) -> str:
    """Return words as a sentence."""
    return f"{capitalised(words)}."


def years_of(entries: list[Transaction]) -> str:
    """Return the years that the transactions may lie in: ``2010 to 2025``, ``until 2017``, ``2024``."""
    whens = [entry.when.date for entry in entries]
    starts = [when.earliest.year for when in whens if when.earliest]
    ends = [when.latest.year for when in whens if when.latest]
    if not starts:
        return f"until {max(ends)}" if ends else ""
    first, last = min(starts), max(starts + ends)
    return f"{first}" if first == last else f"{first} to {last}"


def resting_on_one(ledger: Reckoned, entries: list[Transaction]) -> int:
    """Return how many of the transactions have one origin."""
    return sum(ledger.entry_counts[entry.id].upper == 1 for entry in entries)


def rest_on_one(ledger: Reckoned, entries: list[Transaction]) -> str:
    """Return ``7 of the 12 rest on one origin.``; for a single entry, how many origins it has."""
    single = resting_on_one(ledger, entries)
    if len(entries) < 2:
        return "It rests on one origin." if single else ""
    if single == len(entries):
        return f"All {len(entries):,} rest on one origin each."
    if not single:
        return f"None of the {len(entries):,} rests on one origin alone."
    return f"{single:,} of the {len(entries):,} {'rests' if single == 1 else 'rest'} on one origin."


def given_and_received(ledger: Ledger, entries: list[Transaction], who: str) -> str:
    """Return what a country most often gave and received in its dealings with North Korea; empty where nothing."""
    gave = _most(ledger, entries, lambda giver, taker: giver == who and HOME in (giver, taker))
    received = _most(ledger, entries, lambda giver, taker: taker == who and HOME in (giver, taker))
    parts = [f"have given {gave}"] * bool(gave) + [f"have received {received}"] * bool(received)
    return f"{ledger.country_name(who)} is reported to {' and to '.join(parts)}." if parts else ""


def _most(ledger: Ledger, entries: list[Transaction], fits: Callable[[str, str], bool]) -> str:
    goods: Counter[str] = Counter()
    for entry in entries:
        flows = [flow for flow in entry.flows.values() if fits(flow.from_, flow.to)]
        goods.update({commodity for flow in flows for commodity in flow.commodities})
    return _named(goods, lambda commodity: _inline(name(ledger, "commodities", commodity)))


def partners(ledger: Ledger, entries: list[Transaction]) -> str:
    """Return with whom the transactions most often were: ``with China (7) and Russia (2) most often``."""
    others: Counter[str] = Counter()
    for entry in entries:
        ends = {value for flow in entry.flows.values() for value in (flow.from_, flow.to) if value.country}
        others.update(value for value in ends if value != HOME)
    found = _named(others, lambda code: end(ledger, code).label)  # type: ignore[arg-type]
    return f"with {found}" if found else ""


def parts_played(roles: Iterable[str]) -> str:
    """Return the parts that something had, the most frequent first: ``loaded in 3, crossed in 1``."""
    counts = sorted(Counter(roles).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{role} in {number:,}" for role, number in counts)


def _named(counts: Counter[str], called: Callable[[str], str]) -> str:
    """Return the most frequent with their numbers, unless each stands once: ``coal (5), rice (2) and 3 more``."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    once = max(counts.values(), default=0) == 1
    words = [called(key) if once else f"{called(key)} ({number:,})" for key, number in ordered[:NAMED]]
    return listing(words + [f"{len(ordered) - NAMED:,} more"] * (len(ordered) > NAMED))


def _inline(label: str) -> str:
    """Return a name as it stands inside a sentence; one that begins with an abbreviation keeps its capital."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
