"""The counts of a whole flow and of a whole entry: those of the claims that report them taken together."""

from ledger.evidence.independence import Count, Evidence
from ledger.model.ids import FlowId
from ledger.model.transaction import Transaction


def of_flow(evidence: Evidence, entry: Transaction, flow: FlowId) -> Count:
    """Return the count of the claims that name a flow."""
    return evidence.count(c for claim in entry.claims.values() if flow in claim.flows for c in claim.sources)


def of_entry(evidence: Evidence, entry: Transaction) -> Count:
    """Return the count of all claims that report a flow; background does not count."""
    return evidence.count(c for claim in entry.claims.values() if claim.flows for c in claim.sources)
