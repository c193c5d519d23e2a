"""Nothing cites a source.

A source that no claim, response, figure or provision rests on, directly or through others, tells the reader nothing.
Cite it where it belongs, or delete its file.

Fails::

    # entries/sources/gazette-2030.yaml
    kind: article
    by: gazette
    access: read
    own: [own-inquiry]

Passes::

    # entries/sources/gazette-2024.yaml
    kind: article
    by: gazette
    access: read
    own: [own-inquiry]
"""

from collections.abc import Iterator

from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "W502"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each source that nothing but other uncited sources leads to."""
    used = {
        id
        for (kind, id), mentions in ledger.mentions.items()
        if kind == "sources" and any(mention.kind != "sources" for mention in mentions)
    }
    queue = [id for id in used if id in ledger.sources]
    while queue:
        above = {edge.source for edge in ledger.sources[queue.pop()].relies_on} - used
        used |= above
        queue += [id for id in above if id in ledger.sources]
    for id in sorted(set(ledger.sources) - used):
        yield Finding("sources", id, (), "nothing rests on this source; cite it where it belongs, or delete it")
