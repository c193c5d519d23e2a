"""Citation marks: the sources of one page, numbered in the order in which they are first cited on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger.model.citations import Citation
from ledger.model.ids import SourceId
from ledger.model.source import Source
from ledger.model.words import CitationWay
from ledger.resolving.ledger import Ledger
from ledger.views.links import Link, link, maker_name
from ledger.views.wording import period


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One citation: the number of its source on this page, and what in the source it points to."""

    number: int
    name: str
    way: str
    """In words: ``its own finding``, ``from NIS`` and so on; empty where the source leads to one originator."""
    at: str
    quote: str


Marks = tuple[CitationMark, ...]
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

    ledger: Ledger
    _numbers: dict[str, int] = field(default_factory=dict)

    def marks(self, citations: Iterable[Citation | SourceId]) -> Marks:
        """Return the marks of a list of citations, or of plain sources."""
        return tuple(self._mark(c if isinstance(c, Citation) else Citation(c)) for c in citations)

    def _mark(self, citation: Citation) -> CitationMark:
        number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
        name = link(self.ledger, "sources", citation.source).label
        return CitationMark(number, name, self._way(citation), citation.at or "", citation.quote or "")

    def _way(self, citation: Citation) -> str:
        match citation.way:
            case CitationWay.FROM if citation.origin:
                kind = "actors" if citation.origin in self.ledger.actors else "sources"
                return f"from {link(self.ledger, kind, citation.origin).label}"
            case CitationWay.OWN:
                return "its own finding"
            case CitationWay.UNSAID:
                return "it does not say from whom"
            case CitationWay.ALTERED:
                return "changed in the retelling"
        return ""

    def notes(self) -> tuple[SourceNote, ...]:
        """Return the sources that were cited, in the order of their numbers."""
        return tuple(note(self.ledger, self.ledger.sources[id], number) for id, number in self._numbers.items())


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
