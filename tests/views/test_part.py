"""What a part says of itself, in words and numbers."""

import pytest

from ledger.checking import Checked
from ledger.subsetting.part import parse
from ledger.subsetting.subset import take
from ledger.views.part import PartRow, part_view


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("country=NO", "2 of 4 transactions, those with Norway at one end of a flow."),
        ("commodity=rice", "those about rice or a kind of it."),
        ("resolution=2371", "those for which a source cites S/RES/2371 (2017), or whose goods"),
        ("actor=tide-watch", "those that name Tide Watch, or cite a source of its own."),
        ("year=2023", "whose date, or that of a flow, may lie in 2023."),
    ],
)
def test_the_line_on_every_page(part: str, words: str, mini: Checked) -> None:
    assert words in part_view(mini.ledger, take(mini.ledger, parse(part))).notice


def test_what_is_here_and_what_is_not(mini: Checked) -> None:
    view = part_view(mini.ledger, take(mini.ledger, parse("country=NO")))
    assert PartRow("sources", "8", "13", "5") in view.rows
    assert view.version == "21 November 2026"
    assert [words.split()[0] for words in view.dropped] == ["2", "1"]
