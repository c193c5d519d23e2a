"""The plain values that several kinds of record share."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ledger.model.record import Address, Flag, Host, Language, Record, Sha256, Text


def refusals(kind: Any, value: object) -> list[str]:
    """Return the types of the errors, or nothing where the value is taken as it is."""
    try:
        read = TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return [details["type"] for details in error.errors()]
    assert read == value or kind is Flag
    return []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://a.example",
            "http://a.example/",
            "https://a.example:8080/x?page=2&id=3#top",
            "https://a-b.c.example/é",
        ),
        *(
            "https://한빛.example/x",
            "https://xn--bcher-kva.example/",
            "https://A.example/Page",
            "https://a.example/x?ref=1",
        ),
        *(
            "https://a.example/(x)_y,z;w=1!",
            "https://a.example/x?id=utm_source",
            "https://a.example/?q=oref2",
            "https://a.example/%20",
        ),
        *("https://web.archive.example/web/2024/https://b.example/?page=1", "https://1a.example/"),
    ],
)
def test_addresses_that_may_be_linked(address: str) -> None:
    assert refusals(Address, address) == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            " ",
            "a.example",
            "//a.example",
            "/x",
            "#x",
            "https:a.example",
            "https:///x",
            "https://",
            "https://localhost/",
        ),
        *(
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "javascript://a.example/%0aalert(1)",
        ),
        *(
            "data:text/html,<b>",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://a.example/",
            "mailto:a@b.example",
            "blob:https://a.example/1",
        ),
        *("https://u@a.example/", "https://u:p@a.example/", "https://@a.example/", "https://:p@a.example/"),
        *(
            "https://a.example/ x",
            "https://a.example/\n",
            "\thttps://a.example/",
            'https://a.example/"',
            "https://a.example/'",
        ),
        *(
            "https://a.example/<",
            "https://a.example/>",
            "https://a.example\\@b.example",
            "https://a.example/{{x}}",
            "https://a.example/|",
        ),
        *(
            "https://a.example/`x`",
            "https://a.example/^",
            "https://a..example/",
            "https://192.168.1.10/",
            "http://15.188.152.128/x",
            "https://0x7f.0x0.0x0.0x1/",
            "https://-a.example/",
            "https://a_b.example/",
        ),
        *(
            "https://a.example:0/",
            "https://a.example:99999/",
            "https://a.example:x/",
            "https://[::1]/",
            "https://[::1",
            "https://127.0.0.1/",
        ),
        *("https://" + "a" * 64 + ".example/", "https://a.example\u202e/", "https://a.example/\u00a0"),
    ],
)
def test_addresses_that_may_not(address: str) -> None:
    """A link must lead where the reader sees it lead, and must not run or break out of the page."""
    assert refusals(Address, address) == ["E210"]


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=a",
        "utm_anything",
        "a=1&fbclid=b",
        "gclid=",
        "mc_cid=1",
        "mc_eid=1",
        "st_rec=1",
        "oref=w",
        "%75tm_source=a",
    ],
)
def test_what_follows_readers_about_is_refused(query: str) -> None:
    assert refusals(Address, f"https://a.example/x?{query}") == ["E210"]


@given(st.text(max_size=40), st.sampled_from(["", "https://", "https://a.example/", "http://[", "https://a.example:"]))
def test_any_text_is_an_address_or_refused(text: str, start: str) -> None:
    assert refusals(Address, start + text) in ([], ["E210"])


@pytest.mark.parametrize("host", ["news.example.com", "a.example", "a.example:8080", "xn--bcher-kva.example"])
def test_hosts(host: str) -> None:
    assert refusals(Host, host) == []


@pytest.mark.parametrize(
    "host",
    [
        "",
        "a",
        "A.example",
        "https://a.example",
        "a.example/",
        "u@a.example",
        "a.example\n",
        "한빛.example",
        "a b.example",
    ],
)
def test_what_is_no_host(host: str) -> None:
    assert refusals(Host, host) == ["E210"]


@pytest.mark.parametrize("language", ["en", "ko", "zh-Hant", "zh-Hans-CN", "pt-BR", "sr-Latn", "nb"])
def test_languages(language: str) -> None:
    assert refusals(Language, language) == []


@pytest.mark.parametrize("language", ["", "Korean", "xx", "en_GB", "en ", "e", "en-", "../en", "\uff45\uff4e"])
def test_what_is_no_language(language: str) -> None:
    assert refusals(Language, language) == ["E211"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0", "\u3000"])
def test_a_text_says_something(text: str) -> None:
    assert refusals(Text, text) == ["E211"]


def test_a_text_has_an_end() -> None:
    assert refusals(Text, "x" * 5000) == []
    assert len(refusals(Text, "x" * 5001)) == 1


@pytest.mark.parametrize(("value", "wanted"), [("true", True), ("false", False), (True, True), (False, False)])
def test_flags(value: object, wanted: bool) -> None:
    assert TypeAdapter(Flag).validate_python(value) is wanted


@pytest.mark.parametrize("value", ["yes", "no", "on", "1", "0", "True", "TRUE", "", ["true"], {}])
def test_no_other_word_is_a_flag(value: object) -> None:
    """A reader of YAML 1.1 would take ``yes``; here only one spelling means one thing."""
    assert refusals(Flag, value) == ["E211"]


@pytest.mark.parametrize("value", ["0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n", "", "\u0660" * 64])
def test_what_is_no_sha256(value: str) -> None:
    assert len(refusals(Sha256, value)) == 1


def test_the_id_comes_from_the_files_name() -> None:
    assert Record.model_validate({}, context={"id": "a"}).id == "a"


@pytest.mark.parametrize("former", ["", "Bad Id", "../../index", "a/b", "javascript:x", "a\n"])
def test_a_former_id_is_an_id(former: str) -> None:
    """It becomes the address of a page that leads on: ``../../index`` would write over another page."""
    assert refusals(Record, {"formerly": [former]}) != []


def test_nothing_changes_after_it_was_read() -> None:
    record = Record.model_validate({"note": "a"})
    with pytest.raises(ValidationError):
        record.note = "b"  # type: ignore[misc]
