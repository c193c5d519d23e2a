"""The tables hold all that the records say, each row named by its key, each link leading somewhere."""

import dataclasses
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from ledger.checking import Checked
from ledger.exports.records import records
from ledger.exports.tables.filled import filled
from ledger.exports.tables.plans import plans, tables
from ledger.exports.tables.table import Filled, Type
from ledger.model.amounts import Amount
from ledger.model.citations import Citation, ProvisionCited
from ledger.model.dates import Edtf
from ledger.model.flow_refs import FlowRef
from ledger.model.kinds import KINDS

TYPES = {
    Type.STRING: (str,),
    Type.INTEGER: (int,),
    Type.NUMBER: (Decimal, float),
    Type.BOOLEAN: (bool,),
    Type.DATE: (date,),
}


@pytest.fixture(scope="module")
def made(mini: Checked) -> dict[str, Filled]:
    return {one.table.name: one for one in filled(mini.ledger)}


def dicts(one: Filled) -> list[dict[str, Any]]:
    names = [column.name for column in one.table.columns]
    return [dict(zip(names, row, strict=True)) for row in one.rows]


def leaves(value: Any) -> Iterator[Any]:
    """Yield every plain value of a record by its own walk, not by the one under test."""
    if isinstance(value, BaseModel):
        value = tuple(getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, dict):
        value = (*map(str, value), *value.values())
    match value:
        case None | "":
            return
        case tuple():
            for item in value:
                yield from leaves(item)
        case Amount() | Citation() | ProvisionCited() | FlowRef():
            yield from leaves(tuple(getattr(value, field.name) for field in dataclasses.fields(value)))
        case Edtf() | str():
            yield str(value)
        case _:
            yield value


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_record_says_is_dropped(kind: str, mini: Checked, made: dict[str, Filled]) -> None:
    [plan] = [plan for plan in plans() if plan.table.name == kind]
    rows = [row for table in tables(plan) for row in made[table.name].rows]
    rows += [(former, "") for of, former, _ in made["former_ids"].rows if of == kind]
    cells = Counter(str(cell) for row in rows for cell in row)
    said = Counter(str(leaf) for record in records(mini.ledger, kind) for leaf in leaves(record))
    assert said - cells == Counter()


def test_a_claim_comes_out_with_its_amount_and_its_citations(mini: Checked, made: dict[str, Filled]) -> None:
    claim = mini.ledger.transactions["2024-rice-for-coal"].claims["c1"]  # type: ignore[index]
    here = {"transaction_id": "2024-rice-for-coal", "claim_id": "c1"}
    cited = [row for row in dicts(made["citations"]) if here.items() <= row.items()]
    assert [row["source_id"] for row in cited] == [citation.source for citation in claim.sources]
    [amount] = [row for row in dicts(made["amounts"]) if here.items() <= row.items()]
    assert (amount["words"], amount["low"], amount["high"], amount["unit"]) == (
        "about 2,500 tons",
        Decimal(2500),
        Decimal(2500),
        "ton",
    )


def test_a_date_has_the_days_that_it_may_mean(made: dict[str, Filled]) -> None:
    [row] = [row for row in dicts(made["transactions"]) if row["id"] == "2023-tea-shipment"]
    spans = row["when_date"], row["when_date_earliest"], row["when_date_latest"]
    assert spans == ("202X", date(2020, 1, 1), date(2029, 12, 31))


def test_computed_tables_say_what_the_pages_say(mini: Checked, made: dict[str, Filled]) -> None:
    counts = {(row["transaction_id"], row["claim_id"]): row for row in dicts(made["claim_counts"])}
    assert len(counts) == len(mini.ledger.counts)
    for at, count in mini.ledger.counts.items():
        row = counts[at.entry, at.claim]
        assert (row["reports"], row["lower"], row["upper"]) == (count.reports, count.lower, count.upper)
        assert row["standing"] == mini.ledger.standings[at].value
    described = {(row["transaction_id"], row["flow_id"], row["provision_id"]) for row in dicts(made["flow_provisions"])}
    assert described == {(*at, one.verdict.provision) for at, law in mini.ledger.law.items() for one in law.described}


def test_every_row_has_a_key_of_its_own_and_cells_of_the_declared_type(made: dict[str, Filled]) -> None:
    for one in made.values():
        names = [column.name for column in one.table.columns]
        assert len(names) == len(set(names)), one.table.name
        keys = [tuple(row[name] for name in one.table.key) for row in dicts(one)]
        assert len(keys) == len(set(keys)), one.table.name
        for column in one.table.columns:
            cells = [row[column.name] for row in dicts(one)]
            assert not column.required or None not in cells, (one.table.name, column.name)
            found = {type(cell) for cell in cells if cell is not None}
            assert found <= set(TYPES[column.type]), (one.table.name, column.name)
            assert not column.words or {*column.words, None} >= set(cells), (one.table.name, column.name)
            assert column.meaning, (one.table.name, column.name)


def test_every_link_leads_to_a_row(made: dict[str, Filled]) -> None:
    for one in made.values():
        for link in one.table.links:
            there = {tuple(row[name] for name in link.to) for row in dicts(made[link.table])}
            here = {tuple(row[name] for name in link.columns) for row in dicts(one)}
            assert {row for row in here if None not in row} <= there, (one.table.name, link)
            assert link.to == made[link.table].table.key


def test_every_table_has_a_row_in_the_ledger_in_miniature(made: dict[str, Filled]) -> None:
    """A table that is empty here would be tried by no test."""
    assert [name for name, one in made.items() if not one.rows] == []
