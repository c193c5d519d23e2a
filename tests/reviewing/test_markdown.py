"""The summary as GitHub shows it: what strangers wrote is text, and what a reviewer must see is there and bounded."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ledger.evidence.standing import Standing
from ledger.problems.problem import Mark, Problem
from ledger.reviewing.hosts import NewHost
from ledger.reviewing.markdown import MOST_BYTES, Addresses, as_markdown
from ledger.reviewing.people import NewlyNamed
from ledger.reviewing.quoting import code, linked, prefix
from ledger.reviewing.records import RecordChange, What
from ledger.reviewing.review import PageChanges, Review
from ledger.reviewing.sourcing import ClaimChange, EntryChange, State

NOTHING = Review((), (), (), False, (), (), (), (), (), 0, PageChanges((), (), ()))

HOSTILE = (
    "@octocat closes #1, see owner/repo#2 and https://evil.example www.evil.example a@evil.example",
    "<img src=https://evil.example/x.png onerror=alert(1)><script>alert(1)</script><details><summary>",
    "![x](https://evil.example/x.png) [click](javascript:alert(1)) [a]: https://evil.example",
    "` `` ``` @octocat <img src=x> `",
    "``@octocat``",
    "`",
    "\\`@octocat\\` \\",
    "x\n\n# heading\n\n- [ ] item\n\n<script>alert(1)</script>\n",
    "x\r\n\r\n@octocat\u2028\u2029<b>\x85@octocat",
    "| a | b |\n|---|---|\n| @x | ![](https://evil.example) |",
    "</details></summary></li></ul><h1>approved</h1>",
    "\u202egnp.exe \u200b\u2066@octocat",
    "$`\\href{https://evil.example}{x}`$ $$x$$ :tada: ~~x~~ **x** _x_",
    "&#64;octocat &lt;img&gt; &commat;octocat",
    "x" * 1_000_000,
    " ",
    "\udc80",
)


def state(text: str) -> State:
    return State(Standing.SINGLE, 1, 1, 2, ("paper",), (text, f"{text}!"))


def full(text: str, times: int = 1) -> Review:
    """Return a review with a text wherever a stranger's text can stand."""
    problem = Problem(Mark(text, 3), "E203", text)
    person = NewlyNamed("ann", (text, "Ann"), (text,), "public office", text, ("paper",), text, ("transactions/entry",))
    other = replace(state(text), against=(), standing=Standing.DISPUTED)
    return Review(
        errors_before=(),
        errors=(),
        people=(person,) * times,
        two_approvals=True,
        hosts=(NewHost(text, True, ("paper",)),) * times,
        records=(RecordChange(What.WITHDRAWN, "transactions", "entry", text),) * times,
        claims=(ClaimChange("entry", text, text, other, state(text)),) * times,
        entries=(EntryChange("entry", text, other, state(text), (text,), True),) * times,
        warnings=(problem,) * times,
        mended=1,
        pages=PageChanges(tuple(f"sources/a{n}.html" for n in range(times)), ("index.html",), ("actors/x.html",)),
    )


class Seen(HTMLParser):
    """The tags of a page, and its text outside code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.hrefs: list[str] = []
        self.bare = ""
        self.code = ""
        self.inside = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.hrefs += [value or "" for name, value in attrs if name in ("href", "src")]
        assert {name for name, _ in attrs} <= {"href"}
        self.inside += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "code"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.code += data
        else:
            self.bare += data


def shown(markdown: str) -> Seen:
    """Return what a reader of GitHub's Markdown gets, before GitHub takes away what it thinks dangerous."""
    return Seen(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


OURS = {"h1", "h2", "p", "ul", "li", "code", "strong", "details", "summary"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_strangers_wrote_is_text(text: str) -> None:
    page = shown(as_markdown(full(text), Addresses()))
    assert page.tags <= OURS
    assert page.hrefs == []
    assert not re.search(r"[@<#]|evil|octocat|alert|approved", page.bare)
    assert page.bare.count("\n# ") == 0


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_broken_entries_are_quoted_too(text: str) -> None:
    """A path is the name of a file, which a stranger chose."""
    problem = Problem(Mark(text), "E005", text)
    page = shown(as_markdown(replace(NOTHING, errors=(problem,), errors_before=(problem,)), Addresses()))
    assert page.tags <= OURS
    assert not re.search(r"[@<#]|evil|octocat|alert", page.bare)


@given(st.text(max_size=60))
def test_any_text_comes_through_as_one_span(text: str) -> None:
    span = code(text)
    assert "\n" not in span
    page = shown(f"- {span} after")
    assert page.tags == {"ul", "li", "code"}
    assert page.bare.strip() == "after"
    if text.isprintable() and text.strip():
        assert page.code.strip() == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_link_leads_where_it_was_to_lead(text: str) -> None:
    page = shown(linked(text, "site/sources/a.html"))
    assert page.tags == {"p", "a", "code"}
    assert page.hrefs == ["site/sources/a.html"]
    assert page.bare.strip() == ""


def test_pages_and_files_are_linked_where_they_stand() -> None:
    page = shown(as_markdown(full("x"), Addresses("https://site.example/", "https://files.example/entries")))
    assert "https://site.example/sources/a0.html" in page.hrefs
    assert "https://files.example/entries/transactions/entry.yaml" in page.hrefs
    assert "https://site.example/actors/x.html" not in page.hrefs, "a page that is gone leads nowhere"


@pytest.mark.parametrize("text", ["https://a.example/x) ![", "a b", "x\ny", "<x>", "javascript:alert(1)"])
def test_an_address_that_could_end_a_link_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        prefix(text)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "`" * 1_000_000, "\U000e0001" * 200, "한" * 500])
def test_it_is_never_longer_than_github_shows(text: str) -> None:
    """The worst: every list full, every text as long as it may be."""
    found = full(text, 5_000)
    long = as_markdown(found, Addresses("https://s.example/" + "x" * 500, "https://f.example/" + "x" * 500))
    assert len(long.encode()) < MOST_BYTES + 1_000 < 2**20
    assert "5,000" in long


def test_what_was_cut_says_so() -> None:
    texts = tuple(chr(0xE0000 + 1) * 150 + str(n) for n in range(8))
    one = replace(state("x"), against=texts, origins=tuple("o" * 160 for _ in range(8)))
    claims = tuple(ClaimChange("e" * 160, "c1", texts[0], one, replace(one, against=(), upper=9)) for _ in range(100))
    long = as_markdown(replace(full(texts[0], 100), claims=claims), Addresses())
    assert MOST_BYTES - 20_000 < len(long.encode()) < MOST_BYTES + 1_000
    assert long.endswith("has all of it.\n")
    assert "Persons newly named: 100" in long, "what needs a decision stands before what is cut"


def test_lists_that_are_cut_say_how_much_is_missing() -> None:
    assert "- and 400 more, in the JSON form" in as_markdown(full("x", 500), Addresses())


def test_what_a_reviewer_has_to_see() -> None:
    text = as_markdown(full("x"), Addresses())
    assert "1 person newly named" in text
    assert "Two people have to approve" in text
    assert "**disputed**, 1 report, origins 1 to 2 (`paper`) → **single origin**" in text
    assert "now against it `x`, `x!`" in text
    assert "1 warning gone" in text
    assert "sources added: 1" in text


def test_an_edit_that_its_history_hides() -> None:
    entry = EntryChange("entry", "Coal", state("x"), state("x"), (), True)
    assert "Its history does not say" in as_markdown(replace(NOTHING, entries=(entry,)), Addresses())
    assert "Its history" not in as_markdown(replace(NOTHING, entries=(replace(entry, edited=False),)), Addresses())


def test_a_person_without_a_ground_or_a_source_stands_out() -> None:
    person = NewlyNamed("ann", ("Ann",), (), "", "", (), "", ())
    text = as_markdown(replace(NOTHING, people=(person,), two_approvals=True), Addresses())
    assert "**no ground is given**" in text
    assert "**no source for it**" in text


def test_broken_entries_do_not_look_like_entries_without_changes() -> None:
    problem = Problem(Mark("actors/a.yaml"), "E202", "missing")
    text = as_markdown(replace(NOTHING, errors=(problem,), two_approvals=True), Addresses())
    assert "do not pass the check" in text
    assert "a person may stand in what is broken" in text
    assert "## Claims" not in text
    assert "## Pages" not in text
