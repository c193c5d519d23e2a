"""The records as JSON, one file each and one list for each kind, and their description in OpenAPI 3.1.

Files, not a service: each can be fetched by its address. The lists lie in the copy on disk too, of the single records
those that a page leads to.
"""

from typing import Any

from pydantic.json_schema import models_json_schema

from ledger.exports.changes import CHANGES_PATH, Changes
from ledger.exports.records import as_json, fields, records
from ledger.exports.release import API, Release
from ledger.model.kinds import KINDS, Kind
from ledger.model.record import Record
from ledger.reckoned import Reckoned

_REF = "#/components/schemas/{model}"
_ID = {"type": "string", "description": "The id that the record had."}
_ELSEWHERE: dict[str, Any] = {
    "Moved": {
        "type": "object",
        "description": "What stands where a record was before it got another id.",
        "required": ["id", "moved_to"],
        "properties": {"id": _ID, "moved_to": {"type": "string", "description": "The id that it has now."}},
    },
    "TakenOut": {
        "type": "object",
        "description": "What stands where a record was that must not stay.",
        "required": ["id", "taken_out"],
        "properties": {"id": _ID, "taken_out": {"type": "string", "description": "Why."}},
    },
}
"""What an address of a record may answer with instead, because ids never vanish."""


def record_path(kind: str, id: str) -> str:
    """Return where a record is as JSON."""
    return f"api/{API}/{kind}/{id}.json"


def list_path(kind: str) -> str:
    """Return where all records of a kind are as JSON."""
    return f"api/{API}/{kind}.json"


OPENAPI_PATH = f"api/{API}/openapi.json"


def record_json(record: Record) -> str:
    """Return one record as JSON."""
    return as_json(fields(record))


def moved_json(old: str, new: str) -> str:
    """Return what stands where a record was before it got another id."""
    return as_json({"id": old, "moved_to": new})


def taken_out_json(id: str, why: str) -> str:
    """Return what stands where a record was that must not stay."""
    return as_json({"id": id, "taken_out": why})


def list_json(ledger: Reckoned, release: Release, kind: str) -> str:
    """Return all records of a kind by id, each whole, with what the file says of itself."""
    items = [fields(record) for record in records(ledger, kind)]
    return as_json(_envelope(release) | {"kind": kind, "count": len(items), "items": items})


def _envelope(release: Release) -> dict[str, Any]:
    return {
        "version": release.version,
        "generated": release.generated,
        "licence": release.licence,
        "licence_url": release.licence_url,
    }


def openapi(release: Release) -> str:
    """Return the description of every file below ``api/``: the schemas are the model's own."""
    models = [(kind.model, "validation") for kind in KINDS.values()] + [(Changes, "serialization")]
    _, definitions = models_json_schema(models, by_alias=True, ref_template=_REF)  # type: ignore[arg-type]
    schemas: dict[str, Any] = {name: _without_defaults(one) for name, one in definitions["$defs"].items()}
    paths: dict[str, Any] = {}
    for kind in KINDS.values():
        name = kind.model.__name__
        schemas[name] = _with_id(schemas[name], kind)
        schemas[f"{name}List"] = _list_schema(name, kind)
        paths[f"/{list_path(kind.folder)}"] = {"get": _operation(f"{name}List", f"List all {kind.folder}.", [])}
        parameter = {
            "name": "id",
            "in": "path",
            "required": True,
            "description": f"The id of the {kind.one}: {kind.id.like}.",
            "schema": {"type": "string"},
        }
        one = _operation(name, f"Get one {kind.one}.", [parameter])
        content = one["responses"]["200"]["content"]["application/json"]
        content["schema"] = {
            "anyOf": [content["schema"], *({"$ref": _REF.format(model=other)} for other in _ELSEWHERE)]
        }
        one["description"] = (
            "On the site. A copy of it from a zip has this file only where a page leads to it; every copy has the same "
            f"record in /{list_path(kind.folder)}."
        )
        paths[f"/{record_path(kind.folder, '{id}')}"] = {"get": one}
    schemas |= _ELSEWHERE
    paths[f"/{CHANGES_PATH}"] = {"get": _operation("Changes", "List what changed since the release before.", [])}
    return as_json(
        {
            "openapi": "3.1.0",
            "info": {
                "title": release.name,
                "version": release.version,
                "description": release.description or "Reported transactions with North Korea.",
                "license": {"name": release.licence, "url": release.licence_url},
            },
            "servers": [{"url": release.url or "../../"}],
            "paths": paths,
            "components": {"schemas": dict(sorted(schemas.items()))},
        }
    )


def _without_defaults(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose fields promise nothing where they are left out: a file has only what its entry has."""
    if "properties" not in schema:
        return schema
    fields = {
        name: {key: value for key, value in field.items() if key != "default"}
        for name, field in schema["properties"].items()
    }
    return schema | {"properties": fields}


def _with_id(schema: dict[str, Any], kind: Kind) -> dict[str, Any]:
    id = {"type": "string", "description": f"The id of the {kind.one}."}
    properties = {"id": id} | schema["properties"]
    return schema | {"properties": properties, "required": ["id", *schema.get("required", [])]}


def _list_schema(name: str, kind: Kind) -> dict[str, Any]:
    text = {"type": "string"}
    properties = {
        "version": text | {"description": "The version of the form of the data."},
        "generated": text | {"format": "date", "description": "The day of the newest change of any transaction."},
        "licence": text,
        "licence_url": text | {"format": "uri"},
        "kind": {"const": kind.folder},
        "count": {"type": "integer"},
        "items": {"type": "array", "items": {"$ref": _REF.format(model=name)}},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _operation(schema: str, summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REF.format(model=schema)}}}
    found: dict[str, Any] = {"200": {"description": "As the entries say it.", "content": content}}
    if parameters:
        found["404"] = {"description": "There is no such record, or the copy of the site leaves it out."}
    operation: dict[str, Any] = {"operationId": f"get{schema}", "summary": summary, "responses": found}
    return operation | ({"parameters": parameters} if parameters else {})
