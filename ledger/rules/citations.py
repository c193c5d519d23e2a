"""A citation cannot be followed to an originator.

One article often carries several stories: part known by itself, part from a ministry, part from another paper. Where a
source leads to several originators a citation says which: `own`, `from ORIGINATOR`, `unsaid` (the article does not
say) or `altered` (the retelling changed it). Where it leads to one, the suffix is left out. A guess would inflate the
count of origins.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left and rice came., flows: [f1, f2], sources: [gazette-2024 from kp-government]}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    claims:
      c1: {says: Coal left and rice came., flows: [f1, f2], sources: [gazette-2024]}
"""

from collections.abc import Iterator
from functools import cache

from ledger.evidence.origins import Misread, Sources
from ledger.model.citations import Citation
from ledger.model.document import Path
from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E307"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each citation, in claims and in disagreements, that says too little, too much or wrongly."""
    sources = Sources(ledger.sources)
    is_whole = cache(sources.is_whole)
    for entry in ledger.transactions.values():
        for path, citation in _citations(entry):
            if is_whole(citation.source):
                try:
                    sources.reached(citation)
                except Misread as misread:
                    yield Finding("transactions", entry.id, path, misread.advice)


def _citations(entry: Transaction) -> Iterator[tuple[Path, Citation]]:
    for id, claim in entry.claims.items():
        for index, citation in enumerate(claim.sources):
            yield ("claims", id, "sources", index), citation
    for row, disagreement in enumerate(entry.disagreements):
        for column, value in enumerate(disagreement.values):
            for index, citation in enumerate(value.sources):
                yield ("disagreements", row, "values", column, "sources", index), citation
