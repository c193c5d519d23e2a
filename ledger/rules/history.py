"""The history does not tell what happened to the entry.

It runs forward in time, begins with the day the entry was entered, and an entry is either withdrawn or merged into
another one, not both. Either is a line of its history too, for lists of corrections and feeds are made of these lines.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    history:
      - {date: 2026-11-21, what: entered}
      - {date: 2026-11-20, what: date corrected}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    history:
      - {date: 2026-11-21, what: entered}
      - {date: 2026-11-22, what: date corrected}
"""

from collections.abc import Iterator
from itertools import pairwise

from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E315"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each history that runs backwards or begins late, and for two ends of one entry."""
    for entry in ledger.transactions.values():
        if entry.history[0].what != "entered":
            message = 'the first line of the history is "entered"'
            yield Finding("transactions", entry.id, ("history", 0, "what"), message)
        for index, (before, after) in enumerate(pairwise(entry.history), start=1):
            if after.date < before.date:
                message = "earlier than the line above it; the newest line is the last"
                yield Finding("transactions", entry.id, ("history", index, "date"), message)
        if entry.withdrawn and entry.merged_into:
            message = "an entry is withdrawn or merged, not both"
            yield Finding("transactions", entry.id, ("merged_into",), message, key=True)
        if entry.withdrawn and entry.withdrawn.date not in {change.date for change in entry.history[1:]}:
            message = "no line of the history has this day; say there that the entry was withdrawn, and why"
            yield Finding("transactions", entry.id, ("withdrawn", "date"), message)
        if entry.merged_into and len(entry.history) == 1:
            message = "say in the history on which day it was merged, and why"
            yield Finding("transactions", entry.id, ("merged_into",), message, key=True)
