"""Addresses of records that are not there any more: those that got another id, and those that had to be taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.model.kinds import KINDS
from ledger.reckoned import Reckoned
from ledger.views.links import Link, link

NOWHERE = Link("")


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that a record once had."""

    kind: str
    one: str
    """What a record of the kind is called."""
    old: str
    """The id in the address."""
    id: str = ""
    """The id that the record has now; empty where it was taken out."""
    link: Link = NOWHERE
    """Where it is now."""
    why: str = ""
    """Why it was taken out."""


def moved(ledger: Reckoned) -> Iterator[Moved]:
    """Yield all such addresses, by kind and former id."""
    for kind in KINDS:
        former = {old: id for id, record in ledger.by(kind).items() for old in record.formerly}
        one = KINDS[kind].one
        yield from (Moved(kind, one, old, former[old], link(ledger, kind, former[old])) for old in sorted(former))
        yield from (
            Moved(kind, one, id, why=why)
            for (of, id), why in sorted(ledger.published.taken_out.items())
            if of == kind and id not in former and id not in ledger.by(kind)
        )
