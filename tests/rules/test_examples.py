"""The examples in every explanation do what they say: the one under Fails fails so, the one under Passes does not.

The first line of an example names a file. Where that file stands in ``tests/mini`` and the example is only a part of a
record, its fields are laid over the file's; else it is the whole file. The rest of the tree is ``tests/mini``.
"""

import pkgutil
import re
from pathlib import Path

import pytest

from ledger import rules
from ledger.checking import CODES
from ledger.problems.code import Code
from ledger.reading.strict_yaml import compose
from ledger.rules.rule import Rule
from tests.helpers import BAD, check, mini_files, read

WITH_EXAMPLES = [code for code in CODES.values() if code.examples]
EACH = pytest.mark.parametrize("code", WITH_EXAMPLES, ids=lambda code: code.name)

# What no text can show: bytes, folders, hundreds of something, and a fault of the program. Each has a test of its own.
WITHOUT_EXAMPLES = {"E001", "E002", "E003", "E004", "E005", "E006", "E101", "E102", "E103", "E104", "E105"} | {
    "E008", "E115", "E116", "E122", "E124", "E300", "E319", "W599",
}  # fmt: skip
IN_TESTS_ONLY = {"E002", "E005", "E006", "E008", "E116", "E122", "E124", "E300", "E319", "W599"}

_FIRST = re.compile(r"# entries/([a-z]+/[A-Za-z0-9-]+)\.yaml\n")
_FIELD = re.compile(r"^(?=[\w'\"])", re.MULTILINE)


def example(code: Code, which: str) -> dict[str, str]:
    """Return the tree with the example in it, by paths below ``entries``."""
    text = code.examples[which]
    first = _FIRST.match(text)
    assert first, text
    name, body, files = f"{first[1]}.yaml", text[first.end() :], mini_files()
    if name in files and not is_whole(first[1], body):
        body = laid_over(files[name], body)
    return files | {name: body}


def is_whole(name: str, text: str) -> bool:
    kind, _, id = name.partition("/")
    return compose(text)[0] is not None and not any(problem.code == "E202" for problem in read(kind, text, id)[1])


def laid_over(text: str, part: str) -> str:
    """Return ``text`` with the fields that ``part`` has taken from it."""
    fields = {block.partition(":")[0]: block for block in (*_FIELD.split(text)[1:], *_FIELD.split(part)[1:])}
    return "".join(block.rstrip("\n") + "\n" for block in fields.values())


@EACH
def test_the_example_that_fails_does(code: Code, tree: Path) -> None:
    assert code.name in {problem.code for problem in check(tree, example(code, "Fails")).problems}


@EACH
def test_the_example_that_passes_does(code: Code, tree: Path) -> None:
    assert [str(p) for p in check(tree, example(code, "Passes")).problems if p.code == code.name] == []


@EACH
def test_the_example_that_fails_has_one_fault(code: Code, tree: Path) -> None:
    """A second one would teach that it goes with the first. (A field left out of a part breaks what named it.)"""
    first = _FIRST.match(code.examples["Fails"])
    assert first
    path = f"entries/{first[1]}.yaml"
    mine = {p.code for p in check(tree, example(code, "Fails")).problems if p.mark.path.endswith(path)}
    assert mine - {"E202", "E203", "E301"} <= {code.name}


@pytest.mark.parametrize(
    "rule", [rule for rule in rules.RULES if rule.code.name not in WITHOUT_EXAMPLES], ids=lambda rule: rule.name
)
def test_every_rule_has_both_examples(rule: Rule) -> None:
    assert set(rule.code.examples) == {"Fails", "Passes"}


def test_no_code_has_one_example_without_the_other() -> None:
    assert [code.name for code in CODES.values() if len(code.examples) == 1] == []


def test_the_codes_without_examples_are_known_and_proven_elsewhere() -> None:
    assert {code.name for code in CODES.values() if not code.examples} == WITHOUT_EXAMPLES
    shown = {code for path in BAD.glob("*/expected.txt") for code in re.findall(r": (E\d+) ", path.read_text("utf-8"))}
    assert WITHOUT_EXAMPLES - shown == IN_TESTS_ONLY


def test_codes_are_sorted_and_unique() -> None:
    """A code is a lasting name: it is cited in discussions and must never come to mean another thing."""
    names = list(CODES)
    assert names == sorted(names)
    assert len({code.explanation for code in CODES.values()}) == len(names)
    assert all(re.fullmatch(r"[EW]\d{3}", name) and CODES[name].name == name for name in names)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_every_explanation_says_what_and_why(code: Code) -> None:
    what, _, why = code.explanation.partition("\n\n")
    assert what.endswith(".")
    assert "\n" not in what
    assert len(what) <= 80
    assert re.match(r"[A-Z`]", why.lstrip()), "the reason is missing"


def test_every_module_of_a_rule_is_in_the_list() -> None:
    """One that is forgotten in the list would never run."""
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)} - {"rule"}
    assert {rule.name for rule in rules.RULES} == modules


def test_each_rule_says_what_its_check_yields() -> None:
    assert all(rule.check.__doc__ and rule.check.__doc__.startswith("Yield ") for rule in rules.RULES)
