"""A record as data: its fields as JSON has them."""

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from ledger.model.country import Country
from ledger.model.record import Record
from ledger.reckoned import Reckoned


def records(ledger: Reckoned, kind: str) -> Iterable[Record]:
    """Return the records of a kind by id; of countries all that any record names, each with its usual name."""
    if kind != "countries":
        return ledger.by(kind).values()
    return (_named(ledger, country) for country in ledger.countries.values())


def _named(ledger: Reckoned, country: Country) -> Country:
    return country.model_copy(update={"name": ledger.country_name(country.id)})


def fields(record: Record) -> dict[str, Any]:
    """Return a record as JSON has it: its id, then the fields its file has, named and ordered as in the reference.

    Short forms are written out; dates, amounts, citations and words of a list are the texts of the file.
    """
    given = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    last = {name: given.pop(name) for name in Record.model_fields if name in given}
    return {"id": record.id} | given | last


def as_json(value: object, *, indent: int | None = None) -> str:
    """Return JSON as it is published: in UTF-8, keys in the order of the model; one line, or for people to read."""
    return to_json(value, indent=indent).decode() + "\n"
