"""A role or an outcome leaves out the word that it needs.

`role: other` says nothing without `as`. A row of `actors` names an actor, or says in words `who` it was. An outcome
that happened to somebody names them under `against` or, where a person is not named, under `who`.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    actors: [{actor: kp-government, role: other, claims: [c1]}]

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    actors: [{actor: kp-government, role: other, as: gave leave, claims: [c1]}]
"""

from collections.abc import Iterator

from ledger.model.words import ActorRole, OutcomeKind
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E310"


_NEEDS_WHOM = {OutcomeKind.CHARGE, OutcomeKind.ARREST, OutcomeKind.EXTRADITION, OutcomeKind.CONVICTION}
_NEEDS_WHOM |= {OutcomeKind.ACQUITTAL, OutcomeKind.DESIGNATION, OutcomeKind.EXPULSION}


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each ``other`` without words and each personal outcome without a person."""
    for entry in ledger.transactions.values():
        for index, row in enumerate(entry.actors):
            if (row.actor is None) == (row.who is None):
                message = "give `actor`, or `who` in words where nobody is named"
                yield Finding("transactions", entry.id, ("actors", index), message)
            if row.role is ActorRole.OTHER and row.as_ is None:
                yield Finding("transactions", entry.id, ("actors", index, "role"), "say the role in words under `as`")
        for id, claim in entry.claims.items():
            outcome = claim.outcome
            if outcome and outcome.kind in _NEEDS_WHOM and not outcome.against and outcome.who is None:
                message = f"a {outcome.kind.plain} of whom? give `against`, or `who` where the person is not named"
                yield Finding("transactions", entry.id, ("claims", id, "outcome"), message, key=True)
