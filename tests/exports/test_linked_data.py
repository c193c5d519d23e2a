"""Linked data says what the page says, judges nothing, and cannot break out of its script."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html

from ledger.checking import Checked
from ledger.exports.linked_data import LICENSE, Publisher, entry_data, home_data, page_data
from ledger.exports.script_json import script_json
from tests.small import article, entry, small

SITE = Publisher("In Exchange", "A ledger.", "https://a.example/x/")
NOWHERE = Publisher("In Exchange", "A ledger.")
ID = "2024-rice-for-coal"
PATH = f"transactions/{ID}.html"


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def of_type(data: Any, kind: str) -> dict[str, Any]:
    return next(thing for thing in things(data) if thing.get("@type") == kind)


def test_an_entry_is_an_article_with_its_dates_goods_and_sources(mini: Checked) -> None:
    article = of_type(entry_data(mini.ledger, ID, SITE, PATH), "Article")
    entry = mini.ledger.transactions[ID]
    assert article["headline"] == entry.title
    assert article["description"] == entry.summary
    assert (article["datePublished"], article["dateModified"]) == ("2026-11-20", "2026-11-21")
    assert article["license"] == LICENSE
    assert article["url"] == "https://a.example/x/transactions/2024-rice-for-coal.html"
    assert article["isPartOf"] == {
        "@type": "Dataset",
        "name": "In Exchange",
        "license": LICENSE,
        "url": "https://a.example/x/",
    }
    about = [(thing["@type"], thing["name"]) for thing in article["about"]]
    assert about == [("Country", "North Korea"), ("Country", "China"), ("Thing", "coal"), ("Thing", "rice")]


def test_every_source_that_a_claim_or_a_response_cites_is_cited_once(mini: Checked) -> None:
    cited = of_type(entry_data(mini.ledger, ID, SITE, PATH), "Article")["citation"]
    entry = mini.ledger.transactions[ID]
    sources = {citation.source for claim in entry.claims.values() for citation in claim.sources}
    sources |= {source for response in entry.responses.values() for source in response.sources}
    assert len(cited) == len(sources)
    korean = next(one for one in cited if one.get("inLanguage") == "ko")
    assert korean == {
        "@type": "CreativeWork",
        "name": '석탄 & 쌀: "교환"',
        "author": {"@type": "Organization", "name": "Hanbit Daily"},
        "inLanguage": "ko",
    }, "a date that is only about right is left out"


def test_nothing_is_judged(mini: Checked) -> None:
    for id in mini.ledger.transactions:
        for thing in things(entry_data(mini.ledger, id, SITE, PATH)):
            assert thing.get("@type") not in ("ClaimReview", "Claim", "Rating", "Review")
            assert not {"reviewRating", "claimReviewed", "aggregateRating"} & set(thing)


def test_without_an_address_of_the_site_none_is_made_up(mini: Checked) -> None:
    own = [source.url for source in mini.ledger.sources.values()]
    for data in (entry_data(mini.ledger, ID, NOWHERE, PATH), home_data(mini.ledger, NOWHERE)):
        assert all(thing["url"] in own for thing in things(data) if "url" in thing)
        assert not [thing for thing in things(data) if thing.get("@type") == "BreadcrumbList"]
    assert page_data(NOWHERE, "sources", "A source", "sources/a.html") == {}


def test_the_way_from_the_first_page(mini: Checked) -> None:
    trail = of_type(page_data(SITE, "sources", "A source", "sources/a.html"), "BreadcrumbList")["itemListElement"]
    assert [(one["position"], one["name"], one["item"]) for one in trail] == [
        (1, "In Exchange", "https://a.example/x/"),
        (2, "Sources", "https://a.example/x/sources/index.html"),
        (3, "A source", "https://a.example/x/sources/a.html"),
    ]


def test_the_first_page_is_the_site_and_its_data(mini: Checked) -> None:
    data = home_data(mini.ledger, SITE)
    assert of_type(data, "WebSite")["url"] == "https://a.example/x/"
    dataset = of_type(data, "Dataset")
    assert dataset["description"] == "A ledger."
    assert dataset["dateModified"] == mini.ledger.changed.isoformat()
    assert dataset["size"].startswith("4 transactions, ")


def test_a_withdrawn_entry_says_so() -> None:
    withdrawn = entry(withdrawn={"date": "2026-11-22", "why": "It was another ship."})
    ledger = small(sources={"paper": article("paper", "document")}, transactions={"a": entry(), "b": withdrawn})
    assert "creativeWorkStatus" not in of_type(entry_data(ledger, "a", SITE, "a"), "Article")
    assert of_type(entry_data(ledger, "b", SITE, "b"), "Article")["creativeWorkStatus"] == "Withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "a\u2028b\u2029c",
        "&lt;/script&gt;",
        "쌀 😀",
        '"}\\',
    ],
)
def test_no_text_breaks_out_of_its_script(text: str) -> None:
    page = html.document_fromstring(
        f'<head><script type="application/ld+json">{script_json({"a": text})}</script></head><body><p>end</p></body>'
    )
    [script] = page.iter("script")
    assert json.loads(script.text or "") == {"a": text}
    assert [element.text for element in page.iter("p")] == ["end"]
    assert script_json(text).isascii()
