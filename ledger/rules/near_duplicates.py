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

from ledger.law.matching import when_of
from ledger.model.dates import Edtf
from ledger.model.transaction import Flow, Transaction
from ledger.model.words import Stage
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "W503"

_NOT_MOVED = {Stage.PROPOSED, Stage.ATTEMPTED, Stage.BLOCKED}


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for the later of each two entries with flows that are alike and no relation."""
    entries = [entry for entry in ledger.transactions.values() if not entry.merged_into and not entry.withdrawn]
    by_ends: dict[tuple[str, str, str], list[tuple[Transaction, Flow]]] = {}
    for entry in entries:
        for flow in _moved(entry):
            for commodity in flow.commodities:
                if commodity != "unspecified":
                    by_ends.setdefault((flow.from_, flow.to, commodity), []).append((entry, flow))
    known = {frozenset((entry.id, relation.to)) for entry in entries for relation in entry.relations}
    for alike in by_ends.values():
        for one, other in combinations(alike, 2):
            pair = frozenset((one[0].id, other[0].id))
            if len(pair) == 2 and pair not in known and _overlap(when_of(*one), when_of(*other)):
                known.add(pair)
                message = f'the same ends, goods and time as "{one[0].id}"; say under `relations` how the two stand'
                yield Finding("transactions", other[0].id, ("title",), message, key=True)


def _moved(entry: Transaction) -> Iterator[Flow]:
    """Yield the flows that are reported to have taken place: what was only tried or planned is no shipment."""
    yield from (flow for flow in entry.flows.values() if (flow.stage or entry.stage) not in _NOT_MOVED)


def _overlap(one: Edtf, other: Edtf) -> bool:
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )
