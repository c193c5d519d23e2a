"""A part of the ledger as files that pass the check on their own, and what was left out of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ledger.model.document import Document, Path
from ledger.reading.nodes import Plain, plain
from ledger.reading.tree import File
from ledger.reckoned import Reckoned
from ledger.resolving.references import references
from ledger.subsetting.closure import leads_to_transaction, needed
from ledger.subsetting.part import Part, chosen

_CUT = "# Not as it stands in the whole ledger: what names entries that are not in this part was left out.\n"


@dataclass(frozen=True, slots=True)
class Subset:
    """The files of a part, and how much of the whole is not among them."""

    part: Part
    files: tuple[File, ...]
    """Byte for byte as in the whole where they name nothing that is left out; the others say that they were cut."""
    chosen: int
    """The transactions that make the part."""
    kept: Counter[str]
    """The records in the part, by kind."""
    whole: Counter[str]
    """The records in the whole ledger, by kind."""
    dropped: Counter[str]
    """References between what is in the part and transactions on the other side, by the field they stand in:
    ``relations``, ``claims`` (sides of an exchange), ``points`` (of series) and ``merged_into``."""


def take(ledger: Reckoned, part: Part) -> Subset:
    """Return a part of a ledger that passed the check; raise ``NoSuchPartError`` where no transaction is in it."""
    ids = chosen(ledger, part)
    inside = needed(ledger, part, ids)
    kept = [one for one in ledger.documents if (one.kind, one.id) in inside]
    here = {one.id for one in kept if one.kind == "transactions"}
    return Subset(
        part=part,
        files=tuple(File(one.kind, one.id, one.path, _data(ledger, one, here)) for one in kept),
        chosen=len(ids),
        kept=Counter(one.kind for one in kept),
        whole=Counter(one.kind for one in ledger.documents),
        dropped=Counter(
            str(path[0])
            for one in ledger.documents
            for path, id in _to_transactions(ledger, one)
            if ((one.kind, one.id) in inside) != (id in here)
        ),
    )


def _to_transactions(ledger: Reckoned, document: Document) -> Iterator[tuple[Path, str]]:
    for path, name in references(document.record):
        if path[0] == "merged_into" or leads_to_transaction(ledger, path, name):
            yield path, str(name)


def _data(ledger: Reckoned, document: Document, here: set[str]) -> bytes:
    """Return a record's file without what leads to a transaction that is not ``here``."""
    paths = [path for path, id in _to_transactions(ledger, document) if id not in here]
    if not paths:
        return document.data
    tree = plain(document.root)
    # From the last, because what stands before it in a list keeps its number.
    for path in reversed(paths):
        _cut(tree, path)
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)
    return (_CUT + text).encode()


def _cut(tree: Any, path: Path) -> None:
    """Take a reference out: a relation as a whole, of an exchange one side, of a figure only whose it is.

    An exchange that lost all of a side is none any more: its claim keeps its words. A figure stays, for without it the
    sums of its series would be wrong.
    """
    match path:
        case ("relations", int(at), *_):
            _without(tree, "relations", at)
        case ("claims", claim, "exchange", side, int(at)):
            fields = tree["claims"][claim]
            if "exchange" in fields:
                _without(fields["exchange"], str(side), at)
                if side not in fields["exchange"]:
                    del fields["exchange"]
        case ("points", int(at), "transaction"):
            del tree["points"][at]["transaction"]
        case _:
            raise AssertionError(f"nothing says how to cut a reference at {path}")


def _without(fields: dict[str, Plain], key: str, at: int) -> None:
    """Take an item out of a list, and the list with the last of them."""
    items = fields[key]
    assert isinstance(items, list)
    del items[at]
    if not items:
        del fields[key]
