"""The bag in a real browser, from a folder on disk: everything works and nothing outside the folder is asked for."""

from pathlib import Path

import pytest

from tests.conftest import Watched
from tests.test_browser import KINDS

pytestmark = pytest.mark.browser


def test_a_reader_without_a_network(watched: Watched, bag: Path) -> None:
    """One page of each kind, a search, a narrowed table and the other scheme."""
    page, root = watched.page, bag.as_uri()
    for path in KINDS.values():
        page.goto(f"{root}/{path}")
    page.goto(f"{root}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("morning star")
    page.locator("#found [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/morning-star.html")
    page.goto(f"{root}/explore.html")
    page.locator("fieldset[data-facet=with]").get_by_label("Norway").check()
    assert "2 of 3 entries: with Norway" in page.locator(".sentence").inner_text()
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("button.scheme").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before
    assert [url for url in watched.requests if not url.startswith(f"{root}/")] == []
    assert watched.complaints == []


def test_a_file_to_take_away_opens(watched: Watched, bag: Path) -> None:
    page = watched.page
    page.goto(f"{bag.as_uri()}/{KINDS['transaction']}")
    addresses = page.locator("a[href*='/data/'], a[href*='/api/']").evaluate_all(
        "links => links.map(link => link.href)"
    )
    assert addresses
    for address in addresses:
        assert (bag / address.removeprefix(f"{bag.as_uri()}/")).is_file()
