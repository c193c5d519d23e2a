"""Atom feeds (RFC 4287) of what is new and what was corrected, of all and of each country, commodity and resolution.

The day of an item is the day in the entry's history; its id never changes, wherever the site stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

from ledger.exports.release import Release
from ledger.law.tree import naming_goods
from ledger.model.record import Change
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.links import name

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 300
"""How many items a feed holds; all changes are in ``changes.csv``."""
KINDS = ("countries", "commodities", "resolutions")
"""Kinds of record that have feeds of their own, where a transaction names one of them."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: where it is, what it is called, and the changes in it, newest first."""

    path: str
    title: str
    items: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One change of one entry; the number counts the lines of its history from 1."""

    entry: Transaction
    number: int

    @property
    def change(self) -> Change:
        """The line of the history."""
        return self.entry.history[self.number - 1]


def feeds(ledger: Reckoned) -> Iterator[Feed]:
    """Yield all feeds in a fixed order."""
    items = [
        Item(entry, number) for entry in ledger.transactions.values() for number in range(1, len(entry.history) + 1)
    ]
    yield Feed("feeds/new.xml", "New entries", _newest(item for item in items if item.number == 1))
    yield Feed("feeds/corrected.xml", "Corrected entries", _newest(item for item in items if item.number > 1))
    by_entry: dict[str, list[Item]] = {}
    for item in items:
        by_entry.setdefault(item.entry.id, []).append(item)
    for kind in KINDS:
        for id in ledger.by(kind):
            if naming_all := _naming(ledger, kind, id):
                about = _newest(item for entry in sorted(naming_all) for item in by_entry[entry])
                yield Feed(f"feeds/{kind}/{id}.xml", f"{name(ledger, kind, id)}: new and corrected", about)


def _naming(ledger: Reckoned, kind: str, id: str) -> set[str]:
    """Return the transactions that name a record, or a commodity that is a kind of it."""
    return naming_goods(ledger, id) if kind == "commodities" else naming(ledger, kind, id)


def _newest(items: Iterable[Item]) -> tuple[Item, ...]:
    ordered = sorted(items, key=lambda item: (item.change.date, item.entry.id, item.number), reverse=True)
    return tuple(ordered[:NEWEST])


def atom(feed: Feed, release: Release) -> bytes:
    """Return a feed as a file. Links are whole where the site has an address, else they start from the file."""
    home = release.url or "../" * feed.path.count("/")
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "title", f"{release.name}: {feed.title}")
    _text(root, "id", _tag(release, feed.path))
    _text(root, "updated", _moment(feed.items[0].change.date.isoformat() if feed.items else release.generated))
    _text(ElementTree.SubElement(root, "author"), "name", release.name)
    _text(root, "rights", f"{release.licence}, {release.licence_url}")
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{home}index.html"})
    if release.url:
        ElementTree.SubElement(root, "link", {"rel": "self", "href": release.url + feed.path})
    for item in feed.items:
        _add(root, item, home, release)
    ElementTree.indent(root)
    return b"%s\n" % ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _add(root: ElementTree.Element, item: Item, home: str, release: Release) -> None:
    entry, change, is_new = item.entry, item.change, item.number == 1
    element = ElementTree.SubElement(root, "entry")
    _text(element, "title", entry.title if is_new else f"Corrected: {entry.title}")
    _text(element, "id", _tag(release, f"transactions/{entry.id}/{item.number}"))
    _text(element, "updated", _moment(change.date.isoformat()))
    link = {"rel": "alternate", "type": "text/html", "href": f"{home}transactions/{entry.id}.html"}
    ElementTree.SubElement(element, "link", link)
    why = f" ({change.why})" if change.why else ""
    _text(element, "summary", entry.summary if is_new else f"{change.what}{why}")


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = text


def _moment(day: str) -> str:
    """Return the first moment of a day: no entry says the hour of a change."""
    return f"{day}T00:00:00Z"


def _tag(release: Release, what: str) -> str:
    """Return a tag URI (RFC 4151); without an address under a name that nobody can own (RFC 6761)."""
    host = urlsplit(release.url).hostname or "in-exchange.invalid"
    return f"tag:{host},2026:{what}"
