"""An entry is dated after the newest of its sources.

Nobody reports what has not happened yet: often the day of publication was taken for the day of the event, or a year was
mistyped. What is only planned has the stage `proposed`.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    when: {date: 2031-01}
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    when: {date: 2024-01}
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}
"""

from collections.abc import Iterator

from ledger.model.words import Stage
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E317"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each entry that begins after every dated source it cites; undated sources decide nothing."""
    for entry in ledger.transactions.values():
        cited = {citation.source for claim in entry.claims.values() for citation in claim.sources}
        dates = [ledger.sources[id].published for id in cited if id in ledger.sources]
        newest = [when.latest for when in dates if when and when.latest]
        began = entry.when.date.earliest
        if entry.stage is Stage.PROPOSED or began is None or len(newest) < len(cited):
            continue
        if began > max(newest):
            message = f"the newest source cited is of {max(newest)}; was a day of publication taken for the event's?"
            yield Finding("transactions", entry.id, ("when", "date"), message)
