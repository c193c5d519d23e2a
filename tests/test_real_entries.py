"""The entries that are published have no problem."""

from ledger.checking import check_tree
from tests.helpers import ENTRIES, lines


def test_the_entries_have_no_problem() -> None:
    checked = check_tree(ENTRIES)
    assert lines(checked.problems) == []
    assert checked.ledger.transactions
