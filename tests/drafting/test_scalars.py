"""What is written reads back as it was, whatever is in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.drafting.scalars import block, inline
from ledger.reading.nodes import plain
from ledger.reading.strict_yaml import compose
from ledger.reading.text import cleaned, decode, wrong_characters

TEXTS = st.text(max_size=300).map(cleaned) | st.text("ab :#,[]{}-'\"\n&*!|>%@`?~\\.=<", max_size=60)
AWKWARD = ["", " ", "null", "~", "a: b", "a #b", "- a", "? a", "...", "---", "<<", "=", "a\tb", "x" * 500, "no", "a\\b"]


def read_back(text: str) -> object:
    whole, troubles = decode(text.encode())
    root, more = compose(whole)
    assert [*troubles, *more] == []
    assert root is not None
    return plain(root)


@given(TEXTS)
@example("word " * 60)
@example("1\u00a0000 " * 30)
@example("a,b [c] {d}: e")
def test_a_text_reads_back(text: str) -> None:
    found = read_back(f"a:\n  key: {block(text, 4, 100)}\n  list: [{inline(text)}, {{x: {inline(text)}}}]\n")
    assert found == {"a": {"key": text, "list": [text, {"x": text}]}}


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_reads_back(text: str) -> None:
    assert read_back(f"key: {block(text, 2, 20)}\nlist: [{inline(text)}]\n") == {"key": text, "list": [text]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("about 2,500 tons", "about 2,500 tons"),
        ("2023-08~/2024-02", "2023-08~/2024-02"),
        ("../2017-09", "../2017-09"),
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("Report: coal", "'Report: coal'"),
        ("it's 'so': yes", "'it''s ''so'': yes'"),
        ("NO", "NO"),
        ("no", "'no'"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert block(text, 2, 100) == written


@given(st.text(max_size=200))
def test_a_cleaned_text_may_stand_in_an_entry(text: str) -> None:
    assert wrong_characters(cleaned(text)) == []
    cleaned(text).encode()


def test_half_a_character_is_no_text() -> None:
    assert cleaned("a\udcffb") == "a?b"
    assert cleaned("a\r\nb\rc") == "a\nb c"
