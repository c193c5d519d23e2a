"""Counts and standings of real entries against those that were worked out by hand, claim by claim."""

from typing import Any

import pytest
import yaml

from ledger.evidence.entries import of_flow
from ledger.evidence.independence import Count
from ledger.model.local_ids import ClaimId, FlowId
from ledger.reckoned import ClaimAt, Reckoned
from tests.helpers import TESTS, real

EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / "evidence" / "expected-origins.yaml").read_text("utf-8"))
COUNTS = [(entry, id) for entry, rows in EXPECTED.items() for id in rows if id != "standing"]
STANDINGS = [(entry, id) for entry, rows in EXPECTED.items() for id in rows.get("standing", {})]


def _ledger() -> Reckoned:
    return real().ledger


def _count(entry: str, id: str) -> Count:
    if id.startswith("f"):
        return of_flow(_ledger().evidence, _ledger().transactions[entry], FlowId(id))
    return _ledger().counts[ClaimAt(entry, ClaimId(id))]


@pytest.mark.parametrize(("entry", "id"), COUNTS)
def test_counts(entry: str, id: str) -> None:
    count = _count(entry, id)
    assert [count.reports, count.lower, count.upper] == EXPECTED[entry][id]


@pytest.mark.parametrize(("entry", "id"), STANDINGS)
def test_standings(entry: str, id: str) -> None:
    standing = _ledger().standings[ClaimAt(entry, ClaimId(id))]
    assert standing.value == EXPECTED[entry]["standing"][id].replace("kinds of knowledge", "kinds")


def test_every_claim_of_these_entries_was_worked_out() -> None:
    for entry, rows in EXPECTED.items():
        record = _ledger().transactions[entry]
        assert set(rows) - {"standing"} == {*record.claims, *record.flows}
