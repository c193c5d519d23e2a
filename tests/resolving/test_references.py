"""Every id in a record is found with its path, wherever it stands."""

from collections.abc import Iterator

import pytest

from ledger.checking import Checked
from ledger.model.document import Document
from ledger.model.ids import (
    ActorId,
    CommodityId,
    End,
    Id,
    OriginId,
    ProvisionId,
    ResolutionId,
    SourceId,
    TransactionId,
    TransactionOrSeriesId,
)
from ledger.model.local_ids import ClaimId, FlowId
from ledger.reading.nodes import Listing, Mapping, Node, Place, Scalar
from ledger.resolving.references import references
from tests.helpers import mini_files

PROSE = {
    "title",
    "name",
    "says",
    "goods",
    "note",
    "words",
    "unit",
    "aliases",
    "covers",
    "about",
    "kind",
    "formerly",
    "what",
    "exemption",
    "summary",
}


def named(mini: Checked, kind: str, id: str) -> list[tuple[tuple[str | int, ...], Id]]:
    return list(references(mini.ledger.by(kind)[id]))


@pytest.mark.parametrize(
    ("path", "id"),
    [
        (("flows", "f1", "from"), End("KP")),
        (("flows", "f1", "commodities", 0), CommodityId("coal")),
        (("claims", "c1", "flows", 0), FlowId("f1")),
        (("claims", "c1", "sources", 1), SourceId("gazette-2024-03")),
        (("claims", "c2", "sources", 0), SourceId("gazette-2024-03")),
        (("claims", "c2", "sources", 0), OriginId("no-customs")),
        (("claims", "c4", "exchange", "gave", 0), FlowId("f1")),
        (("claims", "c5", "outcome", "by"), ActorId("oslo-court")),
        (("claims", "c5", "outcome", "against", 0), ActorId("example-trading")),
        (("claims", "c6", "disputes", 0), ClaimId("c1")),
        (("responses", "r1", "to", 1), ClaimId("c2")),
        (("disagreements", 0, "values", 1, "sources", 0), SourceId("harbour-courier-2024-02-29")),
        (("resolutions_cited", 0, "provision"), ResolutionId("2371")),
        (("relations", 0, "to"), TransactionOrSeriesId("coal-to-china")),
    ],
)
def test_ids_of_an_entry(path: tuple[str | int, ...], id: Id, mini: Checked) -> None:
    """Paths are those of the file: ``from``, not ``from_``; a short citation and a long one have the same."""
    found = [(name, type(name)) for where, name in named(mini, "transactions", "2024-rice-for-coal") if where == path]
    assert (id, type(id)) in found


def test_an_exchange_names_the_other_entry_and_its_flow(mini: Checked) -> None:
    path = ("claims", "c4", "exchange", "gave", 0)
    found = [name for where, name in named(mini, "transactions", "2025-ore-for-machines") if where == path]
    assert found == ["2024-rice-for-coal", "f1"]
    assert [type(name) for name in found] == [TransactionId, FlowId]


def test_short_and_long_edges_give_the_path_of_the_model(mini: Checked) -> None:
    found = dict(named(mini, "sources", "gazette-2024-03"))
    assert found["relies_on", 0, "source"] == "no-customs-2024"
    assert found["relies_on", 1, "source"] == "coast-witness-2024"


def test_a_provision_is_named_by_its_whole_id(mini: Checked) -> None:
    found = dict(named(mini, "resolutions", "2371"))
    assert found["provisions", "coal-cap", "replaced_by"] == ProvisionId("2371-coal")


def test_a_record_without_ids_names_nothing(mini: Checked) -> None:
    assert named(mini, "actors", "gazette") == []


def test_what_is_no_record_names_nothing() -> None:
    assert list(references(None)) == []
    assert list(references("gazette")) == []


def test_each_path_leads_to_the_words_that_name_the_id(mini: Checked) -> None:
    for document in mini.ledger.documents:
        for path, name in references(document.record):
            line, column = _place(document, path)
            text = mini_files()[f"{document.kind}/{document.id}.yaml"].splitlines()[line - 1][column - 1 :]
            assert name in text or text.startswith(("{cite:", "cite:")), (document.id, path, name)


@pytest.mark.parametrize("name", mini_files())
def test_whatever_looks_like_an_id_is_found(name: str, mini: Checked) -> None:
    """Read the other way round: no text that is an id of the ledger goes unseen, in any field but those of prose."""
    document = next(d for d in mini.ledger.documents if f"{d.kind}/{d.id}.yaml" == name)
    known = {d.id for d in mini.ledger.documents} | set(mini.ledger.provisions)
    seen = {_place(document, path) for path, _ in references(document.record)}
    missed = [
        (scalar.text, place)
        for scalar, place in _scalars(document.root)
        if scalar.text.split(" ")[0].split("#")[0] in known and place not in seen
    ]
    assert missed == []


def _place(document: Document, path: tuple[str | int, ...]) -> Place:
    mark = document.mark(path)
    return mark.line, mark.column


def _scalars(node: Node, field: str = "", short: Place | None = None) -> Iterator[tuple[Scalar, Place]]:
    """Yield the texts outside prose, each with its place; of a long citation, that of the whole."""
    match node:
        case Scalar():
            if field not in PROSE:
                yield node, short or node.place
        case Listing():
            for item in node.items:
                yield from _scalars(item, field)
        case Mapping():
            for key, value in node.values.items():
                yield from _scalars(value, key, node.place if key == "cite" else None)
