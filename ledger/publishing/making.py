"""The work of a build, cut into tasks that can be done in any order by several processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from ledger.exports.records import records
from ledger.model.document import Document
from ledger.model.kinds import KINDS
from ledger.model.record import Record
from ledger.pages.assets import assets, moved_jsons, record_files, record_jsons
from ledger.pages.data import data
from ledger.pages.kinds import PageKind
from ledger.pages.page import Page
from ledger.pages.render import Order, Press, orders
from ledger.publishing.folders import Written
from ledger.publishing.frames import Frame
from ledger.publishing.links import Seen, look
from ledger.publishing.site_tree import SiteTree

T = TypeVar("T")

PAGES = 40
"""How many pages make a task."""
RECORDS = 500


class Made(NamedTuple):
    """A file that was made: its name, how it was written, and of a page what it links to and when it changed."""

    name: str
    written: Written
    seen: Seen | None = None
    modified: str = ""
    listed: bool = True
    """Whether the map of the site has it, if it is a page."""


Task = Callable[[], list[Made]]


@dataclass(frozen=True)
class Maker:
    """Makes files of a ledger into a folder."""

    press: Press
    frames: Mapping[str, Frame]
    tree: SiteTree

    def tasks(self) -> list[Task]:
        """Return tasks that make everything, the longest first; pages only where there are frames for them."""
        desk = self.press.desk
        ordered = list(orders(desk.ledger, desk.part is not None)) if self.frames else []
        singles = [order for order in ordered if not isinstance(order.row, PageKind)]
        others = [order for order in ordered if isinstance(order.row, PageKind)]
        return [
            self._data,
            self._assets,
            *(partial(self._pages, (order,)) for order in singles),
            *(partial(self._pages, some) for some in _chunks(others, PAGES)),
            *(partial(self._files, some) for some in _chunks(sorted(desk.ledger.documents, key=_name), RECORDS)),
            *(
                partial(self._jsons, kind, some)
                for kind in KINDS
                for some in _chunks(list(records(desk.ledger, kind)), RECORDS)
            ),
        ]

    def page(self, page: Page) -> Made:
        """Write one page."""
        frame = self.frames[page.frame]
        name = f"{page.path}.html"
        written = self.tree.write(name, frame.around(page).encode())
        return Made(name, written, frame.seen + look(page.body), page.modified, not page.noindex)

    def _pages(self, some: Iterable[Order]) -> list[Made]:
        return [self.page(page) for order in some for page in self.press.print(order)]

    def _data(self) -> list[Made]:
        files, page = data(self.press)
        return self._written(files.items()) + ([self.page(page)] if self.frames else [])

    def _assets(self) -> list[Made]:
        ledger = self.press.desk.ledger
        return self._written((*assets(ledger, self.press.desk.site), *moved_jsons(ledger)))

    def _files(self, documents: Iterable[Document]) -> list[Made]:
        return self._written(record_files(self.press.desk.ledger, documents))

    def _jsons(self, kind: str, some: Iterable[Record]) -> list[Made]:
        return self._written(record_jsons(kind, some))

    def _written(self, files: Iterable[tuple[str, bytes]]) -> list[Made]:
        return [Made(name, self.tree.write(name, data)) for name, data in files]


def _name(document: Document) -> tuple[str, str]:
    return document.kind, document.id


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    yield from (items[start : start + size] for start in range(0, len(items), size))
