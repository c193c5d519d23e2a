"""A place: port, crossing, station, plant."""

from typing import Annotated

from pydantic import Field

from ledger.model.ids import End
from ledger.model.record import OneNumber, Part, Record, Text, example
from ledger.model.words import PlaceKind, Precision


class Coordinates(Part):
    """Where it is, in degrees of WGS 84."""

    lat: Annotated[float, OneNumber, Field(ge=-90, le=90, allow_inf_nan=False, title="degrees"), example(38.7)]
    """Degrees north."""
    lon: Annotated[float, OneNumber, Field(ge=-180, le=180, allow_inf_nan=False, title="degrees"), example(125.4)]
    """Degrees east."""
    precision: Precision
    """How near that is."""
    from_: Annotated[Text, Field(alias="from"), example("GeoNames")]
    """The source or gazetteer that gives it."""


class Place(Record):
    """A place that sources name."""

    name: Annotated[Text, example("Nampo")]
    """The usual English name."""
    country: End
    """The country it is in, or `high-seas`."""
    kind: PlaceKind
    """What it is."""
    point: Coordinates | None = None
    """Where it is; none without a source or gazetteer."""
    aliases: Annotated[tuple[Text, ...], example(["Nampho"])] = ()
    """Other names and spellings."""
