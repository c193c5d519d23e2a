"""The counts and the standing of a whole flow and of a whole entry: of the claims that report them taken together."""

from ledger.evidence.independence import Count, Evidence
from ledger.evidence.standing import Standing, is_disputed, of_count
from ledger.model.local_ids import FlowId
from ledger.model.transaction import Transaction


def of_flow(evidence: Evidence, entry: Transaction, flow: FlowId) -> Count:
    """Return the count of the claims that name a flow."""
    return evidence.count(c for claim in entry.claims.values() if flow in claim.flows for c in claim.sources)


def of_entry(evidence: Evidence, entry: Transaction) -> Count:
    """Return the count of all claims that report a flow; background does not count."""
    return evidence.count(c for claim in entry.claims.values() if claim.flows for c in claim.sources)


def standing_of_entry(evidence: Evidence, entry: Transaction, count: Count) -> Standing:
    """Return how an entry stands as a whole, with the count of it as ``of_entry`` gives it.

    Withdrawn where it was withdrawn; disputed where any claim that reports a flow is; else what the origins of these
    claims, taken together, come to. So an entry may have more origins than any one of its claims.
    """
    if entry.withdrawn:
        return Standing.WITHDRAWN
    if any(claim.flows and is_disputed(evidence, entry, id) for id, claim in entry.claims.items()):
        return Standing.DISPUTED
    return of_count(count)
