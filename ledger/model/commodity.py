"""A commodity: a node of the tree of goods, services and people that flows are counted by."""

from typing import Annotated

from pydantic import Field

from ledger.model.ids import CommodityId
from ledger.model.record import Record, Text, example

HsCode = Annotated[str, Field(pattern=r"^[0-9]{2}(?:[0-9]{2}){0,2}$", title="HS code")]
"""A chapter, heading or subheading of the Harmonized System, 2022."""


class Commodity(Record):
    """What can go from one side to the other."""

    name: Annotated[Text, example("coal")]
    """The name in plain words."""
    parents: tuple[CommodityId, ...] = ()
    """What it is a kind of; several are allowed."""
    hs: Annotated[tuple[HsCode, ...], example(["2701"])] = ()
    """Chapters or headings of the Harmonized System (2022)."""
    aliases: Annotated[tuple[Text, ...], example(["anthracite"])] = ()
    """Other words for it."""
