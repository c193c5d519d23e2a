"""The parts of the method that the program itself defines, in the words of the code that applies them."""

from dataclasses import dataclass

from ledger.evidence.standing import Standing
from ledger.law.matching import Fit, Test
from ledger.model.words import Access, CitationWay, KnowledgeKind
from ledger.model.words.word import Word


@dataclass(frozen=True, slots=True)
class Definitions:
    """Words with their meanings, under a heading."""

    id: str
    title: str
    hint: str
    words: tuple[tuple[str, str], ...]


def definitions() -> tuple[Definitions, ...]:
    """Return every list of words that readers meet on the pages."""
    return (
        Definitions(
            "standing",
            "The standing of a claim",
            "The first that fits, from above. There is no score, and no count decides what is true.",
            _words(Standing),
        ),
        Definitions(
            "knowledge",
            "How an origin knows",
            "An origin is a source that knows something itself instead of having read it.",
            _words(KnowledgeKind),
        ),
        Definitions("access", "How the ledger knows a source", "", _words(Access)),
        Definitions(
            "citing",
            "What in a source a claim comes from",
            "Where a source leads to several originators, the entry says which.",
            tuple((word.value or "(nothing)", word.meaning) for word in CitationWay),
        ),
        Definitions(
            "fit",
            "Whether a provision describes a flow",
            "Goods, direction, way of travel and date are tried one after the other; the weakest answer counts.",
            _words(Fit),
        ),
        Definitions("tests", "Why a provision does not describe a flow, or only may", "", _words(Test)),
    )


def _words(words: type[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.plain, word.meaning) for word in words)
