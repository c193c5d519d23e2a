"""A country: a file only where the usual name or a note is needed."""

from ledger.model.record import Record, Text


class Country(Record):
    """A country or territory of ISO 3166-1."""

    name: Text | None = None
    """The name to use instead of the usual English one."""
