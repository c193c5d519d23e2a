"""What a reader may take away from an entry's page: how to cite it, and its data."""

from dataclasses import dataclass

from ledger.exports.api import record_path
from ledger.exports.downloads import CITATIONS, source_list_path
from ledger.exports.formats import Formats, formats
from ledger.exports.items import entry_item
from ledger.pages.assets import yaml_path
from ledger.pages.site import Site
from ledger.reckoned import Reckoned


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Texts to copy and files to download; the files as paths from the root of the site."""

    cite: Formats
    yaml: str
    json: str
    sources: tuple[tuple[str, str], ...]
    """The lists of its sources, each by the name of its format."""


def take_away(ledger: Reckoned, site: Site, id: str) -> TakeAway:
    """Return what can be taken away from a transaction's page."""
    return TakeAway(
        cite=citing_formats(ledger, site, id),
        yaml=yaml_path("transactions", id),
        json=record_path("transactions", id),
        sources=tuple((label, source_list_path(id, ending)) for ending, (_, label) in CITATIONS.items()),
    )


def citing_formats(ledger: Reckoned, site: Site, id: str) -> Formats:
    """Return the citation of a transaction's page in every format."""
    return formats(entry_item(ledger, id, site.name, site.page_url(f"transactions/{id}.html")))
