"""What a table is: its columns with types and meanings, its key, and the columns that lead to other tables."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | float | Decimal | bool | date | None
Row = tuple[Value, ...]
"""One value for each column; None where the record says nothing."""


class Type(StrEnum):
    """A type of Frictionless Table Schema (https://datapackage.org/standard/table-schema/)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``words`` are all values that it may have, where they are few and fixed."""

    name: str
    meaning: str
    type: Type = Type.STRING
    required: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Columns that name a row of another table by the columns ``to`` of it."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``key`` names each of its rows, and rows come in a fixed order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    computed: bool = False
    """Whether the program works it out; no entry says it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]
