"""The hand-written pages say what the program does, in the words that it uses."""

import re
from pathlib import Path

import pytest
import yaml

from ledger.evidence.standing import Standing
from ledger.model.dates import parse
from ledger.pages.render import TEMPLATES
from ledger.publishing.building import DOCS
from ledger.views.wording import period

PAGES = sorted((DOCS / "about").glob("*.md"))
HOW_TO_READ = (DOCS / "about" / "how-to-read.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_describes_itself(page: Path) -> None:
    """Themes print this as it stands, inside an attribute."""
    front = yaml.safe_load(page.read_text("utf-8").split("---\n")[1])
    assert front["title"]
    assert front["description"]
    assert not set('<>"') & set(front["title"] + front["description"])


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_explained(standing: Standing) -> None:
    assert f"**{standing.plain}**" in HOW_TO_READ


@pytest.mark.parametrize(
    "edtf",
    ["2024-06-18", "2024-06", "2023-08~", "2024-01?", "2023-08/2024-02", "../2017-09", "2022-05/..", "201X"],
)
def test_dates_are_written_as_the_pages_write_them(edtf: str) -> None:
    assert f"| {period(parse(edtf))} |" in HOW_TO_READ


@pytest.mark.parametrize(
    "heading",
    ["Where it comes from", "Where sources differ", "Responses and denials", "Provisions", "What is missing here"],
)
def test_the_parts_that_are_explained_are_on_the_page(heading: str) -> None:
    assert heading in HOW_TO_READ
    assert re.search(rf"<h2[^>]*>{heading}</h2>", (TEMPLATES / "transaction.html").read_text("utf-8"))
