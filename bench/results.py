"""From single runs to what is published: medians, ratios within a round, growth from one size to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from bench.trials import (
    CHECK,
    CHECK_FILE,
    COLD,
    EDITED,
    HUGO,
    HUGO_READY,
    PLAIN,
    PREVIEW,
    UNCHANGED,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a trial."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the most of some numbers."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Spread":
        """Return the spread of at least one number."""
        return cls(min(numbers), median(numbers), max(numbers))


@dataclass(frozen=True, slots=True)
class Goal:
    """What a trial may take at the largest size."""

    trial: str
    most: float
    against: str = ""
    """The trial whose time it is measured against; seconds where there is none."""


GOALS = (
    Goal(COLD, 1.0, HUGO),
    Goal(EDITED, 0.35, HUGO),
    Goal(UNCHANGED, 0.2, HUGO),
    Goal(CHECK, 0.4, HUGO),
    Goal(CHECK_FILE, 1.5),
    Goal(PREVIEW, 1.5),
)
MEMORY_GOAL = 600.0
"""Megabytes that a build of the largest size may hold."""

BESIDE = ((COLD, HUGO_READY), (COLD, PLAIN), (PLAIN, HUGO))
"""Ratios without a goal that are published too."""

Rounds = Sequence[Mapping[str, Sample]]
"""For each round what each trial took."""


def ratios(rounds: Rounds, one: str, other: str, of: str = "wall") -> Spread | None:
    """Return the spread of one trial's time against another's in the same round, where both were run."""
    both = [each for each in rounds if one in each and other in each]
    found = [getattr(each[one], of) / getattr(each[other], of) for each in both]
    return Spread.of(found) if found else None


def spread(rounds: Rounds, trial: str, of: str) -> Spread | None:
    """Return the spread of what a trial took, where it was run."""
    found = [getattr(each[trial], of) for each in rounds if trial in each]
    return Spread.of(found) if found else None


def extrapolated(sizes: Mapping[int, float], size: int) -> float:
    """Return what the line through the two largest sizes measured says of a larger one."""
    (small, less), (large, more) = sorted(sizes.items())[-2:]
    return more + (more - less) / (large - small) * (size - large)


def as_data(value: Any) -> Any:
    """Return samples and spreads as plain data."""
    if isinstance(value, Sample | Spread):
        return asdict(value)
    if isinstance(value, Mapping):
        return {str(key): as_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    return value
