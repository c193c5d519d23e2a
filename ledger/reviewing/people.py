"""Persons who are named by a change: whoever is named stays named in copies that nobody can call back."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.model.actor import Actor
from ledger.model.words import ActorKind
from ledger.resolving.ledger import Ledger
from ledger.reviewing.records import Renames


@dataclass(frozen=True, slots=True)
class NewlyNamed:
    """A person with names that the ledger did not have for them."""

    id: str
    names: tuple[str, ...]
    """The new names only: the usual one, other spellings, those in other languages."""
    before: tuple[str, ...]
    """The names that the record gave a person before; none where it is new or was of another kind."""
    basis: str
    """The ground on which they are named; empty where none is given, which the check refuses."""
    words: str
    """What that ground is, in words."""
    sources: tuple[str, ...]
    as_of: str
    named_by: tuple[str, ...]
    """The records that name them, by kind and id."""


def newly_named(before: Ledger, after: Ledger, renamed: Renames) -> Iterator[NewlyNamed]:
    """Yield every person with a name that was not theirs before.

    A name that stands in running text, or for an actor of another kind, is not seen: only a reader finds it.
    """
    previous = {renamed.get(("actors", id), id): actor for id, actor in before.actors.items()}
    for id, actor in after.actors.items():
        old = previous.get(id)
        had = _names(old) if old and old.kind is ActorKind.PERSON else ()
        names = tuple(name for name in _names(actor) if name not in had)
        if actor.kind is ActorKind.PERSON and names:
            basis = actor.public_basis
            yield NewlyNamed(
                id=id,
                names=names,
                before=had,
                basis=basis.kind.plain if basis else "",
                words=basis.words if basis else "",
                sources=basis.sources if basis else (),
                as_of=basis.as_of.text if basis and basis.as_of else "",
                named_by=tuple(dict.fromkeys(f"{m.kind}/{m.id}" for m in after.mentions.get(("actors", id), ()))),
            )


def _names(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys((actor.name, *actor.aliases, *actor.names.values())))
