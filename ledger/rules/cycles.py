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

from ledger.resolving.ledger import Ledger
from ledger.resolving.upwards import circling, sources
from ledger.rules.rule import Finding

CODE = "E306"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each edge between two sources that rest on each other."""
    for step in circling(sources(ledger)):
        message = f'"{step.end}" rests on "{step.start}" in its turn; one of the two had it first'
        yield Finding(step.kind, step.record, step.path, message)
