"""The JSON is what its description says, and reads back as the same records."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from ledger.checking import Checked
from ledger.exports.api import list_json, openapi, record_json
from ledger.exports.records import records
from ledger.exports.release import Release
from ledger.model.kinds import KINDS

RELEASE = Release("Example", "2026-11-22")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return json.loads(openapi(RELEASE))  # type: ignore[no-any-return]


def test_the_description_is_openapi(described: dict[str, Any]) -> None:
    validate(described)


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_as_described(kind: str, described: dict[str, Any], mini: Checked) -> None:
    operations = described["paths"]
    for path, text in [(f"/api/v1/{kind}.json", list_json(mini.ledger, RELEASE, kind))] + [
        (f"/api/v1/{kind}/{{id}}.json", record_json(record)) for record in records(mini.ledger, kind)
    ]:
        content = operations[path]["get"]["responses"]["200"]["content"]["application/json"]
        validator = Draft202012Validator(content["schema"] | {"components": described["components"]})
        assert [error.message for error in validator.iter_errors(json.loads(text))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_reads_back_as_the_same_records(kind: str, mini: Checked) -> None:
    whole = json.loads(list_json(mini.ledger, RELEASE, kind))
    assert (whole["generated"], whole["licence"], whole["count"]) == ("2026-11-22", "CC-BY-4.0", len(whole["items"]))
    again = [
        KINDS[kind].model.model_validate({k: v for k, v in item.items() if k != "id"}, context={"id": item["id"]})
        for item in whole["items"]
    ]
    assert again == list(records(mini.ledger, kind))
    assert [record.id for record in again] == sorted(record.id for record in again)


def test_countries_have_their_usual_names_and_all_that_are_named_are_there(mini: Checked) -> None:
    items = json.loads(list_json(mini.ledger, RELEASE, "countries"))["items"]
    assert [item["id"] for item in items] == list(mini.ledger.countries)
    assert {"id": "CN", "name": "China"} in items


def test_a_field_that_is_not_described_would_be_found(described: dict[str, Any], mini: Checked) -> None:
    record = json.loads(record_json(mini.ledger.places["nampo"])) | {"nmae": "x"}
    schema = {"$ref": "#/components/schemas/Place", "components": described["components"]}
    assert not Draft202012Validator(schema).is_valid(record)


def test_the_server_is_the_site_where_it_has_an_address() -> None:
    there = json.loads(openapi(Release("Example", "2026-11-22", url="https://a.example/x/")))
    assert there["servers"] == [{"url": "https://a.example/x/"}]
