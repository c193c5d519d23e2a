"""Every field stands where the table on the page of data says, or is left out there with a reason."""

import itertools
import json
from collections.abc import Iterator

import pytest

from ledger.checking import Checked
from ledger.exports.ftm.entity import Entity, entity_id, language
from ledger.exports.ftm.lines import entities
from ledger.exports.ftm.mapping import KEPT, LEFT_OUT, PROPERTIES, Line
from ledger.exports.release import Release
from ledger.exports.tables.filled import filled
from ledger.exports.tables.table import Column, Table, Type
from ledger.model.kinds import KINDS
from ledger.model.words import Word
from ledger.pages.ftm import mapping_rows
from ledger.reckoned import Reckoned

RELEASE = Release("Example", "2026-11-22", url="https://ledger.example/")
TABLES = {one.table.name: one.table for one in filled(Reckoned(()))}


def columns(line: Line) -> Iterator[tuple[str, str]]:
    for name in line.fields:
        table, _, column = name.partition(".")
        yield from ((table, one.name) for one in TABLES[table].columns if column in ("*", one.name))


def must_be_named(table: Table, column: Column) -> bool:
    """Keys only repeat what leads to the row; the first and the last day of a date follow from it."""
    return column.name not in table.key and not column.name.endswith(("_earliest", "_latest"))


def test_every_field_of_the_model_is_mapped_or_left_out() -> None:
    named = {name for line in (*KEPT, *LEFT_OUT) for name in columns(line)}
    needed = {
        (one.name, column.name) for one in TABLES.values() for column in one.columns if must_be_named(one, column)
    }
    assert sorted(needed - named) == []


def test_no_line_names_a_field_that_is_not_or_that_another_has() -> None:
    lines = (*KEPT, *LEFT_OUT)
    assert [field for line in lines for field in line.fields if not [*columns(Line((field,), (), ""))]] == []
    named = [name for line in lines for name in columns(line)]
    assert len(named) == len(set(named))
    assert all(line.how for line in LEFT_OUT)
    assert all(line.to for line in KEPT)


@pytest.fixture(scope="module")
def made(mini: Checked) -> list[Entity]:
    return [*entities(mini.ledger, RELEASE)]


def test_nothing_is_written_that_the_table_does_not_name(made: list[Entity]) -> None:
    written = {f"{one.schema}.{name}" for one in made for name in one.properties}
    assert sorted(written - set(PROPERTIES)) == []


WORDS = {word.value: {word.meaning} for kind in Word.__subclasses__() for word in kind}
for _word in itertools.chain.from_iterable(Word.__subclasses__()):
    WORDS[_word.value].add(_word.meaning)


def forms(cell: object, column: Column) -> set[str]:
    """Return the forms in which a cell may stand in a text."""
    text = str(cell)
    if column.words or column.name in ("way",):
        return {text, text.replace("-", " ").replace("_", " "), *WORDS.get(text, ())}
    if "country" in column.name:
        return {text.lower(), {"high-seas": "the high seas", "unknown": "not known"}.get(text, "?")}
    if column.name == "language":
        return {language(text) or ""}
    return {"near it", "at it"} if column.type is Type.BOOLEAN else {text}


def named(ledger: Reckoned, column: Column, cell: str) -> set[str]:
    """Return the names of what an id leads to, for what stands in words."""
    if column.name == "commodity_id":
        return {ledger.commodities[cell].name}
    if column.name == "actor_id":
        return {ledger.actors[cell].name}
    return {ledger.country_name(cell)} if column.name == "registry_country_id" else set()


def cells(mini: Checked) -> Iterator[tuple[str, str, Line, set[str]]]:
    """Yield kind and id of a record, the line that maps a cell of it, and the forms that the cell may have."""
    lines = {name: line for line in KEPT for name in columns(line)}
    transactions = mini.ledger.transactions
    for one in filled(mini.ledger):
        names = [column.name for column in one.table.columns]
        owner = one.table.key[0].removesuffix("_id")
        kind = one.table.name if owner == "id" else f"{owner}s"
        for row in one.rows:
            id = str(row[names.index(one.table.key[0])])
            gone = kind == "transactions" and not transactions[id].counts
            # A relation to a series has no other end, and of what is gone nothing else is handed on.
            if kind not in KINDS or (one.table.name == "relations" and row[-1] not in transactions):
                continue
            for column, cell in zip(one.table.columns, row, strict=True):
                line = lines.get((one.table.name, column.name))
                handed_on = not gone or column.name.startswith(("withdrawn", "merged", "title"))
                if line and cell not in (None, False) and handed_on:
                    yield kind, id, line, forms(cell, column) | named(mini.ledger, column, str(cell))


def test_every_field_stands_where_the_table_says(mini: Checked, made: list[Entity]) -> None:
    lost, found = [], 0
    texts: dict[tuple[str, str], dict[str, str]] = {}
    for one in made:
        kind, id = one.id.split(".")[1:3]
        for name, values in one.properties.items():
            held = texts.setdefault((kind, id), {})
            held[f"{one.schema}.{name}"] = "\n".join(
                (held.get(f"{one.schema}.{name}", ""), one.id, one.schema, *values)
            )
    for kind, id, line, accepted in cells(mini):
        text = "\n".join(texts[kind, id].get(name, "") for name in line.to).casefold()
        found += 1
        if not any(form.casefold() in text for form in accepted):
            lost.append((kind, id, line.fields, accepted))
    assert "\n".join(map(str, lost)) == ""
    assert found > 400


def test_the_page_shows_every_line() -> None:
    rows = mapping_rows()
    assert len(rows) == len(KEPT) + len(LEFT_OUT)
    [notes] = [row for row in rows if row.fields == ("identifiers.un", "identifiers.registry_country_id")]
    assert notes.to == ("notes of any actor",)
    [flag] = [row for row in rows if row.fields == ("actors.country_id",)]
    assert flag.to == ("country of any actor but a Vessel", "flag of Vessel")


def test_ids_of_things_in_records_can_be_no_ids_of_records() -> None:
    assert entity_id("transactions", "2024-a", "c1") == "in-exchange.transactions.2024-a.c1"
    assert entity_id("transactions", "2024-a-c1") != entity_id("transactions", "2024-a", "c1")


def test_a_line_is_json_with_id_schema_and_properties() -> None:
    line = Entity("in-exchange.actors.a", "Company").add("name", "Ä\u2028 & Söhne", None, "").add("name", "B").line()
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "id": "in-exchange.actors.a",
        "schema": "Company",
        "properties": {"name": ["Ä\u2028 & Söhne", "B"]},
    }
