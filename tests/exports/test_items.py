"""An entry or a source as a CSL item says what its record says, and nothing more exact."""

import re
from pathlib import Path

import citeproc
import pytest

from ledger.checking import Checked
from ledger.exports.items import TYPES, Issued, entry_item, issued, source_item
from ledger.model.dates import parse
from ledger.model.words import SourceKind
from tests.small import article, entry, said, small

SCHEMA = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"


def words_of(file: str) -> set[str]:
    """Return the words that a file of the schema of CSL 1.0.2 lists."""
    return set(re.findall(r'^\s*(?:\|\s*)?"([^"]+)"', (SCHEMA / file).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-18", {"date-parts": [[2024, 6, 18]]}),
        ("2024-06", {"date-parts": [[2024, 6]]}),
        ("2024-06-XX", {"date-parts": [[2024, 6]]}),
        ("2024", {"date-parts": [[2024]]}),
        ("2024-XX-XX", {"date-parts": [[2024]]}),
        ("2024-06~", {"date-parts": [[2024, 6]], "circa": True}),
        ("2024?", {"date-parts": [[2024]], "circa": True}),
        ("201X", {"date-parts": [[2010], [2019]]}),
        ("2023-08~/2024-02-03", {"date-parts": [[2023, 8], [2024, 2, 3]], "circa": True}),
        ("../2017-09", {"literal": "until September 2017"}),
        ("2017-09-01/..", {"literal": "from 1 September 2017 on"}),
    ],
)
def test_a_date_is_as_precise_as_it_was_reported(text: str, expected: Issued) -> None:
    assert issued(parse(text)) == expected


def test_every_kind_of_source_has_a_type_of_csl() -> None:
    assert set(TYPES) == set(SourceKind)
    assert set(TYPES.values()) <= words_of("csl-types.rnc")


def test_items_have_no_field_that_csl_does_not_know(mini: Checked) -> None:
    ledger = mini.ledger
    items = [entry_item(ledger, id, "In Exchange", "https://a.example/") for id in ledger.transactions]
    items += [source_item(ledger, id) for id in ledger.sources]
    assert set().union(*items) <= words_of("csl-variables.rnc") | {"id", "type"}
    assert all({"id", "type"} <= set(item) for item in items)


def test_an_entry_is_a_web_page_in_the_version_of_its_last_change(mini: Checked) -> None:
    item = entry_item(mini.ledger, "2024-rice-for-coal", "In Exchange", "https://a.example/transactions/x.html")
    assert item["type"] == "webpage"
    assert item["title"] == "Coal to China, rice back"
    assert item["container-title"] == "In Exchange"
    assert item["version"] == "2026-11-21"
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert item["URL"] == "https://a.example/transactions/x.html"
    assert "note" not in item
    assert "author" not in item


def test_without_an_address_the_id_says_which_entry_it_is(mini: Checked) -> None:
    item = entry_item(mini.ledger, "2024-rice-for-coal", "In Exchange")
    assert "URL" not in item
    assert item["note"] == "entry 2024-rice-for-coal"


def test_a_source_has_its_own_title_and_the_english_one_beside_it(mini: Checked) -> None:
    item = source_item(mini.ledger, "hanbit-daily-2024-02")
    assert item["title"] == '석탄 & 쌀: "교환"'
    assert item["note"] == 'Title in English: Coal & rice: an "exchange"'
    assert item["author"] == [{"literal": "Hanbit Daily"}]
    assert item["language"] == "ko"
    assert "URL" not in item


def test_nobody_is_named_where_nobody_is() -> None:
    ledger = small(
        sources={
            "a": article("unnamed", "unnamed-witness", who="a dealer"),
            "b": {"kind": "article", "host": "news.example.com", "access": "read", "own": ["not-stated"]},
        }
    )
    unnamed, of_host = source_item(ledger, "a"), source_item(ledger, "b")
    assert "author" not in unnamed
    assert "publisher" not in unnamed
    assert unnamed["note"] == "Said by: a dealer"
    assert "author" not in of_host
    assert of_host["container-title"] == "news.example.com"


def test_a_speaker_is_the_author_and_the_body_the_publisher() -> None:
    ledger = small(
        sources={"a": said("paper", speaker="ann")},
        actors={"ann": {"name": "Ann Office", "kind": "agency"}},
    )
    item = source_item(ledger, "a")
    assert item["author"] == [{"literal": "Ann Office"}]
    assert item["publisher"] == "Paper"


def test_what_was_not_read_says_so() -> None:
    ledger = small(sources={"a": said("paper"), "b": article("paper", "document")}, transactions={"x": entry()})
    assert source_item(ledger, "a")["note"] == "Not read: known only through others"
    assert "note" not in source_item(ledger, "b")
