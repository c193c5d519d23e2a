"""A flow has no claim.

A flow is on the page because a source says so: each has at least one claim that names it under `flows`.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left., flows: [f1], sources: [gazette-2024]}
      c2: {says: Rice came., flows: [f2], sources: [gazette-2024]}
"""

from collections.abc import Iterator

from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E301"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each flow that no claim names."""
    for entry in ledger.transactions.values():
        claimed = {flow for claim in entry.claims.values() for flow in claim.flows}
        for flow in entry.flows:
            if flow not in claimed:
                message = f"no claim names {flow}; add it to the `flows` of a claim, or take the flow out"
                yield Finding("transactions", entry.id, ("flows", flow), message, key=True)
