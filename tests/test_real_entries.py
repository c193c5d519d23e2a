"""The entries that are published have no problem, and none of them is too long for a telephone."""

import gzip

import pytest

from ledger.checking import Checked
from ledger.pages.kinds import PAGE_KINDS
from ledger.pages.render import Order
from ledger.pages.site import Site
from tests.helpers import lines, press_of, real

LONGEST = 20_500
"""Bytes of an entry's page without its frame, compressed: with all else that its first view needs, 135 kB."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return real()


def test_the_entries_have_no_problem(checked: Checked) -> None:
    assert lines(checked.problems) == []
    assert checked.ledger.transactions


def test_no_entry_is_too_long_for_a_telephone(checked: Checked) -> None:
    press, kind = press_of(checked.ledger, Site("In Exchange")), PAGE_KINDS[0]
    pages = (next(press.print(Order(kind, id))) for id in checked.ledger.transactions)
    sizes = {page.path: len(gzip.compress(page.body.encode(), 9)) for page in pages}
    assert {path: size for path, size in sizes.items() if size > LONGEST} == {}
