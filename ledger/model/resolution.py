"""A resolution of the Security Council and its provisions."""

from typing import Annotated

from pydantic import AfterValidator, Field

from ledger.model.codes import BAD_ID, refusal
from ledger.model.dates import Day
from ledger.model.ids import SLUG, CommodityId, ProvisionId, SourceId
from ledger.model.record import Exact, Part, Record, Text, example
from ledger.model.units import Unit
from ledger.model.words import Direction, Measure, Mode, ParagraphBasis, Per, ResolutionStatus, TurnsOn


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value) or value[0].isdigit():
        raise refusal(BAD_ID, f'"{value}" does not name a provision; write a lasting word such as textiles')
    return value


ProvisionSlug = Annotated[str, AfterValidator(_slug)]
"""The lasting name of a provision in its resolution; the number of its paragraph is a field, for it may be unknown."""

Positive = Annotated[Exact, Field(gt=0, allow_inf_nan=False, title="number")]


class Quantity(Part):
    """A number of a unit."""

    number: Annotated[Positive, example(500000)]
    """How many."""
    unit: Unit
    """Of what."""


class Cap(Part):
    """How much a provision allows."""

    number: Annotated[Positive, example(500000)]
    """How many."""
    unit: Unit
    """Of what."""
    per: Per
    """In what time."""
    or_: Annotated[Quantity | None, Field(alias="or")] = None
    """The same in another unit, as the text itself gives it."""


class Provision(Part):
    """One thing that a resolution lays down."""

    paragraph: Annotated[str | None, Field(pattern=r"^[0-9]+(?:\([a-z]+\))*$", title="paragraph"), example("8")] = None
    """The number of its paragraph; left out where it was not seen."""
    paragraph_basis: ParagraphBasis
    """Where that number was seen."""
    covers: Annotated[Text, example("Coal from North Korea.")]
    """What it covers, in our own words."""
    measure: Measure
    """What it does."""
    direction: Direction
    """Which way the goods go."""
    commodities: tuple[CommodityId, ...] = ()
    """The goods it is about."""
    except_: Annotated[tuple[CommodityId, ...], Field(alias="except")] = ()
    """Goods that it leaves out."""
    modes: tuple[Mode, ...] = ()
    """The ways of travel it is about; left out, all."""
    turns_on: TurnsOn | None = None
    """What it turns on besides the goods: then goods alone can only say that it may describe them."""
    from_: Annotated[Day, Field(alias="from")]
    """The first day in force."""
    until: Day | None = None
    """The last day in force."""
    replaced_by: ProvisionId | None = None
    """The provision that took its place."""
    cap: Cap | None = None
    """How much it allows."""
    exemption: Annotated[Text | None, example("coal of foreign origin that only passes through")] = None
    """What it exempts, in one line."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where this is seen."""


class Resolution(Record):
    """A resolution, or a draft that was not adopted."""

    symbol: Annotated[Text, example("S/RES/2371 (2017)")]
    """The document symbol, as in S/RES/2397 (2017)."""
    adopted: Day | None = None
    """The day it was adopted; required unless it is a draft."""
    status: ResolutionStatus
    """What became of it."""
    vote: Annotated[Text | None, example("15 for, none against")] = None
    """The vote."""
    summary: Annotated[Text | None, example("Bans coal, iron, lead and seafood from North Korea.")] = None
    """What it is about, in one or two sentences."""
    sources: tuple[SourceId, ...] = ()
    """Where this is seen."""
    provisions: dict[ProvisionSlug, Provision]
    """What it lays down, by lasting name."""
