"""What stands published: the releases laid over each other, up to the newest or to an earlier one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ledger.reading.releases import Key, Line, Release


@dataclass(frozen=True, slots=True)
class State:
    """Every id that was published up to a release."""

    records: Mapping[Key, Line]
    """The records that stood there then, each as it was published last."""
    moved: Mapping[Key, str]
    """Ids that led to another one of the kind by then."""
    gone: frozenset[Key]
    """Ids that had been taken out by then."""
    anchors: Mapping[Key, frozenset[str]]
    """Every id that was ever published on the page of a record that stood there."""


@dataclass(frozen=True, eq=False)
class Published:
    """The releases of a ledger, oldest first; none where it was never published."""

    releases: tuple[Release, ...] = ()
    taken_out: Mapping[Key, str] = field(default_factory=dict)
    """Ids that must not stay, with the reason that readers see."""

    @cached_property
    def newest(self) -> State:
        """What the newest release and those before it published."""
        return laid_over(self.releases)

    @cached_property
    def before(self) -> State:
        """The same without the newest release."""
        return laid_over(self.releases[:-1])


NEVER = Published()
"""Of a ledger that was never published."""


def laid_over(releases: Iterable[Release]) -> State:
    """Return what stands published after these releases."""
    records: dict[Key, Line] = {}
    moved: dict[Key, str] = {}
    gone: set[Key] = set()
    anchors: dict[Key, frozenset[str]] = {}
    for release in releases:
        for line in release.lines:
            if line.what == "gone":
                records.pop(line.key, None)
                gone.add(line.key)
                continue
            found = anchors.get(line.key, frozenset()) | frozenset(line.anchors)
            for former in line.formerly:
                old = line.kind, former
                records.pop(old, None)
                moved[old] = line.id
                found |= anchors.pop(old, frozenset())
            moved.pop(line.key, None)
            gone.discard(line.key)
            records[line.key] = line
            anchors[line.key] = found
    return State(records, moved, frozenset(gone), anchors)
