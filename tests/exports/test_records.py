"""A record as data is the record."""

import json

from ledger.checking import Checked
from ledger.exports.records import record_json
from ledger.model.kinds import KINDS
from tests.helpers import read


def test_a_record_as_json_reads_back_as_the_same_record(mini: Checked) -> None:
    for document in mini.ledger.documents:
        data = json.loads(record_json(document))
        assert data.pop("id") == document.id
        again = KINDS[document.kind].model.model_validate(data, context={"id": document.id})
        assert again == document.record


def test_fields_are_named_as_in_the_file_and_ordered_as_in_the_model() -> None:
    document, _ = read("places", "kind: port\ncountry: KP\nname: 남포\n", "nampo")
    assert record_json(document) == (
        '{\n  "id": "nampo",\n  "name": "남포",\n  "country": "KP",\n  "kind": "port"\n}\n'
    )
    document, _ = read(
        "places", "name: A\ncountry: KP\nkind: port\npoint: {lat: 1, lon: 2, precision: town, from: b}\n"
    )
    assert list(json.loads(record_json(document))["point"]) == ["lat", "lon", "precision", "from"]
