"""The law of an entry's flows: what describes the goods, what sources cite, and where the two part."""

from dataclasses import dataclass

from ledger.law.citing import Described, Unmatched
from ledger.law.matching import Fit, Test, judge, when_of
from ledger.model.ids import HOME, ProvisionId
from ledger.model.resolution import Provision
from ledger.model.transaction import Transaction
from ledger.model.words import ResolutionStatus
from ledger.reckoned import Reckoned
from ledger.views.citing import Bracket, Numbering
from ledger.views.links import Link, link
from ledger.views.wording import day, period

_DOUBTS = {
    Test.GOODS: "the goods are named more widely than it names them",
    Test.TOO_EARLY: "a part of the time, or the date if it is not exact, lies before it was in force",
    Test.TOO_LATE: "a part of the time, or the date if it is not exact, lies after it had ended",
}
"""Why a provision only may describe a flow."""


@dataclass(frozen=True, slots=True)
class DescribedRow:
    """A provision that describes, or may describe, a flow."""

    provision: Link
    covers: str
    since: str
    until: str
    fit: str
    doubts: tuple[str, ...]
    cap: bool
    exemption: str
    cited: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """What sources cite for a flow although nothing in it describes the flow."""

    provision: Link
    paragraph: str
    reason: str
    cited: tuple[Bracket, ...]
    words: str


@dataclass(frozen=True, slots=True)
class FlowLawView:
    """The law of one flow."""

    id: str
    goods: str
    direction: str
    described: tuple[DescribedRow, ...]
    unmatched: tuple[UnmatchedRow, ...]
    nothing: str
    """Why nothing describes it, where nothing does."""


def flow_laws(ledger: Reckoned, entry: Transaction, numbering: Numbering) -> tuple[FlowLawView, ...]:
    """Return the law of each flow of an entry."""
    views = []
    for id, flow in entry.flows.items():
        law = ledger.law[entry.id, id]
        out = flow.from_ == HOME
        outside = HOME not in (flow.from_, flow.to)
        views.append(
            FlowLawView(
                id=id,
                goods=flow.goods,
                direction="between others" if outside else "out of North Korea" if out else "into North Korea",
                described=tuple(_described(ledger, one, numbering) for one in law.described),
                unmatched=tuple(_unmatched(ledger, one, entry, id, numbering) for one in law.unmatched),
                nothing=_nothing(ledger, entry, id, outside) if not law.described else "",
            )
        )
    return tuple(views)


def _described(ledger: Reckoned, one: Described, numbering: Numbering) -> DescribedRow:
    provision = ledger.provisions[one.verdict.provision][1]
    return DescribedRow(
        provision=link(ledger, "provisions", one.verdict.provision),
        covers=provision.covers,
        since=day(provision.from_),
        until=day(provision.until) if provision.until else "",
        fit="yes" if one.verdict.fit is Fit.YES else "may",
        doubts=tuple(_doubt(reason, provision) for reason in one.verdict.reasons),
        cap=provision.cap is not None,
        exemption=provision.exemption or "",
        cited=numbering.plain(one.cited_by),
    )


def _doubt(reason: Test, provision: Provision) -> str:
    if reason is Test.TURNS_ON and provision.turns_on:
        return f"it turns on {provision.turns_on.meaning}"
    return _DOUBTS[reason]


def _unmatched(ledger: Reckoned, one: Unmatched, entry: Transaction, id: str, numbering: Numbering) -> UnmatchedRow:
    return UnmatchedRow(
        provision=link(ledger, "resolutions", one.cited.provision.resolution),
        paragraph=one.cited.provision.paragraph or "",
        reason=reason(ledger, one, entry, id),
        cited=numbering.plain(one.cited.sources),
        words=one.cited.words or "",
    )


def reason(ledger: Reckoned, one: Unmatched, entry: Transaction, id: str) -> str:
    """Return why nothing in a resolution that sources cite describes a flow."""
    if one.nearest is None:
        return "nothing recorded here of what it lays down is about goods that could be matched"
    provision = ledger.provisions[one.nearest][1]
    flow = entry.flows[id]  # type: ignore[index]
    when = period(when_of(entry, flow))
    match one.reason:
        case Test.NOT_ADOPTED:
            return "it was never adopted"
        case Test.TOO_EARLY:
            return f"too early: {when}, and it was in force from {day(provision.from_)}"
        case Test.TOO_LATE:
            return f"too late: {when}, and it ended on {day(provision.until) if provision.until else ''}"
        case Test.DIRECTION:
            if HOME not in (flow.from_, flow.to):
                return "other direction: North Korea is at neither end of this"
            went = "went out" if flow.from_ == HOME else "came in"
            goods = f"it speaks of such goods {provision.direction.meaning}"
            return f"other direction: {goods}, and this {went}"
        case Test.MODE:
            return f"way of travel: it speaks of goods carried {_modes(provision.modes)}, which is not reported"
        case Test.UNNAMED:
            return "the goods are not named, so they cannot be matched"
    return "other goods: nothing recorded here of what it lays down names these goods"


def _modes(modes: tuple[object, ...]) -> str:
    return " or ".join(str(mode).replace("-", " ") for mode in modes)


def _nothing(ledger: Reckoned, entry: Transaction, id: str, outside: bool) -> str:
    flow = entry.flows[id]  # type: ignore[index]
    if outside:
        return "North Korea is at neither end, so no provision is matched."
    if set(flow.commodities) == {"unspecified"}:
        return "The goods are not named, so no provision can be matched."
    adopted = [id for id, (owner, _) in ledger.provisions.items() if owner.status is not ResolutionStatus.NOT_ADOPTED]
    verdicts = (judge(ledger, provision, flow, when_of(entry, flow)) for provision in adopted)
    later = [one.provision for one in verdicts if one.reasons == (Test.TOO_EARLY,)]
    if not later:
        return "No provision recorded here describes these goods, in this direction, at any date of this flow."
    first = min(later, key=lambda provision: ledger.provisions[provision][1].from_)
    since = day(ledger.provisions[first][1].from_)
    return f"It came before the first provision recorded here on such goods: {_label(ledger, first)}, from {since}."


def _label(ledger: Reckoned, provision: ProvisionId) -> str:
    return link(ledger, "provisions", provision).label
