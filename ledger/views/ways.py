"""The way of goods from place to place, as far as the order of the report gives it."""

import itertools
from collections.abc import Iterable

from ledger.model.place import Place
from ledger.model.words import PlaceRole

_WAY = (PlaceRole.MADE, PlaceRole.LEFT, PlaceRole.LOADED, PlaceRole.CROSSED, PlaceRole.TRANSFERRED, PlaceRole.UNLOADED)
"""Roles of the places along the way of goods, in their order."""
_ONE_AFTER_ANOTHER = (PlaceRole.CROSSED, PlaceRole.TRANSFERRED)
"""Roles whose places goods pass in turn; two places where goods were loaded stand side by side."""


def legs(stops: Iterable[tuple[PlaceRole, Place]]) -> list[tuple[Place, Place]]:
    """Return each place along a way with the next one, among those with coordinates.

    Where several places follow on several, nobody says which led to which, and there is no leg.
    """
    found = []
    for before, after in itertools.pairwise(_stages(list(stops))):
        if len(before) == 1 or len(after) == 1:
            found += [(start, end) for start in before for end in after]
    return found


def _stages(stops: list[tuple[PlaceRole, Place]]) -> list[list[Place]]:
    """Return the places of a way, those side by side together; each stands where it comes first."""
    seen: set[str] = set()
    stages: list[list[Place]] = []
    for role in _WAY:
        found = {place.id: place for stop, place in stops if stop is role and place.point and place.id not in seen}
        seen.update(found)
        places = list(found.values())
        stages += [[place] for place in places] if role in _ONE_AFTER_ANOTHER else [places] * bool(places)
    return stages
