"""A record stands above itself.

What is a kind of something, a part of something, merged into something or replaced by something leads upwards, and
upwards there is a top. In a circle nothing is the whole, and to count by it would never end.

Fails::

    # entries/commodities/coal.yaml
    name: Coal
    parents: [coal]

Passes::

    # entries/commodities/coal.yaml
    name: Coal
    parents: [fuels]
"""

from collections.abc import Iterator

from ledger.resolving.ledger import Ledger
from ledger.resolving.upwards import actors, circling, commodities, merged, provisions
from ledger.rules.rule import Finding

CODE = "E316"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each step upwards that is a part of a circle."""
    for tree in (commodities, actors, merged, provisions):
        for step in circling(tree(ledger)):
            message = f'"{step.end}" leads back to "{step.start}"; one of the two is the higher'
            yield Finding(step.kind, step.record, step.path, message)
