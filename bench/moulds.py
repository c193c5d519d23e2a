"""The real ledger as moulds for made-up ones: its records as their files have them, and what names what."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from ledger.checking import check_tree
from ledger.model.ids import ProvisionId
from ledger.model.kinds import KINDS
from ledger.model.words import Access
from ledger.reading.nodes import plain
from ledger.reckoned import Reckoned
from ledger.resolving.references import references

Key = tuple[str, str]
"""The kind and the id of a real record."""

OFTEN = 10
"""Whom this many transactions and sources name, further transactions would name too: it is not made twice."""


@dataclass(frozen=True)
class Moulds:
    """The real records by kind and id."""

    ledger: Reckoned

    @classmethod
    def read(cls, entries: Path) -> "Moulds":
        """Read the records; raises ``ValueError`` where they do not pass the check."""
        checked = check_tree(entries)
        if checked.errors:
            raise ValueError(f"{entries} does not pass the check")
        return cls(checked.ledger)

    @cached_property
    def raw(self) -> dict[Key, dict[str, Any]]:
        """Each record as its file has it, every scalar a text."""
        found: dict[Key, dict[str, Any]] = {}
        for document in self.ledger.documents:
            fields = plain(document.root)
            assert isinstance(fields, dict)
            found[document.kind, document.id] = fields
        return found

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """The ids of each kind that has records, in the order of the alphabet."""
        found: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for kind, id in sorted(self.raw):
            found[kind].append(id)
        return {kind: ids for kind, ids in found.items() if ids}

    @cached_property
    def names(self) -> dict[Key, list[Key]]:
        """What each record names, each record once."""
        found: dict[Key, list[Key]] = {}
        for document in self.ledger.documents:
            named: dict[Key, None] = {}
            for _, id in references(document.record):
                for kind in id.targets:
                    key = ("resolutions", id.resolution) if isinstance(id, ProvisionId) else (kind, str(id))
                    if key in self.raw:
                        named[key] = None
            found[document.kind, document.id] = list(named)
        return found

    @cached_property
    def often(self) -> Counter[Key]:
        """How many transactions and sources name each record."""
        return Counter(key for by, named in self.names.items() if by[0] in ("transactions", "sources") for key in named)

    @cached_property
    def above(self) -> dict[str, list[str]]:
        """Each source with all that it rests on, nearest first."""
        graph = self.ledger.evidence.sources
        return {id: list(graph.above(id)) for id in self.ledger.sources}

    @cached_property
    def depth(self) -> dict[str, int]:
        """A number for each source that is greater than those of the sources it rests on."""
        edges = {id: [str(edge.source) for edge in one.relies_on] for id, one in sorted(self.ledger.sources.items())}
        return {id: number for number, id in enumerate(TopologicalSorter(edges).static_order())}

    @cached_property
    def readable(self) -> frozenset[str]:
        """The sources that a claim may cite."""
        return frozenset(id for id, one in self.ledger.sources.items() if one.access is not Access.RELAYED)

    @cached_property
    def in_law(self) -> frozenset[str]:
        """The commodities that provisions name."""
        return frozenset(id for kind, id in self._named_by("resolutions") if kind == "commodities")

    def _named_by(self, kind: str) -> set[Key]:
        return {key for by, named in self.names.items() if by[0] == kind for key in named}

    @cached_property
    def single(self) -> frozenset[Key]:
        """What is made once, however large the ledger is.

        The resolutions with the sources that only they rest on, for the Security Council does not vote more because
        more is reported; what very many name; and the commodity that stands for none.
        """
        reached: set[Key] = set()
        queue = [key for key in self.raw if key[0] in ("transactions", "series", "places", "commodities")]
        while queue:
            key = queue.pop()
            if key not in reached:
                reached.add(key)
                queue += [named for named in self.names[key] if named[0] != "resolutions"]
        hubs = {key for key, number in self.often.items() if number >= OFTEN and key[0] not in _EACH_ITS_OWN}
        return frozenset(set(self.raw) - reached | hubs | ({("commodities", "unspecified")} & set(self.raw)))


_EACH_ITS_OWN = ("commodities", "transactions")


def by_kind(keys: list[Key]) -> dict[str, list[str]]:
    """Return the ids of each kind, in the order of the keys."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, id in keys:
        found[kind].append(id)
    return dict(found)
