"""Two entries look like the same transaction.

They have the same two ends, a commodity in common and dates that overlap, and neither says how they stand to each
other. A cumulative count is not a new shipment: declare `part_of`, `overlaps` or another relation, or
merge them. Where they only look alike, that is `distinct`.

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
    when: {date: 2024-01}
    nature: sale
    stage: completed
    flows:
      f1: {from: KP, to: CN, commodities: [coal], goods: coal}
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}
    responses:
      r1: {by: kp-government, kind: none-found, as_of: 2026-11-21}
    relations:
      - {kind: distinct, to: 2024-rice-for-coal}
    history:
      - {date: 2026-11-21, what: entered}
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from ledger.law.matching import when_of
from ledger.law.overlaps import Overlaps, Span
from ledger.model.dates import Edtf
from ledger.model.transaction import Flow, Transaction
from ledger.model.words import Stage
from ledger.problems.bounding import MAX_PROBLEMS
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "W503"

_MOST = 10 * MAX_PROBLEMS
"""Entries that one is held against for the same goods. Hundreds that overlap are already more than anyone relates."""
_NOT_MOVED = {Stage.PROPOSED, Stage.ATTEMPTED, Stage.BLOCKED}


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for the later of each two entries with flows that are alike and no relation."""
    entries = [entry for entry in ledger.transactions.values() if not entry.merged_into and not entry.withdrawn]
    by_ends: dict[tuple[str, str, str], dict[tuple[str, Span], None]] = {}
    for entry in entries:
        for flow in _moved(entry):
            for commodity in flow.commodities:
                if commodity != "unspecified":
                    alike = by_ends.setdefault((flow.from_, flow.to, commodity), {})
                    alike[entry.id, _span(when_of(entry, flow))] = None
    known = {frozenset((entry.id, relation.to)) for entry in entries for relation in entry.relations}
    found: dict[str, int] = {}
    for alike in by_ends.values():
        for one, other in _pairs(list(alike)):
            pair = frozenset((one, other))
            # No more than will be shown, and one that tells that there is more.
            if pair not in known and found.get(other, 0) <= MAX_PROBLEMS:
                known.add(pair)
                found[other] = found.get(other, 0) + 1
                relations = f"`relations: [{{kind: distinct, to: {one}}}]`"
                message = f'the same ends, goods and time as "{one}"; say how the two stand, as in {relations}'
                yield Finding("transactions", other, ("title",), message, key=True)


def _pairs(alike: list[tuple[str, Span]]) -> Iterator[tuple[str, str]]:
    """Yield the ids of each two entries whose spans overlap, the earlier id first. Spans come by the ids of entries."""
    overlaps = Overlaps([span for _, span in alike])
    added = 0
    for index, (id, span) in enumerate(alike):
        if id != alike[added][0]:
            for mine in range(added, index):
                overlaps.add(mine)
            added = index
        for other in islice(overlaps.with_span(span), _MOST):
            yield alike[other][0], id


def _moved(entry: Transaction) -> Iterator[Flow]:
    """Yield the flows that are reported to have taken place: what was only tried or planned is no shipment."""
    yield from (flow for flow in entry.flows.values() if (flow.stage or entry.stage) not in _NOT_MOVED)


def _span(when: Edtf) -> Span:
    return when.earliest or date.min, when.latest or date.max
