"""A provision's fields do not go together.

A paragraph number is given where one was seen, and only there; a number from memory would look like any other. An
adopted resolution has its date, a cap has its amount, and nothing ends before it begins.

Fails::

    # entries/resolutions/2371.yaml
    provisions:
      coal:
        paragraph: '8'
        paragraph_basis: not-seen
        covers: coal
        measure: ban
        direction: out
        from: 2017-08-05
        sources: [gazette-2024]

Passes::

    # entries/resolutions/2371.yaml
    provisions:
      coal:
        paragraph_basis: not-seen
        covers: coal
        measure: ban
        direction: out
        from: 2017-08-05
        sources: [gazette-2024]
"""

from collections.abc import Iterator

from ledger.model.resolution import Provision
from ledger.model.words import Measure, ParagraphBasis, ResolutionStatus
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E312"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each provision and each resolution whose fields contradict one another."""
    for resolution in ledger.resolutions.values():
        if resolution.adopted is None and resolution.status is not ResolutionStatus.NOT_ADOPTED:
            yield Finding("resolutions", resolution.id, ("adopted",), "when was it adopted?", key=True)
        for slug, provision in resolution.provisions.items():
            for field, message in _faults(provision):
                yield Finding("resolutions", resolution.id, ("provisions", slug, field), message, key=True)


def _faults(provision: Provision) -> Iterator[tuple[str, str]]:
    seen = provision.paragraph_basis is not ParagraphBasis.NOT_SEEN
    if seen and provision.paragraph is None:
        yield "paragraph", "the number was seen; give `paragraph`, or `paragraph_basis: not-seen`"
    if not seen and provision.paragraph is not None:
        yield "paragraph", "a number that was not seen is a guess; take it out, or say where it was seen"
    if (provision.measure is Measure.CAP) != (provision.cap is not None):
        yield "cap", "`measure: cap` and the amount under `cap` go together"
    if provision.until and provision.until < provision.from_:
        yield "until", "it ends before it begins"
