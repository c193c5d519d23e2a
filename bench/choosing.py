"""Which of the moulds a copy of the ledger uses, so that each kind keeps its share where the copy is not whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from bench.moulds import Key, Moulds


def choose(moulds: Moulds, among: Iterable[Key], size: int) -> set[Key]:
    """Return ``size`` of the records, each kind in proportion: transactions of all sizes, and first what they name."""
    left = set(among)
    if size >= len(left):
        return left
    quotas = _quotas(Counter(kind for kind, _ in sorted(left)), size)
    chosen: set[Key] = set()
    for kind, order in (
        ("transactions", _of_all_sizes),
        ("resolutions", _most_named),
        ("sources", _rested_on),
        ("actors", _most_named),
        ("places", _most_named),
        ("commodities", _most_named),
        ("series", _most_named),
    ):
        ordered = [key for key in order(moulds, kind, chosen) if key in left]
        chosen.update(ordered[: quotas.get(kind, 0)])
    return chosen


def _quotas(numbers: Counter[str], size: int) -> dict[str, int]:
    """Share ``size`` out by largest remainder; a kind that is there at all has one at least, if there is room."""
    whole = numbers.total()
    shares = {kind: size * number / whole for kind, number in numbers.items()}
    quotas = {kind: int(share) for kind, share in shares.items()}
    for kind in sorted(shares, key=lambda kind: quotas[kind] - shares[kind])[: size - sum(quotas.values())]:
        quotas[kind] += 1
    return quotas


def _of_all_sizes(moulds: Moulds, kind: str, _: set[Key]) -> Iterator[Key]:
    """Yield the transactions so that each beginning of the order has small and large ones alike."""
    ids = sorted(moulds.kinds[kind], key=lambda id: (len(moulds.names[kind, id]), id))
    bits = (len(ids) - 1).bit_length()
    for number in range(2**bits):
        place = int(f"{number:0{bits}b}"[::-1], 2) if bits else 0
        # Half a turn on, so that one alone is of middling size.
        place = (place + 2**bits // 2) % 2**bits
        if place < len(ids):
            yield kind, ids[place]


def _rested_on(moulds: Moulds, kind: str, chosen: set[Key]) -> Iterator[Key]:
    """Yield what the transactions cite with all that it rests on, in turns; then the rest."""
    lines = []
    for key in sorted(key for key in chosen if key[0] == "transactions"):
        cited = [id for of, id in moulds.names[key] if of == kind]
        lines.append([id for each in cited for id in moulds.above[each]])
    seen: dict[str, None] = {}
    for turn in zip_longest(*lines):
        seen.update((id, None) for id in turn if id is not None)
    yield from ((kind, id) for id in seen)
    yield from ((kind, id) for id in moulds.kinds[kind] if id not in seen)


def _most_named(moulds: Moulds, kind: str, chosen: set[Key]) -> Iterator[Key]:
    """Yield first what the chosen records name most, then what all records name most."""
    here = Counter(key for by in sorted(chosen) for key in moulds.names[by] if key[0] == kind)
    first = [key for key in ((kind, "unspecified"),) if key in moulds.raw]
    yield from first
    rest = ((kind, id) for id in moulds.kinds[kind] if (kind, id) not in first)
    yield from sorted(rest, key=lambda key: (-here[key], -moulds.often[key], key))
