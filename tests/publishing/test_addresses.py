"""What the built site says of itself to other sites, with an address of its own and without."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from ledger.publishing.building import build
from ledger.publishing.settings import CONFIG
from tests.helpers import MINI, ROOT, write

ADDRESS = "https://ledger.example/x/"
ENTRY = "transactions/2024-rice-for-coal.html"
MOVED = {"actors/example-trading-company.html", "transactions/2024-coal-for-rice.html"}
"""Pages that only lead on to another one."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the ledger in miniature, built for an address."""
    folder = tmp_path_factory.mktemp("published")
    text = CONFIG.read_text("utf-8").replace("site_url: ''", f"site_url: {ADDRESS}")
    text = text.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    config = write(folder, {"mkdocs.yml": text}) / "mkdocs.yml"
    built = build(MINI, folder / "out", config=config)
    assert not built.problems, [str(problem) for problem in built.problems]
    return built.site


def found(root: etree._Element, path: str, **spaces: str) -> list[Any]:
    """Return what an XPath that names elements, attributes or texts leads to."""
    result = root.xpath(path, namespaces=spaces)
    assert isinstance(result, list)
    return result


def head(site: Path, page: str) -> etree._Element:
    [found] = html.fromstring((site / page).read_text("utf-8")).iter("head")
    return found


def metas(site: Path, page: str) -> dict[str, str]:
    return {
        str(meta.get("property") or meta.get("name")): str(meta.get("content"))
        for meta in head(site, page).iter("meta")
        if meta.get("media") is None
    }


def test_a_page_names_its_own_address_and_a_picture(published: Path) -> None:
    said = metas(published, ENTRY)
    [canonical] = found(head(published, ENTRY), "link[@rel='canonical']/@href")
    assert canonical == said["og:url"] == ADDRESS + ENTRY
    assert said["og:image"] == ADDRESS + "assets/images/card.png"
    assert (published / "assets/images/card.png").stat().st_size < 60_000
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("page", ["index.html", ENTRY, "sources/gazette-2024.html", "about/method.html", "404.html"])
def test_without_an_address_nothing_pretends_to_have_one(page: str, site: Path) -> None:
    said = metas(site, page)
    assert not {"og:url", "og:image", "twitter:card"} & set(said)
    assert said["og:title"]
    assert said["og:description"]
    assert said["og:site_name"] == "In Exchange"
    assert found(head(site, page), "link[@rel='canonical']") == []
    assert not (site / "sitemap.xml").exists()
    assert not (site / "sitemap.xml.gz").exists()
    assert b"itemap" not in (site / "robots.txt").read_bytes()


def test_texts_stand_in_the_head_as_they_are(site: Path) -> None:
    assert metas(site, "sources/hanbit-daily-2024-02.html")["og:title"] == "Hanbit Daily, about February 2024"
    entry = metas(site, ENTRY)
    assert entry["og:type"] == "article"
    assert entry["description"] == entry["og:description"]
    assert entry["description"].startswith("The Gazette reported in February 2024")
    assert metas(site, "index.html")["og:type"] == "website"


def test_linked_data_stands_in_the_head_and_names_only_pages_that_exist(published: Path, site: Path) -> None:
    def data(folder: Path, page: str) -> list[str]:
        return found(head(folder, page), "script[@type='application/ld+json']/text()")

    [text] = data(published, ENTRY)
    article, crumbs = json.loads(text)["@graph"]
    assert article["url"] == ADDRESS + ENTRY
    for step in crumbs["itemListElement"]:
        assert (published / (step["item"].removeprefix(ADDRESS) or "index.html")).is_file()
    [without] = data(site, ENTRY)
    assert json.loads(without)["@graph"][0]["headline"] == article["headline"]
    assert len(data(published, "index.html")) == 1


def test_a_page_that_has_moved_leads_on_and_is_in_no_list(published: Path, site: Path) -> None:
    for folder, start in ((published, f"{ADDRESS}actors/"), (site, "")):
        page = html.fromstring((folder / "actors/example-trading-company.html").read_text("utf-8"))
        assert found(page, "//link[@rel='canonical']/@href") == [f"{start}example-trading.html"]
        assert found(page, "//meta[@http-equiv='refresh']/@content") == ["0; url=example-trading.html"]
        assert found(page, "//meta[@name='robots']/@content") == ["noindex"]
        assert found(page, "//p[@class='lead']/a/@href") == ["../actors/example-trading.html"]
        assert found(page, "//meta[@property='og:url']") == []
    for path in site.rglob("*.html"):
        links = {link for link in re.findall(r'href="([^"]+)"', path.read_text("utf-8")) if "-for-rice" in link}
        assert links == set(), path
    assert b"2024-coal-for-rice" not in (site / "assets/search-data.js").read_bytes()
    assert b"2024-coal-for-rice" not in (site / "assets/explore-data.js").read_bytes()


def test_the_map_of_the_site_lists_every_page_once(published: Path) -> None:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    tree = etree.fromstring((published / "sitemap.xml").read_bytes())
    places = found(tree, "s:url/s:loc/text()", s=space)
    pages = {path.relative_to(published).as_posix() for path in published.rglob("*.html")} - {"404.html", *MOVED}
    assert sorted(place.removeprefix(ADDRESS) for place in places) == sorted(pages)
    [changed] = found(tree, f"s:url[s:loc='{ADDRESS}{ENTRY}']/s:lastmod/text()", s=space)
    assert changed == "2026-11-21"


def test_what_is_not_there_is_told_at_any_depth(published: Path, site: Path) -> None:
    """Nobody knows where this page is shown: its addresses start at the root of the server."""
    for folder, root in ((site, "/"), (published, "/x/")):
        page = html.fromstring((folder / "404.html").read_text("utf-8"))
        links = found(page, "//article//a/@href")
        assert f"{root}search.html" in links
        assert all(link.startswith(root) for link in links)
        assert found(page, "//meta[@name='robots']/@content") == ["noindex"]
        assert found(page, "//header[contains(@class, 'shell')]")
        existing = [link.removeprefix(root) for link in links if "search" not in link]
        assert all((folder / link).is_file() for link in existing)
