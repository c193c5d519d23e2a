"""The tree of goods, walked up and down. A node may have several parents."""

from ledger.resolving.ledger import Ledger
from ledger.resolving.naming import naming


def above(ledger: Ledger, id: str) -> tuple[str, ...]:
    """Return a commodity and every one above it, nearest first."""
    found = [id]
    for here in found:
        record = ledger.commodities.get(here)
        found += [parent for parent in (record.parents if record else ()) if parent not in found]
    return tuple(found)


def children(ledger: Ledger, id: str) -> list[str]:
    """Return the commodities right below one, by name."""
    found = {mention.id for mention in ledger.mentions.get(("commodities", id), ()) if mention.kind == "commodities"}
    return sorted(found, key=lambda child: ledger.commodities[child].name)


def below(ledger: Ledger, id: str) -> set[str]:
    """Return every commodity below one, at any depth."""
    found: set[str] = set()
    queue = [id]
    while queue:
        new = set(children(ledger, queue.pop())) - found - {id}
        found |= new
        queue += new
    return found


def naming_goods(ledger: Ledger, id: str) -> set[str]:
    """Return the ids of the transactions that name a commodity or one below it."""
    return set().union(*(naming(ledger, "commodities", goods) for goods in {id, *below(ledger, id)}))
