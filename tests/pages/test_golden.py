"""The staged pages of the ledger in miniature, word for word: whatever changes on a page is read before it is kept."""

from pathlib import Path

import pytest

from ledger.checking import Checked
from ledger.pages.render import pages
from ledger.pages.site import Site
from ledger.problems.code import Code
from tests.helpers import TESTS, Golden

GOLDEN = TESTS / "mini" / "pages"
SITE = Site("Example ledger", "https://code.example/ledger")
CODES = [Code.of("E000", "An example.\n\nWhy it matters.\n\nFails::\n\n    a: <b>\n")]
GENERATED_FROM_CODE = {"about/fields.md"}
"""The field reference changes with every word of the model: its own test says what it must hold."""


@pytest.fixture(scope="module")
def staged(mini: Checked) -> dict[str, str]:
    return {path: text for path, text in pages(mini.ledger, SITE, CODES) if path not in GENERATED_FROM_CODE}


def test_pages(staged: dict[str, str], golden: Golden) -> None:
    expected = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")} if GOLDEN.exists() else set()
    for gone in sorted(expected - set(staged)):
        if golden.bless:
            (GOLDEN / gone).unlink()
        else:
            pytest.fail(f"the page {gone} is no longer made; where that is right, run: make bless")
    for path, text in staged.items():
        golden(text, GOLDEN / path)


def test_every_template_is_used() -> None:
    """A template that nothing prints is dead, and nobody would notice."""
    from ledger.pages.kinds import PAGE_KINDS
    from ledger.pages.render import TEMPLATES

    used = {page.template for page in PAGE_KINDS}
    used |= {
        "macros.html",
        "lists.html",
        "list_part.html",
        "pictures.html",
        "exchange.html",
        "timeline.html",
        "map.html",
        "network.html",
        "index.html",
        "home.html",
        "fields.html",
        "problems.html",
        "definitions.html",
        "weak_spots.html",
        "explore.html",
        "search.html",
        "data.html",
        "part.html",
        "moved.html",
        "corrections.html",
    }
    assert {path.name for path in Path(TEMPLATES).iterdir()} == used
