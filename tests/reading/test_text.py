"""Bytes become text, or the wrong ones are named with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.reading import codes
from ledger.reading.text import Trouble, decode, wrong_characters


def places(troubles: list[Trouble]) -> list[tuple[int, int, str]]:
    return [(*trouble.place, trouble.code.name) for trouble in troubles]


def test_plain_text_comes_out_as_it_is() -> None:
    assert decode("name: 한빛 سفينة\n".encode()) == ("name: 한빛 سفينة\n", [])


def test_lines_of_windows_end_in_lf() -> None:
    assert decode(b"a: b\r\nc: d\r\n") == ("a: b\nc: d\n", [])


def test_nothing_is_text() -> None:
    assert decode(b"") == ("", [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", (1, 1)),
        (b"ab\xff", (1, 3)),
        (b"a\nb\xe9c", (2, 2)),
        (b"\n\xff", (2, 1)),
        ("한\xe9".encode() + b"\xe9", (1, 3)),
        (b"\xc0\xaf", (1, 1)),
        (b"\xed\xa0\x80", (1, 1)),
        (b"\xf5\x80\x80\x80", (1, 1)),
    ],
)
def test_what_is_not_utf8_is_placed_in_characters(data: bytes, place: tuple[int, int]) -> None:
    """Editors count characters; overlong forms and halves of surrogates are no text either."""
    text, troubles = decode(data)
    assert text == ""
    assert places(troubles) == [(*place, codes.NOT_UTF8.name)]


def test_a_byte_order_mark_is_named_and_taken_off() -> None:
    """It would move every column of the first line."""
    text, troubles = decode(b"\xef\xbb\xbfa:\tb")
    assert text == "a: b"
    assert places(troubles) == [(1, 1, "E102"), (1, 3, "E105")]


def test_a_byte_order_mark_before_other_bytes_hides_nothing() -> None:
    assert places(decode(b"\xef\xbb\xbf\xff")[1]) == [(1, 1, "E102"), (1, 1, "E101")]


@pytest.mark.parametrize("char", ["\0", "\a", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufffe"])
def test_control_characters_are_named(char: str) -> None:
    text, troubles = decode(f"a\nb{char}c".encode())
    assert text == "a\nb c"
    assert places(troubles) == [(2, 2, "E103")]
    assert f"U+{ord(char):04X}" in troubles[0].message


@pytest.mark.parametrize(
    "char", ["\u061c", "\u200b", "\u200e", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"]
)
def test_invisible_marks_are_named(char: str) -> None:
    assert places(decode(f"a{char}b".encode())[1]) == [(1, 2, "E104")]


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: I want
        "क्\u200dष",  # Hindi: a half letter
        "ශ්\u200dරී",  # Sinhala: Sri
        "ᠠᠨ\u180d",  # Mongolian: a form of a letter
        "👩\u200d🚢",
        "⚓\ufe0f 1\ufe0f⃣",
        "a\u00a0b",
        "ê̄́",  # three accents
        "한국 조선 ｶﾅ 🚢 \ufffd",
    ],
)
def test_what_languages_need_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == (text, [])


@pytest.mark.parametrize("code", [*range(0x80), 0xA0, 0xFFFD, *range(0xAC00, 0xAC10)])
def test_what_is_seen_is_left_alone(code: int) -> None:
    seen = chr(code).isprintable() or chr(code) in "\n\xa0"
    assert bool(wrong_characters(f"a{chr(code)}b")) is not (seen or chr(code) == "\t")


@pytest.mark.parametrize(
    "text",
    [
        "No\u200crth", "No\u200drth", "No\u00adrth", "a\ufe0f", "a\ufe00", "\u3164", "\u2800", "a\u034fb", "a\ufff9b",
        "a\U000e0041", "a\U000e0100", "a\u180e", "\u200cb", "“\u200d", "a\u0301\u0301\u0301\u0301\u0301", "a\u206a",
    ],
)  # fmt: skip
def test_what_misleads_is_named(text: str) -> None:
    """Two names that look like one, words that are not found, messages that nobody sees."""
    assert [code.name for code, _ in wrong_characters(text)] == ["E104"]


@pytest.mark.parametrize("text", ["\ue000", "\U0010ffff", "\ufdd0", "a\r\nb"])
def test_what_an_escape_brings_in_is_named_too(text: str) -> None:
    assert [code.name for code, _ in wrong_characters(text)] == ["E103"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [(b"a\rb", [(1, 2, "E103")]), (b"a\r\r\nb", [(1, 2, "E103")]), (b"a\r", [(1, 2, "E103")]), (b"\r\n\r\n", [])],
)
def test_a_carriage_return_alone_is_no_end_of_line(data: bytes, wanted: list[tuple[int, int, str]]) -> None:
    assert places(decode(data)[1]) == wanted


@given(st.text())
def test_any_text_gets_through_or_is_named(text: str) -> None:
    """Nothing is dropped: what comes out is as long as what went in, and differs only where a problem says so."""
    data = text.encode("utf-8", "surrogatepass")
    read, troubles = decode(data)
    if not troubles:
        assert read == text.replace("\r\n", "\n")
    elif troubles[-1].code is not codes.NOT_UTF8:
        assert len(read) == len(text.removeprefix("\ufeff").replace("\r\n", "\n"))


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text, troubles = decode(data)
    assert all(line >= 1 and column >= 1 for line, column in (trouble.place for trouble in troubles))
    assert text or troubles or not data
