"""A resolution's page: paragraph by paragraph, and the transactions whose sources cite it."""

from dataclasses import dataclass
from typing import Any

from ledger.law.matching import Fit, when_of
from ledger.model.ids import ProvisionId
from ledger.model.resolution import Cap, Provision, Resolution
from ledger.model.units import plural
from ledger.model.words import Direction, ParagraphBasis, ResolutionStatus
from ledger.reckoned import FlowAt, Reckoned
from ledger.resolving.naming import naming
from ledger.views.answers import counted
from ledger.views.caps import CapChart, cap_chart
from ledger.views.folding import MOST, SHOWN, Folded, fold_by_time, heading
from ledger.views.links import Link, link
from ledger.views.listed import ListedTransaction, folded
from ledger.views.mentions import NamingGroup, named_by
from ledger.views.provisions import reason
from ledger.views.wording import count, day, period


@dataclass(frozen=True, slots=True)
class DescribedFlow:
    """A flow that the provision describes, or may describe."""

    flow: Link
    goods: str
    when: str
    fit: str
    cited: bool


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """One provision as its resolution's page shows it."""

    slug: str
    paragraph: str
    basis: str
    """Where the paragraph's number was seen, in words."""
    covers: str
    measure: str
    direction: str
    commodities: tuple[Link, ...]
    exceptions: tuple[Link, ...]
    modes: tuple[str, ...]
    turns_on: str
    in_force: bool
    """Whether it ever was: what was not adopted has only the day of the vote."""
    since: str
    until: str
    replaced_by: Link | None
    cap: str
    exemption: str
    sources: tuple[Link, ...]
    series: tuple[Link, ...]
    flows: Folded[DescribedFlow]
    charts: tuple[CapChart, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """A provision in the columns of what may go out of or into North Korea, and how many transactions it describes."""

    provision: Link
    covers: str
    transactions: int


@dataclass(frozen=True, slots=True)
class NotMatched:
    """A flow for which sources cite the resolution although nothing in it describes the flow."""

    flow: Link
    goods: str
    reason: str
    cited_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """Everything on a resolution's page."""

    record: Resolution
    answer: str
    adopted: str
    status: str
    sources: tuple[Link, ...]
    out: tuple[SideRow, ...]
    into: tuple[SideRow, ...]
    provisions: tuple[ProvisionView, ...]
    not_matched: Folded[NotMatched]
    cited_by: Folded[ListedTransaction]
    named_by: tuple[NamingGroup, ...]

    @property
    def lists(self) -> tuple[Folded[Any], ...]:
        """The lists that may be folded."""
        flows, groups = (one.flows for one in self.provisions), (group.rows for group in self.named_by)
        return *flows, self.not_matched, self.cited_by, *groups


def resolution(ledger: Reckoned, id: str) -> ResolutionView:
    """Return what the page of a resolution shows."""
    record = ledger.resolutions[id]
    citing = naming(ledger, "resolutions", id)
    flows = sum(len(ledger.described.get(ProvisionId(f"{id}-{slug}"), ())) for slug in record.provisions)
    most = MOST if flows <= MOST else SHOWN  # a resolution may have many provisions, all on one page
    return ResolutionView(
        record=record,
        answer=_answer(ledger, record, citing),
        adopted=day(record.adopted) if record.adopted else "",
        status=record.status.meaning,
        sources=tuple(link(ledger, "sources", source) for source in record.sources),
        out=_side(ledger, record, Direction.OUT),
        into=_side(ledger, record, Direction.IN),
        provisions=tuple(_provision(ledger, id, slug, p, most) for slug, p in record.provisions.items()),
        not_matched=_not_matched(ledger, id, citing),
        cited_by=folded(ledger, heading(ledger, "resolutions", id, "transactions", "transactions", "listed"), citing),
        named_by=named_by(ledger, "resolutions", id),
    )


def _side(ledger: Reckoned, record: Resolution, way: Direction) -> tuple[SideRow, ...]:
    rows = []
    for slug, provision in record.provisions.items():
        full = ProvisionId(f"{record.id}-{slug}")
        if provision.commodities and provision.direction in (way, Direction.BOTH):
            label = f"¶ {provision.paragraph}" if provision.paragraph else "¶ not seen"
            number = len({at.entry for at in ledger.described.get(full, ())})
            rows.append(SideRow(Link(label, f"#{slug}"), provision.covers, number))
    return tuple(rows)


def _not_matched(ledger: Reckoned, id: str, citing: set[str]) -> Folded[NotMatched]:
    found = [
        (entry, flow, one)
        for entry in counted(ledger, citing)
        for flow in entry.flows
        for one in ledger.law[entry.id, flow].unmatched
        if one.cited.provision.resolution == id
    ]
    return fold_by_time(
        heading(ledger, "resolutions", id, "not-matched", "cited, but not matched", "not_matched"),
        found,
        lambda at: NotMatched(
            flow=link(ledger, "transactions", at[0].id).at(at[1]),
            goods=at[0].flows[at[1]].goods,
            reason=reason(ledger, at[2], at[0], at[1]),
            cited_by=tuple(link(ledger, "sources", source) for source in at[2].cited.sources),
        ),
        lambda at: at[0].when.date,
    )


def _answer(ledger: Reckoned, record: Resolution, citing: set[str]) -> str:
    described = [
        at for slug in record.provisions for at in ledger.described.get(ProvisionId(f"{record.id}-{slug}"), ())
    ]
    entries, flows = {at.entry for at in described}, {(at.entry, at.flow) for at in described}
    found = f"{count(len(record.provisions), 'provision')} recorded here"
    if record.provisions:
        found += (
            f", which {'describes' if len(record.provisions) == 1 else 'describe'} or may describe "
            f"{count(len(flows), 'reported flow')} in {count(len(entries), 'transaction')}"
        )
    return f"{found}. Sources cite it in {count(len(counted(ledger, citing)), 'reported transaction')}."


def _provision(ledger: Reckoned, id: str, slug: str, provision: Provision, most: int) -> ProvisionView:
    """Return what is shown of a provision; more flows than ``most`` are folded."""
    full = ProvisionId(f"{id}-{slug}")
    capped = [m.id for m in ledger.mentions.get(("provisions", full), ()) if m.kind == "series"]
    return ProvisionView(
        slug=slug,
        paragraph=provision.paragraph or "",
        basis=_basis(provision.paragraph_basis),
        covers=provision.covers,
        measure=provision.measure.meaning,
        direction=provision.direction.meaning,
        commodities=tuple(link(ledger, "commodities", commodity) for commodity in provision.commodities),
        exceptions=tuple(link(ledger, "commodities", commodity) for commodity in provision.except_),
        modes=tuple(mode.meaning for mode in provision.modes),
        turns_on=provision.turns_on.meaning if provision.turns_on else "",
        since=day(provision.from_),
        in_force=ledger.resolutions[id].status is not ResolutionStatus.NOT_ADOPTED,
        until=day(provision.until) if provision.until else "",
        replaced_by=link(ledger, "provisions", provision.replaced_by) if provision.replaced_by else None,
        cap=cap_words(provision.cap) if provision.cap else "",
        exemption=provision.exemption or "",
        sources=tuple(link(ledger, "sources", source) for source in provision.sources),
        series=tuple(link(ledger, "series", series) for series in capped),
        charts=_charts(ledger, capped, slug),
        flows=fold_by_time(
            heading(
                ledger,
                "resolutions",
                id,
                f"flows-{slug}",
                f"flows that {slug.replace('-', ' ')} describes",
                "flows",
                slug,
            ),
            ledger.described.get(full, ()),
            lambda at: _flow(ledger, at),
            lambda at: ledger.transactions[at.entry].when.date,
            most=most,
        ),
    )


def _charts(ledger: Reckoned, capped: list[str], slug: str) -> tuple[CapChart, ...]:
    """Return a chart for each unit that the series against a cap are counted in."""
    series = [ledger.series[id] for id in dict.fromkeys(capped)]
    units = dict.fromkeys(one.unit for one in series)
    title = slug.replace("-", " ").capitalize() + ", against the cap"
    charts = (cap_chart(ledger, [one for one in series if one.unit == unit], title) for unit in units)
    return tuple(chart for chart in charts if chart)


def _flow(ledger: Reckoned, at: FlowAt) -> DescribedFlow:
    entry = ledger.transactions[at.entry]
    return DescribedFlow(
        flow=link(ledger, "transactions", at.entry).at(at.flow),
        goods=entry.flows[at.flow].goods,
        when=period(when_of(entry, entry.flows[at.flow])),
        fit="describes" if at.fit is Fit.YES else "may describe",
        cited=at.cited,
    )


def _basis(basis: ParagraphBasis) -> str:
    if basis is ParagraphBasis.NOT_SEEN:
        return "paragraph not seen: nobody here has read its number in any text yet"
    return (
        f"number seen {basis.meaning}"
        if basis is not ParagraphBasis.INFERRED
        else f"number not printed: {basis.meaning}"
    )


def cap_words(cap: Cap) -> str:
    """Return a cap in words: ``500,000 barrels a year``."""
    time = {"year": "a year", "month": "a month", "period": "in all"}[cap.per]
    other = f", or {cap.or_.number:,f} {plural(cap.or_.unit)}" if cap.or_ else ""
    return f"{cap.number:,f} {plural(cap.unit)}{other} {time}"
