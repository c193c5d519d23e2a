"""Links to pages: what a record is called and where its page is."""

from dataclasses import dataclass
from urllib.parse import quote

from ledger.model.actor import Actor
from ledger.model.commodity import Commodity
from ledger.model.ids import HIGH_SEAS, UNKNOWN, End, ProvisionId
from ledger.model.place import Place
from ledger.model.resolution import Resolution
from ledger.model.series import Series
from ledger.model.source import Source
from ledger.model.transaction import Transaction
from ledger.resolving.ledger import Ledger
from ledger.views.wording import period

_SAFE_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the page it leads to, as a path from the root of the site; without a path it is only the label."""

    label: str
    path: str = ""

    def at(self, anchor: str) -> "Link":
        """Return a link to a place on the same page, labelled as it is."""
        return Link(self.label, f"{self.path}#{anchor}")


def address(url: str) -> str:
    """Return an outside address with whatever is not ASCII percent-encoded; it was checked when it was read."""
    return quote(url, safe=_SAFE_IN_ADDRESS)


def path(kind: str, id: str) -> str:
    """Return where the page of a record is, from the root of the site."""
    return f"{kind}/{id}.html"


def link(ledger: Ledger, kind: str, id: str) -> Link:
    """Return the link to a record's page. The record must exist."""
    if kind == "provisions":
        resolution, provision = ledger.provisions[ProvisionId(id)]
        slug = id.removeprefix(f"{resolution.id}-")
        number = f"paragraph {provision.paragraph}" if provision.paragraph else slug.replace("-", " ")
        return Link(f"{resolution.symbol}, {number}", path("resolutions", resolution.id)).at(slug)
    return Link(name(ledger, kind, id), path(kind, id))


def end(ledger: Ledger, value: End) -> Link:
    """Return the link to one end of a flow; an unknown end and the high seas have no page."""
    if value.country:
        return link(ledger, "countries", value.country)
    return Link({UNKNOWN: "not known", HIGH_SEAS: "the high seas"}[value])


def name(ledger: Ledger, kind: str, id: str) -> str:
    """Return what a record is called in running text."""
    if kind == "countries":
        return ledger.country_name(id)
    record = ledger.by(kind)[id]
    match record:
        case Transaction() | Series():
            return record.title
        case Source():
            return source_name(ledger, record)
        case Actor() | Place() | Commodity():
            return record.name
        case Resolution():
            return record.symbol
    return id


def source_name(ledger: Ledger, source: Source) -> str:
    """Return a source's short name: who says it, and when."""
    who = maker_name(ledger, source)
    return f"{who}, {period(source.published)}" if source.published else f"{who}, undated"


def maker_name(ledger: Ledger, source: Source) -> str:
    """Return who publishes or says it, in words where nobody is named."""
    if source.by and source.by.actor:
        return ledger.actors[source.by.actor].name
    return source.who or source.host or "not named"
