"""Pages as linked data in the words of https://schema.org, for search engines and reference managers.

What the ledger does not do is not said: no rating, and no ``ClaimReview``, which would say that a claim was judged.
An address stands in it only where the site has one.
"""

from dataclasses import dataclass
from typing import Any

from ledger.exports.items import Issued, source_item
from ledger.model.ids import HOME
from ledger.model.source import Source
from ledger.model.transaction import Transaction
from ledger.model.words import ActorKind, SourceKind
from ledger.reckoned import Reckoned
from ledger.views.links import name
from ledger.views.wording import count

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of entries and pages (LICENSE-DATA)."""

Thing = dict[str, Any]
"""One thing of schema.org."""

_TYPES = {
    SourceKind.ARTICLE: "NewsArticle",
    SourceKind.POST: "BlogPosting",
    SourceKind.REPORT: "Report",
    SourceKind.DATASET: "Dataset",
    SourceKind.IMAGE: "ImageObject",
    SourceKind.LAW: "Legislation",
}
"""The type of a cited source; all others are ``CreativeWork``."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """The site as its pages' linked data names it."""

    name: str
    description: str = ""
    url: str = ""
    """The address of the first page, with a slash at its end; empty where the site has none."""

    def at(self, path: str) -> Thing:
        """Return the address of a page as a field; nothing where the site has none."""
        return {"url": self.url + path} if self.url else {}


def entry_data(ledger: Reckoned, id: str, site: Publisher, path: str) -> Thing:
    """Return the page of a transaction as an article that cites its sources, and the way to it from the first page."""
    entry = ledger.transactions[id]
    article = {
        "@type": "Article",
        "headline": entry.title,
        "description": entry.summary,
        "identifier": id,
        "inLanguage": "en",
        "datePublished": entry.history[0].date.isoformat(),
        "dateModified": entry.history[-1].date.isoformat(),
        "license": LICENSE,
        "isPartOf": _dataset_name(site),
        "publisher": _organization(site),
        "about": _about(ledger, entry),
        "citation": [_cited(ledger, source) for source in cited_sources(entry)],
    }
    if entry.withdrawn:
        article["creativeWorkStatus"] = "Withdrawn"
    return _graph(article | site.at(path), *_trail(site, "transactions", entry.title, path))


def page_data(site: Publisher, kind: str, title: str, path: str) -> Thing:
    """Return the way to another record's page from the first page; nothing where the site has no address."""
    return _graph(*_trail(site, kind, title, path))


def home_data(ledger: Reckoned, site: Publisher) -> Thing:
    """Return the site and the data set that it shows."""
    claims = sum(len(entry.claims) for entry in ledger.transactions.values())
    website = {"@type": "WebSite", "name": site.name, "inLanguage": "en"}
    described = {"description": site.description} if site.description else {}
    dataset = (
        {"@type": "Dataset", "name": site.name}
        | described
        | {
            "inLanguage": "en",
            "dateModified": ledger.changed.isoformat(),
            "license": LICENSE,
            "isAccessibleForFree": True,
            "creator": _organization(site),
            "size": f"{count(len(ledger.transactions), 'transaction')}, {count(claims, 'claim')}",
        }
    )
    return _graph(website | described | site.at(""), dataset | site.at(""))


def _graph(*things: Thing) -> Thing:
    return {"@context": "https://schema.org", "@graph": list(things)} if things else {}


def _dataset_name(site: Publisher) -> Thing:
    return {"@type": "Dataset", "name": site.name, "license": LICENSE} | site.at("")


def _organization(site: Publisher) -> Thing:
    return {"@type": "Organization", "name": site.name} | site.at("")


def _trail(site: Publisher, kind: str, title: str, path: str) -> list[Thing]:
    """Return the crumbs of a page: schema.org wants an address of each, so there are none without one."""
    if not site.url:
        return []
    steps = [(site.name, ""), (kind.capitalize(), f"{kind}/index.html"), (title, path)]
    items = [
        {"@type": "ListItem", "position": place, "name": label, "item": site.url + to}
        for place, (label, to) in enumerate(steps, start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _about(ledger: Reckoned, entry: Transaction) -> list[Thing]:
    """Return the countries at the ends of the flows, North Korea first, and the goods."""
    flows = entry.flows.values()
    ends = sorted((end for flow in flows for end in (flow.from_, flow.to)), key=lambda end: end != HOME)
    countries = dict.fromkeys(end.country for end in ends if end.country)
    goods = dict.fromkeys(commodity for flow in flows for commodity in flow.commodities)
    named = [{"@type": "Country", "name": ledger.country_name(code), "identifier": code} for code in countries]
    return [*named, *({"@type": "Thing", "name": name(ledger, "commodities", commodity)} for commodity in goods)]


def cited_sources(entry: Transaction) -> list[str]:
    """Return the sources that the claims and the responses cite, in the order in which they are first cited."""
    cited = [citation.source for claim in entry.claims.values() for citation in claim.sources]
    answered = [source for response in entry.responses.values() for source in response.sources]
    return list(dict.fromkeys([*cited, *answered]))


def _cited(ledger: Reckoned, id: str) -> Thing:
    item = source_item(ledger, id)
    thing: Thing = {"@type": _TYPES.get(ledger.sources[id].kind, "CreativeWork")}
    if "title" in item:
        thing["name"] = item["title"]
    thing |= _maker(ledger, ledger.sources[id])
    if published := _iso(item.get("issued", {})):
        thing["datePublished"] = published
    if "language" in item:
        thing["inLanguage"] = item["language"]
    if "URL" in item:
        thing["url"] = item["URL"]
    return thing


def _maker(ledger: Reckoned, source: Source) -> Thing:
    """Return who says it, where an actor is named."""
    actor = source.speaker or (source.by.actor if source.by else None)
    if not actor:
        return {}
    kind = "Person" if ledger.actors[actor].kind is ActorKind.PERSON else "Organization"
    return {"author": {"@type": kind, "name": ledger.actors[actor].name}}


def _iso(issued: Issued) -> str:
    """Return a date of ISO 8601 where it is one date, known to its day, month or year; else nothing."""
    parts = issued.get("date-parts", [])
    return "-".join(f"{part:02}" for part in parts[0]) if len(parts) == 1 and "circa" not in issued else ""
