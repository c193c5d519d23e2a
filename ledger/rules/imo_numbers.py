"""An IMO number cannot be one.

The last of the seven digits is a check digit: the sum of the first six, each times its place from the right (7 to 2),
ends in it (IMO resolution A.1117(30)). A number that fails this was mistyped somewhere, and would lead to another ship.

Fails::

    # entries/actors/example-ship.yaml
    name: Example
    kind: vessel
    identifiers: {imo: '9074728'}

Passes::

    # entries/actors/example-ship.yaml
    name: Example
    kind: vessel
    identifiers: {imo: '9074729'}
"""

from collections.abc import Iterator

from ledger.model.words import ActorKind
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E311"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each number whose check digit is wrong, that is no ship's, or that two files share."""
    seen: dict[str, str] = {}
    for actor in ledger.actors.values():
        number = actor.identifiers.imo if actor.identifiers else None
        if number is None:
            continue
        if not is_valid(number):
            yield _at(actor.id, f'the check digit of "{number}" is wrong; leave the number out if sources print it so')
        if actor.kind is not ActorKind.VESSEL:
            yield _at(actor.id, "only a vessel has an IMO ship number")
        if number in seen:
            yield _at(actor.id, f'"{seen[number]}" has the same number; one ship is one file, its names are `aliases`')
        seen[number] = actor.id


def is_valid(number: str) -> bool:
    """Whether the last of seven digits is the check digit of the six before it."""
    return sum(int(digit) * weight for digit, weight in zip(number[:6], range(7, 1, -1), strict=True)) % 10 == int(
        number[6]
    )


def _at(id: str, message: str) -> Finding:
    return Finding("actors", id, ("identifiers", "imo"), message)
