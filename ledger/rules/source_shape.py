"""A source's fields do not go together.

A reader must see who says it, how it is known, and where it can be looked up. So a source has `by` (or `host`, for a
page of no known outlet); it has `own` or `relies_on`; what is only relayed has no address of its own and a description
as title; what was read as a copy has a row under `copies`; a date has `dated_by`.

Fails::

    # entries/sources/gazette-2024.yaml
    kind: article
    by: gazette
    access: read

Passes::

    # entries/sources/gazette-2024.yaml
    kind: article
    by: gazette
    access: read
    own: [own-inquiry]
"""

from collections.abc import Iterator

from ledger.model.source import Source
from ledger.model.words import Access
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E303"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each field of a source that is missing beside another, or too many."""
    for source in ledger.sources.values():
        for field, message in _faults(source):
            yield Finding("sources", source.id, (field,), message, key=True)


def _faults(source: Source) -> Iterator[tuple[str, str]]:
    relayed = source.access is Access.RELAYED
    if source.by is None and source.host is None:
        yield "by", "who publishes it? give `by`, or the `host` of a page of no known outlet"
    if source.by is None and source.own:
        yield "own", "what a source knows itself has a maker; give `by` (an actor, or unnamed)"
    if not source.own and not source.relies_on:
        yield "own", "how does it know? give `own`, or the sources it `relies_on`"
    if relayed and (source.url or source.archived or source.copies):
        yield "access", "a relayed source was not read: it has no address, archive copy or `copies`"
    if relayed and source.title is None:
        yield "title", "a relayed source has no printed title; describe it in a few words"
    if source.access is Access.COPY and not source.copies:
        yield "access", "which copy was read? give its `host` under `copies`"
    if source.published and not source.dated_by:
        yield "published", "what shows the date? give `dated_by`: page, address or reasoned"
    if source.dated_by and not source.published:
        yield "dated_by", "there is no `published` date to show"
