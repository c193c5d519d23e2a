"""What the library ``followthemoney`` says of it: nothing is changed or dropped, and the same facts come out again.

The library cleans without a word, so its exit status alone says nothing: what it writes is held against what it read.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ledger.checking import check_tree
from ledger.exports.ftm.lines import entities
from ledger.exports.ftm.mapping import PROPERTIES
from ledger.exports.release import Release
from ledger.model.ids import codes_of_iso_3166
from ledger.reckoned import Reckoned
from tests.helpers import ENTRIES, MINI

try:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    from followthemoney.types import registry
except ImportError:
    reason = "followthemoney is not installed: it needs pkg-config, a C++ compiler and ICU's headers, then `make test`"
    if os.environ.get("LEDGER_REQUIRE_BROWSER"):
        raise
    pytest.skip(reason, allow_module_level=True)

RELEASE = Release("Example", "2026-11-22", url="https://ledger.example/")

Lines = list[dict[str, Any]]


@pytest.fixture(scope="module", params=[MINI, ENTRIES], ids=["mini", "real"])
def ledger(request: pytest.FixtureRequest) -> Reckoned:
    return check_tree(request.param).ledger


@pytest.fixture(scope="module")
def path(ledger: Reckoned, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ftm") / "entities.ftm.json"
    path.write_text("".join(one.line() for one in entities(ledger, RELEASE)), "utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def lines(path: Path) -> Lines:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def read(lines: Lines) -> dict[str, EntityProxy]:
    """The entities as the library has them after cleaning each value."""
    return {line["id"]: model.get_proxy(line, cleaned=False) for line in lines}


def sorted_values(line: dict[str, Any]) -> dict[str, list[str]]:
    return {name: sorted(values) for name, values in line["properties"].items()}


def test_ftm_validate_takes_every_line_as_it_is(path: Path, lines: Lines) -> None:
    command = Path(sys.executable).with_name("ftm")
    run = subprocess.run([command, "validate", "-i", path], capture_output=True, check=True, timeout=120)
    assert run.stderr == b""
    validated = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(one["id"], one["schema"], sorted_values(one)) for one in validated] == [
        (one["id"], one["schema"], sorted_values(one)) for one in lines
    ]


def test_every_value_is_clean_as_it_stands(lines: Lines, read: dict[str, EntityProxy]) -> None:
    changed = [
        (line["id"], name)
        for line in lines
        for name, values in line["properties"].items()
        if sorted(values) != sorted(read[line["id"]].get(name))
        or max(map(len, values)) > read[line["id"]].schema.properties[name].max_length
    ]
    assert changed == []


def test_what_the_library_requires_is_there_and_ids_lead_to_what_they_should(read: dict[str, EntityProxy]) -> None:
    wrong = Counter[tuple[str, ...]]()
    for one in read.values():
        # An article is no file, so it has no name of one.
        wrong.update(
            (one.schema.name, name) for name in one.schema.required if not one.has(name) and name != "fileName"
        )
        for prop, value in one.itervalues():
            if prop.range and not (value in read and read[value].schema.is_a(prop.range)):
                wrong[one.id or "", prop.name, value] += 1
    assert wrong == Counter()


def test_the_same_facts_come_out(ledger: Reckoned, read: dict[str, EntityProxy]) -> None:
    for actor in ledger.actors.values():
        one = read[f"in-exchange.actors.{actor.id}"]
        assert {one.caption, *one.get("alias")} == {actor.name, *actor.aliases, *actor.names.values()}
        assert one.countries == ([actor.country.lower()] if actor.country else [])
        imo = actor.identifiers and actor.identifiers.imo
        if one.schema.name == "Vessel":
            assert one.get("imoNumber") == ([f"IMO{imo}"] if imo else [])
    for place in ledger.places.values():
        at = read[f"in-exchange.places.{place.id}"]
        found = [float(value) for value in (*at.get("latitude"), *at.get("longitude"))]
        assert found == ([place.point.lat, place.point.lon] if place.point else [])
    for source in ledger.sources.values():
        assert read[f"in-exchange.sources.{source.id}"].get("title") == ([source.title] if source.title else [])
    for entry in ledger.transactions.values():
        event = read[f"in-exchange.transactions.{entry.id}"]
        assert event.caption == entry.title
        for id, claim in entry.claims.items() if entry.counts else ():
            note = read[f"{event.id}.{id}"]
            assert note.get("description") == [claim.says]
            assert set(note.get("proof")) == {f"in-exchange.sources.{one.source}" for one in claim.sources}


def test_every_property_that_is_promised_exists_in_the_model() -> None:
    missing = [name for name in PROPERTIES if model[name.partition(".")[0]].get(name.partition(".")[2]) is None]
    assert missing == []


def test_every_country_is_known_to_it() -> None:
    assert sorted(code for code in codes_of_iso_3166() if registry.country.clean(code.lower()) != code.lower()) == []
