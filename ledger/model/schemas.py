"""JSON Schemas of the kinds of record, for editors; made from the same declarations that check the entries."""

import json
import re
from typing import Any

from ledger.model.kinds import KINDS
from ledger.model.one_line import line

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum"}
"""What pydantic leaves in its own words where a field is read from text."""

_BARE_NUMBERS = ("1", "27", "2024", "2397", "9074729")
"""What an editor takes for a number where a file means a text: a day's year, a heading, a ship's number."""


def schema(kind: str) -> Schema:
    """Return the schema of a kind of record, in the names that files use.

    Every field has a ``description`` and, unless it takes words of a list, ``examples``; each word of a list has its
    meaning in ``enumDescriptions``.
    """
    whole = KINDS[kind].model.model_json_schema(by_alias=True)
    one = {"$schema": DIALECT, **_for_editors(whole), "title": whole["title"]}
    definitions: dict[str, Schema] = one.get("$defs", {})
    for name, definition in definitions.items():
        definition["title"] = name  # a word of one part, such as Flow, is also what a field would be called
    for group in (one, *definitions.values()):
        for field in group.get("properties", {}).values():
            if "enum" not in _followed(field, definitions):  # an editor shows the words of a list, with their meanings
                field["examples"] = [_in_order(one, field, definitions) for one in _examples(field, definitions)]
    return one


def schema_files() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    return {
        f"{kind.one}.schema.json": json.dumps(_told(schema(kind.folder)), indent=2, ensure_ascii=False) + "\n"
        for kind in KINDS.values()
    }


def _for_editors(node: Schema) -> Schema:
    """Return a schema without what would lead an editor astray.

    It must neither offer ``null`` nor write out what may be left out, both of which the check refuses (E117); it must
    not mark a year or a ship's number as no text, for every scalar of a file is text until its field reads it.
    """
    kept = {_BOUNDS.get(key, key): value for key, value in node.items() if key != "default"}
    if "anyOf" in kept:
        choices = [_for_editors(choice) for choice in kept.pop("anyOf") if choice.get("type") != "null"]
        kept = choices[0] | kept if len(choices) == 1 else kept | {"anyOf": choices}
    for key in ("properties", "patternProperties", "$defs"):
        if key in kept:
            kept[key] = {name: _for_editors(_untitled(one, name)) for name, one in kept[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _for_editors(kept[key])
    if kept.get("type") == "string" and "enum" not in kept and _takes_digits(kept):
        kept["type"] = ["string", "number"]
    return kept


def _told(node: Any) -> Any:
    """Return a schema whose examples are told in ``markdownDescription``, which editors show and never write out.

    ``examples`` they offer as values and put in for a field that is completed: a made-up fact would stand in an entry.
    """
    if isinstance(node, list):
        return [_told(one) for one in node]
    if not isinstance(node, dict):
        return node
    told = {key: _told(value) for key, value in node.items() if key != "examples"}
    if isinstance(node.get("examples"), list):
        for choice in told.get("anyOf", ()):
            choice.pop("markdownDescription", None)  # an editor would show it instead of what follows
        shown = "\n".join(line(one) for one in node["examples"])
        told["markdownDescription"] = f"{node.get('description', '')}\n\nExample:\n\n```yaml\n{shown}\n```".strip()
    return told


def _untitled(node: Schema, name: str) -> Schema:
    """Return a schema without the title that pydantic makes of a field's name; one that a type gives is kept."""
    made = "" if "enum" in node else name.replace("_", " ").title()
    return {key: value for key, value in node.items() if (key, value) != ("title", made)}


def _takes_digits(text: Schema) -> bool:
    pattern = re.compile(text.get("pattern", ""))
    return text.get("format") != "uri" and any(pattern.search(number) for number in _BARE_NUMBERS)


def _examples(field: Schema, definitions: Schema) -> list[Any]:
    """Return a field's own examples, or one made of those of what it holds."""
    field = _followed(field, definitions)
    if "examples" in field:
        return list(field["examples"])
    if "anyOf" in field:
        return [found[0] for choice in field["anyOf"][:1] if (found := _examples(choice, definitions))]
    if "enum" in field:
        return [field["enum"][0]]
    match field.get("type"):
        case "boolean":
            return [True]
        case "array":
            return [[one] for one in _examples(field["items"], definitions)[:1]]
        case "object" if "properties" in field:
            names = field.get("required") or [*field["properties"]][:1]
            return [{name: _examples(field["properties"][name], definitions)[0] for name in names}]
        case "object" if "patternProperties" in field:
            return [{_key(p): _examples(one, definitions)[0]} for p, one in field["patternProperties"].items()]
        case "object" if isinstance(field.get("additionalProperties"), dict):
            return [{"coal": _examples(field["additionalProperties"], definitions)[0]}]
    return []


def _in_order(value: Any, field: Schema, definitions: Schema) -> Any:
    """Return an example with its fields in the order of the model; pydantic sorts them by name."""
    field = _followed(field, definitions)
    if isinstance(value, list):
        return [_in_order(one, field["items"], definitions) for one in value]
    if isinstance(value, dict) and "properties" in field:
        fields = field["properties"]
        return {name: _in_order(value[name], fields[name], definitions) for name in fields if name in value}
    if isinstance(value, dict) and "patternProperties" in field:
        (inner,) = field["patternProperties"].values()
        return {name: _in_order(one, inner, definitions) for name, one in value.items()}
    return value


def _key(pattern: str) -> str:
    """Return the first of a row of ids: ``f1`` for the pattern of flows."""
    return f"{pattern.strip('^$(?:)')[0]}1"


def _followed(field: Schema, definitions: Schema) -> Schema:
    """Return the schema that a field's ``$ref`` leads to, with what the field itself says of it."""
    if "$ref" not in field:
        return field
    return {**definitions[field["$ref"].rpartition("/")[2]], **field}
