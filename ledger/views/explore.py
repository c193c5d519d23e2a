"""Every transaction in one table, and the facets that narrow it; a script in the browser does the narrowing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledger.evidence.standing import Standing
from ledger.law.tree import above
from ledger.model.ids import HOME
from ledger.model.transaction import Transaction
from ledger.model.words import Nature, Reply, Stage, Word
from ledger.reckoned import Reckoned
from ledger.views.links import end, name
from ledger.views.listed import ListedGoods, ListedTransaction, newest_first, partners, row
from ledger.views.wording import capitalised, slug

Value = tuple[str, str]
"""A value of a facet: its lasting key, which stands in addresses, and its label."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the table. What the page shows of it is read from here and nowhere else."""

    key: str
    label: str
    before: str
    """What stands before a value in the sentence above the table: *with* Russia."""
    values: Callable[[Reckoned, Transaction], Iterable[Value]]
    order: tuple[str, ...] = ()
    """The keys in their own order; those that are not in it come after, by the number of entries."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with the values that occur."""

    facet: Facet
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A transaction in the table."""

    listed: ListedTransaction
    id: str
    date: str
    """As EDTF."""
    years: tuple[int, int]
    """The first and the last year it may touch."""
    values: tuple[tuple[int, ...], ...]
    """Its values of each facet, as places in the facet's list."""
    words: str
    """What it can be found by besides what the row shows: actors, places, goods by the ledger's names."""


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The facets and the rows, newest first."""

    facets: tuple[FacetView, ...]
    rows: tuple[ExploreRow, ...]


def _word(word: Word) -> Value:
    return slug(word.value), word.plain.capitalize()


def _with(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    yield from ((value, end(ledger, value).label) for value in partners(entry))


def _direction(_: Reckoned, entry: Transaction) -> Iterator[Value]:
    if any(flow.from_ == HOME for flow in entry.flows.values()):
        yield "gave", "North Korea gave"
    if any(flow.to == HOME for flow in entry.flows.values()):
        yield "received", "North Korea received"
    if any(claim.exchange for claim in entry.claims.values()):
        yield "exchange", "Both, in exchange"


def _commodities(entry: Transaction) -> dict[str, None]:
    return {commodity: None for flow in entry.flows.values() for commodity in flow.commodities}


def _groups(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    kinds = {id for commodity in _commodities(entry) for id in (commodity, *above(ledger, commodity))}
    yield from ((id, _label(ledger, id)) for id in sorted(kinds) if not ledger.commodities[id].parents)


def _goods(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    yield from ((id, _label(ledger, id)) for id in _commodities(entry))


def _label(ledger: Reckoned, commodity: str) -> str:
    return capitalised(name(ledger, "commodities", commodity))


def _described(ledger: Reckoned, entry: Transaction) -> list[Value]:
    found = {one.verdict.provision.resolution for flow in entry.flows for one in ledger.law[entry.id, flow].described}
    return _resolutions(ledger, found, "None describes it")


def _cited(ledger: Reckoned, entry: Transaction) -> list[Value]:
    return _resolutions(ledger, {row.provision.resolution for row in entry.resolutions_cited}, "None cited")


def _resolutions(ledger: Reckoned, ids: Iterable[str], none: str) -> list[Value]:
    return [(id, name(ledger, "resolutions", id)) for id in sorted(ids)] or [("none", none)]


def _known(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    yield from map(_word, ledger.entry_counts[entry.id].kinds)


def _origins(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    least = ledger.entry_counts[entry.id].lower
    yield ("3", "3 or more") if least >= 3 else (str(least), ("None", "1", "2")[least])


def _standing(ledger: Reckoned, entry: Transaction) -> Iterator[Value]:
    yield _word(ledger.entry_standings[entry.id])


def _responses(_: Reckoned, entry: Transaction) -> Iterator[Value]:
    yield from map(_word, dict.fromkeys(response.kind for response in entry.responses.values()))


FACETS = (
    Facet("with", "With", "with", _with),
    Facet("direction", "Direction", "where", _direction, ("gave", "received", "exchange")),
    Facet("group", "Goods", "of", _groups),
    Facet("goods", "Goods, more exactly", "of", _goods),
    Facet("known", "How it is known", "known by", _known),
    Facet("origins", "Origins, at least", "with origins:", _origins, ("0", "1", "2", "3")),
    Facet("standing", "Standing", "standing:", _standing, tuple(map(slug, Standing))),
    Facet("response", "Response", "answered:", _responses, tuple(Reply)),
    Facet("described", "Resolution that describes it, or may", "described by", _described),
    Facet("cited", "Resolution cited by a source", "citing", _cited),
    Facet("nature", "Kind of dealing", "by way of", lambda _, entry: [_word(entry.nature)], tuple(Nature)),
    Facet("stage", "How far it came", "stage:", lambda _, entry: [_word(entry.stage)], tuple(Stage)),
)
"""Every facet, in the order of the page."""


def explore(ledger: Reckoned) -> ExploreView:
    """Return the table of all transactions but those merged into another, with the facets that narrow it."""
    entries = newest_first(ledger, ledger.transactions)
    had = [[dict(facet.values(ledger, entry)) for entry in entries] for facet in FACETS]
    facets = tuple(_facet(facet, values) for facet, values in zip(FACETS, had, strict=True))
    places = [{key: at for at, (key, _) in enumerate(view.values)} for view in facets]
    latest = ledger.changed.year
    return ExploreView(
        facets=facets,
        rows=tuple(
            ExploreRow(
                listed=row(ledger, entry),
                id=entry.id,
                date=entry.when.date.text,
                years=_years(entry, latest),
                values=tuple(tuple(at[key] for key in values[i]) for at, values in zip(places, had, strict=True)),
                words=_words(ledger, entry),
            )
            for i, entry in enumerate(entries)
        ),
    )


def _facet(facet: Facet, had: Sequence[dict[str, str]]) -> FacetView:
    counts = Counter(key for values in had for key in values)
    labels = {key: label for values in had for key, label in values.items()}
    last = len(facet.order)
    rank = {key: at for at, key in enumerate(facet.order)}
    keys = sorted(counts, key=lambda key: (rank.get(key, last), -counts[key], labels[key]))
    return FacetView(facet, tuple((key, labels[key]) for key in keys))


def _years(entry: Transaction, latest: int) -> tuple[int, int]:
    """Return the years that an entry's date may touch; an open end reaches to the newest change of the ledger."""
    low, high = entry.when.date.earliest, entry.when.date.latest
    first = (low or high).year if low or high else latest  # type: ignore[union-attr]
    return first, max(first, high.year if high else latest)


def _words(ledger: Reckoned, entry: Transaction) -> str:
    names = [name(ledger, "actors", part.actor) if part.actor else part.who or "" for part in entry.actors]
    names += [name(ledger, "places", stop.place) for stop in entry.places]
    names += [name(ledger, "commodities", commodity) for commodity in _commodities(entry)]
    return " / ".join(dict.fromkeys(names))


def data(view: ExploreView) -> dict[str, object]:
    """Return the table as the script reads it: facets with their values, and each row as a list.

    A row is its id, title, date in words, date as EDTF, first and last year, what was given and received (each as goods
    and amount in turn), reports and origins, and its values of each facet. The other words that rows are found by are
    one text, a line for each row: a browser need not take them apart before somebody looks for words.
    """
    return {
        "facets": [
            {"key": one.facet.key, "label": one.facet.label, "before": one.facet.before, "values": one.values}
            for one in view.facets
        ],
        "rows": [
            [
                row.id,
                row.listed.link.label,
                row.listed.when,
                row.date,
                *row.years,
                _in_turn(row.listed.gave),
                _in_turn(row.listed.received),
                row.listed.origins,
                row.values,
            ]
            for row in view.rows
        ],
        "words": "\n".join(_one_line(row.words) for row in view.rows),
    }


def _one_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def _in_turn(lines: Iterable[ListedGoods]) -> list[str]:
    return [text for line in lines for text in (line.goods, line.amount)]
