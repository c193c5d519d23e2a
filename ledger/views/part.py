"""What part of the ledger a site is, and what was left out of it."""

from dataclasses import dataclass

from ledger.model.kinds import KINDS
from ledger.reckoned import Reckoned
from ledger.subsetting.part import FOLDERS, Part
from ledger.subsetting.subset import Subset
from ledger.views.links import name
from ledger.views.wording import count, day


@dataclass(frozen=True, slots=True)
class PartRow:
    """How many records of a kind are in the part, in the whole, and left out."""

    kind: str
    here: str
    whole: str
    left_out: str


@dataclass(frozen=True, slots=True)
class PartView:
    """Everything on the page about the part, and the line about it on every page."""

    notice: str
    """That this is a part and which, in one or two sentences."""
    version: str
    """The day of the newest change of the whole ledger."""
    rows: tuple[PartRow, ...]
    dropped: tuple[str, ...]
    """References that were cut, with their numbers."""


_RULES = {
    "country": "those with {} at one end of a flow",
    "commodity": "those about {} or a kind of it",
    "resolution": "those for which a source cites {}, or whose goods, direction and date it describes or may describe",
    "actor": "those that name {}, or cite a source of its own",
    "year": "those whose date, or that of a flow, may lie in {}",
}
_DROPPED = {
    "relations": (
        "relation between a transaction here and one that is not",
        "relations between a transaction here and one that is not",
    ),
    "claims": (
        "side of an exchange that is in another transaction",
        "sides of an exchange that are in another transaction",
    ),
    "points": ("link from a figure to its transaction", "links from a figure to its transaction"),
    "merged_into": ("transaction that was merged into one of these", "transactions that were merged into one of these"),
}


def part_view(whole: Reckoned, subset: Subset) -> PartView:
    """Return what the pages of a part say about it."""
    rule = _RULES[subset.part.kind].format(_called(whole, subset.part))
    kept, all_of_it = subset.kept["transactions"], subset.whole["transactions"]
    others = kept - subset.chosen
    more = f", and {count(others, 'transaction')} that such a one was merged into" if others else ""
    return PartView(
        notice=(
            f"A part of the ledger: {kept:,} of {count(all_of_it, 'transaction')}, {rule}{more}. "
            "Lists, totals and pictures count this part only."
        ),
        version=day(whole.changed),
        rows=tuple(
            PartRow(kind, f"{subset.kept[kind]:,}", f"{number:,}", f"{number - subset.kept[kind]:,}")
            for kind in KINDS
            if (number := subset.whole[kind])
        ),
        dropped=tuple(
            count(subset.dropped[field], *words) for field, words in _DROPPED.items() if subset.dropped[field]
        ),
    )


def _called(ledger: Reckoned, part: Part) -> str:
    return name(ledger, FOLDERS[part.kind], part.id) if part.kind in FOLDERS else part.id
