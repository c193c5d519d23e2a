"""All tables of a ledger with their rows: what its records say, and what the program works out from them."""

from collections.abc import Callable, Iterator

from ledger.evidence.standing import Standing
from ledger.exports.records import records
from ledger.exports.tables.leaves import plain
from ledger.exports.tables.plans import plans, shred, tables
from ledger.exports.tables.table import Column, Filled, Link, Row, Table, Type
from ledger.law.matching import Fit
from ledger.model.kinds import KINDS
from ledger.reckoned import Reckoned

_TRANSACTION = Column("transaction_id", "The transaction.", required=True)
_CLAIM = Column("claim_id", "The claim.", required=True)
_TO_TRANSACTION = Link(("transaction_id",), "transactions", ("id",))
_TO_CLAIM = Link(("transaction_id", "claim_id"), "claims", ("transaction_id", "claim_id"))
_COUNT = (
    Column("reports", "Different sources cited.", Type.INTEGER, True),
    Column("lower", "Independent origins at least: every doubt is taken at its word.", Type.INTEGER, True),
    Column("upper", "Originators at most.", Type.INTEGER, True),
    Column("standing", "How it stands.", required=True, words=tuple(word.value for word in Standing)),
)

FORMER = Table(
    "former_ids",
    "Ids that records once had.",
    (
        Column("kind", "The kind of record.", required=True, words=tuple(KINDS)),
        Column("former_id", "The id that it once had.", required=True),
        Column("id", "The id that it has.", required=True),
    ),
    ("kind", "former_id"),
)
CLAIM_COUNTS = Table(
    "claim_counts",
    "How many reports and independent origins stand behind each claim, and how it stands.",
    (_TRANSACTION, _CLAIM, *_COUNT),
    ("transaction_id", "claim_id"),
    (_TO_CLAIM,),
    computed=True,
)
CLAIM_ORIGINS = Table(
    "claim_origins",
    "The sources that know it themselves, to which the citations of each claim lead back.",
    (_TRANSACTION, _CLAIM, Column("source_id", "The origin.", required=True)),
    ("transaction_id", "claim_id", "source_id"),
    (_TO_CLAIM, Link(("source_id",), "sources", ("id",))),
    computed=True,
)
TRANSACTION_COUNTS = Table(
    "transaction_counts",
    "The same for each transaction as a whole: for its claims that report a flow, taken together.",
    (_TRANSACTION, *_COUNT),
    ("transaction_id",),
    (_TO_TRANSACTION,),
    computed=True,
)
FLOW_PROVISIONS = Table(
    "flow_provisions",
    "The provisions that describe, or may describe, the goods, direction and date of each flow. Not a finding.",
    (
        _TRANSACTION,
        Column("flow_id", "The flow.", required=True),
        Column("provision_id", "The provision.", required=True),
        Column("fit", "How it fits.", required=True, words=(Fit.YES.value, Fit.MAY.value)),
        Column("cited", "Whether a source cites it, or its resolution, for the flow.", Type.BOOLEAN, True),
    ),
    ("transaction_id", "flow_id", "provision_id"),
    (
        Link(("transaction_id", "flow_id"), "flows", ("transaction_id", "flow_id")),
        Link(("provision_id",), "provisions", ("id",)),
    ),
    computed=True,
)


def filled(ledger: Reckoned) -> tuple[Filled, ...]:
    """Return every table with its rows, in a fixed order; an empty table is there too."""
    rows: dict[str, list[Row]] = {table.name: [] for plan in plans() for table in tables(plan)}
    for plan in plans():
        for record in records(ledger, plan.table.name):
            for name, row in shred(plan, (record.id,), record, record.id):
                rows[name].append(row)
    recorded = [Filled(table, tuple(rows[table.name])) for plan in plans() for table in tables(plan)]
    others = [Filled(table, tuple(tuple(map(plain, row)) for row in read(ledger))) for table, read in _OTHERS]
    return (*recorded, *others)


def _former(ledger: Reckoned) -> Iterator[Row]:
    for kind in KINDS:
        for record in records(ledger, kind):
            yield from ((kind, former, record.id) for former in record.formerly)


def _claim_counts(ledger: Reckoned) -> Iterator[Row]:
    for at, count in ledger.counts.items():
        yield at.entry, at.claim, count.reports, count.lower, count.upper, ledger.standings[at]


def _claim_origins(ledger: Reckoned) -> Iterator[Row]:
    for at, count in ledger.counts.items():
        yield from ((at.entry, at.claim, origin) for origin in count.origins)


def _transaction_counts(ledger: Reckoned) -> Iterator[Row]:
    for id, count in ledger.entry_counts.items():
        yield id, count.reports, count.lower, count.upper, ledger.entry_standings[id]


def _flow_provisions(ledger: Reckoned) -> Iterator[Row]:
    for (entry, flow), law in ledger.law.items():
        for one in law.described:
            yield entry, flow, one.verdict.provision, one.verdict.fit, bool(one.cited_by)


_OTHERS: tuple[tuple[Table, Callable[[Reckoned], Iterator[Row]]], ...] = (
    (FORMER, _former),
    (CLAIM_COUNTS, _claim_counts),
    (CLAIM_ORIGINS, _claim_origins),
    (TRANSACTION_COUNTS, _transaction_counts),
    (FLOW_PROVISIONS, _flow_provisions),
)
