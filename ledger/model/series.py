"""A series: figures over time, such as petroleum reported against the cap."""

from typing import Annotated

from pydantic import Field

from ledger.model.amounts import ReportedAmount
from ledger.model.dates import Date
from ledger.model.ids import ActorId, CommodityId, End, ProvisionId, SourceId, TransactionId
from ledger.model.record import Exact, Part, Record, Text, example
from ledger.model.units import Unit
from ledger.model.words import PointKind


class SeriesPoint(Part):
    """One figure for one period."""

    period: Date
    """The time it covers."""
    words: ReportedAmount
    """The figure as reported."""
    kind: PointKind
    """Where it comes from."""
    by: ActorId | None = None
    """Who gives it."""
    as_of: Date | None = None
    """When it stood so."""
    transaction: TransactionId | None = None
    """The entry that this figure belongs to."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it is seen."""
    note: Annotated[Text | None, example("reported a month late")] = None
    """What a reader should know about this figure."""


class Factor(Part):
    """How many of the series' unit one of another unit is, by a source; without it nothing is converted."""

    unit: Unit
    """The other unit."""
    number: Annotated[Exact, Field(gt=0, title="number"), example(7.5)]
    """How many of the series' unit it is."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Who says so."""


class Series(Record):
    """Figures of one commodity over time."""

    title: Annotated[Text, example("Coal to China by month")]
    """A neutral line."""
    commodity: CommodityId
    """What is counted."""
    from_: Annotated[End, Field(alias="from")]
    """Where it came from."""
    to: Annotated[End, example("CN")]
    """Where it went."""
    unit: Unit
    """What it is counted in."""
    cap: ProvisionId | None = None
    """The provision that caps it."""
    factors: tuple[Factor, ...] = ()
    """Factors for figures that are reported in another unit."""
    points: Annotated[tuple[SeriesPoint, ...], Field(min_length=1)]
    """The figures."""
