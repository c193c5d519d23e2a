"""The kinds of page: one row each, with its template and the view that fills it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ledger.reckoned import Reckoned
from ledger.views.actor import actor
from ledger.views.commodity import commodity
from ledger.views.country import country
from ledger.views.place import place
from ledger.views.resolution import resolution
from ledger.views.series import series
from ledger.views.source import source
from ledger.views.transaction import transaction


class RecordView(Protocol):
    """Everything on a record's page."""

    @property
    def answer(self) -> str:
        """What the page says first; it also stands in the head, for search engines."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page for each record of a kind."""

    kind: str
    template: str
    view: Callable[[Reckoned, str], RecordView]


PAGE_KINDS = (
    PageKind("transactions", "transaction.html", transaction),
    PageKind("sources", "source.html", source),
    PageKind("actors", "actor.html", actor),
    PageKind("places", "place.html", place),
    PageKind("countries", "country.html", country),
    PageKind("commodities", "commodity.html", commodity),
    PageKind("resolutions", "resolution.html", resolution),
    PageKind("series", "series.html", series),
)
"""Every kind of page that stands for a record."""
