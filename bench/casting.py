"""A made-up ledger of any size, cast from the real one copy by copy.

A whole copy has every record of the real ledger but those that are made once (``Moulds.single``), under other names and
in other words. The last copy is a part: what a record of it names and the part does not have is replaced by another of
the kind.
"""

import zlib
from collections.abc import Iterator
from typing import Any

from bench.choosing import choose
from bench.moulds import Key, Moulds
from bench.repairing import repair
from bench.walking import GONE, Sort, walk
from bench.words import Vocabulary
from ledger.model.citations import parse, parse_provision
from ledger.model.flow_refs import parse as parse_flow
from ledger.model.ids import Id, ProvisionId
from ledger.model.kinds import KINDS

Fields = dict[str, Any]
Records = dict[Key, Fields]
"""Made-up records by kind and id, as a file has them."""

_AS_THEY_ARE = {("commodities", "unspecified")}
"""Ids that the program knows."""

_LEAST = 30
"""A last copy of fewer records than this would have no transaction; it is left out."""


def cast(moulds: Moulds, size: int, seed: int) -> Records:
    """Return about ``size`` made-up records; the same for the same moulds, size and seed."""
    vocabulary = Vocabulary(_texts(list(moulds.raw.values())), seed)
    shared: dict[Key, str] = {}
    records: Records = {}
    again = set(moulds.raw) - moulds.single
    copy = 0
    while size - len(records) >= (_LEAST if copy else 1):
        chosen = choose(moulds, again if copy else moulds.raw, size - len(records))
        one = _Copy(moulds, vocabulary, copy, seed, chosen, shared)
        made = one.records()
        repair(made, records)
        if not copy:
            shared.update({key: one.ids[key] for key in moulds.single & chosen})
        records |= made
        copy += 1
    return records


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


class _Copy:
    """One copy: the records chosen for it, and how what they name is called in it."""

    def __init__(
        self, moulds: Moulds, vocabulary: Vocabulary, copy: int, seed: int, chosen: set[Key], shared: dict[Key, str]
    ) -> None:
        self.moulds, self.vocabulary, self.copy, self.seed = moulds, vocabulary, copy, seed
        self.chosen = sorted(chosen)
        self.ids: dict[Key, str] = dict(shared)
        taken: set[str] = set()
        for kind, id in self.chosen:
            name = id if (kind, id) in _AS_THEY_ARE or kind == "resolutions" else vocabulary.slug(id, copy)
            while name in taken:
                name += "-too"
            taken.add(name)
            self.ids[kind, id] = name
        self.pools: dict[str, list[str]] = {}
        for kind, id in self.chosen:
            self.pools.setdefault(kind, []).append(id)
        self._number = 0

    def records(self) -> Records:
        """Return the made-up records of this copy."""
        made: Records = {}
        for key in self.chosen:
            kind, id = key
            fields = walk(KINDS[kind].model, self.moulds.raw[key], _Caster(self, key))
            assert isinstance(fields, dict), key
            if kind == "sources" and "own" not in fields and "relies_on" not in fields:
                fields |= {"by": fields.get("by", "unnamed"), "own": ["own-inquiry"]}
            if self.copy and kind == "commodities" and id in self.moulds.in_law:
                # A further kind of what the law names: so the law stays as it is and yet applies to every copy.
                fields["parents"] = [self.vocabulary.slug(id, 0)]
            if self.copy and kind == "places" and "point" in fields:
                fields["point"] = _moved(fields["point"], self.copy)
            if "imo" in fields.get("identifiers", {}):
                self._number += 1
                fields["identifiers"]["imo"] = _ship(self.copy * 1000 + self._number)
            made[kind, self.ids[key]] = fields
        return made

    def another(self, kind: str, id: str, pool: list[str]) -> str:
        """Return one of ``pool`` in place of what this copy does not have, always the same one."""
        return self.ids[kind, pool[zlib.crc32(f"{self.seed} {kind} {id}".encode()) % len(pool)]]


class _Caster:
    """Replaces the values of one record."""

    def __init__(self, copy: _Copy, key: Key) -> None:
        self._copy, self._key = copy, key
        self._moulds = copy.moulds

    def __call__(self, what: Sort | type[Id], value: Any, path: tuple[str, ...]) -> Any:
        """Return the value in its place."""
        if what is Sort.TEXT:
            return self._text(value, path)
        if what is Sort.ADDRESS:
            return self._address(value)
        if what is Sort.HOST:
            return self._host(value)
        if what is Sort.CITATION:
            return self._citation(value)
        if what is Sort.PROVISION:
            return self._provision(value)
        if what is Sort.FLOW:
            return self._flow(value)
        assert not isinstance(what, Sort)
        return self._id(what, value, path)

    def _words(self, text: str) -> str:
        return self._copy.vocabulary.text(text, self._copy.copy)

    def _text(self, text: str, path: tuple[str, ...]) -> str:
        return text if path[-1] in ("symbol", "vote") or text == "entered" else self._words(text)

    def _host(self, host: str) -> str:
        return f"{self._words(host.rpartition('.')[0]).lower()}.example"

    def _address(self, url: str) -> str:
        scheme, _, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{self._host(host.lower())}{slash}{self._words(path)}"

    def _citation(self, value: str | Fields) -> str | Fields:
        if isinstance(value, dict):
            return {key: self._citation(text) if key == "cite" else self._words(text) for key, text in value.items()}
        cited = parse(value)
        name = self._copy.ids.get(("sources", cited.source)) or self._cited(cited.source)
        if not cited.origin:
            return f"{name} {cited.way}".strip()
        kind = "actors" if cited.origin in self._moulds.ledger.actors else "sources"
        return f"{name} from {self._copy.ids.get((kind, cited.origin), 'nobody')}"

    def _cited(self, source: str) -> str:
        """Return another source that can be read, none older: what an entry reports has happened by then."""
        table = self._moulds.ledger.sources

        def day(id: str) -> Any:
            return table[id].published and table[id].published.latest  # type: ignore[union-attr]

        pool = [id for id in self._copy.pools["sources"] if id in self._moulds.readable]
        dated = sorted((id for id in pool if day(id)), key=lambda id: (day(id), id))
        since = [id for id in dated if day(source) is None or day(id) >= day(source)]
        return self._copy.another("sources", source, since or dated[-3:] or pool)

    def _provision(self, value: str) -> str:
        cited = parse_provision(value)
        if ("resolutions", cited.resolution) in self._copy.ids:
            return value
        return self._copy.another("resolutions", cited.resolution, self._copy.pools["resolutions"])

    def _flow(self, value: str) -> str:
        flow = parse_flow(value)
        if flow.entry is None:
            return value
        entry = self._copy.ids.get(("transactions", flow.entry))
        return f"{entry}#{flow.flow}" if entry else str(next(iter(self._moulds.raw[self._key]["flows"])))

    def _id(self, what: type[Id], value: str, path: tuple[str, ...]) -> Any:
        id = what(value)
        if isinstance(id, ProvisionId):
            return value if ("resolutions", id.resolution) in self._copy.ids else GONE
        for kind in id.targets:
            if kind == "countries":
                return value
            if (kind, value) in self._copy.ids:
                return self._copy.ids[kind, value]
        kind = id.targets[0]
        if kind == "transactions" or path[-1] in ("parents", "part_of", "except"):
            return GONE
        if path[0] in ("draws_on", "provisions") and kind != "sources":
            return GONE
        if path[0] == "relies_on" and kind == "sources":
            pool = self._lower()
            return self._copy.another(kind, value, pool) if pool else GONE
        return self._copy.another(kind, value, self._alike(kind, value))

    def _lower(self) -> list[str]:
        """Return the sources that this one may rest on without a circle."""
        depth = self._moulds.depth
        return [id for id in self._copy.pools["sources"] if depth[id] < depth[self._key[1]]]

    def _alike(self, kind: str, id: str) -> list[str]:
        """Return the records of a kind, of actors only such as are the same sort of actor, if there are any."""
        pool = self._copy.pools[kind]
        if kind != "actors":
            return pool
        actors = self._moulds.ledger.actors
        return [each for each in pool if actors[each].kind is actors[id].kind] or pool


def _moved(point: Fields, copy: int) -> Fields:
    """Return a point some way east, so that no two places lie on one spot."""
    east = (float(point["lon"]) + 180 + 0.17 * copy) % 360 - 180
    return point | {"lon": f"{east:.4f}"}


def _ship(number: int) -> str:
    """Return an IMO number with its right check digit, from a range that no ship has."""
    six = str(100_000 + number)
    return six + str(sum(int(digit) * weight for digit, weight in zip(six, range(7, 1, -1), strict=True)) % 10)
