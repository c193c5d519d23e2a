"""A flow has North Korea at neither end, and no reason.

The ledger is about North Korea. A leg between two other places belongs in an entry only where `outside` says why, and a
flow from North Korea to itself is none.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    flows:
      f1: {from: RU, to: CN, commodities: [coal], goods: coal}
      f2: {from: CN, to: KP, commodities: [rice], goods: rice}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    flows:
      f1: {from: RU, to: CN, commodities: [coal], goods: coal, outside: the onward leg of the same cargo}
      f2: {from: CN, to: KP, commodities: [rice], goods: rice}
"""

from collections.abc import Iterator

from ledger.model.ids import HOME
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E308"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each flow whose ends do not fit its ``outside``."""
    for entry in ledger.transactions.values():
        for id, flow in entry.flows.items():
            ends = [flow.from_, flow.to].count(HOME)
            if ends == 2:
                message = "from North Korea to North Korea; one end must be elsewhere, or unknown"
                yield Finding("transactions", entry.id, ("flows", id), message, key=True)
            elif not ends and flow.outside is None:
                message = "North Korea is at neither end; say in `outside` why the flow is here"
                yield Finding("transactions", entry.id, ("flows", id), message, key=True)
            elif ends and flow.outside is not None:
                message = "North Korea is at one end; take `outside` out"
                yield Finding("transactions", entry.id, ("flows", id, "outside"), message, key=True)
