"""Pages out of templates: every value is escaped, every missing one is an error."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ledger.pages.citing import take_away
from ledger.pages.desk import Desk
from ledger.pages.head import NO_HEAD, Head, record_head, record_says
from ledger.pages.kinds import PAGE_KINDS, PageKind, RecordView
from ledger.pages.linking import exact, href, printed_link, printed_links, shown
from ledger.pages.page import DATA_PAGE, DATA_SAYS, GONE, MOVED, SPECIMEN, Page, page_of, specimen
from ledger.pages.singles import CORRECTIONS, DESCRIBED, PART, SINGLES, Single, corrected, moved_pages
from ledger.pages.site import Site
from ledger.problems.code import Code
from ledger.reckoned import Reckoned
from ledger.views.folding import FOLDER, ListPart, WithLists
from ledger.views.links import address, name
from ledger.views.part import PartView
from ledger.views.wording import count, slug

LIST = f"{FOLDER}/{SPECIMEN}"
"""The page that stands for all parts of lists."""

TEMPLATES = Path(__file__).parents[2] / "templates"


def environment() -> Environment:
    """Return the environment that templates run in."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=shown,
    )
    env.globals |= {"printed_href": href, "printed_link": printed_link, "printed_links": printed_links}
    env.filters["address"] = address
    env.filters["exact"] = exact
    env.filters["slug"] = slug
    return env


@dataclass(frozen=True, slots=True)
class Order:
    """A page to be printed: the row of its kind, and the record that it is about where it is about one."""

    row: PageKind | Single
    id: str = ""

    @property
    def path(self) -> str:
        """Where the page will be, from the root of the site, without the ending."""
        return f"{self.row.kind}/{self.id}" if isinstance(self.row, PageKind) else self.row.path


def orders(ledger: Reckoned, part: bool = False) -> Iterator[Order]:
    """Yield every generated page of a ledger in a fixed order; ``part`` says whether it is only a part of one."""
    yield from map(Order, (*SINGLES, *([PART] if part else []), *corrected(ledger)))
    for row in PAGE_KINDS:
        yield from (Order(row, id) for id in ledger.by(row.kind))
    yield from map(Order, moved_pages(ledger))


def specimens(site: Site) -> Iterator[Page]:
    """Yield one page of each kind with marks in place of its texts: all that is the same in them is in one of these."""
    for single in (*SINGLES, PART):
        yield specimen(single.path, single.says(site))
    yield from (specimen(path, DESCRIBED) for path in (CORRECTIONS, f"corrections/{SPECIMEN}"))
    for kind in PAGE_KINDS:
        yield specimen(f"{kind.kind}/{SPECIMEN}", record_says(site, kind.kind))
        yield specimen(f"{kind.kind}/{MOVED}", frozenset({"moved_to", "noindex"}))
        yield specimen(f"{kind.kind}/{GONE}", frozenset({"noindex"}))
    yield specimen(LIST, DESCRIBED)
    yield specimen(DATA_PAGE, DATA_SAYS)


def pages(
    ledger: Reckoned, site: Site, codes: Iterable[Code], part: PartView | None = None
) -> Iterator[tuple[str, str]]:
    """Yield every generated page as its path in the staged folder and its text, in a fixed order.

    ``codes`` are the problems that the page about them explains; ``part`` says which part of a ledger this is, where it
    is one.
    """
    for page in Press(Desk(ledger, site, tuple(codes), part)).all():
        yield f"{page.path}.md", page.staged


MACROS = {"m": "macros.html", "lists": "lists.html", "pictures": "pictures.html", "exchanged": "exchange.html"}
"""What templates call the macros of each file. To import them on every page took a tenth of the time of printing."""


class Press:
    """Prints views through templates."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._env = environment()
        self._macros: dict[tuple[str, object], Mapping[str, object]] = {}

    def all(self) -> Iterator[Page]:
        """Yield every generated page but that of the data, in a fixed order."""
        for order in orders(self.desk.ledger, self.desk.part is not None):
            yield from self.print(order)

    def print(self, order: Order) -> Iterator[Page]:
        """Yield the page that is ordered, then those of its lists that are folded."""
        row = order.row
        if isinstance(row, Single):
            view = row.view(self.desk)
            yield self._single(row, view)
        else:
            view = row.view(self.desk.ledger, order.id)
            yield self._record(row, order.id, view)
        if isinstance(view, WithLists):
            for folded in view.lists:
                # The list of transactions is shown by more than one page, and belongs to one.
                if folded.parts and folded.heading.owner.path.partition("#")[0] == f"{order.path}.html":
                    yield from map(self._part, folded.pages)

    def _single(self, row: Single, view: object) -> Page:
        title = row.title or self.desk.site.name
        head = row.head(self.desk)
        return self(row.path, title, row.template, view, head, row.frame, base=row.base(self.desk))

    def _part(self, part: ListPart[object]) -> Page:
        head = Head(f"{part.title}. {count(part.list.number, 'row')}.")
        return self(part.path, part.title, "list_part.html", part, head, LIST)

    def _record(self, row: PageKind, id: str, view: RecordView) -> Page:
        ledger, site = self.desk.ledger, self.desk.site
        title = name(ledger, row.kind, id)
        return self(
            f"{row.kind}/{id}",
            title,
            row.template,
            view,
            record_head(ledger, site, row.kind, id, title, view.answer),
            f"{row.kind}/{SPECIMEN}",
            edit_url=site.edit_url(row.kind, id),
            report_url=site.report_url(row.kind, id),
            take=take_away(ledger, site, id) if row.kind == "transactions" else None,
        )

    def __call__(
        self, path: str, title: str, template: str, view: object, head: Head = NO_HEAD, frame: str = "", **more: object
    ) -> Page:
        """Return a view as a page; links in it start from where it stands."""
        root = "../" * path.count("/")
        macros = self._imported(root, more.setdefault("base", ""))
        body = self._env.get_template(template).render(macros, site=self.desk.site, title=title, view=view, **more)
        return page_of(path, title, head, body.strip(), frame)

    def _imported(self, root: str, base: object) -> Mapping[str, object]:
        """Return what every template may use: the way to the root, and macros that know it, made once for each."""
        if (root, base) not in self._macros:
            ways: dict[str, object] = {"root": root, "base": base}
            macros = {name: self._env.get_template(file).make_module(ways) for name, file in MACROS.items()}
            self._macros[root, base] = ways | macros
        return self._macros[root, base]
