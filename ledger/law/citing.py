"""Provisions that sources cite beside those that describe the goods: which are both, and which only one of the two."""

from dataclasses import dataclass

from ledger.law.matching import Fit, Test, Verdict, judge, matches, when_of
from ledger.model.ids import ProvisionId, SourceId
from ledger.model.local_ids import FlowId
from ledger.model.transaction import ResolutionCited, Transaction
from ledger.resolving.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Described:
    """A provision that describes or may describe a flow, and the sources that cite it or its resolution for it."""

    verdict: Verdict
    cited_by: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A resolution that sources cite for a flow and none of whose provisions describes it, with the nearest reason."""

    cited: ResolutionCited
    reason: Test | None
    nearest: ProvisionId | None
    """The provision that comes nearest; None where the resolution has none on goods."""


@dataclass(frozen=True, slots=True)
class FlowLaw:
    """The law of one flow."""

    described: tuple[Described, ...]
    unmatched: tuple[Unmatched, ...]


_NEAREST = (Test.NOT_ADOPTED, Test.TOO_EARLY, Test.TOO_LATE, Test.MODE, Test.DIRECTION, Test.GOODS, Test.UNNAMED)
"""The later a test fails, the nearer a provision came."""


def law_of(ledger: Ledger, entry: Transaction, id: FlowId) -> FlowLaw:
    """Return which provisions describe a flow, which of them sources cite, and what they cite that does not."""
    flow = entry.flows[id]
    when = when_of(entry, flow)
    citing = [row for row in entry.resolutions_cited if not row.flows or id in row.flows]
    found = matches(ledger, flow, when)
    described = tuple(Described(verdict, _citing(ledger, citing, verdict.provision)) for verdict in found)
    unmatched = tuple(
        _unmatched(ledger, row, entry, id)
        for row in citing
        if not any(_names(ledger, row, verdict.provision) for verdict in found)
    )
    return FlowLaw(described, unmatched)


def _citing(ledger: Ledger, rows: list[ResolutionCited], id: ProvisionId) -> tuple[SourceId, ...]:
    """Return the sources that cite a provision, each once."""
    return tuple(dict.fromkeys(source for row in rows if _names(ledger, row, id) for source in row.sources))


def _names(ledger: Ledger, row: ResolutionCited, id: ProvisionId) -> bool:
    """Whether a citation names a provision: its resolution as a whole, its paragraph, or one that it stands below."""
    resolution, provision = ledger.provisions[id]
    cited = row.provision.paragraph
    if resolution.id != row.provision.resolution:
        return False
    return cited is None or provision.paragraph == cited or (provision.paragraph or "").startswith(f"{cited}(")


def _unmatched(ledger: Ledger, row: ResolutionCited, entry: Transaction, id: FlowId) -> Unmatched:
    flow = entry.flows[id]
    verdicts = [
        judge(ledger, provision, flow, when_of(entry, flow))
        for provision in ledger.provisions
        if _names(ledger, row, provision) and ledger.provisions[provision][1].commodities
    ]
    failed = [verdict for verdict in verdicts if verdict.fit is Fit.NO]
    nearest = min(failed, key=lambda verdict: _NEAREST.index(verdict.reasons[0]), default=None)
    return Unmatched(row, nearest.reasons[0] if nearest else None, nearest.provision if nearest else None)
