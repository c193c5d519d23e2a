"""The schemas that editors read are those of the model as it is now, and say what somebody at a file wants to know."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from ledger.model.kinds import KINDS
from ledger.model.schemas import schema, schema_files
from tests.helpers import ENTRIES, ROOT, mini_files

SETTINGS = ROOT / ".vscode"


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2 as the language server reads it: ``2024`` is a number, ``NO`` and ``2024-06-18`` are texts."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"(?:true|false)\Z", [*"tf"]),
    ("float", r"[-+]?[0-9]+(?:\.[0-9]+)?\Z", [*"-+0123456789"]),
    ("null", r"(?:~|null|)\Z", ["~", "n", ""]),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


@cache
def whole(kind: str) -> dict[str, Any]:
    return schema(kind)


@cache
def judge(kind: str) -> Draft202012Validator:
    return Draft202012Validator(whole(kind))


def marked(kind: str, text: str) -> list[str]:
    """Return what an editor would underline in a file of the kind."""
    loader = AsEditorsRead(text)
    try:
        return [f"{error.json_path}: {error.message}" for error in judge(kind).iter_errors(loader.get_single_data())]
    finally:
        loader.dispose()


def fields() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield the kind, the group, the name and the schema of every field, with what its reference leads to."""
    for kind in KINDS:
        definitions = whole(kind).get("$defs", {})
        for group, one in _groups(kind, whole(kind)):
            for name, field in one["properties"].items():
                yield kind, group, name, {**definitions.get(field.get("$ref", "").rpartition("/")[2], {}), **field}


def _groups(name: str, node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield whatever has fields, parts that stand inside a field too."""
    if isinstance(node, dict):
        if "properties" in node:
            yield name, node
        for key, value in node.items():
            yield from _groups(key, value)
    elif isinstance(node, list):
        for value in node:
            yield from _groups(name, value)


def test_the_schemas_on_disk_are_not_stale() -> None:
    """An editor that completes fields of last month misleads. Where this fails, run: make schema."""
    disk = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").glob("*.json")}
    assert disk == schema_files()


def test_every_field_says_what_it_is_and_gives_an_example() -> None:
    silent = [
        f"{kind}: {group}.{name}"
        for kind, group, name, field in fields()
        if not field.get("description") or not (field.get("examples") or field.get("enum"))
    ]
    assert silent == []


def test_every_word_of_a_list_says_what_it_means() -> None:
    for kind, group, name, field in fields():
        if "enum" in field:
            assert all(field["enumDescriptions"]), (kind, group, name)
            assert len(field["enumDescriptions"]) == len(field["enum"]), (kind, group, name)


def test_every_example_is_one() -> None:
    """Held against the schema here, and against the model below."""
    for kind, group, name, field in fields():
        part = Draft202012Validator({"$defs": whole(kind).get("$defs", {}), **field})
        assert [error.message for one in field.get("examples", ()) for error in part.iter_errors(one)] == [], (
            f"{kind}: {group}.{name}"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_the_model_takes_every_example(kind: str) -> None:
    """Alone in a record it may leave others missing; nothing else may be wrong."""
    for name, field in schema(kind)["properties"].items():
        for example in field.get("examples", ()):
            as_text = json.loads(json.dumps(example), parse_int=str, parse_float=str)
            with pytest.raises(ValidationError) as found:
                KINDS[kind].model.model_validate({name: as_text, "no such field": ""}, context={"id": "x"})
            assert [e for e in found.value.errors() if e["loc"][0] == name] == [], name


def test_nothing_is_offered_that_the_check_refuses() -> None:
    """Completion writes out defaults; ``null`` and empty lists for what may be left out would be an error each."""
    for text in schema_files().values():
        assert '"null"' not in text
        assert '"default"' not in text


def test_no_example_is_put_into_a_file() -> None:
    """Editors put ``examples`` in for a field that is completed: they are shown in its description instead."""
    texts = schema_files()
    assert [name for name, text in texts.items() if '"examples"' in text] == []
    when = json.loads(texts["transaction.schema.json"])["properties"]["when"]
    assert when["markdownDescription"].endswith("```yaml\n{date: 2024-06-18}\n```")


def test_an_editor_underlines_nothing_in_files_that_pass() -> None:
    """A year, a ship's number and a chapter of goods look like numbers to it."""
    found = {name: marked(name.partition("/")[0], text) for name, text in mini_files().items()}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_an_editor_underlines_nothing_in_the_real_transactions() -> None:
    paths = sorted(ENTRIES.glob("transactions/*.yaml"))[::4] + sorted(ENTRIES.glob("series/*.yaml"))
    found = {path.name: marked(path.parent.name, path.read_text("utf-8")) for path in paths}
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nature: barter", "nature: bartered"),
        ("nature: barter", "naturr: barter"),
        ("from: KP", "from: North Korea"),
        ("mode: sea", "mode:"),
    ],
)
def test_an_editor_underlines_what_is_wrong(old: str, new: str) -> None:
    text = mini_files()["transactions/2024-rice-for-coal.yaml"]
    assert old in text
    assert marked("transactions", text.replace(old, new, 1))


def test_editors_know_which_schema_is_for_which_folder() -> None:
    bound = json.loads((SETTINGS / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(bound) == {f"schemas/{name}" for name in schema_files()}
    for kind in KINDS.values():
        globs = bound[f"schemas/{kind.one}.schema.json"]
        assert f"entries/{kind.folder}/*.yaml" in ([globs] if isinstance(globs, str) else globs)
    assert "entries/example.yaml" in bound["schemas/transaction.schema.json"]


def test_editors_are_asked_to_have_what_reads_the_schemas() -> None:
    assert "redhat.vscode-yaml" in json.loads((SETTINGS / "extensions.json").read_text("utf-8"))["recommendations"]
