"""Pages taken apart and put together again are the same pages, and most of what they say is data."""

from html import unescape

from bench.facts import body, facts
from tests.helpers import TESTS

PAGES = {
    path.relative_to(TESTS).as_posix(): path.read_text("utf-8").split("---\n", 2)[2]
    for path in sorted((TESTS / "mini" / "pages").rglob("*.md"))
}


def test_every_page_comes_back_as_it_was() -> None:
    taken = facts(PAGES)
    # Signs that a template writes by name come back as themselves.
    assert [path for path, page in PAGES.items() if unescape(body(taken, path)) != unescape(page)] == []
    assert len(PAGES) > 20


def test_what_a_page_says_is_in_its_data() -> None:
    page = (
        '<li><a class="mark" href="#s1" title="B &amp; C">1</a> <span class="meta">Coal &#34;left&#34;.</span></li>\n'
    )
    taken = facts({"page": page})
    assert taken.patterns == (
        ('<li><a class="mark" href="', '" title="', '">', "</a>"),
        (' <span class="meta">', "&#34;.</span></li>\n"),
    )
    assert taken.pages["page"] == ((0, ("#s1", "B & C", "1")), (1, ('Coal "left',)))


def test_what_is_always_the_same_is_the_templates() -> None:
    pages = {str(number): f"<h2>Claims</h2><p>Fact {number}</p>\n" for number in range(30)}
    taken = facts(pages)
    assert taken.patterns == (("<h2>Claims</h2><p>", "</p>\n"),)
    assert taken.pages["7"] == ((0, ("Fact 7",)),)
