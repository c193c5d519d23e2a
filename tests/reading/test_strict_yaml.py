"""YAML is read as one mapping of texts; every part of YAML that means something else is refused by name."""

import itertools
import string
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ledger.reading.bounds import MAX_DEPTH
from ledger.reading.nodes import plain
from ledger.reading.strict_yaml import MAX_TEXT, compose
from ledger.reading.text import decode, wrong_characters


def value(text: str) -> object:
    """Return what ``k: text`` means, which must be without trouble."""
    root, troubles = compose(f"k: {text}\n")
    assert troubles == []
    assert root is not None
    read = plain(root)
    assert isinstance(read, dict)
    return read["k"]


def troubles(text: str) -> list[tuple[int, int, str]]:
    return [(*trouble.place, trouble.code.name) for trouble in compose(text)[1]]


@pytest.mark.parametrize(
    "word",
    [
        *("NO", "no", "yes", "Yes", "on", "off", "OFF", "y", "n", "true", "False"),
        *("2024-06-18", "2024-06-18T12:00:00Z", "12:30", "1:30:00", "2371:5"),
        *("010", "0o17", "0x1F", "0b1", "1_000", "1,000", "+1", "-0", "1e3", "1.50", ".5", ".inf", ".nan", "NaN"),
        *("Null island", "nullo", "~x", "=", "a#b", "#b".join("ab"), "a: b".replace(" ", ""), "http://a.example/#b"),
        *("a-b", "-a", "?a", ":a", "a,b", "x]".replace("]", ")"), "쌀", "O'Neill", 'say "x"'),
    ],
)
def test_plain_words_are_the_text_that_stands_there(word: str) -> None:
    """Other readers make of these a falsehood, a date, a number in base 60 or 8, or nothing."""
    assert value(word) == word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("''", ""),
        ("'null'", "null"),
        ("'~'", "~"),
        ("'<<'", "<<"),
        ("'a: b # c'", "a: b # c"),
        ("'it''s'", "it's"),
        (r'"\u5317 \x41 \n"', "北 A \n"),
        ("'# not a comment'", "# not a comment"),
        ("'&x'", "&x"),
        ("'*x*'", "*x*"),
        ("'!x'", "!x"),
        ("'{{ x }}'", "{{ x }}"),
        (">-\n  one\n  two", "one two"),
        ("|-\n  one\n  two # three", "one\ntwo # three"),
        ("one\n  two", "one two"),
        ("[]", []),
        ("{}", {}),
        ("[NO, 010]", ["NO", "010"]),
        ("{a: 12:30}", {"a": "12:30"}),
    ],
)
def test_each_way_of_writing_is_read(written: str, read: object) -> None:
    assert value(written) == read


def test_keys_are_text_too() -> None:
    """``NO`` may be a key, as may a number; none of them meets another that only looks different to YAML."""
    root, found = compose("NO: a\nno: b\n010: c\n8: d\n2024-01-01: e\n")
    assert found == []
    assert root is not None
    assert list(root.values) == ["NO", "no", "010", "8", "2024-01-01"]


def test_a_file_of_windows_is_read_like_any_other() -> None:
    text, wrong = decode(b"name: NO\r\nnote: >-\r\n  one\r\n  two\r\n")
    root, found = compose(text)
    assert (wrong, found) == ([], [])
    assert root is not None
    assert plain(root) == {"name": "NO", "note": "one two"}


def test_a_file_may_begin_and_end_like_a_document() -> None:
    root, found = compose("---\n# a comment\na: b\n...\n")
    assert found == []
    assert root is not None
    assert plain(root) == {"a": "b"}


def test_a_file_without_a_last_line_end_is_whole() -> None:
    assert troubles("a: b") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1\na: 2\n", [(2, 1, "E111")]),
        ("a: 1\n'a': 2\n\"a\": 3\n", [(2, 1, "E111"), (3, 1, "E111")]),
        ("b: {a: 1, a: 2}\n", [(1, 11, "E111")]),
        ("- {a: 1, a: 2}\n", [(1, 10, "E111"), (1, 1, "E119")]),
        ("a: {b: 1}\nc: {b: 1}\n", []),
        ("a: &x b\n", [(1, 4, "E112")]),
        ("&x a: b\n", [(1, 1, "E112")]),
        ("a: &x [b]\n", [(1, 4, "E112")]),
        ("a: *x\n", [(1, 4, "E112")]),
        ("a: {<<: b}\n", [(1, 5, "E112")]),
        ("a: !x b\n", [(1, 4, "E113")]),
        ("a: ! b\n", [(1, 4, "E113")]),
        ("a: !!int 3\n", [(1, 4, "E113")]),
        ("a: !x [b]\n", [(1, 4, "E113")]),
        ("a: b\n---\nc: d\n", [(2, 1, "E114")]),
        ("a: b\n---\n- &x\n", [(2, 1, "E114")]),
        ("", [(1, 1, "E115")]),
        ("# only\n", [(1, 1, "E115")]),
        ("a:\n", [(1, 1, "E117")]),
        ("a: null\nb: ~\n", [(1, 1, "E117"), (2, 1, "E117")]),
        ("a: [b, , c]\n", [(1, 8, "E110")]),
        ("a:\n  -\n", [(2, 4, "E117")]),
        ("[a]: b\n", [(1, 1, "E118")]),
        ("? {a: b}\n: c\n", [(1, 3, "E118")]),
        ("- a\n", [(1, 1, "E119")]),
        ("a\n", [(1, 1, "E119")]),
        ("a: b # c\n", [(1, 6, "E120")]),
        ("a: 'b' # c\n", []),
        ("a: [b] # c\n", []),
        ("a: [b #, c\n  ]\n", [(1, 7, "E120")]),
        ("a: # c\n  b: d\n", []),
        ("a: b\n# c\n", []),
        ("a: one\n  two  # c\n", [(2, 8, "E120")]),
        ("a: | # c\n  b # c\n", []),
        ("a # b: c\n", [(1, 3, "E120"), (1, 1, "E119")]),
        ("a: b: c\n", [(1, 5, "E110")]),
    ],
)
def test_each_trap_is_refused_at_its_place(text: str, wanted: list[tuple[int, int, str]]) -> None:
    assert [(line, code) for line, _, code in troubles(text)] == [(line, code) for line, _, code in wanted]
    assert [t for t in troubles(text) if t[2] != "E110"] == [t for t in wanted if t[2] != "E110"]


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\0", "E103"),
        (r"\e", "E103"),
        (r"\x07", "E103"),
        (r"\N", "E103"),
        (r"\L", "E103"),
        (r"\u202e", "E104"),
        (r"\uFEFF", "E104"),
    ],
)
def test_an_escape_brings_in_nothing_that_may_not_stand_in_the_file(escape: str, code: str) -> None:
    """A name could be disguised by the escape of a mark as well as by the mark."""
    assert troubles(f'a: b\nc: "d{escape}e"\n') == [(2, 4, code)]
    assert [found for *_, found in troubles(f'"a{escape}b": c\n')] == [code]


def test_half_a_surrogate_cannot_be_escaped() -> None:
    """It is no character, and could be written to no file."""
    assert [code for *_, code in troubles(r'a: "\ud800"')] == ["E110"]


@pytest.mark.parametrize("text", ["---\n", "---\n...\n", "--- # nothing\n"])
def test_a_file_of_dashes_is_empty(text: str) -> None:
    """There is no key in it whose value could be missing."""
    assert [code for *_, code in troubles(text)] == ["E115"]


def test_what_is_refused_does_not_hide_the_rest() -> None:
    """One run shows everything that is wrong, so the mapping goes on."""
    root, found = compose("a: &x b\nc:\nd: !y e\na: z\nf: g\n")
    assert root is not None
    assert plain(root) == {"a": "b", "d": "e", "f": "g"}
    assert [trouble.code.name for trouble in found] == ["E112", "E117", "E113", "E111"]


@pytest.mark.parametrize("text", ["a: b\n---\nc: d\n", "a: b\n[c]: d\n", "a: 'b\n"])
def test_where_reading_stops_half_way_there_is_no_record(text: str) -> None:
    """What was cut off must not look like a field that is missing."""
    assert compose(text)[0] is None


def test_nesting_is_allowed_as_deep_as_records_need() -> None:
    deepest = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert troubles(f"a: {deepest}\n") == []
    assert troubles(f"a: [{deepest}]\n") == [(1, MAX_DEPTH + 3, "E116")]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 5000 + "]" * 5000,
        "a: " + "{b: " * 5000 + "c" + "}" * 5000,
        "a:\n" + "".join(f"{' ' * depth}b:\n" for depth in range(1, 5000)),
        "".join(f"{' ' * depth}-\n" for depth in range(5000)),
        "a: " + "[" * 100_000,
    ],
    ids=["lists", "mappings", "blocks", "dashes", "open"],
)
def test_hostile_nesting_is_counted_not_followed(text: str) -> None:
    """A parser that calls itself would end the program, not the reading."""
    began = time.process_time()
    root, found = compose(text)
    assert root is None
    assert [trouble.code.name for trouble in found] == ["E116"]
    assert time.process_time() - began < 2


def test_aliases_cannot_grow() -> None:
    """Nine lists of nine aliases each would be a billion texts to a reader that follows them."""
    names = string.ascii_lowercase[:9]
    pairs = [f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in itertools.pairwise(names)]
    _, found = compose("\n".join(["a: &a [x]", *pairs]))
    assert {trouble.code.name for trouble in found} == {"E112"}
    assert len(found) == 9 + 8 * 9


def test_the_answer_is_that_of_the_slow_parser() -> None:
    """The places of libyaml's marks must be those of PyYAML's own parser, in characters and not in bytes."""
    text = "한🚢: {글: 'x', y: [쌀, 'b c']}\nname: سفينة\n"
    ours = compose(text)[0]
    theirs = yaml.compose(text, Loader=yaml.SafeLoader)
    assert ours is not None
    assert isinstance(theirs, yaml.MappingNode)
    key, inner = theirs.value[0]
    assert (key.start_mark.line + 1, key.start_mark.column + 1) == ours.keys["한🚢"]
    assert (inner.start_mark.line + 1, inner.start_mark.column + 1) == ours.values["한🚢"].place


printable = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=60).filter(
    lambda text: not wrong_characters(text)
)


@given(printable)
def test_quoted_text_comes_out_unchanged(text: str) -> None:
    assert value("'" + text.replace("'", "''") + "'") == text


@given(st.lists(printable, max_size=5), st.dictionaries(printable, printable, max_size=5))
def test_what_pyyaml_writes_is_read_back(items: list[str], fields: dict[str, str]) -> None:
    """Scripts that write entries use PyYAML; its quoting and folding must mean the same here."""
    data = {"items": items, "fields": fields}
    root, found = compose(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    assert [t.code.name for t in found] == []
    assert root is not None
    assert plain(root) == data


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    root, found = compose(text)
    assert root is not None or found


@given(st.text(" \n-:#'\"[]{},&*!|>?%@`~ab0", max_size=60))
def test_any_heap_of_yaml_signs_is_read_or_refused(text: str) -> None:
    """Such heaps reach the corners of the syntax that prose does not."""
    root, found = compose(text)
    assert root is not None or found
    assert all(line >= 1 and column >= 1 for line, column in (trouble.place for trouble in found))


def test_a_text_that_is_too_long_is_cut_before_anyone_repeats_it() -> None:
    """Messages quote what is wrong with a value: a megabyte of it would fill the log."""
    root, found = compose(f"a: {'x' * MAX_TEXT}\nb: {'x' * (MAX_TEXT + 1)}")
    assert [(t.place, t.code.name) for t in found] == [((2, 4), "E121")]
    assert root is not None
    assert plain(root) == {"a": "x" * MAX_TEXT, "b": "x" * MAX_TEXT}
