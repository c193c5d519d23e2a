"""Which transactions name a record."""

from ledger.resolving.ledger import Ledger


def naming(ledger: Ledger, kind: str, id: str) -> set[str]:
    """Return the ids of the transactions that name a record."""
    return {mention.id for mention in ledger.mentions.get((kind, id), ()) if mention.kind == "transactions"}
