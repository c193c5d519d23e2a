"""Where the knowledge in a source comes from: the walk along ``relies_on`` down to the origins.

An origin is a source that knows something of its own. Its maker is the body that speaks in it; a source whose maker is
not named, or which passes on nothing but unnamed voices, is a maker of its own: nobody can tell two of them apart or
together. The rules are those of the ledger's data model, section 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ledger.model.citations import Citation
from ledger.model.source import Source
from ledger.model.words import Access, CitationWay, KnowledgeKind
from ledger.resolving.upwards import is_high

_UNNAMED = {KnowledgeKind.UNNAMED_WITNESS, KnowledgeKind.UNNAMED_OFFICIAL}


@dataclass(frozen=True, slots=True)
class Misread(Exception):  # noqa: N818 - a verdict on a citation, not a fault of the program
    """That a citation cannot be followed; says what to write instead."""

    advice: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a ledger as a graph. Edges to unknown sources are left out; cycles are walked once."""

    table: Mapping[str, Source]
    _makers: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _ends: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def maker(self, origin: str) -> str:
        """Return the originator of an origin: its publisher or speaker's body, or the source itself where unnamed."""
        if origin not in self._makers:
            self._makers[origin] = self._maker(self.table[origin])
        return self._makers[origin]

    @staticmethod
    def _maker(source: Source) -> str:
        if source.by is None or source.by.actor is None or (source.own and {o.kind for o in source.own} <= _UNNAMED):
            return source.id
        return source.by

    def above(self, source: str) -> tuple[str, ...]:
        """Return the source and everything it rests on, each once, nearest first."""
        if source not in self._above:
            found = {source: None}
            queue = [source]
            for here in queue:
                new = [id for id in dict.fromkeys(self._next(here)) if id not in found]
                queue += new
                found |= dict.fromkeys(new)
            self._above[source] = tuple(found)
        return self._above[source]

    def _next(self, source: str) -> list[str]:
        return [edge.source for edge in self.table[source].relies_on if edge.source in self.table]

    def is_whole(self, source: str) -> bool:
        """Whether the source and everything it rests on could be read: else nobody knows where it leads.

        Where more stands above it than may, nobody goes to look.
        """
        if source not in self.table or is_high(source, self._next):
            return False
        return all(edge.source in self.table for here in self.above(source) for edge in self.table[here].relies_on)

    def ends(self, source: str) -> tuple[str, ...]:
        """Return the origins that a source leads to, itself among them where it knows something of its own."""
        if source not in self._ends:
            self._ends[source] = tuple(here for here in self.above(source) if self.table[here].own)
        return self._ends[source]

    def reached(self, citation: Citation) -> tuple[str, ...]:
        """Return the origins that a citation leads to.

        For ``unsaid`` these are the members of one choice; for ``altered`` there are none. Raises ``Misread`` where the
        citation says too little, too much, or what is not so.
        """
        source = self.table[citation.source]
        if source.access is Access.RELAYED:
            raise Misread(f'"{source.id}" was not read, only known through others; cite the source that was read')
        ends = self.ends(source.id)
        makers = sorted({self.maker(end) for end in ends})
        match citation.way:
            case CitationWay.ALTERED:
                if not any(edge.altered for here in self.above(source.id) for edge in self.table[here].relies_on):
                    raise Misread(f'no edge at or above "{source.id}" says what was altered')
                return ()
            case CitationWay.WHOLE if len(makers) > 1:
                choices = ", ".join(f"from {maker}" for maker in makers if maker != self._self(source))
                own = "own, " if source.own else ""
                raise Misread(f'"{source.id}" leads to several originators; say {own}{choices} or unsaid')
            case CitationWay.OWN if not source.own:
                raise Misread(f'"{source.id}" has no knowledge of its own; {self._instead(makers)}')
            case CitationWay.FROM | CitationWay.OWN | CitationWay.UNSAID if len(makers) < 2:
                raise Misread(f'"{source.id}" leads to one originator only; cite it without "{citation.way}"')
            case CitationWay.OWN:
                return (source.id,)
            case CitationWay.FROM:
                found = tuple(end for end in ends if citation.origin in (end, self.maker(end)))
                if not found:
                    raise Misread(f'"{source.id}" does not lead to "{citation.origin}"; {self._instead(makers)}')
                return found
        return ends

    def _self(self, source: Source) -> str:
        return self.maker(source.id) if source.own else ""

    @staticmethod
    def _instead(makers: list[str]) -> str:
        return f"it leads to {', '.join(makers)}" if makers else "it leads to no originator"
