"""A name that some system cannot hold is refused on all of them."""

import pytest

from ledger.model.ids import ActorId, FormerId
from ledger.reading.names import MAX_LENGTH, unfit
from tests.helpers import ENTRIES, refused

DEVICES = ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt0", "lpt1", "lpt9"]


@pytest.mark.parametrize("id", [*DEVICES, "index", "a" * (MAX_LENGTH + 1)])
def test_what_no_file_can_be_called(id: str) -> None:
    """Git would not check such a file out on Windows, and a page named index would stand in the place of the list."""
    assert unfit(id)
    assert refused(ActorId.parse, id) == refused(FormerId.parse, id) == "E206"


@pytest.mark.parametrize("id", ["a", "con-man", "console", "com10", "index-of-ships", "a" * MAX_LENGTH])
def test_what_a_file_can_be_called(id: str) -> None:
    assert unfit(id) == ""
    assert ActorId.parse(id) == id


def test_the_longest_page_of_an_id_has_room_on_every_system() -> None:
    """255 bytes for a name with its ending; 260 for a whole path on Windows, of which a folder needs some."""
    assert len("x" * MAX_LENGTH + ".csl.json") < 255
    assert len("data/transactions/" + "x" * MAX_LENGTH + ".csl.json") < 150


def test_every_entry_has_such_a_name() -> None:
    assert [path for path in ENTRIES.rglob("*.yaml") if unfit(path.stem)] == []
