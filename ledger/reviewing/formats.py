"""How a review is printed: one function a format."""

import json
from collections.abc import Callable
from dataclasses import asdict

from ledger.reviewing.markdown import Addresses, as_markdown
from ledger.reviewing.review import Review


def as_json(review: Review, _: Addresses) -> str:
    """Return the review whole, field for field as ``Review`` has it, in ASCII."""
    return json.dumps(asdict(review), indent=1) + "\n"


FORMATS: dict[str, Callable[[Review, Addresses], str]] = {"markdown": as_markdown, "json": as_json}
