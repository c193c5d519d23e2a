"""The index that the search looks through."""

from typing import Any

import pytest

from ledger.checking import Checked
from ledger.views.finding import finding
from tests.helpers import ENTRIES, real

Index = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def index(mini: Checked) -> Index:
    groups: Any = finding(mini.ledger)
    return {group["kind"]: {row[0]: [*row[1:], *[""] * 5][:4] for row in group["records"]} for group in groups}


def test_every_page_of_a_record_can_be_found(mini: Checked, index: Index) -> None:
    merged = {id for id, entry in mini.ledger.transactions.items() if entry.merged_into}
    for kind, found in index.items():
        assert set(found) == set(mini.ledger.by(kind)) - (merged if kind == "transactions" else set())


def test_transactions_come_first_and_the_newest_of_them(index: Index) -> None:
    assert next(iter(index)) == "transactions"
    assert list(index["transactions"]) == ["2025-ore-for-machines", "2024-rice-for-coal", "2023-tea-shipment"]


def test_an_actor_is_found_by_all_its_names_and_numbers(index: Index) -> None:
    assert index["actors"]["morning-star"][2] == ["샛별", "Star [a](javascript:b)", "12:30", "IMO 1234567"]
    assert "조선민주주의인민공화국 정부" in index["actors"]["kp-government"][2]
    assert index["actors"]["example-trading"][2] == ["KPe.999", "CN 010"]


def test_a_source_is_found_by_both_titles_and_its_publisher(mini: Checked, index: Index) -> None:
    title, _, aliases, texts = index["sources"]["hanbit-daily-2024-02"]
    assert (title, aliases) == ('석탄 & 쌀: "교환"', ['Coal & rice: an "exchange"'])
    assert list(index["actors"])[texts[0]] == "hanbit-daily"
    assert index["sources"]["page-of-no-outlet-2024"][3] == ["pages.example.org"]


def test_a_resolution_is_found_by_its_number(index: Index) -> None:
    assert "2371" in index["resolutions"]["2371"][2]


def test_a_withdrawn_entry_says_so(index: Index) -> None:
    assert index["transactions"]["2023-tea-shipment"][1].endswith("withdrawn")


def test_no_text_has_a_line_break(index: Index) -> None:
    """The titles of long entries are folded in their files."""
    texts = [text for found in index.values() for row in found.values() for text in [row[0], *row[2], *row[3]]]
    assert not any("\n" in str(text) for text in texts)


@pytest.mark.skipif(not ENTRIES.exists(), reason="without entries")
def test_the_index_stays_compact() -> None:
    """Ten thousand records must come over a telephone: at most 120 bytes for each, packed as a server sends them."""
    import gzip

    from ledger.pages.assets import script

    ledger = real().ledger
    packed = gzip.compress(script("searchData", finding(ledger)).encode())
    records = sum(len(group["records"]) for group in finding(ledger))  # type: ignore[arg-type,misc]
    assert len(packed) <= 120 * records
