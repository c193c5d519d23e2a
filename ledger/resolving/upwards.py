"""What stands above what in the five trees of a ledger: sources, goods, bodies, merged entries, replaced provisions.

The walks here hold for any ledger, however deep, wide or circular: nothing calls itself, and each stops by a bound or
visits every step once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.model.document import Path
from ledger.resolving.ledger import Ledger

MAX_ABOVE = 200
"""Records that may stand above one, by all ways; ten so far. More of them would be counted for every claim and flow."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step upwards: from where, to where, and the place that says so."""

    start: str
    end: str
    kind: str
    record: str
    path: Path


def sources(ledger: Ledger) -> list[Step]:
    """Return which source has it from which."""
    return [
        Step(source.id, edge.source, "sources", source.id, ("relies_on", index))
        for source in ledger.sources.values()
        for index, edge in enumerate(source.relies_on)
    ]


def commodities(ledger: Ledger) -> list[Step]:
    """Return which goods are a kind of which."""
    return [
        Step(commodity.id, parent, "commodities", commodity.id, ("parents", index))
        for commodity in ledger.commodities.values()
        for index, parent in enumerate(commodity.parents)
    ]


def actors(ledger: Ledger) -> list[Step]:
    """Return which body is a part of which."""
    parts = [actor for actor in ledger.actors.values() if actor.part_of]
    return [Step(actor.id, str(actor.part_of), "actors", actor.id, ("part_of",)) for actor in parts]


def merged(ledger: Ledger) -> list[Step]:
    """Return which entry became a part of which."""
    gone = [entry for entry in ledger.transactions.values() if entry.merged_into]
    return [Step(e.id, str(e.merged_into), "transactions", e.id, ("merged_into",)) for e in gone]


def provisions(ledger: Ledger) -> list[Step]:
    """Return which provision took the place of which."""
    return [
        Step(f"{law.id}-{slug}", str(one.replaced_by), "resolutions", law.id, ("provisions", slug, "replaced_by"))
        for law in ledger.resolutions.values()
        for slug, one in law.provisions.items()
        if one.replaced_by
    ]


TREES = (sources, commodities, actors, merged, provisions)


def ends_of(steps: Iterable[Step]) -> dict[str, list[str]]:
    """Return where the steps from each record lead."""
    up: dict[str, list[str]] = {}
    for step in steps:
        up.setdefault(step.start, []).append(step.end)
    return up


def is_high(start: str, up: Callable[[str], Iterable[str]]) -> bool:
    """Whether more than ``MAX_ABOVE`` stand above a record; counting stops where that is clear."""
    found, queue = {start}, [start]
    while queue and len(found) <= MAX_ABOVE + 1:
        for end in up(queue.pop()):
            if end not in found:
                found.add(end)
                queue.append(end)
    return len(found) > MAX_ABOVE + 1


def circling(steps: Sequence[Step]) -> list[Step]:
    """Return the steps whose end leads back to their start.

    These are the steps inside a strongly connected component (R. Tarjan, 1972, with a stack of its own).
    """
    component = _components(ends_of(steps))
    return [step for step in steps if component[step.start] == component[step.end]]


def _components(up: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return a number for each record; those that lead to each other have the same."""
    met: dict[str, int] = {}
    low: dict[str, int] = {}
    component: dict[str, int] = {}
    waiting: list[str] = []
    for root in up:
        if root in met:
            continue
        met[root] = low[root] = len(met)
        waiting.append(root)
        walk = [(root, iter(up.get(root, ())))]
        while walk:
            here, ends = walk[-1]
            end = next(ends, None)
            if end is None:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[here])
                if low[here] == met[here]:
                    number = len(component)
                    while here not in component:
                        component[waiting.pop()] = number
            elif end not in met:
                met[end] = low[end] = len(met)
                waiting.append(end)
                walk.append((end, iter(up.get(end, ()))))
            elif end not in component:
                low[here] = min(low[here], met[end])
    return component
