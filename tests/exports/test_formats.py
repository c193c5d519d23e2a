"""Each format is read back with the library that its users have, and gives the same facts."""

import json
import re
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import Checked
from ledger.exports.formats import bibtex, csl, formats, plain, ris
from ledger.exports.items import Item, entry_item, source_item

HOSTILE = [
    "{braces} } {{ and \\backslashes\\ \\begin{x}",
    "100% of $5 & #1_a ~b^c",
    "two\nlines\r\nER  - \nTY  - BOOK",
    "a}, url = {https://evil.example/",
    "@article{x, title = {y}}",
    "석탄과 쌀, уголь и рис, سفينة, naïve ł",
    "He said \"no\", and 'yes' and `maybe`",
    "<script>alert(1)</script> &amp; a, b and c and d",
    "%",
    "\\",
]
URL = "https://a.example/x.html?a=1&b=%7E#c_1"


def item(title: str, **more: Any) -> Item:
    whole: Any = {
        "id": "a-1",
        "type": "report",
        "genre": "report",
        "title": title,
        "author": [{"literal": title}],
        "issued": {"date-parts": [[2024, 2, 3]]},
        "language": "ko",
        "URL": URL,
        "note": title,
    }
    return whole | more  # type: ignore[no-any-return]


def folded(text: str) -> str:
    return " ".join(text.split())


def read_bibtex(text: str) -> dict[str, str]:
    """Return the one entry of a file, its fields as a reader would see them."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [entry] = library.entries
    fields = {field.key: str(field.value) for field in entry.fields}
    # Addresses and dates are verbatim to BibLaTeX: to TeX a % would begin a comment, and ~ be a blank.
    for key in ("url", "date"):
        fields[key] = "".join(re.findall(rf"^  {key} = \{{(.*)\}},$", text, re.MULTILINE))
    # The library has the accent alone for what TeX prints as the sign of ASCII.
    fields = {key: value.replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^") for key, value in fields.items()}
    return {"type of entry": entry.entry_type, "key": entry.key} | fields


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_gives_any_text_back(text: str) -> None:
    read = read_bibtex(bibtex(item(text)))
    assert {read[key] for key in ("title", "author", "institution", "note")} == {folded(text)}
    assert read["url"] == URL
    assert read["key"] == "a-1"


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60).filter(str.strip))
def test_bibtex_and_ris_end_where_they_should_whatever_is_in_them(text: str) -> None:
    written = bibtex(item(text))
    library = parse_string(written)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["a-1"]
    assert {field.key for field in library.entries[0].fields} >= {"title", "author", "date", "language", "url"}
    assert written.count("{") == written.count("}")
    assert [one["title"] for one in rispy.loads(ris(item(text)))] == [folded(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_ris_gives_any_text_back(text: str) -> None:
    [read] = rispy.loads(ris(item(text)))
    assert read["type_of_reference"] == "RPRT"
    assert read["title"] == folded(text)
    assert read["authors"] == [folded(text)]
    assert read["notes"] == [folded(text)]
    assert read["urls"] == [URL]
    assert read["id"] == "a-1"


@pytest.mark.parametrize("text", HOSTILE)
def test_csl_gives_any_text_back(text: str) -> None:
    assert json.loads(csl(item(text))) == [item(text)]


@pytest.mark.parametrize(
    ("issued", "bibtex_date", "year", "ris_date", "words"),
    [
        ({"date-parts": [[2024, 2, 3]]}, "2024-02-03", "2024", "2024/02/03/", "3 February 2024"),
        ({"date-parts": [[2024, 2]]}, "2024-02", "2024", "2024/02//", "February 2024"),
        ({"date-parts": [[2024]], "circa": True}, "2024~", "2024", "2024///about 2024", "about 2024"),
        (
            {"date-parts": [[2023, 8], [2024, 2]]},
            "2023-08/2024-02",
            "2023",
            "2023/08//August 2023 to February 2024",
            "August 2023 to February 2024",
        ),
        ({"literal": "until May 2024"}, "", "until May 2024", "///until May 2024", "until May 2024"),
    ],
)
def test_dates(issued: Any, bibtex_date: str, year: str, ris_date: str, words: str) -> None:
    one = item("t", issued=issued)
    read = read_bibtex(bibtex(one))
    assert read["date"] == bibtex_date
    assert read["year"] == year
    assert rispy.loads(ris(one))[0]["date"] == ris_date
    assert words in plain(one)


def test_an_entry_reads_the_same_in_every_format(mini: Checked) -> None:
    url = "https://a.example/transactions/2024-rice-for-coal.html"
    one = entry_item(mini.ledger, "2024-rice-for-coal", "In Exchange", url)
    made = formats(one)
    assert made.plain == f"“Coal to China, rice back”, In Exchange, version of 21 November 2026, {url}"
    tex = read_bibtex(made.bibtex)
    assert (tex["type of entry"], tex["title"], tex["organization"]) == ("misc", one["title"], "In Exchange")
    assert (tex["date"], tex["version"], tex["url"]) == ("2026-11-21", "2026-11-21", url)
    [record] = rispy.loads(made.ris)
    assert (record["type_of_reference"], record["title"], record["secondary_title"]) == (
        "ELEC",
        one["title"],
        "In Exchange",
    )
    assert (record["date"], record["edition"], record["urls"]) == ("2026/11/21/", "2026-11-21", [url])
    assert json.loads(made.csl) == [one]


def test_a_sentence_without_an_address_ends_with_a_full_stop(mini: Checked) -> None:
    one = entry_item(mini.ledger, "2024-rice-for-coal", "In Exchange")
    assert plain(one).endswith("version of 21 November 2026 (entry 2024-rice-for-coal).")


def test_a_style_of_csl_prints_every_item(mini: Checked) -> None:
    """The one style that comes with the processor; it prints who, when, what and where."""
    ledger = mini.ledger
    items = [entry_item(ledger, id, "In Exchange", f"https://a.example/{id}") for id in ledger.transactions]
    items += [source_item(ledger, id) for id in ledger.sources]
    # The processor is of CSL 1.0.1, which has neither type.
    known = [one for one in items if one["type"] not in ("dataset", "document")]
    source = CiteProcJSON(json.loads(csl(*known)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for one in known:
        bibliography.register(Citation([CitationItem(one["id"])]))
    printed = "\n".join(str(line) for line in bibliography.bibliography())
    for one in known:
        assert one.get("title", "") in printed
        assert all(name["literal"] in printed for name in one.get("author", []))


def test_every_source_can_be_written_in_every_format(mini: Checked) -> None:
    for id in mini.ledger.sources:
        one = source_item(mini.ledger, id)
        made = formats(one)
        assert read_bibtex(made.bibtex)["key"] == id
        assert rispy.loads(made.ris)[0]["id"] == id
        assert one.get("title", "") in made.plain
