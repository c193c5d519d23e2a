"""How an entry stands as a whole."""

from typing import Any

import pytest

from ledger.evidence.standing import Standing
from tests.evidence.test_standing import ledger_with


def stands(claims: dict[str, Any], **fields: Any) -> Standing:
    return ledger_with(claims, **fields).entry_standings["entry"]


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ({"c1": ["post"]}, Standing.SINGLE),
        ({"c1": ["images"], "c2": ["more-images"]}, Standing.SEVERAL),
        ({"c1": ["images"], "c2": ["post"]}, Standing.DIFFERENT_KINDS),
        ({"c1": ["slip altered"]}, Standing.ALTERED),
    ],
)
def test_origins_of_all_claims_that_report_a_flow_count_together(claims: dict[str, Any], word: Standing) -> None:
    assert stands(claims) is word


def test_one_disputed_claim_is_enough() -> None:
    denied = {"r1": {"by": "kp", "kind": "denied", "to": ["c2"], "sources": ["images"]}}
    assert stands({"c1": ["images"], "c2": ["more-images"]}, responses=denied) is Standing.DISPUTED


def test_background_does_not_count() -> None:
    background = {"says": "It rained.", "sources": ["images"]}
    denied = {"r1": {"by": "kp", "kind": "denied", "to": ["c2"], "sources": ["images"]}}
    assert stands({"c1": ["post"], "c2": background}, responses=denied) is Standing.SINGLE


def test_withdrawn_comes_first() -> None:
    denied = {"r1": {"by": "kp", "kind": "denied", "sources": ["images"]}}
    gone = {"date": "2026-11-21", "why": "It was another ship."}
    assert stands({"c1": ["images"]}, responses=denied, withdrawn=gone) is Standing.WITHDRAWN
