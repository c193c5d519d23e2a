"""The kinds of record: the folder each is kept in, its model, and what an id of it looks like."""

import re
from dataclasses import dataclass

from ledger.model.actor import Actor
from ledger.model.commodity import Commodity
from ledger.model.country import Country
from ledger.model.ids import CountryId, Id, ResolutionId, codes_of_iso_3166
from ledger.model.place import Place
from ledger.model.record import Record
from ledger.model.resolution import Resolution
from ledger.model.series import Series
from ledger.model.source import Source
from ledger.model.transaction import Transaction
from ledger.reading.tree import IdForm

_SLUG = IdForm(Id.pattern, Id.like)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record."""

    folder: str
    """The folder below ``entries/``, and the folder of its pages."""
    one: str
    """What one of it is called."""
    model: type[Record]
    id: IdForm = _SLUG
    """How an id of it is written."""


_ASSIGNED = re.compile("|".join(sorted(codes_of_iso_3166())))

KINDS = {
    kind.folder: kind
    for kind in (
        Kind("transactions", "transaction", Transaction),
        Kind("sources", "source", Source),
        Kind("actors", "actor", Actor),
        Kind("places", "place", Place),
        Kind("countries", "country", Country, IdForm(_ASSIGNED, CountryId.like)),
        Kind("commodities", "commodity", Commodity),
        Kind("resolutions", "resolution", Resolution, IdForm(ResolutionId.pattern, ResolutionId.like)),
        Kind("series", "series", Series),
    )
}
"""Every kind by its folder."""
