"""A ledger with everything that is computed from it, each thing once, whichever pages and exports ask for it."""

from dataclasses import dataclass
from functools import cached_property

from ledger.evidence.entries import of_entry, standing_of_entry
from ledger.evidence.independence import Count, Evidence
from ledger.evidence.standing import Standing, standing
from ledger.law.citing import FlowLaw, law_of
from ledger.law.matching import Fit
from ledger.model.ids import ProvisionId
from ledger.model.local_ids import ClaimId, FlowId
from ledger.resolving.ledger import Ledger


@dataclass(frozen=True, slots=True)
class ClaimAt:
    """A claim and the entry it is in."""

    entry: str
    claim: ClaimId


@dataclass(frozen=True, slots=True)
class FlowAt:
    """A flow, the entry it is in, and how a provision fits it."""

    entry: str
    flow: FlowId
    fit: Fit
    cited: bool
    """Whether a source cites the provision or its resolution for it."""


@dataclass(frozen=True)
class Reckoned(Ledger):
    """A ledger that passed the check, with its evidence and its law."""

    @cached_property
    def evidence(self) -> Evidence:
        """Who rests on whom."""
        return Evidence(self)

    @cached_property
    def counts(self) -> dict[ClaimAt, Count]:
        """The count of each claim."""
        return {
            ClaimAt(entry.id, id): self.evidence.count(claim.sources)
            for entry in self.transactions.values()
            for id, claim in entry.claims.items()
        }

    @cached_property
    def standings(self) -> dict[ClaimAt, Standing]:
        """The standing of each claim."""
        return {at: standing(self.evidence, self.transactions[at.entry], at.claim) for at in self.counts}

    @cached_property
    def entry_counts(self) -> dict[str, Count]:
        """The count of each entry: of its claims that report a flow."""
        return {entry.id: of_entry(self.evidence, entry) for entry in self.transactions.values()}

    @cached_property
    def entry_standings(self) -> dict[str, Standing]:
        """The standing of each entry as a whole."""
        return {
            id: standing_of_entry(self.evidence, self.transactions[id], count)
            for id, count in self.entry_counts.items()
        }

    @cached_property
    def resting(self) -> dict[str, tuple[ClaimAt, ...]]:
        """The claims that lead back to each origin."""
        found: dict[str, list[ClaimAt]] = {}
        for at, count in self.counts.items():
            for origin in count.origins:
                found.setdefault(origin, []).append(at)
        return {origin: tuple(claims) for origin, claims in found.items()}

    @cached_property
    def citing(self) -> dict[str, tuple[ClaimAt, ...]]:
        """The claims that cite each source."""
        found: dict[str, dict[ClaimAt, None]] = {}
        for at in self.counts:
            for citation in self.transactions[at.entry].claims[at.claim].sources:
                found.setdefault(citation.source, {})[at] = None
        return {source: tuple(claims) for source, claims in found.items()}

    @cached_property
    def law(self) -> dict[tuple[str, FlowId], FlowLaw]:
        """The law of each flow, by entry and flow."""
        return {
            (entry.id, flow): law_of(self, entry, flow) for entry in self.transactions.values() for flow in entry.flows
        }

    @cached_property
    def described(self) -> dict[ProvisionId, tuple[FlowAt, ...]]:
        """The flows that each provision describes or may describe; entries merged or withdrawn are left out."""
        found: dict[ProvisionId, list[FlowAt]] = {}
        for (entry, flow), law in self.law.items():
            if self.transactions[entry].counts:
                for one in law.described:
                    at = FlowAt(entry, flow, one.verdict.fit, bool(one.cited_by))
                    found.setdefault(one.verdict.provision, []).append(at)
        return {provision: tuple(flows) for provision, flows in found.items()}
