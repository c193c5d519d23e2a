"""What every file of data says of itself: whose it is, which version of which day, and under which licence."""

from dataclasses import dataclass

from ledger.exports.linked_data import LICENSE

API = "v1"
"""The version of the form of the data. Within it things are only added; see ``docs/about/data-changes.md``."""


@dataclass(frozen=True, slots=True)
class Release:
    """The data of one state of the ledger."""

    name: str
    generated: str
    """The day of the newest change of any entry, as in 2024-06-18: no clock is read."""
    description: str = ""
    url: str = ""
    """The address of the site, with a slash at its end; empty where it has none."""
    version: str = "1.1.0"
    """Of the form of the data: the first number changes only with ``API``, the second when something is added."""
    licence: str = "CC-BY-4.0"
    licence_url: str = LICENSE
