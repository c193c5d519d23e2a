"""A response does not say where it was found, or until when it was looked for.

A response names its party under `by`, or says in words `who` it is where nobody is named. What a party said has
sources like any claim. That nothing was found is said with the day of the search (`as_of`) and
has no sources.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    responses:
      r1: {by: kp-government, kind: denied}

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    responses:
      r1: {by: kp-government, kind: none-found, as_of: 2026-11-21}
"""

from collections.abc import Iterator

from ledger.model.transaction import Response
from ledger.model.words import Reply
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E305"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each response that lacks its ground or has the other kind's."""
    for entry in ledger.transactions.values():
        for id, response in entry.responses.items():
            for field, message in _faults(response):
                yield Finding("transactions", entry.id, ("responses", id, field), message, key=True)


def _faults(response: Response) -> Iterator[tuple[str, str]]:
    if (response.by is None) == (response.who is None):
        yield "by", "whose answer is it? give `by`, or `who` in words where nobody is named"
    if response.kind is Reply.NONE_FOUND:
        if response.as_of is None:
            yield "as_of", "until when was an answer looked for? give `as_of`"
        if response.sources:
            yield "sources", "what was not found has no sources"
    else:
        if not response.sources:
            yield "sources", "who reports this answer? give `sources`"
        if response.as_of is not None:
            yield "as_of", "`as_of` is for none-found; the day of an answer is its `date`"
