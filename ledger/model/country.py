"""A country: a file only where the usual name or a note is needed."""

from typing import Annotated

from ledger.model.record import Record, Text, example


class Country(Record):
    """A country or territory of ISO 3166-1."""

    name: Annotated[Text | None, example("Russia")] = None
    """The name to use instead of the usual English one."""
