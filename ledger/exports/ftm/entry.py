"""What every entity of one transaction needs: its ids, who reports it, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.exports.ftm.entity import Entity, entity_id
from ledger.exports.ftm.records import page
from ledger.exports.release import Release
from ledger.model.local_ids import ClaimId
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.views.links import maker_name
from ledger.views.wording import listing


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction on its way to entities."""

    ledger: Reckoned
    release: Release
    entry: Transaction

    def id(self, *parts: str) -> str:
        """Return the id of the event, or of what is in it."""
        return entity_id("transactions", self.entry.id, *parts)

    def cited(self, claims: Iterable[ClaimId]) -> list[str]:
        """Return the sources of claims, each once, in the order in which they are first cited."""
        return list(dict.fromkeys(one.source for id in claims for one in self.entry.claims[id].sources))

    def proof(self, claims: Iterable[ClaimId]) -> list[str]:
        """Return the same as entities."""
        return [entity_id("sources", source) for source in self.cited(claims)]

    def reported(self, claims: Iterable[ClaimId]) -> str:
        """Return who says so, as the first words of what is said about it."""
        makers = dict.fromkeys(maker_name(self.ledger, self.ledger.sources[source]) for source in self.cited(claims))
        return f"Reported by {listing([*makers])}." if makers else "No report is cited for it."

    def signed(self, made: Entity, anchor: str = "") -> Entity:
        """Add where it stands: the ledger, its entry, and the place in it."""
        made.add("publisher", self.release.name)
        if made.schema != "Note":
            made.add("recordId", f"{self.entry.id}{anchor}")
        return made.add("sourceUrl", page(self.release, "transactions", self.entry.id, anchor))
