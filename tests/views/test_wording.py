"""A reader meets words, never the notation of a standard."""

import pytest

from ledger.model.dates import parse
from ledger.views.wording import count, listing, period


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-06-18", "18 June 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2024~", "about 2024"),
        ("2024?", "2024 (uncertain)"),
        ("2024-06%", "about June 2024 (uncertain)"),
        ("2023-08~/2024-02", "about August 2023 to February 2024"),
        ("2022-11-18/2022-11-19", "18 November 2022 to 19 November 2022"),
        ("../2017-09", "until September 2017"),
        ("2019-08/..", "from August 2019 on"),
        ("201X", "the 2010s"),
        ("19XX", "between 1900 and 1999"),
        ("2024-XX", "2024"),
        ("2024-06-XX", "June 2024"),
        ("2024/2024", "2024"),
    ],
)
def test_periods(edtf: str, words: str) -> None:
    assert period(parse(edtf)) == words


def test_counts_and_lists() -> None:
    assert [count(n, "source") for n in (0, 1, 1200)] == ["0 sources", "1 source", "1,200 sources"]
    assert count(2, "series", "series") == "2 series"
    assert [listing(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
