"""The examples in every explanation do what they say: the one under Fails fails so, the one under Passes does not.

The first line of an example names a file. Where that file stands in ``tests/mini`` and the example is only a part of a
record, its fields are laid over the file's; else it is the whole file. The rest is ``tests/mini``, of which one id was
published before. Codes of the built site show a page of it, or a hand-written page.
"""

import json
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ledger import rules
from ledger.checking import CODES as ENTRY_CODES
from ledger.checking import check_tree
from ledger.problems.code import Code
from ledger.problems.problem import Problem
from ledger.publishing import mkdocs
from ledger.publishing.answering import unanswered
from ledger.publishing.building import CODES
from ledger.publishing.links import check_links
from ledger.publishing.settings import CONFIG
from ledger.publishing.strange_files import strange_files
from ledger.reading.releases import Line, Release
from ledger.reading.strict_yaml import compose
from ledger.reckoned import Reckoned
from ledger.rules.rule import Rule
from tests.helpers import mini_files, read, write

EACH = pytest.mark.parametrize("code", [code for code in CODES.values() if code.examples], ids=lambda code: code.name)
OF_ENTRIES = [
    code for code in ENTRY_CODES.values() if code.examples and code.examples["Fails"].startswith("# entries/")
]

_FIRST = re.compile(r"# (?P<path>.+?)(?: is (?:a (?P<folder>folder)|a link to (?P<link>.+)|(?P<empty>empty)))?\n")
_FIELD = re.compile(r"^(?=[\w'\"])", re.MULTILINE)
_WRITTEN_OUT = re.compile(r"<U\+([0-9A-F]{4})>|<0x([0-9A-F]{2})>|<(.) times ([0-9,]+)>")


def found(code: Code, which: str, folder: Path) -> list[Problem]:
    """Return what is found where the example stands; the rest is the ledger in miniature, or a site of one page."""
    first = _FIRST.match(code.examples[which])
    assert first, code.examples[which]
    top, _, path = first["path"].partition("/")
    body = code.examples[which][first.end() :]
    if top == "entries":
        return list(check_tree(entries(folder / "entries", first, path, body)).problems)
    if top == "site":
        return check_links(write(folder / "site", {path: body}))
    if top == "releases":
        write(folder, {"releases/0001.txt": body})
        checked = check_tree(write(folder / "entries", mini_files()))
        site = {"actors/gazette.html", "api/v1/actors/gazette.json"}
        return [*checked.problems, *unanswered(site, checked.ledger.published)]
    if top == "docs":
        if code.name == "E402":
            return strange_files(write(folder / "docs", {path: body}))
        return build_prose(folder, {path: body, "about/corrections.md": "# Corrections\n"})
    assert first["path"] == "ledger/rules/example.py"
    names: dict[str, Any] = {}
    exec(body, names)
    return list(rules.findings(Reckoned(()), [Rule("example", code, names["check"])]))


def entries(root: Path, first: re.Match[str], path: str, body: str) -> Path:
    """Return the folder of entries with the example in it."""
    files = {} if first["empty"] else mini_files()
    if first["folder"]:
        (root / path).mkdir(parents=True)
    elif first["link"]:
        (root / path).parent.mkdir(parents=True)
        (root / path).symlink_to(first["link"])
    elif first["empty"]:
        root.mkdir()
    else:
        name = path.removesuffix(".yaml")
        text = laid_over(files[path], body) if path in files and not is_whole(name, body) else body
        return write(root, files | {path: written_in(text)})
    return write(root, files)


def written_in(text: str) -> bytes:
    """Return an example's bytes, with what no text can show put in."""
    data, end = b"", 0
    for mark in _WRITTEN_OUT.finditer(text):
        char, byte, one, times = mark.groups()
        data += text[end : mark.start()].encode()
        data += chr(int(char, 16)).encode() if char else bytes.fromhex(byte) if byte else b""
        data += one.encode() * int(times.replace(",", "")) if one else b""
        end = mark.end()
    return data + text[end:].encode()


def build_prose(folder: Path, docs: dict[str, str]) -> list[Problem]:
    """Return what MkDocs says of hand-written pages, with the checks of links that the site has."""
    links = yaml.safe_load(CONFIG.read_text("utf-8"))["validation"]
    theme = {"name": None, "custom_dir": str(folder / "theme")}
    settings = {"site_name": "x", "plugins": [], "theme": theme, "validation": {"links": links["links"]}}
    write(folder, {"theme/main.html": "", "mkdocs.yml": json.dumps(settings)})
    return mkdocs.build(write(folder / "docs", docs), folder / "out", folder / "mkdocs.yml")


def is_whole(name: str, text: str) -> bool:
    kind, _, id = name.partition("/")
    return compose(text)[0] is not None and not any(problem.code == "E202" for problem in read(kind, text, id)[1])


def laid_over(text: str, part: str) -> str:
    """Return ``text`` with the fields that ``part`` has taken from it."""
    fields = {block.partition(":")[0]: block for block in (*_FIELD.split(text)[1:], *_FIELD.split(part)[1:])}
    return "".join(block.rstrip("\n") + "\n" for block in fields.values())


@pytest.fixture(autouse=True)
def published(tmp_path: Path) -> None:
    release = Release(1, "2026-11-20", (Line("added", "actors", "example-trading-company", "0" * 16),))
    write(tmp_path, {f"releases/{release.name}": release.text})


@EACH
def test_the_example_that_fails_does(code: Code, tmp_path: Path) -> None:
    assert code.name in {problem.code for problem in found(code, "Fails", tmp_path)}


@EACH
def test_the_example_that_passes_does(code: Code, tmp_path: Path) -> None:
    assert [str(p) for p in found(code, "Passes", tmp_path) if p.code == code.name] == []


@pytest.mark.parametrize("code", OF_ENTRIES, ids=lambda code: code.name)
def test_the_example_that_fails_has_one_fault(code: Code, tmp_path: Path) -> None:
    """A second one would teach that it goes with the first. (A field left out of a part breaks what named it.)"""
    first = _FIRST.match(code.examples["Fails"])
    assert first
    mine = {p.code for p in found(code, "Fails", tmp_path) if p.mark.path.endswith(first["path"])}
    assert mine - {"E202", "E203", "E301"} <= {code.name}


WITHOUT_EXAMPLES = {"E008", "E122", "E124", "E319", "W599"}
"""What hundreds of something show: each has a test of its own."""


def test_every_code_has_both_examples() -> None:
    assert {code.name for code in CODES.values() if not code.examples} == WITHOUT_EXAMPLES
    assert all(list(code.examples) == ["Fails", "Passes"] for code in CODES.values() if code.examples)


def test_codes_are_sorted_and_unique() -> None:
    """A code is a lasting name: it is cited in discussions and must never come to mean another thing."""
    names = list(ENTRY_CODES)
    assert names == sorted(names)
    assert len({code.explanation for code in CODES.values()}) == len(CODES)
    assert all(re.fullmatch(r"[EW]\d{3}", name) and CODES[name].name == name for name in CODES)


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
