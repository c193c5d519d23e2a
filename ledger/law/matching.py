"""Whether a provision describes a flow: its goods, direction, way of travel and date.

A match is not a finding. Exemptions, transition periods and leave given case by case are not assessed; under a cap a
delivery counts towards it. A flow whose goods, way or date are not precise enough *may* be described. Each test gives
yes, may or no, and the weakest of them is the outcome; where it is no, the first that fails is the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.law.dates import fuzzy
from ledger.law.tree import above
from ledger.model.dates import Edtf
from ledger.model.ids import HOME, CommodityId, ProvisionId
from ledger.model.resolution import Provision
from ledger.model.transaction import Flow, Transaction
from ledger.model.words import Direction, Mode, ResolutionStatus, Word
from ledger.resolving.ledger import Ledger

_UNNAMED = "unspecified"


class Fit(Word):
    """How a provision fits a flow."""

    NO = "no", "it does not describe the flow"
    MAY = "may", "it may describe the flow"
    YES = "yes", "it describes these goods, this direction and this date"


class Test(Word):
    """What a provision and a flow are held against each other by, in the order in which they are tried."""

    UNNAMED = "unnamed", "the goods are not named, so no provision on goods can be matched"
    GOODS = "goods", "it is about other goods"
    DIRECTION = "direction", "it is about the other direction"
    MODE = "mode", "it is about a way of travel that is not reported here"
    TOO_EARLY = "too-early", "the flow came before it was in force"
    TOO_LATE = "too-late", "the flow came after it had ended"
    NOT_ADOPTED = "not-adopted", "it was never adopted"
    TURNS_ON = "turns-on", "it turns on something besides the goods"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a provision is to a flow, and why: for a no the reason, for a may every doubt."""

    provision: ProvisionId
    fit: Fit
    reasons: tuple[Test, ...] = ()


_ORDER = (Fit.NO, Fit.MAY, Fit.YES)


def judge(ledger: Ledger, id: ProvisionId, flow: Flow, when: Edtf) -> Verdict:
    """Return what a provision is to a flow that is reported for ``when``."""
    resolution, provision = ledger.provisions[id]
    tests = (
        (
            Test.UNNAMED if set(flow.commodities) == {_UNNAMED} else Test.GOODS,
            goods(ledger, provision, flow.commodities),
        ),
        (Test.DIRECTION, _direction(provision, flow)),
        (Test.MODE, _mode(provision, flow.mode)),
        _date(provision, when),
        (Test.TURNS_ON, Fit.MAY if provision.turns_on else Fit.YES),
        (Test.NOT_ADOPTED, Fit.NO if resolution.status is ResolutionStatus.NOT_ADOPTED else Fit.YES),
    )
    weakest = min((fit for _, fit in tests), key=_ORDER.index)
    reasons = [test for test, fit in tests if fit is weakest] if weakest is not Fit.YES else []
    return Verdict(id, weakest, tuple(reasons[:1] if weakest is Fit.NO else reasons))


def matches(ledger: Ledger, flow: Flow, when: Edtf) -> tuple[Verdict, ...]:
    """Return the verdicts of all provisions that describe or may describe a flow, in the order of the resolutions."""
    # The tests that are quickest to fail first: most provisions are about the other direction or another time.
    near = (
        id
        for id, (_, provision) in ledger.provisions.items()
        if _direction(provision, flow) is not Fit.NO and _date(provision, when)[1] is not Fit.NO
    )
    verdicts = (judge(ledger, id, flow, when) for id in near)
    return tuple(verdict for verdict in verdicts if verdict.fit is not Fit.NO)


def when_of(entry: Transaction, flow: Flow) -> Edtf:
    """Return the date of a flow: its own, else its entry's."""
    return (flow.when or entry.when).date


def goods(ledger: Ledger, provision: Provision, commodities: Iterable[CommodityId]) -> Fit:
    """Return how the goods fit; of several that are reported as one mix the best counts."""
    return max((_one_good(ledger, provision, commodity) for commodity in commodities), key=_ORDER.index)


def _one_good(ledger: Ledger, provision: Provision, commodity: CommodityId) -> Fit:
    if commodity == _UNNAMED or not provision.commodities:
        return Fit.NO
    line = set(above(ledger, commodity))
    if line & set(provision.except_):
        return Fit.NO
    holds_exception = any(commodity in above(ledger, excepted) for excepted in provision.except_)
    if line & set(provision.commodities):
        return Fit.MAY if holds_exception else Fit.YES
    return Fit.MAY if any(commodity in above(ledger, named) for named in provision.commodities) else Fit.NO


def _direction(provision: Provision, flow: Flow) -> Fit:
    if HOME not in (flow.from_, flow.to) or provision.direction is Direction.NONE:
        return Fit.NO
    way = Direction.OUT if flow.from_ == HOME else Direction.IN
    return Fit.YES if provision.direction in (way, Direction.BOTH) else Fit.NO


def _mode(provision: Provision, mode: Mode | None) -> Fit:
    # A provision on one way of travel describes only what is reported to have gone that way: else it would "perhaps"
    # describe every flow whose way nobody mentions, food among them.
    return Fit.YES if not provision.modes or mode in provision.modes else Fit.NO


def _date(provision: Provision, when: Edtf) -> tuple[Test, Fit]:
    earliest, latest = fuzzy(when)
    start, end = provision.from_, provision.until or date.max
    if latest < start:
        return Test.TOO_EARLY, Fit.NO
    if earliest > end:
        return Test.TOO_LATE, Fit.NO
    inside = start <= earliest and latest <= end
    return (Test.TOO_EARLY if earliest < start else Test.TOO_LATE), (Fit.YES if inside else Fit.MAY)
