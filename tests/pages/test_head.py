"""The front matter that themes print unescaped can hold any text."""

import html
import json

import pytest
import yaml

from ledger.checking import Checked
from ledger.pages.head import Head, home_head, record_head
from ledger.pages.page import page_of
from ledger.pages.site import Site

SITE = Site("Example", description="A ledger.")
TEXTS = [
    '"><script>alert(1)</script>',
    "' onload='x",
    "---\ntitle: x\n---\n",
    "a: b # c",
    "{{ 7*7 }} {% raw %}",
    "쌀 😀 \u2028 \x85",
    "\\u003c &lt; \\",
]


def read(text: str) -> dict[str, str]:
    _, front, rest = text.split("---\n", 2)
    assert rest == ""
    return yaml.safe_load(front)  # type: ignore[no-any-return]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_out_as_that_text(text: str) -> None:
    front = read(page_of("x", text, Head(text, "2026-11-21", {"a": text}), "").staged.rstrip("\n") + "\n")
    for key in ("title", "description"):
        assert not set("<>\"'") & set(front[key])
        assert html.unescape(front[key]).split() == text.split()
    assert json.loads(front["linked_data"]) == {"a": text}
    assert not set("<>&") & set(front["linked_data"])


def test_what_is_not_known_is_not_said() -> None:
    assert set(read(page_of("x", "a", Head(), "").staged.rstrip("\n") + "\n")) == {"title", "hide"}


def test_a_page_is_described_by_what_it_says_first(mini: Checked) -> None:
    ledger = mini.ledger
    entry = record_head(ledger, SITE, "transactions", "2024-rice-for-coal", "t", "It is said.")
    assert (entry.description, entry.modified) == ("It is said.", "2026-11-21")
    assert record_head(ledger, SITE, "places", "nampo", "Nampo", "Named once.").description == "Nampo: Named once."
    assert home_head(ledger, SITE).description == "A ledger."
