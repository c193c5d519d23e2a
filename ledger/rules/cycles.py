"""Sources rely on one another in a circle.

Two reports cannot each have it from the other. A circle hides where the knowledge began.

Fails::

    # entries/sources/gazette-2024.yaml
    kind: article
    by: gazette
    access: read
    relies_on: [gazette-2024]

Passes::

    # entries/sources/gazette-2024.yaml
    kind: article
    by: gazette
    access: read
    own: [own-inquiry]
"""

from collections.abc import Iterator

from ledger.evidence.origins import Sources
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E306"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each edge between two sources that rest on each other."""
    sources = Sources(ledger.sources)
    for source in ledger.sources.values():
        for index, edge in enumerate(source.relies_on):
            if edge.source in ledger.sources and source.id in sources.above(edge.source):
                message = f'"{edge.source}" rests on "{source.id}" in its turn; one of the two had it first'
                yield Finding("sources", source.id, ("relies_on", index), message)
