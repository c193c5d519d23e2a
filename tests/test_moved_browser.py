"""Who follows an old address arrives, from a server and from a folder on disk, with the claim that was meant."""

import pytest
from playwright.sync_api import Browser

from tests.conftest import Watched

pytestmark = pytest.mark.browser

OLD, NEW = "transactions/2024-coal-for-rice.html", "transactions/2024-rice-for-coal.html"


@pytest.mark.parametrize("anchor", ["", "#c3"])
def test_an_old_address_leads_to_the_new_one(anchor: str, root: str, watched: Watched) -> None:
    watched.page.goto(f"{root}/{OLD}{anchor}")
    watched.page.wait_for_url(f"{root}/{NEW}{anchor}")
    assert watched.page.locator("h1").inner_text() == "Coal to China, rice back"
    assert watched.complaints == []
    assert all(request.startswith(root) for request in watched.requests)


def test_going_back_does_not_lead_round(root: str, watched: Watched) -> None:
    watched.page.goto(f"{root}/index.html")
    watched.page.goto(f"{root}/{OLD}#c3")
    watched.page.wait_for_url(f"{root}/{NEW}#c3")
    watched.page.go_back()
    watched.page.wait_for_url(f"{root}/index.html")


def test_without_script_it_leads_on_too(browser: Browser, root: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{root}/{OLD}")
    page.wait_for_url(f"{root}/{NEW}")
    page.context.close()
