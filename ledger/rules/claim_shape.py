"""A claim's fields do not go together.

An exchange joins flows and a doubt answers claims; neither says that a flow took place, so neither names `flows`. An
amount is an amount of something: its claim names the flow.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left and rice came., flows: [f1, f2], sources: [gazette-2024]}
      c2: {says: The rice paid for it., flows: [f1], exchange: {gave: [f1], received: [f2]}, sources: [gazette-2024]}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left and rice came., flows: [f1, f2], sources: [gazette-2024]}
      c2: {says: The rice paid for it., exchange: {gave: [f1], received: [f2]}, sources: [gazette-2024]}
"""

from collections.abc import Iterator

from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E302"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each claim whose fields exclude or need one another."""
    for entry in ledger.transactions.values():
        for id, claim in entry.claims.items():
            for field in ("exchange", "disputes"):
                if claim.flows and getattr(claim, field):
                    yield _at(entry, id, "flows", f"a claim with `{field}` names no `flows`; make it two claims")
            if claim.amount and not claim.flows:
                yield _at(entry, id, "amount", "an amount of what? name the flow under `flows`")
            if id in claim.disputes:
                yield _at(entry, id, "disputes", "a claim cannot doubt itself")


def _at(entry: Transaction, id: str, field: str, message: str) -> Finding:
    return Finding("transactions", entry.id, ("claims", id, field), message, key=True)
