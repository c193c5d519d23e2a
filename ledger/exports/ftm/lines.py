"""The whole ledger as lines of entities."""

from collections.abc import Iterator

from ledger.exports.ftm.entity import Entity
from ledger.exports.ftm.entry import Entry
from ledger.exports.ftm.events import event, flows, gone
from ledger.exports.ftm.records import actor, place, resolution, source
from ledger.exports.ftm.said import said
from ledger.exports.ftm.ties import ties
from ledger.exports.release import Release
from ledger.reckoned import Reckoned


def entities(ledger: Reckoned, release: Release) -> Iterator[Entity]:
    """Yield every entity once, in a fixed order; each names only entities that are there too."""
    for one in ledger.actors.values():
        yield from actor(ledger, release, one)
    for where in ledger.places.values():
        yield from place(ledger, release, where)
    for text in ledger.resolutions.values():
        yield from resolution(release, text)
    for read in ledger.sources.values():
        yield from source(ledger, read)
    for entry in ledger.transactions.values():
        at = Entry(ledger, release, entry)
        if entry.counts:
            yield event(at)
            yield from flows(at)
            yield from said(at)
            yield from ties(at)
        else:
            yield from gone(at)
