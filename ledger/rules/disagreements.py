"""A value in a disagreement has nobody who says it.

Sources differ: so each value names the claims or the sources that have it.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    disagreements:
      - about: tons
        values: [{says: '10', claims: [c1]}, {says: '20'}]

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    disagreements:
      - about: tons
        values: [{says: '10', claims: [c1]}, {says: '20', sources: [gazette-2024]}]
"""

from collections.abc import Iterator

from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E313"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each value without claims and without sources."""
    for entry in ledger.transactions.values():
        for row, disagreement in enumerate(entry.disagreements):
            for column, value in enumerate(disagreement.values):
                if not value.claims and not value.sources:
                    path = ("disagreements", row, "values", column)
                    yield Finding("transactions", entry.id, path, "who says so? give `claims` or `sources`")
