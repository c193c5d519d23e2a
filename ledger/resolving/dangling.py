"""Ids that lead nowhere."""

from collections.abc import Iterator
from itertools import chain, islice

from ledger.model.codes import UNKNOWN_RECORD
from ledger.model.document import Document, Path
from ledger.model.flow_refs import FlowRef
from ledger.model.ids import CountryId, Id, ProvisionId
from ledger.model.kinds import KINDS
from ledger.model.local_ids import LocalId
from ledger.model.transaction import Transaction
from ledger.problems.bounding import MAX_ALL, MAX_PROBLEMS
from ledger.problems.problem import Problem, did_you_mean
from ledger.resolving.ledger import Ledger

MAX_GUESSES = 50
"""Unknown ids for which a known one is looked for; among 10,000 records each takes a sixth of a second."""


def dangling(ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for every id that no record has: other records' ids, and flows and claims of the same entry."""
    broken = {(document.kind, document.id) for document in ledger.documents if document.record is None}
    guess = _Guesses(ledger)
    # No more than will be shown, and one that tells that there is more.
    each = (islice(_of_document(ledger, document, broken, guess), MAX_PROBLEMS + 1) for document in ledger.documents)
    yield from islice(chain.from_iterable(each), MAX_ALL + 1)


class _Guesses:
    """Which ids were meant: each is looked for once, and the first few only, for each is held against all there are."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[tuple[Id, tuple[str, ...]], str] = {}

    def __call__(self, name: Id) -> str:
        key = (name, name.kinds)
        if key not in self._known and len(self._known) < MAX_GUESSES:
            self._known[key] = did_you_mean(name, [id for kind in name.kinds for id in self._ledger.known(kind)])
        return self._known.get(key, "")


def _of_document(
    ledger: Ledger, document: Document, broken: set[tuple[str, str]], guess: _Guesses
) -> Iterator[Problem]:
    for path, name in ledger.references.get((document.kind, document.id), ()):
        if isinstance(name, LocalId):
            yield from _local(document, path, name)
        elif name.targets and name.targets != CountryId.kinds:
            yield from _global(ledger, document, path, name, broken, guess)
    if isinstance(document.record, Transaction):
        yield from _exchanges(ledger, document, document.record)


def _global(
    ledger: Ledger, document: Document, path: Path, name: Id, broken: set[tuple[str, str]], guess: _Guesses
) -> Iterator[Problem]:
    if any(name in ledger.known(kind) or (kind, name) in broken for kind in name.kinds):
        return
    # A provision of a file that could not be read is not unknown.
    if isinstance(name, ProvisionId) and ("resolutions", name.resolution) in broken:
        return
    one = " or ".join(KINDS[kind].one if kind in KINDS else kind.removesuffix("s") for kind in name.kinds)
    yield document.problem(path, UNKNOWN_RECORD, f'unknown {one} "{name}"{guess(name)}')


def _local(document: Document, path: Path, name: LocalId) -> Iterator[Problem]:
    if "exchange" in path:
        return  # a flow of an exchange may be another entry's; see _exchanges
    known = getattr(document.record, name.field)
    if name not in known:
        guess = did_you_mean(name, known) or f"; it has {', '.join(known)}"
        yield document.problem(path, UNKNOWN_RECORD, f'unknown {name.field.removesuffix("s")} "{name}"{guess}')


def _exchanges(ledger: Ledger, document: Document, record: Transaction) -> Iterator[Problem]:
    for id, claim in record.claims.items():
        for side in ("gave", "received") if claim.exchange else ():
            refs: tuple[FlowRef, ...] = getattr(claim.exchange, side)
            for index, ref in enumerate(refs):
                entry = ledger.transactions.get(ref.entry) if ref.entry else record
                if entry and ref.flow not in entry.flows:
                    path = ("claims", id, "exchange", side, index)
                    message = f'unknown flow "{ref}"; {entry.id} has {", ".join(entry.flows)}'
                    yield document.problem(path, UNKNOWN_RECORD, message)
