"""All corrections of all entries, newest first: every line of a history after the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.reckoned import Reckoned
from ledger.views.links import Link, link
from ledger.views.wording import count, day

ROWS = 500
"""How many lines a page holds: about 50 kB as a server sends it."""
TITLE = "All corrections"


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction."""

    day: str
    entry: Link
    what: str
    why: str
    withdrawn: bool
    merged_into: Link | None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """One page of the list."""

    path: str
    title: str
    answer: str
    rows: tuple[CorrectionRow, ...]
    pages: tuple[Link, ...]
    """All pages of the list, the newest first; none where there is but this one."""


def corrections(ledger: Reckoned) -> tuple[CorrectionsView, ...]:
    """Return the pages of the list, the one with the newest lines first.

    Pages are filled from the oldest line on: one that is full never changes its lines with what is corrected later.
    """
    lines = sorted(
        (change.date, entry.id, number)
        for entry in ledger.transactions.values()
        for number, change in enumerate(entry.history[1:], start=1)
    )
    parts = [lines[start : start + ROWS] for start in range(0, len(lines), ROWS)] or [[]]
    paths = [f"corrections/{number}" for number in range(1, len(parts))] + ["corrections/index"]
    labels = [_label(number * ROWS, part) for number, part in enumerate(parts)]
    pages = tuple(Link(label, f"{path}.html") for label, path in zip(labels, paths, strict=True))[::-1]
    answer = _answer(ledger, lines)
    views = [
        CorrectionsView(
            path=path,
            title=TITLE if path == paths[-1] else f"{TITLE}: {label}",
            answer=answer,
            rows=tuple(_row(ledger, id, number) for _, id, number in reversed(part)),
            pages=pages if len(pages) > 1 else (),
        )
        for path, label, part in zip(paths, labels, parts, strict=True)
    ]
    return tuple(reversed(views))


def _label(before: int, part: Sequence[tuple[date, str, int]]) -> str:
    """Return which lines a part has, counted from the oldest, and the day of the last."""
    if not part:
        return ""
    return f"{before + 1:,} to {before + len(part):,}, until {day(part[-1][0])}"


def _row(ledger: Reckoned, id: str, number: int) -> CorrectionRow:
    entry = ledger.transactions[id]
    change = entry.history[number]
    return CorrectionRow(
        day=day(change.date),
        entry=link(ledger, "transactions", id),
        what=change.what,
        why=change.why or "",
        withdrawn=entry.withdrawn is not None,
        merged_into=link(ledger, "transactions", entry.merged_into) if entry.merged_into else None,
    )


def _answer(ledger: Reckoned, lines: Sequence[tuple[object, str, int]]) -> str:
    if not lines:
        return f"None of {count(len(ledger.transactions), 'entry', 'entries')} has been corrected so far."
    entries = {id for _, id, _ in lines}
    withdrawn = sum(entry.withdrawn is not None for entry in ledger.transactions.values())
    merged = sum(entry.merged_into is not None for entry in ledger.transactions.values())
    return (
        f"{count(len(lines), 'correction')} of {count(len(entries), 'entry', 'entries')}, the newest first. "
        f"{count(withdrawn, 'entry was', 'entries were')} withdrawn, {merged:,} merged into another."
    )
