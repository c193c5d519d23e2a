"""A check of the built site as a reader's browser sees it: every link, anchor, id and asset.

The pages' links are final addresses in raw HTML, which MkDocs does not look at; so this check is the judge of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ledger.problems.problem import Mark, Problem
from ledger.publishing import codes

_LOADED = {"src", "poster", "data", "action", "formaction"}
"""Attributes whose address a browser fetches, or sends to, by itself or at a press of a button."""
_FETCHING_RELS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "modulepreload",
    "manifest",
    "preconnect",
    "dns-prefetch",
}
_SKIPPED = {"404.html"}
"""Its addresses start at the root of the server, because nobody knows where it is shown."""


@dataclass(slots=True)
class Page(HTMLParser):
    """The ids of a page, what it links to, and what it loads, each with its place."""

    ids: dict[str, int] = field(default_factory=dict)
    """How often each id stands on the page."""
    links: list[tuple[tuple[int, int], str, bool]] = field(default_factory=list)
    """Each address with its line and column, and whether a browser fetches it by itself."""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the id and the addresses of a tag."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] = self.ids.get(values["id"], 0) + 1
        rels = set(values.get("rel", "").split())
        for name, value in values.items():
            if name == "href":
                self.links.append((self.getpos(), value, tag == "link" and bool(rels & _FETCHING_RELS)))
            elif name in _LOADED:
                self.links.append((self.getpos(), value, True))
            elif name == "srcset":
                self.links += [(self.getpos(), part.split()[0], True) for part in value.split(",") if part.split()]

    handle_startendtag = handle_starttag


def check_links(site: Path) -> list[Problem]:
    """Return every broken link or anchor, double id and outside asset of a built site, in the order of their places."""
    pages = {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    problems: list[Problem] = []
    for name, page in pages.items():
        doubles = [id for id, number in page.ids.items() if number > 1]
        problems += [
            Problem(Mark(name), codes.DOUBLE_ID.name, f'the id "{id}" stands twice on the page') for id in doubles
        ]
        if name not in _SKIPPED:
            problems += _faults(name, page, pages, files)
    return sorted(problems)


def read_page(path: Path) -> Page:
    """Return what a page of a built site links to and can be linked at."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _faults(name: str, page: Page, pages: dict[str, Page], files: set[str]) -> Iterator[Problem]:
    for (line, column), address, loads in page.links:
        fault = _fault(name, address, loads, pages, files)
        if fault:
            yield Problem(Mark(name, line, column + 1), *fault)


def _fault(name: str, address: str, loads: bool, pages: dict[str, Page], files: set[str]) -> tuple[str, str] | None:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") or parts.netloc:
        return (codes.OUTSIDE_ASSET.name, f'"{address}" is loaded from another site') if loads else None
    if parts.scheme:
        return codes.ODD_ADDRESS.name, f'"{address}" is no address that a page may link to'
    target = resolve(name, unquote(parts.path)) if parts.path else name
    if target is None or target not in files:
        return codes.BROKEN_LINK.name, f'"{address}" leads to no file'
    fragment = unquote(parts.fragment)
    if fragment and target in pages and fragment not in pages[target].ids:
        return codes.BROKEN_ANCHOR.name, f'"{address}" leads to no id on its page'
    return None


def resolve(name: str, path: str) -> str | None:
    """Return the file that a relative address leads to; None where it leaves the site."""
    if path.startswith("/"):
        return None
    parts: list[str] = []
    for part in (*PurePosixPath(name).parent.parts, *path.split("/")):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
