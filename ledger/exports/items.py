"""An entry or a source as one CSL-JSON item (CSL 1.0.2), from which every other citation format is written.

Vocabulary: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from datetime import date
from typing import TypedDict

from ledger.model.dates import Edtf, Point
from ledger.model.source import Source
from ledger.model.words import Access, SourceKind
from ledger.reckoned import Reckoned
from ledger.views.links import address
from ledger.views.wording import period


class Name(TypedDict):
    """A name that is never taken apart: most are of bodies, and the others are written in many orders."""

    literal: str


Issued = TypedDict("Issued", {"date-parts": list[list[int]], "circa": bool, "literal": str}, total=False)
"""A date: one to three parts, or the two ends of a span; in words where CSL has no form for it."""

Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "genre": str,
        "title": str,
        "author": list[Name],
        "container-title": str,
        "publisher": str,
        "issued": Issued,
        "version": str,
        "language": str,
        "URL": str,
        "note": str,
    },
    total=False,
)
"""One thing that can be cited. A fact that the record does not have is left out."""

WEB_PAGE = "webpage"

TYPES: dict[SourceKind, str] = {
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.BROADCAST: "broadcast",
    SourceKind.POST: "post",
    SourceKind.STATEMENT: "speech",
    SourceKind.PRESS_RELEASE: "document",
    SourceKind.REPORT: "report",
    SourceKind.COURT_FILING: "document",
    SourceKind.COURT_DECISION: "legal_case",
    SourceKind.DATASET: "dataset",
    SourceKind.IMAGE: "graphic",
    SourceKind.LAW: "legislation",
}
"""The CSL type of each kind of source; ``genre`` carries the kind itself, where CSL has only ``document`` for it."""


def entry_item(ledger: Reckoned, id: str, site: str, url: str = "") -> Item:
    """Return the page of a transaction as a web page of ``site``; its version is the day of its last change.

    Without an address the id of the entry says which page it is.
    """
    entry = ledger.transactions[id]
    changed = entry.history[-1].date
    item: Item = {
        "id": id,
        "type": WEB_PAGE,
        "genre": "ledger entry",
        "title": entry.title,
        "container-title": site,
        "issued": {"date-parts": [_parts(changed)]},
        "version": changed.isoformat(),
        "language": "en",
    }
    if url:
        item["URL"] = url
    else:
        item["note"] = f"entry {id}"
    return item


def source_item(ledger: Reckoned, id: str) -> Item:
    """Return a source: who says it, its own title, and its date as precisely as it is known.

    The note says what a citer must know: the title in English, who speaks where nobody is named, and that a source was
    not read.
    """
    source = ledger.sources[id]
    item: Item = {"id": id, "type": TYPES[source.kind], "genre": source.kind.plain}
    if source.title:
        item["title"] = source.title
    _add_makers(item, ledger, source)
    if source.published:
        item["issued"] = issued(source.published)
    if source.language:
        item["language"] = source.language
    if source.url:
        item["URL"] = address(source.url)
    notes = []
    if source.title_en:
        notes.append(f"Title in English: {source.title_en}")
    if source.who:
        notes.append(f"Said by: {source.who}")
    if source.access is Access.RELAYED:
        notes.append("Not read: known only through others")
    if notes:
        item["note"] = ". ".join(notes)
    return item


def _add_makers(item: Item, ledger: Reckoned, source: Source) -> None:
    """Add who says it, and beside a speaker the body that publishes it; nobody, where nobody is named."""
    maker = source.by.actor if source.by else None
    if source.speaker:
        item["author"] = [{"literal": ledger.actors[source.speaker].name}]
        if maker:
            item["publisher"] = ledger.actors[maker].name
    elif maker:
        item["author"] = [{"literal": ledger.actors[maker].name}]
    elif source.host:
        item["container-title"] = source.host


def issued(when: Edtf) -> Issued:
    """Return a date as CSL writes it, as precise as it was reported and never more.

    An open end has no parts in CSL, so it is given in words.
    """
    if when.start is None or when.end is None:
        return {"literal": period(when)}
    start, end = _point_parts(when.start), _point_parts(when.end, last=True)
    found: Issued = {"date-parts": [start] if start == end else [start, end]}
    if when.start.mark or when.end.mark:
        found["circa"] = True
    return found


def _point_parts(point: Point, *, last: bool = False) -> list[int]:
    """Return as many of year, month and day as are known; of a decade or century its first year, or its last."""
    known = [digits for digits in point.digits if "X" not in digits]
    if not known:
        return [(point.latest if last else point.earliest).year]
    return [int(digits) for digits in known]


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
