"""JSON Schemas of the kinds of record, for editors; made from the same declarations that check the entries."""

import json
from typing import Any

from ledger.model.kinds import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of record, in the names that files use."""
    model = KINDS[kind].model
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}


def schema_files() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    return {
        f"{kind.one}.schema.json": json.dumps(schema(kind.folder), indent=2, ensure_ascii=False) + "\n"
        for kind in KINDS.values()
    }
