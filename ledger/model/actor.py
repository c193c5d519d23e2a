"""An actor: person, company, agency, government, armed group, vessel or publisher."""

from typing import Annotated

from pydantic import Field

from ledger.model.dates import Date
from ledger.model.ids import ActorId, CountryId, SourceId
from ledger.model.record import Language, Part, Record, Text, example
from ledger.model.words import ActorKind, PublicBasisKind


class Registration(Part):
    """An entry in a register of companies."""

    country: CountryId
    """Whose register."""
    number: Annotated[Text, example("1234567")]
    """The number in it."""


class Identifiers(Part):
    """Numbers by which others know the actor."""

    imo: Annotated[str | None, Field(pattern=r"^[0-9]{7}$", title="IMO number"), example("9074729")] = None
    """The ship's IMO number, seven digits of which the last is a check digit."""
    un: Annotated[Text | None, example("KPe.000")] = None
    """The reference in the United Nations' list."""
    registry: Registration | None = None
    """The entry in a register of companies."""


class DrawsOn(Part):
    """Whose knowledge the actor may be passing on."""

    actor: ActorId
    """Whose."""
    why: Annotated[Text, example("its reports name no other source")]
    """Why that may be."""


class PublicBasis(Part):
    """Why a person may be named."""

    kind: PublicBasisKind
    """The ground."""
    words: Annotated[Text, example("spokesman of the customs office")]
    """The office, listing, charge or statement."""
    sources: tuple[SourceId, ...] = ()
    """Where that is seen."""
    as_of: Date | None = None
    """When the status was last looked up."""


class Actor(Record):
    """Somebody who takes part in what the sources report, or who reports it."""

    name: Annotated[Text, example("Harbour Courier")]
    """The usual English name."""
    kind: ActorKind
    """What it is."""
    country: CountryId | None = None
    """Where it belongs; a vessel's flag."""
    aliases: Annotated[tuple[Text, ...], example(["The Courier"])] = ()
    """Other names and spellings."""
    names: Annotated[dict[Language, Text], example({"ko": "항구신문"})] = Field(default_factory=dict)
    """The name in other languages, by BCP 47 tag."""
    identifiers: Identifiers | None = None
    """Numbers by which others know it."""
    part_of: ActorId | None = None
    """The body it belongs to."""
    draws_on: tuple[DrawsOn, ...] = ()
    """Whose knowledge it may be passing on."""
    public_basis: PublicBasis | None = None
    """Why a person may be named; required for a person."""
