"""The kinds of record: the folder each is kept in, its model, and what an id of it looks like."""

import re
from dataclasses import dataclass

from ledger.model.actor import Actor
from ledger.model.commodity import Commodity
from ledger.model.country import Country
from ledger.model.ids import SLUG, ResolutionId, codes_of_iso_3166
from ledger.model.place import Place
from ledger.model.record import Record
from ledger.model.resolution import Resolution
from ledger.model.series import Series
from ledger.model.source import Source
from ledger.model.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record."""

    folder: str
    """The folder below ``entries/``, and the folder of its pages."""
    one: str
    """What one of it is called."""
    model: type[Record]
    id_pattern: re.Pattern[str] = SLUG


KINDS = {
    kind.folder: kind
    for kind in (
        Kind("transactions", "transaction", Transaction),
        Kind("sources", "source", Source),
        Kind("actors", "actor", Actor),
        Kind("places", "place", Place),
        Kind("countries", "country", Country, re.compile("|".join(sorted(codes_of_iso_3166())))),
        Kind("commodities", "commodity", Commodity),
        Kind("resolutions", "resolution", Resolution, ResolutionId.pattern),
        Kind("series", "series", Series),
    )
}
"""Every kind by its folder."""
