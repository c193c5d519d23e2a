"""A source: one published thing that was read, or a statement known only through others."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from ledger.model.dates import Date, Day
from ledger.model.ids import ActorId, SourceId
from ledger.model.record import Address, Host, Language, Part, Record, Sha256, Text, example
from ledger.model.words import Access, DatedBy, EdgeHow, Extent, KnowledgeKind, SourceKind


class Maker(ActorId):
    """Who publishes or says it: an actor, or ``unnamed``."""

    __slots__ = ()
    called = "actor id, or `unnamed`"
    example = "harbour-courier"

    @property
    def targets(self) -> tuple[str, ...]:
        """An actor, unless nobody is named."""
        return () if self == "unnamed" else self.kinds

    @property
    def actor(self) -> ActorId | None:
        """The actor, where it is one."""
        return ActorId(self) if self.targets else None


class Archived(Part):
    """A copy kept by an archive."""

    url: Address
    """Where."""
    date: Day
    """The day it was kept."""
    sha256: Annotated[Sha256 | None, example("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")] = None
    """The SHA-256 of its text."""


class Copy(Part):
    """A word-for-word copy on another host; not a source of its own."""

    host: Host
    """The host it stands on."""
    url: Annotated[Address | None, example("https://news.example.com/copy")] = None
    """Its address, where it may be linked: never a junk host, nor where the original's address is known."""
    dated: Date | None = None
    """The date that the copy shows, right or wrong."""


class Knowledge(Part):
    """What a source knows without having read it."""

    kind: KnowledgeKind
    """How it knows."""
    who: Annotated[Text | None, example("a dock worker")] = None
    """Who knew, where that is not the maker."""
    how: Annotated[Text | None, example("papers of the port that the reporter saw")] = None
    """How, in words."""


class Edge(Part):
    """That a source has it from another."""

    source: SourceId
    """The other."""
    how: EdgeHow | None = None
    """What it did with it."""
    through: Annotated[tuple[ActorId, ...], example(["harbour-courier"])] = ()
    """Actors in between whose reports were not read."""
    altered: Annotated[Text | None, example('its "or" became "and"')] = None
    """What changed on the way, in words."""


def _short(field: str, either: Any) -> BeforeValidator:
    """Read a bare word as the map that has only ``field``; ``either`` shows editors both forms."""

    def lengthen(value: Any) -> Any:
        return {field: value} if isinstance(value, str) else value

    return BeforeValidator(lengthen, json_schema_input_type=either)


class Source(Record):
    """One published thing, or a statement known only through others. Shared by transactions."""

    kind: SourceKind
    """What it is."""
    title: Annotated[Text | None, example("Barges with coal leave Nampo")] = None
    """The title as printed, or a description of what is only relayed; left out, it is not shown."""
    title_en: Annotated[Text | None, example("Barges with coal leave Nampo")] = None
    """The title in English, where it is in another language."""
    by: Maker | None = None
    """The body that publishes or says it, or `unnamed`; a page of no known outlet may give `host` instead."""
    speaker: ActorId | None = None
    """Who said it for that body."""
    who: Annotated[Text | None, example("a dock worker, not named")] = None
    """Who, in words, where unnamed or withheld."""
    host: Host | None = None
    """The host of a page of no known outlet."""
    published: Date | None = None
    """The source's own date; left out, none is shown."""
    dated_by: DatedBy | None = None
    """What shows that date."""
    language: Language | None = None
    """The language it is in."""
    url: Address | None = None
    """The address of the original."""
    archived: tuple[Archived, ...] = ()
    """Copies that archives keep."""
    access: Access
    """How the ledger knows it."""
    extent: Extent = Extent.WHOLE
    """How much of it was read."""
    copies: tuple[Copy, ...] = ()
    """Word-for-word copies elsewhere."""
    own: tuple[Annotated[Knowledge, _short("kind", KnowledgeKind | Knowledge)], ...] = ()
    """What it knows without having read it; required where `relies_on` is absent."""
    relies_on: tuple[Annotated[Edge, _short("source", SourceId | Edge)], ...] = ()
    """The sources it has it from."""
