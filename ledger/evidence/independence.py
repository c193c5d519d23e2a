"""How many independent origins a set of citations has: a lower and an upper bound.

An origin is a source that knows instead of having read; its maker is whose knowledge it is (see
``ledger.evidence.origins``). Counting makers gives the upper bound. The lower bound takes every doubt at its word: an
unnamed person may be the one whom somebody else quotes too, a source that does not say how it knows may have it from
any other, agencies of one government may speak from one file, a team may pass on what its members told it. So it is
the size of the largest set of things reached in which none may rest on another. Where an article does not say from
which of its sources it has a claim, these sources stand for one choice. A further citation never lowers either bound.

Source: the ledger's data model, section 6.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from ledger.evidence.apart import largest_apart
from ledger.evidence.origins import Sources
from ledger.model.citations import Citation
from ledger.model.ids import ActorId
from ledger.model.words import CitationWay, KnowledgeKind
from ledger.resolving.ledger import Ledger

_AS_NAMED = {
    KnowledgeKind.UNNAMED_OFFICIAL: KnowledgeKind.OFFICIAL_ASSERTION,
    KnowledgeKind.UNNAMED_WITNESS: KnowledgeKind.NAMED_WITNESS,
}
"""What an unnamed voice may be the same as."""

Reached = tuple[str, ...]
"""One thing that a citation leads to: one origin, or the members of a choice."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many reports and origins stand behind a claim, a flow or an entry."""

    reports: int
    """Different sources cited; copies do not count."""
    lower: int
    upper: int
    origins: tuple[str, ...] = ()
    """The origins reached, members of choices among them, in the order of the citations."""
    kinds: tuple[KnowledgeKind, ...] = ()
    """How they know."""
    mixed: bool = False
    """Whether two of them that cannot rest on each other have no way of knowing in common."""


@dataclass(frozen=True)
class Evidence:
    """The origins of a ledger's claims. The ledger must have passed the check."""

    ledger: Ledger

    @cached_property
    def sources(self) -> Sources:
        """The graph of who repeats whom."""
        return Sources(self.ledger.sources)

    def reached(self, citations: Iterable[Citation]) -> tuple[Reached, ...]:
        """Return what the citations lead to, each thing once."""
        found: dict[Reached, None] = {}
        for citation in citations:
            found |= dict.fromkeys(self._reached_by(citation))
        return tuple(found)

    def _reached_by(self, citation: Citation) -> tuple[Reached, ...]:
        if citation not in self._known_reached:
            ends = self.sources.reached(citation)
            things = (ends,) if citation.way is CitationWay.UNSAID else tuple((end,) for end in ends)
            self._known_reached[citation] = things
        return self._known_reached[citation]

    @cached_property
    def _known_reached(self) -> dict[Citation, tuple[Reached, ...]]:
        return {}

    def apart_from(self, citations: Iterable[Citation], makers: set[str]) -> bool:
        """Whether the citations lead to an originator who is certainly none of ``makers``."""
        reached = self.reached(citations)
        return any(makers.isdisjoint(self.sources.maker(end) for end in thing) for thing in reached)

    def makers(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Return the originators that the citations lead to, each once."""
        ends = (end for reached in self.reached(citations) for end in reached)
        return tuple(dict.fromkeys(self.sources.maker(end) for end in ends))

    def count(self, citations: Iterable[Citation]) -> Count:
        """Return the count of these citations."""
        citations = tuple(citations)
        things = self.reached(citations)
        origins = tuple(dict.fromkeys(end for thing in things for end in thing))
        kinds = dict.fromkeys(own.kind for end in origins for own in self.ledger.sources[end].own)
        unlike = self._unlike(things)
        ties = self._ties(unlike)
        ways: dict[str, set[KnowledgeKind]] = {}
        for end in origins:
            ways.setdefault(self.sources.maker(end), set()).update(self._kinds(end))
        # The makers of a thing know it in all their ways, whichever of their origins it was.
        known = [set().union(*(ways[self.sources.maker(end)] for end in thing)) for thing in unlike]
        return Count(
            reports=len({citation.source for citation in citations}),
            lower=largest_apart(ties),
            upper=len({self.sources.maker(end) for end in origins}),
            origins=origins,
            kinds=tuple(kinds),
            mixed=any(
                known[a].isdisjoint(known[b]) for a, b in combinations(range(len(unlike)), 2) if b not in ties[a]
            ),
        )

    def _unlike(self, things: Iterable[Reached]) -> list[Reached]:
        """Return one of each sort of thing: those of the same makers who know it in the same ways are tied alike."""
        sorts = {frozenset((self.sources.maker(end), self._kinds(end)) for end in thing): thing for thing in things}
        return sorted(sorts.values())

    def _ties(self, things: list[Reached]) -> dict[int, set[int]]:
        """Return which things may rest on which, either way, by their places in the list."""
        ties: dict[int, set[int]] = {index: set() for index in range(len(things))}
        for a, b in combinations(range(len(things)), 2):
            if self._tied(things[a], things[b]):
                ties[a].add(b)
                ties[b].add(a)
        return ties

    def _kinds(self, origin: str) -> frozenset[KnowledgeKind]:
        return frozenset(known.kind for known in self.ledger.sources[origin].own)

    def _tied(self, one: Reached, other: Reached) -> bool:
        """Whether one may rest on the other; a choice may rest on whatever any of its members may."""
        return any(self.may_rest(a, b) or self.may_rest(b, a) for a in one for b in other)

    def may_rest(self, one: str, other: str) -> bool:
        """Whether the origin ``one`` may have its knowledge from the origin ``other``, or from the same place."""
        maker, other_maker = self.sources.maker(one), self.sources.maker(other)
        if maker == other_maker:
            return True
        kinds, other_kinds = self._kinds(one), self._kinds(other)
        if KnowledgeKind.NOT_STATED in kinds:
            return True
        if kinds and kinds <= set(_AS_NAMED) and any({kind, _AS_NAMED[kind]} & other_kinds for kind in kinds):
            return True
        return self._one_body(maker, other_maker) or self._draws_on(maker, other_maker)

    def _one_body(self, maker: str, other: str) -> bool:
        top = self._top(maker)
        return top is not None and top == self._top(other)

    def _draws_on(self, maker: str, other: str) -> bool:
        actor = self.ledger.actors.get(maker)
        drawn = {row.actor for row in actor.draws_on} if actor else set()
        return bool(drawn & {other, self._top(other)})

    def _top(self, maker: str) -> ActorId | None:
        """Return the body that an originator belongs to in the end; None for a source whose maker is not named."""
        actor = self.ledger.actors.get(maker)
        top = ActorId(maker) if actor else None
        while actor and actor.part_of:
            top, actor = actor.part_of, self.ledger.actors.get(actor.part_of)
        return top
