"""A check of the built site as a reader's browser sees it: every link, anchor, id and asset.

The pages' links are final addresses in raw HTML, which MkDocs does not look at; so this check is the judge of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ledger.problems.problem import Mark, Problem
from ledger.publishing import codes

_LOADED = {"src", "srcset", "poster", "data", "action", "formaction"}
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

# A whole HTML parser takes many times as long, and whatever prints these pages writes `<` and `>` of a text as a
# reference; a test holds what is found here against what a parser finds.
_TAG = re.compile(
    # Most tags are one of two that need no second look: a link with nothing else, and one with a class only.
    r"""<(?:a\shref="(?P<href>[^"<>]*)"|[a-z0-9]+\sclass="[^"<>]*"|(?P<tag>[a-zA-Z][\w-]*)\s(?P<rest>[^<>]+))>"""
)
# Each attribute as a whole, so that nothing within a value is taken for another one.
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))?""")
_NAMES = {"id", "rel", "href", *_LOADED}


class Link(NamedTuple):
    """An address on a page, and whether a browser fetches it by itself."""

    address: str
    loads: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """The ids of a page, as often as they stand there, and what it leads to."""

    ids: tuple[str, ...]
    links: frozenset[Link]

    def __add__(self, other: "Seen") -> "Seen":
        return Seen(self.ids + other.ids, self.links | other.links)


def look(html: str) -> Seen:
    """Return what a page, or a piece of one, links to and can be linked at."""
    ids: list[str] = []
    links: set[Link] = set()
    for found in _TAG.finditer(html):
        _tag(found, ids, links)
    return Seen(tuple(ids), frozenset(links))


def _tag(found: re.Match[str], ids: list[str], links: set[Link]) -> None:
    """Add the id and the addresses of one tag."""
    href, tag, rest = found.groups()
    if href is not None:
        links.add(Link(unescape(href) if "&" in href else href, False))
    if tag is None:
        return
    rels: Set[str] = frozenset()
    addresses: list[tuple[str, str]] = []
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        name = name.lower()
        if name not in _NAMES:
            continue
        value = unescape(double or single or bare)
        match name:
            case "id":
                ids.append(value)
            case "rel":
                rels = set(value.split())
            case "srcset":
                addresses += [("srcset", part.split()[0]) for part in value.split(",") if part.split()]
            case name:
                addresses.append((name, value))
    fetching = tag == "link" and bool(rels & _FETCHING_RELS)
    links.update(Link(address, name in _LOADED or fetching) for name, address in addresses)


def check_links(site: Path) -> list[Problem]:
    """Return every broken link or anchor, double id and outside asset of a built site, in the order of their places."""
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: look(_text(site, name)) for name in sorted(names) if name.endswith(".html")}
    return check_seen(pages, names, lambda name: _text(site, name))


def _text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def check_seen(pages: Mapping[str, Seen], files: Set[str], text: Callable[[str], str]) -> list[Problem]:
    """Return the problems of pages that were looked at; ``text`` gives a page again, to find the places on it."""
    problems: list[Problem] = []
    ids = {name: frozenset(page.ids) for name, page in pages.items()}
    # Most pages of a folder lead to the same ones.
    judged: dict[tuple[str, Link], tuple[str, str] | None] = {}

    def fault(name: str, link: Link) -> tuple[str, str] | None:
        if link.address.startswith("#"):
            return _fault(name, link, ids, files)
        key = name.rpartition("/")[0], link
        if key not in judged:
            judged[key] = _fault(name, link, ids, files)
        return judged[key]

    for name, page in pages.items():
        if len(ids[name]) < len(page.ids):
            doubles = dict.fromkeys(id for id in page.ids if page.ids.count(id) > 1)
            problems += [
                Problem(Mark(name), codes.DOUBLE_ID.name, f'the id "{id}" stands twice on the page') for id in doubles
            ]
        if name not in _SKIPPED:
            faults = {link: found for link in page.links if (found := fault(name, link))}
            if faults:
                problems += _placed(name, text(name), faults)
    return sorted(problems)


def _placed(name: str, text: str, faults: Mapping[Link, tuple[str, str]]) -> Iterator[Problem]:
    for found in _TAG.finditer(text):
        links: set[Link] = set()
        _tag(found, [], links)
        for link in links & faults.keys():
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(Mark(name, line, found.start() - text.rfind("\n", 0, found.start())), *faults[link])


def _fault(name: str, link: Link, ids: Mapping[str, frozenset[str]], files: Set[str]) -> tuple[str, str] | None:
    address = link.address
    if address.startswith("#"):
        target, fragment = name, unquote(address[1:])
    else:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") or parts.netloc:
            return (codes.OUTSIDE_ASSET.name, f'"{address}" is loaded from another site') if link.loads else None
        if parts.scheme:
            return codes.ODD_ADDRESS.name, f'"{address}" is no address that a page may link to'
        found = resolve(name, unquote(parts.path)) if parts.path else name
        if found is None or found not in files:
            return codes.BROKEN_LINK.name, f'"{address}" leads to no file'
        target, fragment = found, unquote(parts.fragment)
    if fragment and target in ids and fragment not in ids[target]:
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
