"""A series' page: its figures in order of time, each with who gives it."""

from dataclasses import dataclass
from typing import Any

from ledger.model.series import Series
from ledger.model.units import plural
from ledger.reckoned import Reckoned
from ledger.views.caps import CapChart, cap_chart
from ledger.views.citing import Marks, Numbering, SourceNote
from ledger.views.folding import Folded
from ledger.views.links import Link, end, link
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.wording import count, period


@dataclass(frozen=True, slots=True)
class PointView:
    """One figure."""

    period: str
    words: str
    kind: str
    by: Link | None
    as_of: str
    transaction: Link | None
    note: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Everything on the page of a series."""

    record: Series
    answer: str
    start: Link
    end: Link
    commodity: Link
    cap: Link | None
    chart: CapChart | None
    points: tuple[PointView, ...]
    sources: tuple[SourceNote, ...]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        return tuple(group.rows for group in self.named_by)


def series(ledger: Reckoned, id: str) -> SeriesView:
    """Return what the page of a series shows."""
    record = ledger.series[id]
    numbering = Numbering(ledger)
    points = sorted(record.points, key=lambda point: (point.period.sort_key, point.kind))
    rows = tuple(
        PointView(
            period=period(point.period),
            words=str(point.words),
            kind=point.kind.plain,
            by=link(ledger, "actors", point.by) if point.by else None,
            as_of=period(point.as_of) if point.as_of else "",
            transaction=link(ledger, "transactions", point.transaction) if point.transaction else None,
            note=point.note or "",
            marks=numbering.plain(point.sources),
        )
        for point in points
    )
    return SeriesView(
        record=record,
        answer=f"{count(len(rows), 'figure')}, counted in {plural(record.unit)}; none is added to another here.",
        start=end(ledger, record.from_),
        end=end(ledger, record.to),
        commodity=link(ledger, "commodities", record.commodity),
        cap=link(ledger, "provisions", record.cap) if record.cap else None,
        chart=cap_chart(ledger, [record], record.title) if record.cap else None,
        points=rows,
        sources=numbering.notes(),
        named_by=named_by(ledger, "series", id),
    )
