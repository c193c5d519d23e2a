"""Labels beside marks, placed so that they neither touch one another nor leave the picture."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ledger.drawing.frames import WIDTH, Frame

_SIZE = 12
"""Of the letters, in units of the picture."""
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


@dataclass(slots=True)
class Room:
    """What is free of a frame: marks are set first, then labels as long as there is room."""

    frame: Frame
    taken: list[Box] = field(default_factory=list)

    def mark(self, x: float, y: float, size: float) -> None:
        """Take the room of a square mark."""
        half = size / 2 + 1
        self.taken.append((x - half, y - half, x + half, y + half))

    def label(self, words: str, x: float, y: float, size: float) -> Label | None:
        """Return a label beside the mark that stands here; None where no side has room for it."""
        for label, box in _sides(words, x, y, size):
            inside = box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 2 and box[3] <= self.frame.height - 2
            if inside and not any(_touch(box, other) for other in self.taken):
                self.taken.append(box)
                return label
        return None


def _sides(words: str, x: float, y: float, size: float) -> Iterator[tuple[Label, Box]]:
    wide, half = len(words) * _SIZE * _LETTER, size / 2 + 4
    for dx, dy, anchor in ((half, 4, "start"), (-half, 4, "end"), (0, -half, "middle"), (0, half + 9, "middle")):
        left = x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, y + dy - _SIZE, left + wide, y + dy + 3)
        yield Label(words, round(x + dx, 1), round(y + dy, 1), anchor), box


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
