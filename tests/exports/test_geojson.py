"""Places and ways as GeoJSON: nothing dropped, nothing outside the world, nothing across its seam."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import Checked
from ledger.exports.geojson import collection, cut, places, routes
from ledger.exports.release import Release
from tests.small import entry, small

POSITIONS = st.tuples(st.integers(-179, 179).map(float), st.integers(-80, 80).map(float))


def test_every_place_is_there_with_its_coordinates(mini: Checked) -> None:
    found = {feature["id"]: feature for feature in json.loads(_text(places(mini.ledger)))["features"]}
    assert set(found) == set(mini.ledger.places)
    for id, place in mini.ledger.places.items():
        geometry = found[id]["geometry"]
        if place.point:
            assert geometry == {"type": "Point", "coordinates": [place.point.lon, place.point.lat]}
        else:
            assert geometry is None
    assert found["nampo"]["properties"]["transactions"] == ["2024-rice-for-coal"]


def test_a_way_goes_through_the_places_in_the_order_of_their_roles() -> None:
    ledger = small(
        places={
            "port": _place(125.4, 38.7),
            "pier": _place(121.5, 31.2),
            "mine": {"name": "Mine", "country": "KP", "kind": "mine"},
        },
        transactions={
            "entry": entry(
                places=[
                    {"place": "pier", "role": "unloaded", "claims": ["c1"]},
                    {"place": "port", "role": "loaded", "claims": ["c1"]},
                    {"place": "mine", "role": "made", "claims": ["c1"]},
                ]
            )
        },
        sources={"paper": {"kind": "article", "by": "press", "access": "read", "own": ["own-inquiry"]}},
    )
    [way] = routes(ledger)
    assert way["geometry"] == {"type": "LineString", "coordinates": [(125.4, 38.7), (121.5, 31.2)]}
    # The place without coordinates is told of too.
    assert [stop["place"] for stop in way["properties"]["places"]] == ["pier", "port", "mine"]


@given(st.lists(POSITIONS, max_size=5))
def test_no_part_of_a_line_crosses_the_seam(points: list[tuple[float, float]]) -> None:
    parts = cut(points)
    assert all(len(part) >= 2 for part in parts)
    for part in parts:
        assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(part))
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in part)
    if len(points) > 1:
        assert [point for part in parts for point in part if abs(point[0]) != 180] == points


def test_the_seam_is_crossed_where_the_straight_line_does() -> None:
    assert cut([(170.0, 0.0), (-170.0, 10.0)]) == [[(170.0, 0.0), (180.0, 5.0)], [(-180.0, 5.0), (-170.0, 10.0)]]
    assert cut([(-170.0, 0.0), (170.0, 10.0)]) == [[(-170.0, 0.0), (-180.0, 5.0)], [(180.0, 5.0), (170.0, 10.0)]]


def _place(lon: float, lat: float) -> dict[str, object]:
    point = {"lat": str(lat), "lon": str(lon), "precision": "town", "from": "a gazetteer"}
    return {"name": "A place", "country": "KP", "kind": "port", "point": point}


def _text(features: list[dict[str, object]]) -> str:
    return collection(Release("Example", "2026-11-22"), features)
