"""What transactions rest on: every record that they need, directly or through others."""

from collections.abc import Iterable, Iterator

from ledger.law.tree import above
from ledger.model.document import Path
from ledger.model.ids import Id, ProvisionId
from ledger.model.series import Series
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.references import references
from ledger.subsetting.part import FOLDERS, Part

Key = tuple[str, str]
"""The kind and id of a record."""


def needed(ledger: Reckoned, part: Part, chosen: Iterable[str]) -> set[Key]:
    """Return the records of a part: the chosen transactions, and all that they and what they need name.

    With them come the resolutions that describe or may describe their flows, and the series that concern them. Other
    transactions come only where a chosen one was merged into them: its page sends readers there.
    """
    chosen = set(chosen)
    seeds = {("transactions", id) for id in chosen} | _named_after(ledger, part)
    seeds |= {("series", one.id) for one in ledger.series.values() if _concerns(ledger, part, chosen, one)}
    found: set[Key] = set()
    queue = list(seeds)
    while queue:
        key = queue.pop()
        if key not in found:
            found.add(key)
            queue += _named_by(ledger, *key)
    return found


def leads_to_transaction(ledger: Reckoned, path: Path, name: Id) -> bool:
    """Whether a reference is to another transaction, and one that a part can do without.

    That is a relation, a side of an exchange, or the transaction that a figure belongs to.
    """
    return path[0] != "merged_into" and "transactions" in ledger.targets(name)


def _named_by(ledger: Reckoned, kind: str, id: str) -> Iterator[Key]:
    record = ledger.by(kind).get(id)
    for path, name in references(record):
        if isinstance(name, ProvisionId):
            yield "resolutions", name.resolution
        elif not leads_to_transaction(ledger, path, name):
            yield from ((target, str(name)) for target in ledger.targets(name))
    if isinstance(record, Transaction):
        for flow in record.flows:
            yield from (
                ("resolutions", one.verdict.provision.resolution) for one in ledger.law[record.id, flow].described
            )


def _named_after(ledger: Reckoned, part: Part) -> set[Key]:
    folder = FOLDERS.get(part.kind)
    return {(folder, part.id)} if folder and part.id in ledger.by(folder) else set()


def _concerns(ledger: Reckoned, part: Part, chosen: set[str], series: Series) -> bool:
    """Whether a figure of a series is a chosen transaction's, its cap describes one, or it is what the part is of."""
    if any(point.transaction in chosen for point in series.points):
        return True
    if series.cap and any(at.entry in chosen for at in ledger.described.get(series.cap, ())):
        return True
    match part.kind:
        case "country":
            return part.id in (series.from_, series.to)
        case "commodity":
            return part.id in above(ledger, series.commodity)
        case "resolution":
            return bool(series.cap) and ProvisionId(str(series.cap)).resolution == part.id
    return False
