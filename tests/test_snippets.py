"""The snippets for editors write what the model takes, and leave no word behind that could pass for a fact."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from ledger.model.schemas import schema
from ledger.problems.problem import Problem
from tests.helpers import ROOT, read

SNIPPETS = json.loads((ROOT / ".vscode" / "in-exchange.code-snippets").read_text("utf-8"))
_DAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_STOP = re.compile(r"\$(\d+)|\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}")

# What somebody types at each stop, where it is neither a choice nor a number that stands there already.
TYPED: Mapping[str, Mapping[int, str]] = {
    "transaction": {
        1: "Coal to China", 2: "A paper reported it.", 3: "2024-05", 6: "KP", 7: "CN", 8: "coal", 9: "coal",
        10: "Coal left.", 11: "3,000 tons", 12: "gazette-2024", 13: "kp-government",
    },
    "source": {2: "Coal leaves", 3: "gazette", 4: "2024-06-03", 6: "en", 7: "https://news.example.com/coal"},
    "actor": {1: "The Gazette", 3: "NO"},
    "person": {1: "Ann Example", 3: "spoke to the paper", 4: "gazette-2024"},
    "claim": {2: "It was 3,000 tons.", 4: "3,000 tons", 5: "gazette-2024"},
    "flow": {2: "CN", 3: "KP", 4: "rice", 5: "rice"},
    "response": {2: "kp-government", 4: "Denied it.", 5: "2024-06-04", 6: "gazette-2024"},
}  # fmt: skip
KIND = {"source": "sources", "actor": "actors", "person": "actors"}
PARTS = {"claim", "flow", "response"}
EACH = pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=lambda snippet: snippet["prefix"])


def expanded(snippet: Mapping[str, Any], typed: Mapping[int, str]) -> str:
    """Return what an editor writes; a stop where nothing is typed is empty, a choice its first word, or ``choose``."""

    def stop(found: re.Match[str]) -> str:
        number, other, default, choice = found.groups()
        if choice:
            return choice.split(",")[1 if typed else 0]
        return typed.get(int(number or other), default or "")

    return _STOP.sub(stop, "\n".join(snippet["body"]).replace(_DAY, "2026-11-22"))


def placed(snippet: Mapping[str, Any], typed: Mapping[int, str]) -> tuple[str, str]:
    """Return the kind and the text of a file with the snippet in it; a part stands in a transaction."""
    prefix, text = snippet["prefix"], expanded(snippet, typed)
    field = f"{prefix}s"
    if prefix not in PARTS:
        return KIND.get(prefix, "transactions"), text
    inner = "".join(f"  {line}\n" if line else "" for line in text.splitlines())
    whole = expanded(next(iter(SNIPPETS.values())), TYPED["transaction"])
    return "transactions", whole.replace(f"{field}:\n", f"{field}:\n{inner}")


def problems(snippet: Mapping[str, Any], typed: Mapping[int, str]) -> list[Problem]:
    kind, text = placed(snippet, typed)
    return read(kind, text)[1]


@EACH
def test_filled_in_it_is_right(snippet: Mapping[str, Any]) -> None:
    """Its keys are of the model, and what is required is among them."""
    assert [str(problem) for problem in problems(snippet, TYPED[snippet["prefix"]])] == []


@EACH
def test_each_stop_that_was_passed_over_is_named(snippet: Mapping[str, Any]) -> None:
    """A word that only stands there for an example could be left, and be published as a fact."""
    typed = TYPED[snippet["prefix"]]
    for number in typed:
        less = {stop: text for stop, text in typed.items() if stop != number}
        left = f"[${number}]" in "".join(
            snippet["body"]
        )  # an empty list says nothing; where one is needed E211 says so
        assert left or {problem.code for problem in problems(snippet, less)} & {"E117", "E206"}, number


@EACH
def test_no_word_is_chosen_for_anybody(snippet: Mapping[str, Any]) -> None:
    """A choice that was passed over keeps its first word: one that no field knows."""
    choices = [match[4].split(",") for match in _STOP.finditer("\n".join(snippet["body"])) if match[4]]
    assert all(words[0] == "choose" for words in choices)
    refused = [problem for problem in problems(snippet, {}) if problem.code == "E204" and "choose" in problem.message]
    assert len(refused) >= len(choices)


@EACH
def test_a_choice_offers_the_words_of_its_field(snippet: Mapping[str, Any]) -> None:
    lists = [one["enum"] for one in schema(placed(snippet, {})[0])["$defs"].values() if "enum" in one]
    for match in _STOP.finditer("\n".join(snippet["body"])):
        if match[4]:
            words = match[4].split(",")[1:]
            # A person has a snippet of its own, with what a person needs.
            assert words in lists or (snippet["prefix"] == "actor" and ["person", *words] in lists)


def test_there_is_one_for_what_people_write_most() -> None:
    assert {"transaction", "source", "actor", "claim", "flow"} <= {one["prefix"] for one in SNIPPETS.values()}
    assert all(one["scope"] == "yaml" and one["description"] for one in SNIPPETS.values())
