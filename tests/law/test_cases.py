"""Flows against the provisions of the real resolutions, worked out by hand from the texts."""

from typing import Any

import pytest
import yaml

from ledger.law.matching import Fit, judge, matches
from ledger.model.dates import parse
from ledger.model.ids import ProvisionId
from ledger.model.transaction import Flow
from ledger.reckoned import Reckoned
from tests.helpers import TESTS, real

CASES: list[dict[str, Any]] = yaml.safe_load((TESTS / "law" / "cases.yaml").read_text("utf-8"))


def _ledger() -> Reckoned:
    return real().ledger


def _flow(case: dict[str, Any]) -> Flow:
    fields = {key: case[key] for key in ("from", "to", "commodities", "mode") if key in case}
    return Flow.model_validate({"goods": "goods", "outside": "a case", **fields})


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case['about'][:60]}" for i, case in enumerate(CASES)])
def test_what_describes_a_flow(case: dict[str, Any]) -> None:
    flow, when = _flow(case), parse(case["date"])
    found = {str(verdict.provision): verdict.fit.value for verdict in matches(_ledger(), flow, when)}
    assert found == case["matches"]
    for id, reason in case.get("reasons", {}).items():
        verdict = judge(_ledger(), ProvisionId(id), flow, when)
        assert verdict.fit is Fit.NO
        assert verdict.reasons[0].value == reason
