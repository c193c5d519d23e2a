"""Labels beside marks, placed so that they neither touch one another nor leave the picture."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger.drawing.frames import WIDTH, Frame

_SIZE, _LARGE = 12, 20
"""Of the letters, in units of the picture: on a wide screen, and on a phone, whose pictures are half as large."""
_LETTER = 0.5
"""Mean width of a narrow letter, as a part of its size."""


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words with the point at which they are anchored."""

    words: str
    x: float
    y: float
    anchor: str
    large: bool
    """Whether there is room for it in the larger letters too."""


@dataclass(slots=True)
class Room:
    """What is free of a frame: marks are set first, then labels as long as there is room."""

    frame: Frame
    taken: list[Box] = field(default_factory=list)
    taken_large: list[Box] = field(default_factory=list)
    """The same in the larger letters, in which fewer labels have room."""

    def mark(self, x: float, y: float, size: float) -> None:
        """Take the room of a square mark."""
        half = size / 2 + 1
        self.taken.append((x - half, y - half, x + half, y + half))
        self.taken_large.append(self.taken[-1])

    def label(self, words: str, x: float, y: float, size: float) -> Label | None:
        """Return a label beside the mark that stands here; None where no side has room for it."""
        half = size / 2 + 4
        sides = ((half, 4, "start"), (-half, 4, "end"), (0, -half, "middle"), (0, half + 9, "middle"))
        return self._first(words, ((x + dx, y + dy, anchor) for dx, dy, anchor in sides))

    def name(self, words: str, x: float, y: float) -> Label | None:
        """Return a name that stands on a point by itself; None where there is no room for it."""
        return self._first(words, ((x, y, "middle"), (x, y + 24, "middle"), (x, y - 24, "middle")))

    def _first(self, words: str, spots: Iterable[tuple[float, float, str]]) -> Label | None:
        for x, y, anchor in spots:
            box, large = (_box(words, x, y, anchor, size) for size in (_SIZE, _LARGE))
            if self._free(box, self.taken):
                self.taken.append(box)
                fits = self._free(large, self.taken_large)
                if fits:
                    self.taken_large.append(large)
                return Label(words, round(x, 1), round(y, 1), anchor, fits)
        return None

    def _free(self, box: Box, taken: list[Box]) -> bool:
        inside = box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 2 and box[3] <= self.frame.height - 2
        return inside and not any(_touch(box, other) for other in taken)


def _box(words: str, x: float, y: float, anchor: str, size: int) -> Box:
    """Return the room that words take whose line begins, stands or ends at a point."""
    wide = len(words) * size * _LETTER
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return left, y - size, left + wide, y + size / 4


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
