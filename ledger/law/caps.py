"""Figures of a series against the cap in force, year by year.

What is reported to the body that counts and what others estimate stay apart, and no estimate is ever added to anything.
A year's reported figure is the sum of its twelve months where all are known, else the figure reported for the year,
else the sum of the months that are known: never months and a year together. Of several figures for one month the newest
counts. A figure in another unit counts only by a factor that has a source.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.model.ids import ProvisionId
from ledger.model.resolution import Cap, Provision
from ledger.model.series import Series, SeriesPoint
from ledger.model.words import Per, PointKind
from ledger.resolving.ledger import Ledger


@dataclass(frozen=True, slots=True)
class YearAgainstCap:
    """A series in one calendar year."""

    year: int
    reported: Decimal | None
    """In the unit of the series; None where nothing was reported."""
    months: int
    """How many months it is the sum of; 0 where it is a figure for the year."""
    converted: bool
    """Whether a factor was used."""
    estimates: tuple[SeriesPoint, ...]
    """Estimates whose period begins in the year."""
    cap: Decimal | None
    """The cap in force, in the unit of the series; None where there was none or it is in another unit."""
    provision: ProvisionId | None

    @property
    def is_over(self) -> bool:
        """Whether what was reported is more than the cap."""
        return self.reported is not None and self.cap is not None and self.reported > self.cap


def years_against_cap(ledger: Ledger, series: Series) -> tuple[YearAgainstCap, ...]:
    """Return every year for which the series has a figure, in order."""
    years = sorted({point.period.earliest.year for point in series.points if point.period.earliest})
    return tuple(_year(ledger, series, year) for year in years)


def number(series: Series, point: SeriesPoint) -> tuple[Decimal, bool] | None:
    """Return a point's figure in the unit of its series, and whether a factor was used; None where it has none."""
    amount = point.words
    figure = amount.low if amount.low is not None else amount.high
    if figure is None:
        return None
    if amount.unit == series.unit:
        return figure, False
    factor = next((factor for factor in series.factors if factor.unit == amount.unit), None)
    return (figure * factor.number, True) if factor else None


def _year(ledger: Ledger, series: Series, year: int) -> YearAgainstCap:
    in_year = [p for p in series.points if p.period.earliest and p.period.earliest.year == year]
    counted = [point for point in in_year if point.kind is not PointKind.ESTIMATED]
    known = [point for point in counted if number(series, point) is not None]
    months = _newest(point for point in known if _months(point) == 1)
    whole = _newest(point for point in known if _months(point) == 12)
    chosen = months if len(months) == 12 or not whole else whole
    figures = [figure for point in chosen.values() if (figure := number(series, point)) is not None]
    provision = _in_force(ledger, series, year)
    return YearAgainstCap(
        year=year,
        reported=sum((figure for figure, _ in figures), Decimal(0)) if figures else None,
        months=len(figures) if chosen is months else 0,
        converted=any(converted for _, converted in figures),
        estimates=tuple(point for point in in_year if point.kind is PointKind.ESTIMATED),
        cap=_amount(series, ledger.provisions[provision][1].cap) if provision else None,
        provision=provision,
    )


def _months(point: SeriesPoint) -> int:
    """Return 1 for a whole calendar month, 12 for a whole calendar year, however it is written; else 0."""
    first, last = point.period.earliest, point.period.latest
    if first is None or last is None or first.day != 1 or first.year != last.year:
        return 0
    if (first.month, last.month, last.day) == (1, 12, 31):
        return 12
    return 1 if first.month == last.month and last.day == monthrange(last.year, last.month)[1] else 0


def _newest(points: Iterable[SeriesPoint]) -> dict[date, SeriesPoint]:
    """Return the newest figure of each period; a revised one of no known day came after all others."""
    newest: dict[date, SeriesPoint] = {}
    for point in sorted(points, key=_age):
        if point.period.earliest:
            newest[point.period.earliest] = point
    return newest


def _age(point: SeriesPoint) -> tuple[date, date, str]:
    if point.as_of:
        return point.as_of.sort_key
    edge = date.max if point.kind is PointKind.REVISED else date.min
    return edge, edge, ""


def _in_force(ledger: Ledger, series: Series, year: int) -> ProvisionId | None:
    """Return the cap that was in force at the end of a year: the series' own, or one that it replaced."""
    for id in _line(ledger, series.cap):
        provision: Provision = ledger.provisions[id][1]
        if (
            provision.cap
            and provision.cap.per is Per.YEAR
            and provision.from_ <= date(year, 12, 31) <= (provision.until or date.max)
        ):
            return id
    return None


def _line(ledger: Ledger, cap: ProvisionId | None) -> list[ProvisionId]:
    """Return a cap and those before it that it replaced."""
    found = [cap] if cap else []
    for here in found:
        found += [id for id, (_, p) in ledger.provisions.items() if p.replaced_by == here and id not in found]
    return found


def _amount(series: Series, cap: Cap | None) -> Decimal | None:
    if cap is None:
        return None
    if cap.unit == series.unit:
        return cap.number
    return cap.or_.number if cap.or_ and cap.or_.unit == series.unit else None
