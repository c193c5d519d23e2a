"""One of the two ledgers that are compared, with what its pages hold."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.checking import CODES, Checked
from ledger.pages.render import pages
from ledger.pages.site import Site
from ledger.problems.problem import Problem
from ledger.reckoned import Reckoned


@dataclass(frozen=True, slots=True)
class Side:
    """A ledger before or after the change."""

    ledger: Reckoned
    errors: tuple[Problem, ...]
    """What a build would stop at. With an error nothing but the records that could be read is known."""
    warnings: tuple[Problem, ...]
    pages: Mapping[str, str]
    """The SHA-256 of each generated page by its path below the site; none where there are errors."""


def side(checked: Checked, root: str, site: Site) -> Side:
    """Return what is compared of a checked ledger; ``root`` is where its entries stand, as problems show it.

    Paths of problems start below ``root``, so that two folders can be compared. Both sides are rendered by the same
    templates: what differs is due to the entries.
    """
    found = [_below(problem, root) for problem in checked.problems]
    rendered = () if checked.errors else pages(checked.ledger, site, CODES.values())
    return Side(
        ledger=checked.ledger,
        errors=tuple(one for one in found if not one.is_warning),
        warnings=tuple(one for one in found if one.is_warning),
        pages={
            f"{path.removesuffix('.md')}.html": hashlib.sha256(text.encode()).hexdigest() for path, text in rendered
        },
    )


def _below(problem: Problem, root: str) -> Problem:
    mark = problem.mark
    path = mark.path.removeprefix(f"{root.rstrip('/')}/")
    return Problem(type(mark)(path, mark.line, mark.column), problem.code, problem.message)
