"""Two entries look like the same transaction.

They have the same two ends, a commodity in common and dates that overlap, and neither says how they stand to each
other. A cumulative count is not a new shipment: declare `part_of`, `overlaps` or another relation, or merge them.

Fails::

    # entries/transactions/2025-more-coal.yaml
    title: More coal to China
    summary: The Gazette reported that coal had left.
    when: {date: 2024-01}
    nature: sale
    stage: completed
    flows:
      f1: {from: KP, to: CN, commodities: [coal], goods: coal}
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}
    responses:
      r1: {by: kp-government, kind: none-found, as_of: 2026-11-21}
    history:
      - {date: 2026-11-21, what: entered}

Passes::

    # entries/transactions/2025-more-coal.yaml
    title: More coal to China
    summary: The Gazette reported that coal had left.
    when: {date: 2010-01}
    nature: sale
    stage: completed
    flows:
      f1: {from: KP, to: CN, commodities: [coal], goods: coal}
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}
    responses:
      r1: {by: kp-government, kind: none-found, as_of: 2026-11-21}
    history:
      - {date: 2026-11-21, what: entered}
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "W503"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for the later of each two entries that are alike and not related."""
    entries = [entry for entry in ledger.transactions.values() if not entry.merged_into and not entry.withdrawn]
    by_ends: dict[tuple[str, str, str], list[Transaction]] = {}
    for entry in entries:
        for key in sorted(
            {(f.from_, f.to, c) for f in entry.flows.values() for c in f.commodities if c != "unspecified"}
        ):
            by_ends.setdefault(key, []).append(entry)
    related = {frozenset((entry.id, relation.to)) for entry in entries for relation in entry.relations}
    seen: set[frozenset[str]] = set()
    for alike in by_ends.values():
        for one, other in combinations(alike, 2):
            pair = frozenset((one.id, other.id))
            if pair not in related | seen and _overlap(one, other):
                seen.add(pair)
                message = f'the same ends, goods and time as "{one.id}"; say under `relations` how the two stand'
                yield Finding("transactions", other.id, ("title",), message, key=True)


def _overlap(one: Transaction, other: Transaction) -> bool:
    spans = [(e.when.date.earliest or date.min, e.when.date.latest or date.max) for e in (one, other)]
    return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
