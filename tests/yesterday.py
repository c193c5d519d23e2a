"""The ledger in miniature as it was a release ago, and as it is today: every way in which a record can change."""

import re

from tests.helpers import mini_files

TEA = "transactions/2023-tea-shipment.yaml"
SHIPMENT = "transactions/2024-coal-shipment.yaml"
ENTRY = "transactions/2024-rice-for-coal.yaml"
_LATER = re.compile(
    r"  - \{date: 2026-11-21, what: (?!entered).*\n|^(withdrawn|merged_into|formerly): .*\n", re.MULTILINE
)
_OLD_NAMES = {
    r"\bexample-trading\b(?!-)": "example-trading-company",
    r"\b2024-rice-for-coal\b": "2024-coal-for-rice",
}
_RELATION = "relations: [{kind: distinct, to: 2024-coal-for-rice}]\n"
"""What kept two entries apart before one was merged into the other."""


def today() -> dict[str, str]:
    """Return its files, with a commodity that nobody named before and an actor that was corrected."""
    files = mini_files()
    files["actors/gazette.yaml"] += "note: A paper of the coast.\n"
    return files | {"commodities/tea.yaml": "name: tea\nparents: [food]\n"}


def yesterday() -> dict[str, str]:
    """Return its files before the newest lines of the histories: nothing withdrawn, merged or renamed yet."""
    files = {}
    for name, text in mini_files().items():
        old_name, old = name, _LATER.sub("", text)
        for pattern, id in _OLD_NAMES.items():
            old_name, old = re.sub(pattern, id, old_name), re.sub(pattern, id, old)
        files[old_name] = old
    files[SHIPMENT] += _RELATION
    return files
