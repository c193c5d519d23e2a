"""Counts of reports and origins in words."""

from dataclasses import dataclass

from ledger.evidence.independence import Count
from ledger.reckoned import Reckoned
from ledger.views.links import Link, link, maker_name
from ledger.views.wording import count, listing


@dataclass(frozen=True, slots=True)
class CountView:
    """A count as a page shows it."""

    words: str
    """``9 reports, 1 origin``; ``3 reports, 1 to 2 origins``."""
    short: str
    """``9 → 1``, ``3 → 1 to 2``."""
    kinds: str
    """How the origins know, in words."""
    makers: tuple[Link, ...]
    """The originators."""


def count_view(ledger: Reckoned, one: Count) -> CountView:
    """Return a count in words."""
    numbers = f"{one.lower:,}" if one.lower == one.upper else f"{one.lower:,} to {one.upper:,}"
    origins = "no origin" if one.upper == 0 else f"{numbers} {'origin' if one.upper == 1 else 'origins'}"
    short = f"{one.lower}" if one.lower == one.upper else f"{one.lower} to {one.upper}"
    makers = dict.fromkeys(ledger.evidence.sources.maker(end) for end in one.origins)
    return CountView(
        words=f"{count(one.reports, 'report')}, {origins}",
        short=f"{one.reports} → {short}",
        kinds=listing([kind.plain for kind in one.kinds]),
        makers=tuple(maker_link(ledger, maker) for maker in makers),
    )


def maker_link(ledger: Reckoned, maker: str) -> Link:
    """Return the link to an originator: its actor, or the source itself where nobody is named."""
    if maker in ledger.actors:
        return link(ledger, "actors", maker)
    source = ledger.sources[maker]
    voices = [known.who for known in source.own if known.who]
    via = maker_name(ledger, source)
    return Link(f"{voices[0]}, via {via}" if voices else via, link(ledger, "sources", maker).path)
