"""A record as data: its file as it was checked, and the same as JSON."""

import json

from ledger.model.document import Document
from ledger.model.record import Record


def record_json(document: Document) -> str:
    """Return a whole record as JSON: its id, then the fields its file has, named and ordered as in the field reference.

    Short forms are written out; dates, amounts, citations and words of a list are the texts of the file.
    """
    assert document.record is not None
    fields = document.record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    last = {name: fields.pop(name) for name in Record.model_fields if name in fields}
    return json.dumps({"id": document.id} | fields | last, ensure_ascii=False, indent=2) + "\n"
