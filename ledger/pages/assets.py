"""Generated files that stand beside the pages and are published as they are."""

from collections.abc import Iterator

from ledger.exports.records import record_json
from ledger.exports.script_json import script_json
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.explore import data, explore
from ledger.views.finding import finding

DATA_KINDS = ("transactions",)
"""The kinds of record that can be had as files."""


def assets(ledger: Reckoned, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every generated file as its path in the staged folder and its bytes, in a fixed order."""
    yield "robots.txt", _robots(site).encode()
    yield "assets/search-data.js", script("searchData", finding(ledger)).encode()
    yield "assets/explore-data.js", script("exploreData", data(explore(ledger))).encode()
    for document in sorted(ledger.documents, key=lambda one: (one.kind, one.id)):
        if document.kind in DATA_KINDS:
            yield yaml_path(document.kind, document.id), document.data
            yield json_path(document.kind, document.id), record_json(document).encode()


def yaml_path(kind: str, id: str) -> str:
    """Return where the file of a record is, as it stands in ``entries/``."""
    return f"data/{kind}/{id}.yaml"


def json_path(kind: str, id: str) -> str:
    """Return where a record is as JSON."""
    return f"api/v1/{kind}/{id}.json"


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
