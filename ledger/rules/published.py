"""An id that was published is gone.

Somebody may have its address. A record that got another id keeps the old one under `formerly`; an entry that should not
stand is withdrawn, one that was there twice is merged, and neither is deleted. The ids of claims, flows and responses,
and the names of provisions, are addresses too. The folder `releases/` says what was published.

In the example, `example-trading-company` was published.

Fails::

    # entries/actors/example-trading.yaml
    formerly: []

Passes::

    # entries/actors/example-trading.yaml
    formerly: [example-trading-company]
"""

import re
from collections.abc import Iterator

from ledger.model.kinds import KINDS
from ledger.model.transaction import Transaction
from ledger.problems.problem import did_you_mean
from ledger.reading.releases import Key
from ledger.resolving.ledger import Ledger
from ledger.rules.rule import Finding

CODE = "E318"

_WORD = re.compile(r"[a-z0-9]+")


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each published id that no record has or had, and for each published part of one that is gone.

    Where a file cannot be read, nobody knows which ids it has and had: then nothing is said.
    """
    if any(document.record is None for document in ledger.documents):
        return
    state = ledger.published.newest
    here = {(kind, id) for kind in KINDS for id in ledger.by(kind)}
    lead = {(kind, old) for kind, id in here for old in ledger.by(kind)[id].formerly}
    for kind, id in sorted({*state.records, *state.moved, *state.gone} - here - lead - set(ledger.published.taken_out)):
        guess = did_you_mean(id, (known for of, known in here if of == kind))
        yield Finding(kind, id, (), f'"{id}" was published; {_mend(kind)}{guess}', gone=True)
    for key in sorted(here & set(state.anchors)):
        yield from _parts(ledger, key, state.anchors[key])


def _mend(kind: str) -> str:
    if kind == "countries":
        return "nothing names it any more; give it a file with its `name`, so that its page stays"
    mend = "bring the file back, or list the id under `formerly` in the file that took its place"
    more = "; an entry that should not stand is `withdrawn`, one that was there twice gets `merged_into`"
    return mend + more if kind == "transactions" else mend


def _parts(ledger: Ledger, key: Key, published: frozenset[str]) -> Iterator[Finding]:
    kind, id = key
    record = ledger.by(kind)[id]
    if isinstance(record, Transaction):
        said = {word for line in record.history for word in _WORD.findall(f"{line.what} {line.why or ''}")}
        for part in sorted(published - {*record.claims, *record.flows, *record.responses} - said):
            message = f'"{part}" was published; bring it back, or say in the history that {part} was taken out'
            yield Finding(kind, id, ("history",), message, key=True)
    elif kind == "resolutions":
        for part in sorted(published - set(ledger.resolutions[id].provisions)):
            message = f'the provision "{part}" was published; bring it back, and correct what it says'
            yield Finding(kind, id, ("provisions",), message, key=True)
