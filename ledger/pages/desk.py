"""What pages are made from, with what several of them show worked out once."""

from dataclasses import dataclass
from functools import cached_property

from ledger.pages.site import Site
from ledger.problems.code import Code
from ledger.reckoned import Reckoned
from ledger.views.home import HomeView, home
from ledger.views.indexes import INDEXES, IndexView
from ledger.views.part import PartView
from ledger.views.weak_spots import WeakSpotsView, weak_spots


@dataclass(frozen=True)
class Desk:
    """A ledger that passed the check, the site it is for, the problems that the site explains, and which part it is."""

    ledger: Reckoned
    site: Site
    codes: tuple[Code, ...]
    part: PartView | None = None

    @cached_property
    def indexes(self) -> dict[str, IndexView]:
        """The index of each kind of page."""
        return {kind: index(self.ledger) for kind, index in INDEXES.items()}

    @cached_property
    def weak(self) -> WeakSpotsView:
        """Where the ledger is weak."""
        return weak_spots(self.ledger)

    @cached_property
    def first_page(self) -> HomeView:
        """The first page."""
        return home(self.ledger, self.indexes, self.weak)
