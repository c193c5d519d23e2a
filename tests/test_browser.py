"""A reader's way through the built site in a real browser, on a server and from a folder on disk."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.conftest import Watched

pytestmark = pytest.mark.browser

ENTRY = "Coal to China, rice back"
KINDS = {
    "home": "index.html",
    "transaction": "transactions/2024-rice-for-coal.html",
    "source": "sources/gazette-2024.html",
    "country": "countries/CN.html",
    "commodity": "commodities/coal.html",
    "resolution": "resolutions/2371.html",
    "actor": "actors/morning-star.html",
    "place": "places/nampo.html",
    "series": "series/coal-to-china.html",
    "index of transactions": "transactions/index.html",
    "index of sources": "sources/index.html",
    "fields": "about/fields.html",
    "problems": "about/problems.html",
    "explore": "explore.html",
    "timeline": "timeline.html",
    "map": "map.html",
    "network": "network.html",
    "search": "search.html",
    "prose": "about/method.html",
    "data": "data/index.html",
    "corrections": "corrections/index.html",
}


def test_a_way_through_the_ledger(watched: Watched, root: str) -> None:
    """Home, a transaction, a source, a resolution, a country and back, by what a reader would click."""
    page = watched.page
    page.goto(f"{root}/index.html")
    page.locator("table.ledger a", has_text=ENTRY).first.click()
    assert page.url.endswith("transactions/2024-rice-for-coal.html")
    page.locator("#c1 .mark").first.click()
    page.locator("#c1 .card a").first.click()
    assert "/sources/" in page.url
    page.locator("#transactions ~ * a", has_text=ENTRY).first.click()
    page.locator("section.resolutions a[href*='resolutions/']").first.click()
    assert "/resolutions/2371.html" in page.url
    page.locator("table.ledger td.with a", has_text="China").first.click()
    assert page.url.endswith("/countries/CN.html")
    page.locator("table.ledger a", has_text=ENTRY).first.click()
    assert page.url.endswith("transactions/2024-rice-for-coal.html")
    page.get_by_role("link", name="Home").first.click()
    assert page.url.endswith("/index.html")
    assert watched.complaints == []


def test_every_kind_of_page_asks_only_its_own_site(watched: Watched, root: str) -> None:
    for path in KINDS.values():
        watched.page.goto(f"{root}/{path}")
    assert [url for url in watched.requests if not url.startswith(root)] == []
    assert watched.complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(kind: str, watched: Watched, server: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/{KINDS[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("system", "first", "second"), [("light", "paper", "lamp"), ("dark", "lamp", "paper")])
def test_the_scheme_follows_the_system_and_a_choice_is_remembered(
    system: Literal["light", "dark"], first: str, second: str, browser: Browser, server: str
) -> None:
    context = browser.new_context(color_scheme=system)
    page = context.new_page()
    page.goto(f"{server}/{KINDS['home']}")
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == first
    page.locator("button.scheme").click()
    assert body.get_attribute("data-md-color-scheme") == second
    page.goto(f"{server}/{KINDS['transaction']}")
    assert page.locator("body").get_attribute("data-md-color-scheme") == second
    context.close()


def test_the_keyboard_opens_the_menu_of_a_telephone_and_leaves_it(watched: Watched, root: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{root}/{KINDS['transaction']}")
    page.keyboard.press("Tab")
    hidden = page.locator("#menu a").first
    assert not hidden.is_visible()
    menu = page.locator("button.menu")
    menu.focus()
    page.keyboard.press("Enter")
    assert hidden.evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert menu.evaluate("menu => menu === document.activeElement")
    assert not hidden.is_visible()
    assert watched.complaints == []


def test_without_script_a_link_opens_the_menu_of_a_telephone(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{root}/{KINDS['transaction']}")
    assert not page.locator("#menu").is_visible()
    page.locator("a.menu").click()
    page.locator("#menu").get_by_role("link", name="Sources").click()
    assert page.url == f"{root}/sources/index.html"
    context.close()


def test_a_choice_holds_against_the_system(browser: Browser, server: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server}/{KINDS['home']}")
    page.locator("button.scheme").click()
    paper = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert paper == "rgb(245, 241, 230)"
    context.close()


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/{KINDS['transaction']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_system_decides_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{KINDS['transaction']}")
    page.screenshot()  # lays the page out
    dark = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert dark == "rgb(22, 21, 17)"
    context.close()


def test_a_first_view_needs_few_fonts(watched: Watched, server: str, site: Path) -> None:
    """At most 70 kB of faces: a reader on a phone waits for the words, not for their letters."""
    watched.page.goto(f"{server}/{KINDS['transaction']}", wait_until="networkidle")
    watched.page.screenshot()  # lays the page out: a busy machine may not have come to the letters yet
    fonts = {url.removeprefix(f"{server}/") for url in watched.requests if url.endswith(".woff2")}
    assert fonts
    assert sum((site / font).stat().st_size for font in fonts) <= 70_000


def test_everything_is_there_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{KINDS['transaction']}")
    for heading in ("The exchange", "Claims", "Responses and denials", "Sources", "History"):
        assert page.get_by_role("heading", name=heading, exact=True).is_visible()
    context.close()


def test_text_of_entries_runs_nothing(watched: Watched, server: str) -> None:
    """The ledger in miniature holds a script, an event handler and a script address as text."""
    page = watched.page
    page.add_init_script("window.ran = []; window.alert = (x) => window.ran.push(x);")
    for path in KINDS.values():
        page.goto(f"{server}/{path}")
        assert page.evaluate("window.ran") == []
        assert (
            page.locator(
                "article a[href^='javascript' i], article [onclick], article script:not([src^='assets/'])"
            ).count()
            == 0
        )


def test_a_mark_opens_a_card_and_escape_closes_it(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/{KINDS['transaction']}")
    mark = page.locator("#c1 .mark").first
    mark.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card")
    assert card.evaluate("card => card === document.activeElement")
    note = page.locator(f"#s{mark.inner_text()}")
    assert note.locator(".who").inner_text() in card.inner_text()
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert mark.evaluate("mark => mark === document.activeElement")
    assert watched.complaints == []


def test_without_script_a_mark_leads_to_the_list_of_sources(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/{KINDS['transaction']}")
    page.locator("#c1 .mark").first.click()
    assert page.url.endswith("#s1")
    context.close()
