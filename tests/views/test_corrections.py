"""The list of corrections has every line of every history but the first, newest first, on pages that stay small."""

import gzip
from datetime import date, timedelta

from ledger.checking import Checked
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.corrections import ROWS, corrections
from ledger.views.transaction import transaction
from tests.helpers import press_of
from tests.small import Fields, article, entry, small

ENTERED = {"date": "2001-01-01", "what": "entered"}
SOURCES: dict[str, Fields] = {"paper": article("press", "document")}


EACH = 200
"""Corrections of one entry; a list in a record has at most 300 items."""


def ledger_with(lines: int) -> Reckoned:
    """Return a ledger of one entry with this many corrections, one a day."""
    days = [date(2001, 1, 2) + timedelta(days=number) for number in range(lines)]
    changes = [{"date": day.isoformat(), "what": f"figure of {day} mended"} for day in days]
    some = [changes[start : start + EACH] for start in range(0, lines, EACH)]
    entries = {f"entry-{number}": entry(history=[ENTERED, *one]) for number, one in enumerate(some)}
    return small(sources=SOURCES, transactions=entries)


def test_it_has_what_the_histories_say(mini: Checked) -> None:
    [view] = corrections(mini.ledger)
    said = [(row.entry.label, row.what, row.why) for row in view.rows]
    assert sorted(said) == sorted(
        (one.title, change.what, change.why or "")
        for one in mini.ledger.transactions.values()
        for change in one.history[1:]
    )
    assert view.path == "corrections/index"
    assert view.pages == ()
    assert [row.entry.label for row in view.rows if row.withdrawn] == ["Tea from Norway, withdrawn"]
    assert [row.merged_into.label for row in view.rows if row.merged_into] == ["Coal to China, rice back"]


def test_nothing_corrected_so_far() -> None:
    [view] = corrections(small(sources=SOURCES, transactions={"entry": entry()}))
    assert (view.rows, view.answer) == ((), "None of 1 entry has been corrected so far.")


def test_the_newest_come_first_and_full_pages_stay() -> None:
    views, later = corrections(ledger_with(2 * ROWS + 1)), corrections(ledger_with(2 * ROWS + 2))
    assert [view.path for view in views] == ["corrections/index", "corrections/2", "corrections/1"]
    assert [len(view.rows) for view in views] == [1, ROWS, ROWS]
    days = [row.what for view in views for row in view.rows]
    assert days == sorted(days, reverse=True)
    assert [view.rows for view in later[1:]] == [view.rows for view in views[1:]]
    paths = ["corrections/index.html", "corrections/2.html", "corrections/1.html"]
    assert [[link.path for link in view.pages] for view in views] == [paths] * 3


def test_a_page_that_is_full_is_full_and_no_page_more() -> None:
    assert [len(view.rows) for view in corrections(ledger_with(ROWS))] == [ROWS]


def test_ten_thousand_corrections_make_no_large_page() -> None:
    """A hundred entries that were each corrected a hundred times, in words of their own."""
    words = ["figure", "denial", "origin", "place", "ship", "date", "provision", "response"]
    entries = {
        f"entry-{number}": entry(
            title=f"Entry {number} about the {words[number % 8]} of {number * 7919}",
            history=[
                ENTERED,
                *(
                    {
                        "date": "2001-02-03",
                        "what": f"{words[line % 8]} {line * number} corrected to {line * 7919 + number}",
                        "why": f"the {words[(line + number) % 8]} {line + number} in the report was misread by {line}",
                    }
                    for line in range(100)
                ),
            ],
        )
        for number in range(100)
    }
    ledger = small(sources=SOURCES, transactions=entries)
    views = corrections(ledger)
    assert sum(len(view.rows) for view in views) == 10_000
    press = press_of(ledger, Site("Example"))
    sizes = [len(gzip.compress(press(v.path, v.title, "corrections.html", v).body.encode())) for v in views]
    assert max(sizes) < 60_000


def test_the_address_of_a_claim_that_was_taken_out_leads_to_the_line_that_says_so() -> None:
    history = [
        ENTERED,
        {"date": "2001-01-02", "what": "c1 corrected, c7 and c8 taken out", "why": "c7 was misread"},
        {"date": "2001-01-03", "what": "c7 is out, after all"},
    ]
    ledger = small(sources=SOURCES, transactions={"entry": entry(history=history)})
    rows = transaction(ledger, "entry").history
    assert [row.taken_out for row in rows] == [(), ("c7", "c8"), ()]
