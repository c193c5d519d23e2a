"""A loaded word stands in our own text.

The ledger is neutral: what "violates" a resolution or is "illicit" is somebody's view, and is told as theirs: in a
response, as a value on which sources differ, among the words of those who cite a resolution, or in quotation marks.
Titles of sources stay as they are printed.

Fails::

    # entries/transactions/2024-rice-for-coal.yaml
    title: An illicit trade in coal

Passes::

    # entries/transactions/2024-rice-for-coal.yaml
    title: A trade in coal that a paper called "illicit"
"""

import re
from collections.abc import Iterator

from ledger.model.document import Path
from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "W501"


_LOADED = re.compile(
    r"\b(?:violat\w*|regimes?|rogue|illicit\w*|illegal\w*|clearly|obviously|blatant\w*|brazen\w*|flout\w*|notorious\w*"
    r"|smuggl\w*|pariah|hermit kingdom|so-called)\b",
    re.IGNORECASE,
)
# An opening mark does not stand inside a quotation: else each of many would look for its end through the whole text.
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”")


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each loaded word outside quotation marks in a field that speaks for the ledger."""
    for entry in ledger.transactions.values():
        for path, text in _own_text(entry):
            found = _LOADED.search(_QUOTED.sub("", text))
            if found:
                message = f'"{found[0]}" is a judgement; say it plainly, or say whose word it is'
                yield Finding("transactions", entry.id, path, message)


def _own_text(entry: Transaction) -> Iterator[tuple[Path, str]]:
    yield ("title",), entry.title
    yield ("summary",), entry.summary
    yield from ((("flows", id, "goods"), flow.goods) for id, flow in entry.flows.items())
    yield from ((("claims", id, "says"), claim.says) for id, claim in entry.claims.items())
    if entry.note:
        yield ("note",), entry.note
