"""A relation leads nowhere new.

An entry is not related to itself, and one relation to another entry is said once. The other side of a relation is
computed: it is written on one of the two entries only.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    relations: [{kind: overlaps, to: 2024-rice-for-coal}]

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    relations: []
"""

from collections.abc import Iterator

from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E314"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each relation to the entry itself, and for the second of two that say the same."""
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for entry in ledger.transactions.values():
        for index, relation in enumerate(entry.relations):
            path = ("relations", index)
            pair = (str(relation.kind), frozenset((entry.id, relation.to)))
            if relation.to == entry.id:
                yield Finding("transactions", entry.id, path, "an entry is not related to itself")
            elif pair in seen:
                message = f'"{seen[pair]}" says this already; the other side of a relation is computed'
                yield Finding("transactions", entry.id, path, message)
            seen[pair] = entry.id
