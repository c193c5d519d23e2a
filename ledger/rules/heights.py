"""Too many records stand above one.

What a source rests on, a good is a kind of, a body is a part of: each of these is counted up to the top, for every
claim and flow. The real ones have at most ten above them; more than two hundred are a mistake or are meant to stop the
build. Cut the chain where it says nothing new.
"""

from collections.abc import Iterator
from functools import partial

from ledger.resolving.ledger import Ledger
from ledger.resolving.upwards import MAX_ABOVE, TREES, ends_of, is_high
from ledger.rules.rule import Finding

CODE = "E319"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each record with too many above it, at its first step upwards."""
    for tree in TREES:
        steps = tree(ledger)
        up = partial(_ends, ends_of(steps))
        first = {step.start: step for step in reversed(steps)}
        for start, step in first.items():
            if is_high(start, up):
                message = f'more than {MAX_ABOVE} records stand above "{start}"; cut the chain'
                yield Finding(step.kind, step.record, step.path, message)


def _ends(up: dict[str, list[str]], id: str) -> list[str]:
    return up.get(id, [])
