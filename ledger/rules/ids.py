"""An id is taken twice.

A citation says `from` an actor or a source, so no id serves both. An id in `formerly` once was another record's address
and leads to one record only.

Fails::

    # entries/actors/gazette-2024.yaml
    name: Gazette 2024
    kind: publisher

Passes::

    # entries/actors/gazette-2.yaml
    name: Gazette 2
    kind: publisher
"""

from collections.abc import Iterator

from ledger.model.kinds import KINDS
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E309"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each actor named like a source, and each former id that is in use."""
    for id in sorted(set(ledger.actors) & set(ledger.sources)):
        yield Finding("actors", id, (), f'"{id}" is also the id of a source; rename one of them')
    for kind in KINDS:
        taken = {id: id for id in ledger.known(kind)}
        for id in sorted(ledger.known(kind)):
            for index, former in enumerate(ledger.by(kind)[id].formerly):
                if former in taken:
                    message = f'"{former}" leads to "{taken[former]}" already'
                    yield Finding(kind, id, ("formerly", index), message)
                taken[former] = id
