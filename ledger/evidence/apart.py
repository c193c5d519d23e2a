"""The largest number of things of which none is tied to another: the largest independent set of a graph.

To find it exactly can take longer than the world will stand, so the search has a budget, far above what any real claim
needs. Past it the answer is a number that certainly stand apart: perhaps too low, never too high.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

MAX_LOOKS = 200_000
"""Things that are looked at in one search; a claim with twenty sources needs some hundreds."""

Ties = Mapping[int, AbstractSet[int]]
"""What each thing is tied to; nothing is tied to itself."""


def largest_apart(ties: Ties) -> int:
    """Return how many of the things can be chosen so that none is tied to another."""
    return sum(_Search(ties).largest(part) for part in _parts(ties))


def _parts(ties: Ties) -> list[frozenset[int]]:
    """Return the things in parts that no tie joins."""
    parts = []
    left = set(ties)
    while left:
        start = min(left)
        found, queue = {start}, [start]
        while queue:
            new = ties[queue.pop()] - found
            found |= new
            queue += new
        left -= found
        parts.append(frozenset(found))
    return parts


class _Search:
    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self._looks = 0

    def largest(self, left: frozenset[int]) -> int:
        """Return the size for what is left; each call to itself costs looks, so there are few."""
        taken = 0
        while left:
            self._looks += len(left)
            if self._looks > MAX_LOOKS:
                return taken + self._at_least(left)
            free = next((one for one in sorted(left) if self._is_free(one, left)), None)
            if free is None:
                break
            taken += 1
            left -= self._ties[free] | {free}
        if not left:
            return taken
        most = max(left, key=lambda one: (len(self._ties[one] & left), one))
        without = left - {most}
        return taken + max(self.largest(without), 1 + self.largest(without - self._ties[most]))

    def _is_free(self, one: int, left: frozenset[int]) -> bool:
        """Whether all that it is tied to is tied to each other: of these one at most can be chosen, so choose it."""
        near = (self._ties[one] & left) | {one}
        return all(near <= self._ties[other] | {other} for other in near)

    def _at_least(self, left: frozenset[int]) -> int:
        """Return how many can be chosen one by one, the least tied first."""
        chosen: set[int] = set()
        for one in sorted(left, key=lambda one: (len(self._ties[one] & left), one)):
            if chosen.isdisjoint(self._ties[one]):
                chosen.add(one)
        return len(chosen)
