"""What a draft is written beside: the ledger, the other drafts of the same sitting, and the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from babel import Locale

from ledger.drafting.addresses import addresses, same
from ledger.drafting.names import LONGEST_ID, NAMES, NEAR, called, few_words, folded, is_reserved, likeness, slug
from ledger.drafting.writing import Notes, write
from ledger.model.dates import Edtf
from ledger.model.document import Document, Path
from ledger.model.ids import codes_of_iso_3166
from ledger.model.kinds import KINDS
from ledger.model.source import Source
from ledger.reading.nodes import Scalar
from ledger.resolving.ledger import Ledger
from ledger.resolving.naming import naming

_ENGLISH = Locale("en")
_LONGEST_NAME = 300


@dataclass(slots=True)
class Draft:
    """A record in the making."""

    kind: str
    id: str
    tree: dict[str, Any]
    notes: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    explained: bool = True
    """Whether its file says what each field means."""

    @property
    def file(self) -> str:
        """The path of its file below the folder of entries."""
        return f"{self.kind}/{self.id}.yaml"

    @property
    def text(self) -> str:
        """The text of its file."""
        notes: Notes = self.notes
        return write(self.kind, self.tree, notes, explained=self.explained)


@dataclass
class Desk:
    """Looks names, ids and addresses up in the ledger and among the drafts."""

    ledger: Ledger
    day: date
    drafts: list[Draft] = field(default_factory=list)
    _names: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for document in self.ledger.documents:  # those that cannot be read have their ids too
            found[document.kind].add(document.id)
        return found

    @cached_property
    def _unfinished(self) -> list[Document]:
        """The files that are no records yet: drafts of another day."""
        return [document for document in self.ledger.documents if document.record is None]

    @cached_property
    def _former(self) -> dict[tuple[str, str], str]:
        return {(kind, old): id for kind in KINDS for id in self._records(kind) for old in self._formerly(kind, id)}

    def _records(self, kind: str) -> Iterator[str]:
        yield from (id for id in self._ids[kind] if id in self.ledger.by(kind))

    def _formerly(self, kind: str, id: str) -> tuple[str, ...]:
        return self.ledger.by(kind)[id].formerly

    def has(self, kind: str, id: str) -> bool:
        """Whether there is such a record (or provision), in the ledger or among the drafts."""
        if kind == "countries":
            return id in codes_of_iso_3166()
        if kind == "provisions":
            return id in self.ledger.provisions
        return id in self._ids[kind] or any((one.kind, one.id) == (kind, id) for one in self.drafts)

    def ids(self, kind: str) -> list[str]:
        """Return every id of a kind, drafts included."""
        if kind == "provisions":
            return [str(id) for id in self.ledger.provisions]
        return sorted(self._ids.get(kind, set()) | {one.id for one in self.drafts if one.kind == kind})

    def objection(self, kind: str, id: str) -> str:
        """Return why a new record of a kind cannot have this id; nothing where it can."""
        form = KINDS[kind].id
        if not form.pattern.fullmatch(id):
            return f'"{id}" is not an id of {kind}; write {form.like}'
        if len(id) > LONGEST_ID:
            return f"an id of {len(id)} characters; the longest has {LONGEST_ID}"
        if is_reserved(id):
            return f'some systems cannot have a file called "{id}"; add a word'
        if self.has(kind, id) and (kind != "countries" or id in self._ids[kind]):
            return f'"{id}" exists: entries/{kind}/{id}.yaml'
        if (kind, id) in self._former:
            return f'"{id}" was the id of "{self._former[kind, id]}" once, and its address leads there'
        other = {"actors": "sources", "sources": "actors"}.get(kind)
        if other and self.has(other, id):
            return f'"{id}" is the id of one of the {other}; no id serves both'
        return ""

    def near(self, kind: str, name: str, most: int = 5) -> list[tuple[str, str, float]]:
        """Return the id, name and likeness of records that are called nearly so, the most alike first."""
        wanted = folded(name) if len(name) <= _LONGEST_NAME else ""
        best: dict[str, tuple[str, float]] = {}
        for id, shown, one in self._called(kind):
            score = likeness(wanted, one)
            if score >= NEAR and score > best.get(id, ("", 0.0))[1]:
                best[id] = (shown, score)
        ranked = sorted(best.items(), key=lambda row: (-row[1][1], row[0]))
        return [(id, shown, score) for id, (shown, score) in ranked[:most]]

    def named(self, kind: str, name: str) -> list[str]:
        """Return the ids of the records that have just this name."""
        wanted = folded(name) if len(name) <= _LONGEST_NAME else ""
        return sorted({id for id, _, one in self._called(kind) if one == wanted}) if wanted else []

    def _called(self, kind: str) -> Iterator[tuple[str, str, str]]:
        """Yield the id, the usual name and each name, folded, of the records of a kind."""
        if kind not in self._names:
            self._names[kind] = [(id, usual, folded(name)) for id, usual, name in self._in_ledger(kind)]
        yield from self._names[kind]
        for draft in self.drafts:
            if draft.kind == kind:
                names = [str(draft.tree[name]) for name in NAMES if isinstance(draft.tree.get(name), str)]
                yield from ((draft.id, name, folded(name)) for name in [*names, draft.id.replace("-", " ")])

    def _in_ledger(self, kind: str) -> Iterator[tuple[str, str, str]]:
        if kind == "countries":
            for code in sorted(codes_of_iso_3166()):
                usual = self.ledger.country_name(code)
                yield from ((code, usual, name) for name in {code, usual, str(_ENGLISH.territories.get(code, code))})
            return
        if kind not in KINDS:
            return
        for id in sorted(self._records(kind)):
            names = [*called(self.ledger.by(kind)[id]), id.replace("-", " ")]
            yield from ((id, names[0], name) for name in names)
        for document in self._unfinished:
            if document.kind == kind:
                names = [*(text for name in NAMES if (text := _text(document, name))), document.id.replace("-", " ")]
                yield from ((document.id, names[0], name) for name in names)

    @cached_property
    def _by_address(self) -> dict[str, str]:
        found = {same(_text(one, "url")): one.id for one in self._unfinished if one.kind == "sources"}
        whole = {same(one): source.id for source in self.ledger.sources.values() for one in addresses(source)}
        return found | whole

    def source_at(self, address: str) -> str:
        """Return the id of the source that has an address, as its own, an archive's or a copy's; empty without one."""
        for draft in self.drafts:
            if draft.kind == "sources" and same(str(draft.tree.get("url", ""))) == same(address):
                return draft.id
        return self._by_address.get(same(address), "")

    def resting_on(self, source: str) -> list[tuple[str, str]]:
        """Return the id and title of the transactions that name a source."""
        return [(id, self.ledger.transactions[id].title) for id in sorted(naming(self.ledger, "sources", source))]

    def called(self, kind: str, id: str) -> str:
        """Return the usual name of a record, or its id."""
        for draft in self.drafts:
            if (draft.kind, draft.id) == (kind, id):
                return str(next((draft.tree[name] for name in NAMES if name in draft.tree), id))
        if kind == "countries":
            return self.ledger.country_name(id)
        if record := self.ledger.by(kind).get(id):
            return next(called(record), id)
        texts = (_text(one, name) for one in self._unfinished if (one.kind, one.id) == (kind, id) for name in NAMES)
        return next(filter(None, texts), id)

    def proposed(self, kind: str, tree: Mapping[str, Any]) -> str:
        """Return a free id for a record by the ledger's habits, or nothing where there is too little to make one of."""
        return next((id for id in _ids(self, kind, tree) if id and not self.objection(kind, id)), "")

    def published(self, id: str) -> str:
        """Return the date of a source as it is written, or nothing."""
        draft = next((one for one in self.drafts if (one.kind, one.id) == ("sources", id)), None)
        if draft:
            return str(draft.tree.get("published", ""))
        source = self.ledger.sources.get(id)
        return str(source.published) if isinstance(source, Source) and isinstance(source.published, Edtf) else ""


def _text(document: Document, name: str) -> str:
    """Return a text of a file that could not be read as a record; empty where it has none there."""
    node = document.root.values.get(name)
    return node.text if isinstance(node, Scalar) else ""


def _ids(desk: Desk, kind: str, tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield ids that a record could have, the best first."""
    name = str(next((tree[field] for field in NAMES if isinstance(tree.get(field), str)), ""))
    match kind:
        case "transactions":
            yield f"{year}-{few_words(name)}" if (year := _first_year(desk, tree)) and few_words(name) else ""
        case "sources":
            yield from _source_ids(tree, name)
        case "resolutions":
            yield "".join(char for char in name.partition("(")[0] if char.isdigit())
        case _:
            yield slug(name)


def _first_year(desk: Desk, tree: Mapping[str, Any]) -> str:
    """Return the year in which it was first reported: that of the earliest of its sources, else that of its date."""
    claims = [claim for claim in tree.get("claims", {}).values() if isinstance(claim, dict)]
    cited = [str(line).split(" ")[0] for claim in claims for line in claim.get("sources", ())]
    years = sorted(year for id in cited if (year := _year(desk.published(id))))
    when = tree.get("when", {})
    return years[0] if years else _year(str(when.get("date", "")) if isinstance(when, dict) else "")


def _year(text: str) -> str:
    return text[:4] if text[:4].isdigit() and text[:4].isascii() else ""


def _source_ids(tree: Mapping[str, Any], title: str) -> Iterator[str]:
    """Yield who publishes it and when, and with a word of what it is about where that is taken."""
    by = str(tree.get("by", ""))
    host = str(tree.get("host", "")) or str(tree.get("url", "")).partition("://")[2].partition("/")[0].partition(":")[0]
    maker = by if by and by != "unnamed" else slug(host.removeprefix("www.").rpartition(".")[0])
    digits = slug(str(tree.get("published", "")).partition("/")[0].strip("?~%."))
    if maker:
        stem = "-".join(part for part in (maker, digits) if part)
        last = [part for part in str(tree.get("url", "")).rstrip("/").split("/")[3:] if part][-1:]
        words = [word for word in few_words(title or "".join(last), 12).split("-") if word and not word.isdigit()]
        yield stem if digits else ""
        yield from (slug(f"{stem}-{word}") for word in words)
        yield stem
        yield from (f"{stem}-{number}" for number in range(2, 100))
