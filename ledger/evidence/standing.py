"""The standing of a claim, in words: what its origins, the responses and the disagreements come to.

There is no score. The first word that fits is the claim's standing; the count of reports and origins stands beside it.
"""

from collections.abc import Iterator

from ledger.evidence.independence import Count, Evidence
from ledger.model.citations import Citation
from ledger.model.local_ids import ClaimId
from ledger.model.transaction import DisagreeingValue, Response, Transaction
from ledger.model.words import Reply, Word

_DISPUTING = {Reply.DENIED, Reply.DOUBTED}


class Standing(Word):
    """How a claim stands."""

    WITHDRAWN = "withdrawn", "the whole entry was withdrawn"
    DISPUTED = (
        "disputed",
        (
            "a party that it concerns denied or doubted it, another claim doubts it, or another originator gives a "
            "different value. A party that rejects the accusation or the measure without speaking to the fact does not "
            "dispute it, and two retellings of one statement that differ do not either"
        ),
    )
    ALTERED = "altered in retelling", "the sources changed what they repeat: nobody they rely on said it so"
    DIFFERENT_KINDS = (
        "two or more origins of different kinds",
        ("at least two originators, who cannot have it from each other and know it in different ways"),
    )
    SEVERAL = "two or more origins", "at least two originators who cannot have it from each other"
    PERHAPS_MORE = (
        "one origin, perhaps more",
        (
            "several originators, but some may have it from another: they are not named, do not say how they know, "
            "belong to one government, or pass on what others gave them"
        ),
    )
    SINGLE = "single origin", "however many reports there are, all lead back to one originator"


def standing(evidence: Evidence, entry: Transaction, id: ClaimId) -> Standing:
    """Return the standing of a claim."""
    if entry.withdrawn:
        return Standing.WITHDRAWN
    if is_disputed(evidence, entry, id):
        return Standing.DISPUTED
    return of_count(evidence.count(entry.claims[id].sources))


def of_count(count: Count) -> Standing:
    """Return the standing that the origins alone give."""
    if count.upper == 0:
        return Standing.ALTERED
    if count.lower >= 2:
        return Standing.DIFFERENT_KINDS if count.mixed else Standing.SEVERAL
    return Standing.PERHAPS_MORE if count.upper >= 2 else Standing.SINGLE


def is_disputed(evidence: Evidence, entry: Transaction, id: ClaimId) -> bool:
    """Whether a response, another claim or another originator's value stands against a claim."""
    return any(True for _ in against(evidence, entry, id))


def against(evidence: Evidence, entry: Transaction, id: ClaimId) -> Iterator[str]:
    """Yield what stands against a claim: a response, another claim, or another originator's value, each in words."""
    for name, response in entry.responses.items():
        if response.kind in _DISPUTING and id in answered(entry, response):
            yield f"response {name}: {response.kind.plain}"
    yield from (f"claim {name} doubts it" for name, claim in entry.claims.items() if id in claim.disputes)
    makers = set(evidence.makers(entry.claims[id].sources))
    if not makers:
        # What a retelling altered has no originator, and nobody to differ from.
        return
    for disagreement in entry.disagreements:
        if any(id in value.claims for value in disagreement.values):
            for value in disagreement.values:
                if id not in value.claims and evidence.apart_from(value_citations(entry, value), makers):
                    yield f"another value of {disagreement.about}: {value.says}"


def value_citations(entry: Transaction, value: DisagreeingValue) -> Iterator[Citation]:
    """Yield the citations behind a value: its own, and those of its claims."""
    yield from value.sources
    for id in value.claims:
        yield from entry.claims[id].sources


def answered(entry: Transaction, response: Response) -> tuple[ClaimId, ...]:
    """Return the claims that a response answers: those it names, else all that report a flow."""
    if response.kind is Reply.NONE_FOUND:
        return ()
    return response.to or tuple(id for id, claim in entry.claims.items() if claim.flows)
