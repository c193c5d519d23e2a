"""Which of the fields that may be missing a new record is asked for, and which it cannot do without.

What the model requires is always asked for and needs no line here. The rest is a choice: what nearly every record
of the ledger has. All other fields stand in the draft as notes.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from ledger.drafting.shape import fields
from ledger.model.actor import Actor
from ledger.model.commodity import Commodity
from ledger.model.country import Country
from ledger.model.place import Place
from ledger.model.record import When
from ledger.model.resolution import Provision, Resolution
from ledger.model.series import Series
from ledger.model.source import Source
from ledger.model.transaction import Claim, Flow, Response, Transaction
from ledger.model.words import Access, ActorKind, Measure, ParagraphBasis, Reply, ResolutionStatus


class Stance(Enum):
    """What a draft does about a field that has no value."""

    NEEDED = "asked for, and left open where nobody answers"
    ASKED = "asked for, and left out where nobody answers"
    NOTED = "not asked for; a note says that it could be there"
    UNFIT = "not for a new record, or not beside what is there"


Answers = Mapping[str, Any]
"""What a part holds so far, by field."""


def _when(condition: Callable[[Answers], bool], then: Stance, otherwise: Stance) -> Callable[[Answers], Stance]:
    return lambda answers: then if condition(answers) else otherwise


def _is(field: str, *words: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(field) in words


def _has(*names: str) -> Callable[[Answers], bool]:
    return lambda answers: any(answers.get(name) for name in names)


_N, _A, _O, _U = Stance.NEEDED, Stance.ASKED, Stance.NOTED, Stance.UNFIT
_PERSON = _is("kind", ActorKind.PERSON)
_RELAYED = _is("access", Access.RELAYED)
_NOT_FOUND = _is("kind", Reply.NONE_FOUND)
_UNNAMED = _is("by", "unnamed")


def _copies(answers: Answers) -> Stance:
    return _N if answers.get("access") == Access.COPY else _U if _RELAYED(answers) else _O


CHOICES: dict[type[BaseModel], dict[str, Stance | Callable[[Answers], Stance]]] = {
    Source: {
        "title": _when(_RELAYED, _N, _A),
        "by": _when(_has("host"), _O, _N),
        "who": _when(_UNNAMED, _N, _O),
        "host": _when(_has("by"), _U, _O),
        "published": _A,
        "dated_by": _when(_has("published"), _N, _U),
        "language": _A,
        "url": _when(_RELAYED, _U, _A),
        "archived": _when(_RELAYED, _U, _O),
        "extent": _when(_RELAYED, _U, _A),
        "copies": _copies,
        "own": _when(_has("relies_on"), _A, _N),
        "relies_on": _A,
    },
    Actor: {
        "country": _A,
        "aliases": _A,
        "part_of": _when(_is("kind", ActorKind.AGENCY, ActorKind.COURT), _A, _O),
        "public_basis": _when(_PERSON, _N, _U),
    },
    Country: {"name": _when(_has("note"), _A, _N)},
    Place: {"aliases": _A},
    Commodity: {"parents": _A, "aliases": _A},
    Resolution: {
        "adopted": _when(_is("status", ResolutionStatus.NOT_ADOPTED), _A, _N),
        "summary": _A,
        "sources": _A,
    },
    Provision: {
        "paragraph": _when(_is("paragraph_basis", ParagraphBasis.NOT_SEEN), _U, _N),
        "commodities": _A,
        "cap": _when(_is("measure", Measure.CAP), _N, _U),
    },
    Series: {"cap": _A},
    When: {"words": _A},
    Transaction: {"withdrawn": _U, "merged_into": _U},
    Flow: {"mode": _A, "outside": _when(lambda part: "KP" in (part.get("from"), part.get("to")), _U, _O)},
    Claim: {"flows": _A, "amount": _when(_has("flows"), _A, _O)},
    Response: {
        "by": _when(_has("who"), _U, _N),
        "who": _when(_has("by"), _U, _A),
        "says": _when(_NOT_FOUND, _U, _A),
        "date": _when(_NOT_FOUND, _U, _A),
        "to": _when(_NOT_FOUND, _U, _O),
        "sources": _when(_NOT_FOUND, _U, _N),
        "as_of": lambda part: _N if _NOT_FOUND(part) else _U if part.get("kind") else _O,
    },
}
"""By part and field; what is not listed and may be missing is only noted."""

LATER = ("formerly",)
"""What no new record has."""


def stance(model: type[BaseModel], name: str, answers: Answers) -> Stance:
    """Return what a draft does about a field of a part that holds ``answers`` so far."""
    if fields(model)[name][0].is_required():
        return Stance.NEEDED
    if name in LATER:
        return Stance.UNFIT
    choice = CHOICES.get(model, {}).get(name, Stance.NOTED)
    return choice if isinstance(choice, Stance) else choice(answers)
