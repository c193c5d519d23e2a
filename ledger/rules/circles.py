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
from dataclasses import dataclass

from ledger.model.document import Path
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E316"


@dataclass(frozen=True, slots=True)
class _Step:
    """One step upwards: from where, to where, and the place that says so."""

    start: str
    end: str
    kind: str
    record: str
    path: Path


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each step upwards that is a part of a circle."""
    for steps in (_commodities(ledger), _actors(ledger), _merged(ledger), _provisions(ledger)):
        up: dict[str, list[str]] = {}
        for step in steps:
            up.setdefault(step.start, []).append(step.end)
        for step in steps:
            if step.start in _all_above(step.end, up):
                message = f'"{step.end}" leads back to "{step.start}"; one of the two is the higher'
                yield Finding(step.kind, step.record, step.path, message)


def _all_above(id: str, up: dict[str, list[str]]) -> set[str]:
    found, queue = {id}, [id]
    while queue:
        new = set(up.get(queue.pop(), [])) - found
        found |= new
        queue += new
    return found


def _commodities(ledger: Ledger) -> list[_Step]:
    return [
        _Step(commodity.id, parent, "commodities", commodity.id, ("parents", index))
        for commodity in ledger.commodities.values()
        for index, parent in enumerate(commodity.parents)
    ]


def _actors(ledger: Ledger) -> list[_Step]:
    parts = [actor for actor in ledger.actors.values() if actor.part_of]
    return [_Step(actor.id, str(actor.part_of), "actors", actor.id, ("part_of",)) for actor in parts]


def _merged(ledger: Ledger) -> list[_Step]:
    gone = [entry for entry in ledger.transactions.values() if entry.merged_into]
    return [_Step(e.id, str(e.merged_into), "transactions", e.id, ("merged_into",)) for e in gone]


def _provisions(ledger: Ledger) -> list[_Step]:
    return [
        _Step(f"{law.id}-{slug}", str(one.replaced_by), "resolutions", law.id, ("provisions", slug, "replaced_by"))
        for law in ledger.resolutions.values()
        for slug, one in law.provisions.items()
        if one.replaced_by
    ]
