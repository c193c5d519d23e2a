"""A record as data is the record."""

from ledger.checking import Checked
from ledger.exports.records import fields
from ledger.model.kinds import KINDS
from tests.helpers import read


def test_a_record_as_json_reads_back_as_the_same_record(mini: Checked) -> None:
    for document in mini.ledger.documents:
        assert document.record
        data = fields(document.record)
        assert data.pop("id") == document.id
        again = KINDS[document.kind].model.model_validate(data, context={"id": document.id})
        assert again == document.record


def test_fields_are_named_as_in_the_file_and_ordered_as_in_the_model() -> None:
    document, _ = read("places", "kind: port\ncountry: KP\nname: 남포\n", "nampo")
    assert document.record
    assert list(fields(document.record).items()) == [
        ("id", "nampo"),
        ("name", "남포"),
        ("country", "KP"),
        ("kind", "port"),
    ]
    document, _ = read(
        "places", "name: A\ncountry: KP\nkind: port\npoint: {lat: 1, lon: 2, precision: town, from: b}\n"
    )
    assert document.record
    assert list(fields(document.record)["point"]) == ["lat", "lon", "precision", "from"]


def test_a_number_is_a_number(mini: Checked) -> None:
    assert fields(mini.ledger.series["coal-to-china"])["factors"][0]["number"] == 2500.5
