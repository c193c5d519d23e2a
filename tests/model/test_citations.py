"""Citations are one line, read in five ways."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ledger.model.citations import Citation, CitedProvision, ProvisionCited, SourceCitation, parse
from ledger.model.ids import OriginId, ResolutionId, SourceId
from ledger.model.words import CitationWay
from tests.helpers import refused

CITATION: TypeAdapter[Citation] = TypeAdapter(SourceCitation)
PROVISION: TypeAdapter[ProvisionCited] = TypeAdapter(CitedProvision)


@pytest.mark.parametrize(
    ("line", "source", "way", "origin"),
    [
        ("kbs-2024-02", "kbs-2024-02", CitationWay.WHOLE, None),
        ("kbs-2024-02 own", "kbs-2024-02", CitationWay.OWN, None),
        ("kbs-2024-02 unsaid", "kbs-2024-02", CitationWay.UNSAID, None),
        ("kbs-2024-02 altered", "kbs-2024-02", CitationWay.ALTERED, None),
        ("kbs-2024-02 from kr-mnd", "kbs-2024-02", CitationWay.FROM, "kr-mnd"),
        ("own own", "own", CitationWay.OWN, None),
        ("from from from", "from", CitationWay.FROM, "from"),
    ],
)
def test_the_five_ways(line: str, source: str, way: CitationWay, origin: str | None) -> None:
    read = parse(line)
    assert (read.source, read.way, read.origin) == (source, way, origin)
    assert type(read.source) is SourceId
    assert origin is None or type(read.origin) is OriginId
    assert str(read) == line


@pytest.mark.parametrize(
    "line",
    [
        *("", " ", "a ", " a", "a  own", "a\nown", "a own own", "a Own", "a by b", "a from", "a from ", "a from b c"),
        *(
            "from a",
            "A",
            "a_b",
            "a,b",
            "a; b",
            "a from B",
            "a from b, c",
            "https://a.example",
            "a: own",
            "a #1",
            "a\u00a0own",
        ),
    ],
)
def test_what_is_no_citation(line: str) -> None:
    assert refused(parse, line) == "E209"


def test_the_long_form_says_where_and_in_what_words() -> None:
    read = CITATION.validate_python({"cite": "a from b", "at": "paragraph 4", "quote": 'the "coal"'})
    assert read == Citation(SourceId("a"), CitationWay.FROM, OriginId("b"), "paragraph 4", 'the "coal"')
    assert CITATION.dump_python(read) == {"cite": "a from b", "at": "paragraph 4", "quote": 'the "coal"'}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({}, "E209"),
        ({"at": "paragraph 4"}, "E209"),
        ({"cite": ""}, "E209"),
        ({"cite": "A"}, "E209"),
        ({"cite": ["a"]}, "E209"),
        ({"cite": "a", "at": " "}, "E209"),
        ({"cite": "a", "quote": ["b"]}, "E209"),
        ({"cite": "a", "page": "4"}, "E201"),
        (["a"], "E205"),
    ],
)
def test_what_is_no_long_form(value: Any, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CITATION.validate_python(value)
    assert [error["type"] for error in caught.value.errors()] == [code]


@pytest.mark.parametrize(
    ("text", "resolution", "paragraph"),
    [
        ("2397", "2397", None),
        ("2397 para 5", "2397", "5"),
        ("1718 para 8(a)(i)", "1718", "8(a)(i)"),
        ("draft-2022-05-26 para 10", "draft-2022-05-26", "10"),
    ],
)
def test_provisions(text: str, resolution: str, paragraph: str | None) -> None:
    read = PROVISION.validate_python(text)
    assert read == ProvisionCited(ResolutionId(resolution), paragraph)
    assert type(read.resolution) is ResolutionId
    assert str(read) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2397:5",
        "2397 para",
        "2397 para five",
        "2397 para 8a",
        "2397 para 8(A)",
        "2397 par 5",
        "S/RES/2397",
        "2397 para \uff15",
    ],
)
def test_what_is_no_provision(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PROVISION.validate_python(text)
    assert [error["type"] for error in caught.value.errors()] == ["E209"]


@pytest.mark.parametrize("value", [["2397"], {"resolution": "2397", "paragraph": "x"}])
def test_a_provision_is_written_as_text_only(value: Any) -> None:
    """A map of the parts that the program keeps would be a second way to write one, which nothing checks."""
    with pytest.raises(ValidationError):
        PROVISION.validate_python(value)


@given(st.one_of(st.text(max_size=30), st.text("ab- ownfrm", max_size=20)))
def test_any_text_is_read_or_refused(line: str) -> None:
    assert refused(parse, line) in (None, "E209")
    if refused(parse, line) is None:
        assert str(parse(line)) == line
