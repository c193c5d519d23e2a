import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ledger.fixing.quotes import written
from ledger.reading.strict_yaml import compose
from ledger.reading.text import wrong_characters


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("Coal to China", "Coal to China", "Coal to China"),
        ("rice, coal", "rice, coal", "'rice, coal'"),
        ("$24,000,000", "$24,000,000", "'$24,000,000'"),
        ("Italy's police", "Italy's police", "Italy's police"),
        ("Seoul: it's late", '"Seoul: it\'s late"', '"Seoul: it\'s late"'),
        ("'it's', \"said\": he", "'''it''s'', \"said\": he'", "'''it''s'', \"said\": he'"),
        ("Report #4", "'Report #4'", "'Report #4'"),
        ("https://example.org/a?b=1", "https://example.org/a?b=1", "'https://example.org/a?b=1'"),
        ("2024?", "2024?", "'2024?'"),
        ("", "''", "''"),
        ("~", "'~'", "'~'"),
        ("Null", "'Null'", "'Null'"),
        (" x", "' x'", "' x'"),
        ("{{ x }}", "'{{ x }}'", "'{{ x }}'"),
        ("- x", "'- x'", "'- x'"),
        ("@x", "'@x'", "'@x'"),
        ("[x]", "'[x]'", "'[x]'"),
    ],
)
def test_quotes_are_where_they_are_needed(text: str, block: str, flow: str) -> None:
    assert written(text, is_flow=False, is_only_text=False) == block
    assert written(text, is_flow=True, is_only_text=False) == flow


@pytest.mark.parametrize("text", ["NO", "yes", "2397", "08", "1e3", "12:30", "2019-05-03", "0o7", ".5", "1_000", "="])
def test_a_text_that_others_would_read_as_something_else_has_quotes(text: str) -> None:
    assert written(text, is_flow=False, is_only_text=True) == f"'{text}'"
    assert written(text, is_flow=False, is_only_text=False) == text


@pytest.mark.parametrize("text", ["two\nlines", "a\tb"])
def test_what_needs_escapes_is_not_written(text: str) -> None:
    assert written(text, is_flow=False, is_only_text=False) is None


@given(st.text(max_size=12) | st.text(" ,:#-?[]{}'\"\\|>~!&*%@`=<ab1\u2003", max_size=8), st.booleans(), st.booleans())
def test_it_reads_as_the_same_text(text: str, is_flow: bool, is_only_text: bool) -> None:
    scalar = written(text, is_flow=is_flow, is_only_text=is_only_text)
    if scalar is None or wrong_characters(text):
        return
    whole = f"k: [x, {scalar}, y]" if is_flow else f"k: {scalar}"
    expected = {"k": ["x", text, "y"] if is_flow else text}
    assert yaml.load(whole, Loader=yaml.CBaseLoader) == expected
    assert not compose(whole)[1]
    if is_only_text:
        assert yaml.safe_load(whole) == expected
