"""How one value of a record stands in columns: a date with the days it may mean, an amount with its bounds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ledger.exports.tables.table import Column, Link, Row, Type, Value
from ledger.model.amounts import Amount
from ledger.model.citations import Citation, ProvisionCited
from ledger.model.dates import Edtf
from ledger.model.flow_refs import FlowRef
from ledger.model.ids import End, Id
from ledger.model.local_ids import ClaimId, FlowId
from ledger.model.source import Maker
from ledger.model.units import UNITS
from ledger.model.words import CitationWay, Word

Read = Callable[[Any, str], Row]
"""From a value (None where there is none) and the id of its record to one cell for each column."""

_TYPES: dict[type, Type] = {bool: Type.BOOLEAN, Decimal: Type.NUMBER, float: Type.NUMBER, date: Type.DATE}
_UNITS = tuple(sorted(UNITS))


@dataclass(frozen=True, slots=True)
class Leaf:
    """The columns of a value, what they lead to, and how they are read from it."""

    columns: tuple[Column, ...]
    read: Read
    links: tuple[Link, ...] = ()


def bare(annotation: Any) -> Any:
    """Return a type without what is beside it: ``Annotated``, and that there may be none."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        [only] = (one for one in get_args(annotation) if one is not type(None))
        return bare(only)
    return annotation


def leaf(kind: type, name: str, meaning: str, required: bool) -> Leaf:
    """Return how a value of ``kind`` stands in columns; ids of records end in ``_id`` and lead to their table."""
    column = Column(name, meaning, _TYPES.get(kind, Type.STRING), required)
    if kind is Edtf:
        return _date(column)
    if kind is Amount:
        return _amount(required)
    if kind is Citation:
        return _citation()
    if kind is ProvisionCited:
        columns = Column("resolution_id", "The resolution.", required=True), Column("paragraph", "Its paragraph.")
        return Leaf(columns, lambda one, _: (one.resolution, one.paragraph), (_to("resolution_id", "resolutions"),))
    if kind is FlowRef:
        return _flow()
    if issubclass(kind, Word):
        return Leaf((replace(column, words=tuple(word.value for word in kind)),), _one)
    if issubclass(kind, Id) and kind.kinds and kind is not End:
        return Leaf((replace(column, name=f"{name}_id"),), _one, _links(kind, f"{name}_id"))
    if issubclass(kind, FlowId | ClaimId):
        table, local = kind.field, f"{kind.field.removesuffix('s')}_id"
        link = Link(("transaction_id", f"{name}_id"), table, ("transaction_id", local))
        return Leaf((replace(column, name=f"{name}_id"),), _one, (link,))
    return Leaf((column,), _one)


def _one(value: Any, _: str) -> Row:
    return (plain(value),)


def plain(value: Any) -> Value:
    """Return a value as the plainest type that holds it; an empty word is none."""
    return (str(value) or None) if isinstance(value, str) else value


def _links(kind: type[Id], column: str) -> tuple[Link, ...]:
    # Who publishes a source may be "unnamed", and a relation may lead to one of two tables.
    return (_to(column, kind.kinds[0]),) if len(kind.kinds) == 1 and kind is not Maker else ()


def _to(column: str, table: str) -> Link:
    return Link((column,), table, ("id",))


def _date(column: Column) -> Leaf:
    first = Column(f"{column.name}_earliest", f"The first day that {column.name} may mean.", Type.DATE)
    last = Column(f"{column.name}_latest", f"The last day that {column.name} may mean.", Type.DATE)
    written = replace(column, meaning=f"{column.meaning} An EDTF date (ISO 8601-2), level 1.")
    return Leaf(
        (written, first, last),
        lambda one, _: (str(one), one.earliest, one.latest) if one else (None, None, None),
    )


def _amount(required: bool) -> Leaf:
    columns = (
        Column("words", "The amount in the words of the report.", required=required),
        Column("low", "The least that the words allow, in the unit; empty where they set no such bound.", Type.NUMBER),
        Column("high", "The most that they allow.", Type.NUMBER),
        Column("unit", "The unit or currency; empty where the words could not be read.", words=_UNITS),
    )
    return Leaf(columns, lambda one, _: (one.words, one.low, one.high, one.unit or None))


def _citation() -> Leaf:
    ways = tuple(way.value for way in CitationWay if way)
    columns = (
        Column("source_id", "The source.", required=True),
        Column(
            "way", "Which of the things that it passes on; empty where it leads to one originator only.", words=ways
        ),
        Column("origin", "Whose knowledge it is, where the way is `from`: an actor or a source."),
        Column("at", "Where in the source."),
        Column("quote", "A few of its own words."),
    )
    return Leaf(
        columns,
        lambda one, _: (one.source, plain(one.way), plain(one.origin), one.at, one.quote),
        (_to("source_id", "sources"),),
    )


def _flow() -> Leaf:
    columns = (
        Column("flow_transaction_id", "The transaction that the flow is in.", required=True),
        Column("flow_id", "The flow.", required=True),
    )
    there = ("transaction_id", "flow_id")
    return Leaf(
        columns,
        lambda one, record: (one.entry or record, one.flow),
        (Link(("flow_transaction_id", "flow_id"), "flows", there),),
    )
