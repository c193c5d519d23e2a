"""Twice as many records take about twice the work.

Counted are calls, pages and bytes, which are the same on every machine, never seconds. A loop over all pairs would make
the work four times as much, so that the bound need not be tight.
"""

import cProfile
import pstats
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ledger.checking import Checked, check_tree
from ledger.pages.data import data
from ledger.pages.desk import Desk
from ledger.pages.render import Press
from ledger.publishing.building import CODES
from ledger.publishing.settings import CONFIG, read_site
from tests.conftest import Synthetic
from tests.helpers import record_files_of

MOST = 2.2


@dataclass(frozen=True)
class Work:
    """What was done for a ledger of some size: calls by where the function stands, and what came of it."""

    calls: dict[tuple[str, int, str], int]
    result: Any

    @property
    def total(self) -> int:
        return sum(self.calls.values())


def counted(work: Callable[[], Any]) -> Work:
    profile = cProfile.Profile()
    result = profile.runcall(work)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    return Work({where: numbers[1] for where, numbers in stats.items()}, result)


@pytest.fixture(scope="module")
def checks(synthetic: Synthetic, mini: Checked) -> tuple[Work, Work]:
    """The check of both sizes; what is worked out once for all was worked out for the miniature ledger."""
    assert not mini.errors
    small, large = synthetic(500), synthetic(1000)
    return counted(lambda: check_tree(small)), counted(lambda: check_tree(large))


@pytest.fixture(scope="module")
def prints(checks: tuple[Work, Work], synthetic: Synthetic) -> tuple[Work, Work]:
    printed(check_tree(synthetic(500)))  # What is worked out once for all is not a part of either.
    small, large = (work.result for work in checks)
    return counted(lambda: printed(small)), counted(lambda: printed(large))


def printed(checked: Checked) -> dict[str, bytes]:
    """Return everything that is staged, by path, as a build does it."""
    press = Press(Desk(checked.ledger, read_site(CONFIG), tuple(CODES.values())))
    files, page = data(press)
    printed = {one.path: one.body.encode() for one in (*press.all(), page)}
    return printed | record_files_of(checked.ledger) | files


def growth(small: Work, large: Work) -> str:
    """Return the functions that grew fastest, for those who have to find out why."""
    grown = [
        (large.calls[where] / small.calls[where], large.calls[where], f"{where[0]}:{where[1]} {where[2]}")
        for where in large.calls
        if small.calls.get(where, 0) > 100
    ]
    lines = [f"{times:.2f} times, {number:,} calls: {where}" for times, number, where in sorted(grown, reverse=True)]
    return "\n".join([f"{small.total:,} and {large.total:,} calls", *lines[:15]])


def test_checking_grows_with_the_ledger(checks: tuple[Work, Work]) -> None:
    small, large = checks
    assert large.total / small.total <= MOST, growth(small, large)


def test_the_work_is_the_same_each_time(checks: tuple[Work, Work], synthetic: Synthetic) -> None:
    """Else the bounds would be a matter of luck."""
    again = counted(lambda: check_tree(synthetic(500)))
    assert again.total == pytest.approx(checks[0].total, rel=0.01)


def test_printing_grows_with_the_ledger(prints: tuple[Work, Work]) -> None:
    small, large = prints
    assert large.total / small.total <= MOST, growth(small, large)


def test_pages_and_bytes_grow_with_the_ledger(prints: tuple[Work, Work]) -> None:
    small, large = (work.result for work in prints)
    assert len(large) / len(small) <= MOST
    assert sum(map(len, large.values())) / sum(map(len, small.values())) <= MOST


def test_every_record_is_read_and_printed_once(checks: tuple[Work, Work], prints: tuple[Work, Work]) -> None:
    for work in checks:
        documents = work.result.ledger.documents
        assert work.calls[calls_of(work, "checking.py", "read_file")] == len(documents)
    for checked, printing in zip(checks, prints, strict=True):
        record_pages = printing.calls[calls_of(printing, "render.py", "_record")]
        kinds = {path.partition("/")[0] for path in printing.result}
        assert record_pages >= len(checked.result.ledger.documents)
        assert record_pages <= len(printing.result)
        assert "transactions" in kinds


def calls_of(work: Work, file: str, name: str) -> tuple[str, int, str]:
    return next(where for where in work.calls if where[0].endswith(file) and where[2] == name)
