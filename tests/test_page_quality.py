"""What the built pages are held against by others' tools: axe-core, the Nu Html Checker, and a reader's patience."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers import ROOT
from tests.test_browser import KINDS
from tests.test_real_entries import LONGEST

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

CHECKERS = ROOT / "tests" / "checkers" / "node_modules"
PAGES = KINDS | {"not found": "404.html"}

# WCAG 2.2 at levels A and AA, and what axe-core calls good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def tool(path: Path, program: str = "npm") -> Path:
    """Return a checker, or leave the test out with the reason; where nothing may be left out, fail."""
    if not path.exists() or not shutil.which(program):
        reason = f"{path.parent.name} is not installed (npm and java are needed, then `make test` fetches it)"
        pytest.fail(reason) if os.environ.get("LEDGER_REQUIRE_BROWSER") else pytest.skip(reason)
    return path


@pytest.fixture(scope="module")
def axe() -> str:
    return tool(CHECKERS / "axe-core" / "axe.min.js").read_text("utf-8")


# Of parts that are alike, as the rows of a long table are, so many are looked at in the second scheme and width.
THIN = """most => {
  for (const parent of document.querySelectorAll("article, article *")) {
    const seen = {};
    for (const child of [...parent.children]) {
      const sort = `${child.tagName} ${child.className}`;
      seen[sort] = (seen[sort] ?? 0) + 1;
      if (seen[sort] > most) child.remove();
    }
  }
}"""
ALIKE, ALL = 8, 10**6
LAYOUTS = ("home", "transaction", "index of transactions", "explore", "prose")
"""A page of each layout. What is wrong in one width and one scheme only is wrong in the frame or the layout."""


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_any_kind_of_page(kind: str, axe: str, quiet: Page, server: str) -> None:
    """All of it in the light scheme and wide; in the dark one on a telephone, where it is long, some of each part."""
    assert _found("light", 1440, ALL, f"{server}/{PAGES[kind]}", axe, quiet) == []
    assert _found("dark", 390, ALIKE, f"{server}/{PAGES[kind]}", axe, quiet) == []


@pytest.mark.parametrize("kind", LAYOUTS)
def test_axe_finds_nothing_on_any_layout_the_other_way_round(kind: str, axe: str, quiet: Page, server: str) -> None:
    assert _found("light", 390, ALIKE, f"{server}/{PAGES[kind]}", axe, quiet) == []
    assert _found("dark", 1440, ALIKE, f"{server}/{PAGES[kind]}", axe, quiet) == []


@pytest.fixture
def quiet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(60_000)
    yield page
    page.close()


def _found(scheme: Scheme, width: int, alike: int, url: str, axe: str, page: Page) -> list[str]:
    """Return what axe-core finds on a page, of which at most so many parts that are alike are looked at."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(url)
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "paper", "dark": "lamp"}[scheme]
    page.evaluate(THIN, alike)
    page.evaluate(axe)
    result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [_violation(violation) for violation in result["violations"]]


def _violation(violation: dict[str, Any]) -> str:
    nodes = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
    return f"{violation['id']} ({len(violation['nodes'])}): {nodes}"


def test_pages_are_valid_html(site: Path) -> None:
    """Of every kind of page one."""
    jar = tool(CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar", "java")
    run = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--format", "gnu", *(str(site / path) for path in PAGES.values())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.partition("/site/")[2] for line in run.stderr.splitlines() if ": error: " in line] == []


def test_a_first_view_of_an_entry_is_light_and_still(browser: Browser, server: str, site: Path) -> None:
    """At most 135 kB as a server sends it, with all fonts, for the longest entry; nothing moves when they come."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{server}/{KINDS['transaction']}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)
    sizes = {url: _sent(site / url.removeprefix(server).partition("?")[0].lstrip("/")) for url in set(asked)}
    body = re.search(r"<article.*</article>", (site / KINDS["transaction"]).read_text("utf-8"), re.DOTALL)
    assert body
    assert sum(sizes.values()) - len(gzip.compress(body[0].encode())) <= 135_000 - LONGEST, sizes
    assert page.evaluate("moved") <= 0.02
    context.close()


def _sent(path: Path) -> int:
    """Return the bytes that a server sends of a file; fonts and pictures are packed already."""
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png") else len(gzip.compress(data))


def _reached(page: Page) -> set[str]:
    """Return every link, button and field that the Tab key comes to, by what they are and where they lead."""
    found = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement; return e === document.body ? '' :"
            " e.tagName + ' ' + (e.getAttribute('href') ?? e.id ?? '') }"
        )
        if here in ("", "BODY "):
            break
        found.add(here)
    return found


@pytest.mark.parametrize("kind", ["transaction", "home", "map"])
def test_the_keyboard_reaches_everything(kind: str, browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{server}/{KINDS[kind]}")
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('article a[href], article button, article summary')]"
        ".filter(e => e.checkVisibility()).map(e => e.tagName + ' ' + (e.getAttribute('href') ?? e.id ?? ''))"
    )
    assert wanted
    reached = _reached(page)
    # Tag names of links in a picture are small letters.
    assert {one.casefold() for one in wanted} - {one.casefold() for one in reached} == set()
    page.close()


@pytest.mark.parametrize("kind", PAGES)
def test_twice_the_size_loses_nothing(kind: str, quiet: Page, server: str) -> None:
    """A window of 1280 pixels at 200 % is one of 640: nothing lies outside it (WCAG 2.2, 1.4.4 and 1.4.10)."""
    for width in (640, 320):
        quiet.set_viewport_size({"width": width, "height": 720})
        quiet.goto(f"{server}/{PAGES[kind]}")
        assert quiet.evaluate("document.documentElement.scrollWidth") <= width


def test_print_keeps_the_text_and_leaves_the_controls(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}/{KINDS['transaction']}")
    page.emulate_media(media="print")
    for part in ("h1", ".exchange .t", "#c1", ".tree", ".responses", "#s1", ".citation"):
        assert page.locator(part).first.is_visible(), part
    for part in ("header.shell", "#menu", ".copy", ".edit"):
        assert not page.locator(part).first.is_visible(), part
    page.close()
