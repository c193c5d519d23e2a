"""Citation marks: the sources of one page, numbered in the order in which they are first cited on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger.model.citations import Citation
from ledger.model.ids import SourceId
from ledger.model.source import Source
from ledger.model.words import CitationWay
from ledger.reckoned import Reckoned
from ledger.resolving.ledger import Ledger
from ledger.views.counting import maker_link
from ledger.views.links import Link, link, maker_name
from ledger.views.wording import listing, period


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One citation: the number of its source on this page, and where in the source it points."""

    number: int
    name: str
    at: str
    quote: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Citations that lead back to one originator stand in one bracket: the reader sees the count before reading it."""

    origin: str
    """Who the originator is, in words; empty in a plain list of sources."""
    marks: tuple[CitationMark, ...]


Marks = tuple[Bracket, ...]
"""The marks of one list of citations."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What a source has from another one, in words."""

    source: Link
    how: str
    through: tuple[Link, ...]
    altered: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as a page lists it."""

    number: int
    link: Link
    maker: str
    title: str
    title_en: str
    language: str
    published: str
    kind: str
    access: str
    url: str
    own: tuple[str, ...]
    relies_on: tuple[Edge, ...]


@dataclass(slots=True)
class Numbering:
    """Gives out the numbers of one page; read ``notes`` after the page's last citation."""

    ledger: Reckoned
    numbers: dict[str, int] = field(default_factory=dict)

    def marks(self, citations: Iterable[Citation]) -> Marks:
        """Return the marks of a claim's citations, those of one originator in one bracket."""
        brackets: dict[str, list[CitationMark]] = {}
        for citation in citations:
            brackets.setdefault(self._origin(citation), []).append(self._mark(citation))
        return tuple(Bracket(origin, tuple(marks)) for origin, marks in brackets.items())

    def plain(self, sources: Iterable[SourceId]) -> Marks:
        """Return the marks of a plain list of sources, in one bracket."""
        marks = tuple(self._mark(Citation(source)) for source in sources)
        return (Bracket("", marks),) if marks else ()

    def _mark(self, citation: Citation) -> CitationMark:
        number = self.numbers.setdefault(citation.source, len(self.numbers) + 1)
        name = link(self.ledger, "sources", citation.source).label
        return CitationMark(number, name, citation.at or "", citation.quote or "")

    def _origin(self, citation: Citation) -> str:
        """Return the originator that a citation leads to, in words."""
        makers = [maker_link(self.ledger, maker).label for maker in self.ledger.evidence.makers([citation])]
        match citation.way:
            case CitationWay.ALTERED:
                return "changed in the retelling"
            case CitationWay.UNSAID:
                return f"not said whether from {' or '.join(makers)}"
        return listing(makers)

    def notes(self) -> tuple[SourceNote, ...]:
        """Return the sources that were cited, in the order of their numbers."""
        return tuple(note(self.ledger, self.ledger.sources[id], number) for id, number in self.numbers.items())


def note(ledger: Ledger, source: Source, number: int = 0) -> SourceNote:
    """Return a source with everything a list of sources says about it."""
    return SourceNote(
        number=number,
        link=link(ledger, "sources", source.id),
        maker=maker_name(ledger, source),
        title=source.title or "",
        title_en=source.title_en or "",
        language=source.language or "",
        published=period(source.published) if source.published else "",
        kind=source.kind.plain,
        access=source.access.meaning,
        url=source.url or "",
        own=tuple(known.kind.meaning for known in source.own),
        relies_on=edges(ledger, source),
    )


def edges(ledger: Ledger, source: Source) -> tuple[Edge, ...]:
    """Return what a source has from others."""
    return tuple(
        Edge(
            source=link(ledger, "sources", edge.source),
            how=edge.how.plain if edge.how else "relies on",
            through=tuple(link(ledger, "actors", actor) for actor in edge.through),
            altered=edge.altered or "",
        )
        for edge in source.relies_on
    )
