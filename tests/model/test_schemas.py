"""The schemas that editors read are those of the model as it is now."""

from ledger.model.schemas import schema_files
from tests.helpers import ROOT


def test_the_schemas_on_disk_are_not_stale() -> None:
    """An editor that completes fields of last month misleads. Where this fails, run: make schema."""
    disk = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").glob("*.json")}
    assert disk == schema_files()
