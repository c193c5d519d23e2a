"""A person is named without a public basis.

People are named only where they hold public office, are designated by a state or the United Nations, are charged or
convicted in public court records, or spoke for themselves on the record; the file says which. Everyone else is
described by role.

Fails::

    # entries/actors/ann-example.yaml
    name: Ann Example
    kind: person

Passes::

    # entries/actors/ann-example.yaml
    name: Ann Example
    kind: person
    public_basis: {kind: public-office, words: minister of trade}
"""

from collections.abc import Iterator

from ledger.model.words import ActorKind
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E304"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each person without a basis, and each basis of what is no person."""
    for actor in ledger.actors.values():
        if actor.kind is ActorKind.PERSON and actor.public_basis is None:
            message = "a person is named only with a `public_basis`; without one, describe the role instead"
            yield Finding("actors", actor.id, ("kind",), message)
        if actor.kind is not ActorKind.PERSON and actor.public_basis is not None:
            yield Finding("actors", actor.id, ("public_basis",), "only a person has a `public_basis`", key=True)
