"""The ledger: all records by kind and id, and who names whom. Records keep plain ids; look-ups are here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from babel import Locale

from ledger.model.actor import Actor
from ledger.model.commodity import Commodity
from ledger.model.country import Country
from ledger.model.document import Document
from ledger.model.ids import Id, ProvisionId
from ledger.model.kinds import KINDS
from ledger.model.place import Place
from ledger.model.record import Record
from ledger.model.resolution import Provision, Resolution
from ledger.model.series import Series
from ledger.model.source import Source
from ledger.model.transaction import Transaction
from ledger.resolving.published import NEVER, Published
from ledger.resolving.references import Mention, Reference, references

R = TypeVar("R", bound=Record)
_ENGLISH = Locale("en")


@dataclass(frozen=True)
class Ledger:
    """Every record that could be read. Nothing in it changes after it was made; its order never depends on the disk."""

    documents: tuple[Document, ...]
    published: Published = field(default=NEVER, compare=False)
    """What was published of it before."""

    @cached_property
    def _tables(self) -> dict[str, dict[str, Record]]:
        tables: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        for document in sorted(self.documents, key=lambda d: (d.kind, d.id)):
            if document.record is not None:
                tables[document.kind][document.id] = document.record
        return tables

    def _table(self, kind: str, model: type[R]) -> dict[str, R]:
        return cast("dict[str, R]", self._tables[kind])

    @property
    def transactions(self) -> dict[str, Transaction]:
        """Transactions by id."""
        return self._table("transactions", Transaction)

    @property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return self._table("sources", Source)

    @property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return self._table("actors", Actor)

    @property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return self._table("places", Place)

    @property
    def commodities(self) -> dict[str, Commodity]:
        """Commodities by id."""
        return self._table("commodities", Commodity)

    @property
    def resolutions(self) -> dict[str, Resolution]:
        """Resolutions by id."""
        return self._table("resolutions", Resolution)

    @property
    def series(self) -> dict[str, Series]:
        """Series by id."""
        return self._table("series", Series)

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries by code: those with a file, and those that any record names."""
        named = {id for kind, id in self.mentions if kind == "countries"}
        files = self._table("countries", Country)
        return {code: files.get(code) or _nameless(code) for code in sorted(named | set(files))}

    @cached_property
    def provisions(self) -> dict[ProvisionId, tuple[Resolution, Provision]]:
        """Provisions by full id, each with its resolution."""
        return {
            ProvisionId(f"{resolution.id}-{slug}"): (resolution, provision)
            for resolution in self.resolutions.values()
            for slug, provision in resolution.provisions.items()
        }

    @cached_property
    def references(self) -> dict[tuple[str, str], list[Reference]]:
        """What each record names, by its kind and id."""
        return {(kind, id): references(record) for kind, table in self._tables.items() for id, record in table.items()}

    @cached_property
    def mentions(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        """Who names a record, by its kind and id."""
        found: dict[tuple[str, str], list[Mention]] = {}
        for (kind, id), named in self.references.items():
            for path, name in named:
                for target in self.targets(name):
                    found.setdefault((target, str(name)), []).append(Mention(kind, id, path))
        return {key: tuple(value) for key, value in found.items()}

    def targets(self, name: Id) -> Iterator[str]:
        """Yield the kinds of record that ``name`` leads to here; where it may lead to several, those that have it."""
        yield from (kind for kind in name.targets if len(name.targets) == 1 or name in self._tables[kind])

    def known(self, kind: str) -> Iterable[str]:
        """Return the ids that exist of a kind (or ``provisions``)."""
        return self.provisions if kind == "provisions" else self._tables[kind]

    def by(self, kind: str) -> dict[str, Record]:
        """Return the records of a kind by id."""
        return cast("dict[str, Record]", self.countries) if kind == "countries" else self._tables[kind]

    @property
    def changed(self) -> date:
        """The day of the newest change of any entry; the first day of all where there is none."""
        return max((entry.history[-1].date for entry in self.transactions.values()), default=date(1970, 1, 1))

    def country_name(self, code: str) -> str:
        """Return a country's usual English name: its file's, else the Unicode CLDR's."""
        record = self._tables["countries"].get(code)
        if isinstance(record, Country) and record.name:
            return record.name
        return str(_ENGLISH.territories.get(code, code))


def _nameless(code: str) -> Country:
    return Country.model_validate({}, context={"id": code})
