"""Where the ledger is weak, and what one more source would change most. Published, so that readers can help."""

from collections import Counter
from dataclasses import dataclass

from ledger.evidence.standing import Standing
from ledger.model.citations import Citation
from ledger.model.transaction import Transaction
from ledger.model.words import Access, CitationWay, Extent, Reply, Word
from ledger.reckoned import ClaimAt, Reckoned


class Missing(Word):
    """What an entry lacks."""

    ONE_ORIGIN = "one-origin", "every claim about the flows leads back to one originator"
    NO_RESPONSE = "no-response", "no answer of any party was found"
    ORIGIN_UNREAD = "origin-unread", "origins that were not read, only known through others"
    NOT_SAID = "not-said", "citations of reports that do not say from which of their sources they have it"
    OPENING_ONLY = "opening-only", "reports of which only the opening or parts were read"
    NO_DATE = "no-date", "reports without a date"
    NO_AMOUNT = "no-amount", "flows without an amount"
    DISPUTED = "disputed", "claims that are disputed"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that an entry lacks, and how often."""

    what: Missing
    number: int
    of: int


def lacks(ledger: Reckoned, entry: Transaction) -> tuple[Lack, ...]:
    """Return what an entry lacks, in a fixed order."""
    citations = [citation for claim in entry.claims.values() for citation in claim.sources]
    cited = sorted({citation.source for citation in citations})
    counts = [ledger.counts[ClaimAt(entry.id, id)] for id in entry.claims]
    origins = {origin for count in counts for origin in count.origins}
    about_flows = [ledger.counts[ClaimAt(entry.id, id)] for id, claim in entry.claims.items() if claim.flows]
    makers = {ledger.evidence.sources.maker(origin) for count in about_flows for origin in count.origins}
    sources = [ledger.sources[id] for id in cited]
    flows_with_amount = {flow for claim in entry.claims.values() if claim.amount for flow in claim.flows}
    found = (
        Lack(Missing.ONE_ORIGIN, int(len(makers) == 1), 1),
        Lack(Missing.NO_RESPONSE, int(all(r.kind is Reply.NONE_FOUND for r in entry.responses.values())), 1),
        Lack(
            Missing.ORIGIN_UNREAD,
            sum(ledger.sources[origin].access is Access.RELAYED for origin in origins),
            len(origins),
        ),
        Lack(Missing.NOT_SAID, sum(c.way is CitationWay.UNSAID for c in citations), len(citations)),
        Lack(Missing.OPENING_ONLY, sum(s.extent is not Extent.WHOLE for s in sources), len(sources)),
        Lack(Missing.NO_DATE, sum(s.published is None for s in sources), len(sources)),
        Lack(Missing.NO_AMOUNT, len(set(entry.flows) - flows_with_amount), len(entry.flows)),
        Lack(
            Missing.DISPUTED,
            sum(ledger.standings[ClaimAt(entry.id, id)] is Standing.DISPUTED for id in entry.claims),
            len(entry.claims),
        ),
    )
    return tuple(lack for lack in found if lack.number)


@dataclass(frozen=True, slots=True)
class Burden:
    """How much rests on one source."""

    source: str
    alone: int
    """Claims that have no other originator; two statements of one body bear such a claim together."""
    unsaid: int
    """Citations that do not say whether they mean it or another source of the same report."""
    entries: tuple[str, ...]


def burdens(ledger: Reckoned) -> tuple[Burden, ...]:
    """Return the sources that nobody here read and on which claims rest, the one that would change most first.

    To read one of them, or to find who else knows it, would decide the most citations that are now left open, then free
    the most claims from a single originator.
    """
    alone: Counter[str] = Counter()
    unsaid: Counter[str] = Counter()
    entries: dict[str, set[str]] = {}
    for at, count in ledger.counts.items():
        if not ledger.transactions[at.entry].counts:
            continue
        if count.upper == 1:
            alone.update(count.origins)
        for origin in count.origins:
            entries.setdefault(origin, set()).add(at.entry)
        for citation in ledger.transactions[at.entry].claims[at.claim].sources:
            unsaid.update(_left_open(ledger, citation))
            for source in _left_open(ledger, citation):
                entries.setdefault(source, set()).add(at.entry)
    found = [
        Burden(id, alone[id], unsaid[id], tuple(sorted(entries[id])))
        for id in entries
        if ledger.sources[id].access is Access.RELAYED
    ]
    return tuple(sorted(found, key=lambda one: (-one.unsaid, -one.alone, one.source)))


def _left_open(ledger: Reckoned, citation: Citation) -> set[str]:
    """Return the unread sources on the way of a citation that does not say which of its sources it means."""
    if citation.way is not CitationWay.UNSAID:
        return set()
    return {id for id in ledger.evidence.sources.above(citation.source) if ledger.sources[id].access is Access.RELAYED}
