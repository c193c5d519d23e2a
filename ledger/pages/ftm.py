"""What stands where in the file of FollowTheMoney, as a table on the page of data."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.exports.ftm.mapping import ACTORS, BODIES, KEPT, LEFT_OUT, Line
from ledger.views.wording import listing


@dataclass(frozen=True, slots=True)
class MappingRow:
    """Fields, where they stand (nothing where they are left out), and how or why."""

    fields: tuple[str, ...]
    to: tuple[str, ...]
    how: str


def mapping_rows() -> tuple[MappingRow, ...]:
    """Return every line of the mapping, first what is there."""
    return tuple(MappingRow(line.fields, tuple(_properties(line)), line.how) for line in (*KEPT, *LEFT_OUT))


def _properties(line: Line) -> Iterable[str]:
    """Yield each property once: ``name of Person or Company``."""
    schemata: dict[str, list[str]] = {}
    for name in line.to:
        schema, _, prop = name.partition(".")
        schemata.setdefault(prop, []).append(schema)
    for prop, found in schemata.items():
        rest = [one for one in found if one not in ACTORS]
        actors = tuple(one for one in found if one in ACTORS)
        named = {ACTORS: ["any actor"], BODIES: ["any actor but a Vessel"]}.get(actors, list(actors))
        yield f"{prop} of {listing(named + rest)}"
