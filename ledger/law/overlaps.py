"""Which of many spans of time overlap one, found without looking at each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

Span = tuple[date, date]
"""The first and the last day."""


class Overlaps:
    """Spans, to be added one by one, of which those that overlap another can be asked for.

    A binary tree over all spans by their first day, each node with the last day below it of those that were added; to
    find one that overlaps takes as many steps as the tree is high.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        """Make room for these spans; none of them is added yet."""
        order = sorted(range(len(spans)), key=lambda index: spans[index])
        self._spans = spans
        self._starts = [spans[index][0] for index in order]
        self._order = order
        self._leaf = {index: place for place, index in enumerate(order)}
        self._half = 1 << max(len(spans) - 1, 0).bit_length()
        self._latest: list[date | None] = [None] * (2 * self._half)

    def add(self, index: int) -> None:
        """Add the span with this index."""
        node = self._half + self._leaf[index]
        latest = self._spans[index][1]
        while node:
            self._latest[node] = max(self._latest[node] or latest, latest)
            node //= 2

    def with_span(self, span: Span) -> Iterator[int]:
        """Yield the index of each added span that overlaps this one, by their first days."""
        end = self._half + bisect_right(self._starts, span[1])
        waiting = [(1, self._half, 2 * self._half)]
        while waiting:
            node, first, last = waiting.pop()
            latest = self._latest[node]
            if first >= end or latest is None or latest < span[0]:
                continue
            if node >= self._half:
                yield self._order[node - self._half]
            else:
                middle = (first + last) // 2
                waiting += [(2 * node + 1, middle, last), (2 * node, first, middle)]
