"""Places and ways of goods as GeoJSON (RFC 7946), in degrees of WGS 84.

What has no coordinates is there too, without a geometry: RFC 7946, 3.2, provides for it.
"""

import itertools
from typing import Any

from ledger.exports.records import as_json, fields
from ledger.exports.release import Release
from ledger.model.local_ids import FlowId
from ledger.model.place import Place
from ledger.model.transaction import Transaction
from ledger.reckoned import Reckoned
from ledger.resolving.naming import naming
from ledger.views.ways import legs

Position = tuple[float, float]
"""Longitude and latitude, as GeoJSON has them."""


def places(ledger: Reckoned) -> list[dict[str, Any]]:
    """Return a feature for each place, with the transactions that name it."""
    return [
        _feature(place.id, _point(place), fields(place) | {"transactions": sorted(naming(ledger, "places", place.id))})
        for place in ledger.places.values()
    ]


def routes(ledger: Reckoned) -> list[dict[str, Any]]:
    """Return a feature for each flow with places: its legs from place to place, in the order of the report.

    Nobody reports the track between two places. With fewer than two places that have coordinates there is no line.
    """
    return [
        _route(ledger, entry, flow)
        for entry in ledger.transactions.values()
        for flow in entry.flows
        if any(flow in (stop.flows or entry.flows) for stop in entry.places)
    ]


def collection(release: Release, features: list[dict[str, Any]]) -> str:
    """Return features as one file."""
    about = {"generated": release.generated, "version": release.version, "licence": release.licence_url}
    return as_json({"type": "FeatureCollection", **about, "features": features})


def _feature(id: str, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}


def _point(place: Place) -> dict[str, Any] | None:
    return {"type": "Point", "coordinates": list(_position(place))} if place.point else None


def _position(place: Place) -> Position:
    assert place.point
    return place.point.lon, place.point.lat


def _route(ledger: Reckoned, entry: Transaction, flow: FlowId) -> dict[str, Any]:
    stops = [stop for stop in entry.places if flow in (stop.flows or entry.flows)]
    found = legs((stop.role, ledger.places[stop.place]) for stop in stops)
    line = [part for start, end in found for part in cut([_position(start), _position(end)])]
    properties = {
        "transaction": entry.id,
        "flow": flow,
        "from": entry.flows[flow].from_,
        "to": entry.flows[flow].to,
        "commodities": list(entry.flows[flow].commodities),
        "places": [{"place": stop.place, "role": stop.role, "near": stop.near} for stop in stops],
    }
    return _feature(f"{entry.id}#{flow}", _line(line), properties)


def _line(parts: list[list[Position]]) -> dict[str, Any] | None:
    match parts:
        case []:
            return None
        case [only]:
            return {"type": "LineString", "coordinates": only}
    return {"type": "MultiLineString", "coordinates": parts}


def cut(points: list[Position]) -> list[list[Position]]:
    """Return a line in parts none of which crosses 180 degrees (RFC 7946, 3.1.9); nothing for less than two points."""
    if len(points) < 2:
        return []
    parts = [[points[0]]]
    for (lon, lat), (to_lon, to_lat) in itertools.pairwise(points):
        if abs(to_lon - lon) > 180:
            edge = 180.0 if lon > 0 else -180.0
            beyond = to_lon + 2 * edge
            share = (edge - lon) / (beyond - lon)
            at = round(lat + share * (to_lat - lat), 6)
            parts[-1].append((edge, at))
            parts.append([(-edge, at)])
        parts[-1].append((to_lon, to_lat))
    return parts
