"""Caps as a reader sees them: a table by year, and the same numbers as bars."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ledger.law.caps import YearAgainstCap, number, years_against_cap
from ledger.model.series import Series
from ledger.model.units import plural
from ledger.reckoned import Reckoned
from ledger.views.links import Link, link
from ledger.views.wording import listing, period

WIDTH = 260
"""The width that the bars have at the largest figure of a chart, in units of the picture; the rest is for words."""
_ROW, _BAR, _LINE, _THIN = 26, 14, 16, 8


@dataclass(frozen=True, slots=True)
class Estimate:
    """Somebody's estimate: never added to anything."""

    words: str
    by: Link | None
    period: str


@dataclass(frozen=True, slots=True)
class CapRow:
    """A year of one series."""

    year: int
    series: Link
    reported: str
    basis: str
    cap: str
    share: str
    over: bool
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or a part of it: ``reported``, ``estimated``, and of each what is ``over`` the cap."""

    kind: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Label:
    """A text of the chart: a ``year``, a ``figure`` before its bar, or ``words`` after one."""

    text: str
    x: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class CapChart:
    """The table, and the picture of it; without a cap line where the years have none or several."""

    id: str
    """A name that no other chart of a page has."""
    title: str
    description: str
    unit: str
    rows: tuple[CapRow, ...]
    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    cap_x: int
    cap_anchor: str
    """Which end of the cap's words stands at its line: they must not leave the picture."""
    cap_words: str
    factors: tuple[str, ...]


def cap_chart(ledger: Reckoned, series: Iterable[Series], title: str) -> CapChart | None:
    """Return the chart of one or several series of one unit; None where they have no figure."""
    years = [(one, year) for one in series for year in years_against_cap(ledger, one)]
    years.sort(key=lambda pair: (pair[1].year, pair[0].id))
    if not years:
        return None
    unit = years[0][0].unit
    scale = Decimal(WIDTH) / max(_largest(years), Decimal(1))
    caps = {year.cap for _, year in years if year.cap is not None}
    cap = caps.pop() if len(caps) == 1 else None
    bars: list[Bar] = []
    labels: list[Label] = []
    top = 0
    several = len({one.id for one, _ in years}) > 1
    for one, year in years:
        who = ledger.country_name(one.from_) if one.from_.country else "all States"
        labels.append(Label(f"{year.year}, {who}" if several else f"{year.year}", 0, top + 14, "year"))
        labels.append(
            Label(f"{year.reported:,.0f}" if year.reported is not None else "no figure", 0, top + 14, "figure")
        )
        bars += _bar("reported", year.reported, year.cap, scale, top + 3)
        top += _ROW
        for point in year.estimates:
            if figure := number(one, point):
                bars += _bar("estimated", figure[0], year.cap, scale, top)
                by = f", {ledger.actors[point.by].name}" if point.by else ""
                words = f"{point.words}{by}, {period(point.period)}"
                right = max(figure[0], year.cap or Decimal(0)) * scale
                labels.append(Label(words, int(right) + 8, top + 8, "words"))
                top += _LINE
    return CapChart(
        id=f"over-{'-'.join(dict.fromkeys(one.id for one, _ in years))}",
        title=title,
        description=f"By year, in {plural(unit)}: filled for what was reported, thin and open for each estimate; these "
        "are never added up. The line is the cap; what lies over it is hatched. The table below has the same figures.",
        unit=plural(unit),
        rows=tuple(_row(ledger, one, year) for one, year in years),
        height=top,
        bars=tuple(bars),
        labels=tuple(labels),
        cap_x=int(cap * scale) if cap is not None else 0,
        cap_anchor="end" if cap is not None and cap * scale > WIDTH * Decimal("0.7") else "start",
        cap_words=f"cap: {cap:,f} {plural(unit)}" if cap is not None else "",
        factors=tuple(
            f"1 {factor.unit} is taken as {factor.number:f} {plural(one.unit)}, by {_names(ledger, factor.sources)}"
            for one in dict.fromkeys(one for one, _ in years)
            for factor in one.factors
        ),
    )


def _names(ledger: Reckoned, sources: Iterable[str]) -> str:
    return listing([link(ledger, "sources", source).label for source in sources])


def _largest(years: list[tuple[Series, YearAgainstCap]]) -> Decimal:
    found = [Decimal(0)]
    for one, year in years:
        found += [figure for figure in (year.reported, year.cap) if figure is not None]
        found += [figure[0] for point in year.estimates if (figure := number(one, point)) is not None]
    return max(found)


def _bar(kind: str, figure: Decimal | None, cap: Decimal | None, scale: Decimal, y: int) -> Iterator[Bar]:
    """Yield the bar of a figure, cut where the cap is."""
    if not figure:
        return
    tall = _BAR if kind == "reported" else _THIN
    under = min(figure, cap) if cap is not None else figure
    yield Bar(kind, 0, y, max(int(under * scale), 1), tall)
    if figure > under:
        yield Bar(f"{kind} over", int(under * scale), y, max(int((figure - under) * scale), 1), tall)


def _row(ledger: Reckoned, series: Series, year: YearAgainstCap) -> CapRow:
    unit = plural(series.unit)
    reported = f"{year.reported:,.0f} {unit}" if year.reported is not None else "nothing reported here"
    basis = "a figure for the year" if year.months == 0 else f"{year.months} of 12 months"
    return CapRow(
        year=year.year,
        series=link(ledger, "series", series.id),
        reported=reported,
        basis="" if year.reported is None else basis + (", converted" if year.converted else ""),
        cap=f"{year.cap:,f}" if year.cap is not None else "no cap in this unit",
        share=f"{year.reported / year.cap:.0%}" if year.reported is not None and year.cap else "",
        over=year.is_over,
        estimates=tuple(
            Estimate(str(p.words), link(ledger, "actors", p.by) if p.by else None, period(p.period))
            for p in year.estimates
        ),
    )
