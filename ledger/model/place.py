"""A place: port, crossing, station, plant."""

from typing import Annotated

from pydantic import Field

from ledger.model.ids import End
from ledger.model.record import OneNumber, Part, Record, Text
from ledger.model.words import PlaceKind, Precision


class Coordinates(Part):
    """Where it is, in degrees of WGS 84."""

    lat: Annotated[float, OneNumber, Field(ge=-90, le=90, allow_inf_nan=False)]
    """Degrees north."""
    lon: Annotated[float, OneNumber, Field(ge=-180, le=180, allow_inf_nan=False)]
    """Degrees east."""
    precision: Precision
    """How near that is."""
    from_: Annotated[Text, Field(alias="from")]
    """The source or gazetteer that gives it."""


class Place(Record):
    """A place that sources name."""

    name: Text
    """The usual English name."""
    country: End
    """The country it is in, or `high-seas`."""
    kind: PlaceKind
    """What it is."""
    point: Coordinates | None = None
    """Where it is; none without a source or gazetteer."""
    aliases: tuple[Text, ...] = ()
    """Other names and spellings."""
