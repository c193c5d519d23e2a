"""Generated files that stand beside the pages and are published as they are."""

import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from ledger.exports.api import moved_json, record_json, record_path, taken_out_json
from ledger.exports.downloads import source_lists
from ledger.exports.records import records
from ledger.exports.script_json import script_json
from ledger.model.document import Document
from ledger.model.kinds import KINDS
from ledger.model.record import Record
from ledger.pages.site import Site
from ledger.reading.releases import HASH_DIGITS, Key
from ledger.reckoned import Reckoned
from ledger.views.explore import data, explore
from ledger.views.finding import finding
from ledger.views.moved import moved

FILE_KINDS = ("transactions",)
"""The kinds of record whose files are published as they stand; all kinds can be had as JSON."""


def assets(ledger: Reckoned, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield what robots and scripts read, each as its path in the staged folder and its bytes, in a fixed order."""
    yield "robots.txt", _robots(site).encode()
    yield "assets/search-data.js", script("searchData", finding(ledger)).encode()
    yield "assets/explore-data.js", script("exploreData", data(explore(ledger))).encode()


def record_files(ledger: Reckoned, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of single records in their order: as in ``entries/``, and the sources of a transaction."""
    for document in documents:
        if document.kind in FILE_KINDS:
            yield yaml_path(document.kind, document.id), document.data
            yield from source_lists(ledger, document.id)


def record_jsons(kind: str, some: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Yield records as JSON, each as the path and bytes of a file of its own."""
    for record in some:
        yield record_path(kind, record.id), record_json(record).encode()


def moved_jsons(ledger: Reckoned) -> Iterator[tuple[str, bytes]]:
    """Yield what stands where the JSON of a record was that has another id now, or that was taken out."""
    for one in moved(ledger):
        text = moved_json(one.old, one.id) if one.id else taken_out_json(one.old, one.why)
        yield record_path(one.kind, one.old), text.encode()


def hashes(ledger: Reckoned) -> dict[Key, str]:
    """Return what a release keeps of each record's content: the first digits of the SHA-256 of its JSON."""
    return {
        (kind, record.id): hashlib.sha256(record_json(record).encode()).hexdigest()[:HASH_DIGITS]
        for kind in KINDS
        for record in records(ledger, kind)
    }


def sitemap(site: Site, pages: Iterable[tuple[str, str]]) -> bytes:
    """Return the list of all pages for search engines (https://www.sitemaps.org/protocol.html).

    ``pages`` are paths, each with the day of the page's own last change, where it has one. The site has an address.
    """
    lines = [
        f"<url><loc>{escape(site.page_url(path))}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for path, day in pages
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join((*head, *lines, "</urlset>", "")).encode()


def yaml_path(kind: str, id: str) -> str:
    """Return where the file of a record is, as it stands in ``entries/``."""
    return f"data/{kind}/{id}.yaml"


def script(name: str, value: object) -> str:
    """Return a script that sets one global to a value; only as a script can a page in a folder on disk load data.

    The value is JSON inside a string, all of it ASCII: a browser reads five million signs of that in half of the time
    that a literal takes it.
    """
    quoted = script_json(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"window.{name}=JSON.parse('{quoted}');\n"


def _robots(site: Site) -> str:
    """Return that everybody may read everything (https://www.rfc-editor.org/rfc/rfc9309)."""
    sitemap = site.page_url("sitemap.xml")
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")
