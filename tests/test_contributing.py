"""What CONTRIBUTING tells a newcomer to write is right, and what it names is there."""

import re
from pathlib import Path

import pytest

from tests.helpers import ROOT, check, lines, mini_files

GUIDES = [ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
TEXT = GUIDES[0].read_text("utf-8")
FILES = dict(re.findall(r"```yaml\n# entries/(\S+)\n(.*?)```", TEXT, re.DOTALL))
# Top folders of paths that are there; `build` and `.venv` are made, `api` and `data` are of the site.
TOP = {"entries", "docs", "ledger", "templates", "overrides", "schemas", "tests", "requirements", ".github", ".vscode"}


def test_the_worked_example_passes(tree: Path) -> None:
    """With its files laid over the ledger in miniature, whose parties are made up; no warning either."""
    assert sorted(name.partition("/")[0] for name in FILES) == ["actors", "sources", "transactions"]
    assert lines(check(tree, mini_files() | FILES).problems) == []


def test_the_problem_that_it_shows_is_what_the_check_says(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.parent)
    [wrong, shown] = re.findall(r"Had you written\n`(.+?)`.*?```text\n(.+?)\n```", TEXT, re.DOTALL)[0]
    name = "sources/harbour-courier-2024-06-03.yaml"
    header = f"# entries/{name}\n"
    key = wrong.partition(":")[0]
    mistaken = re.sub(rf"^{key}: .*$", wrong, header + FILES[name], flags=re.MULTILINE)
    problems = check(Path(tree.name), mini_files() | FILES | {name: mistaken}).problems
    assert shown in lines(problems)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_path_that_is_named_exists(guide: Path) -> None:
    text = re.sub(r"```yaml.*?```", "", guide.read_text("utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"\]\((?!https?:)([^)#]+)", text))
    named |= {path for path in re.findall(r"`([\w.-]+(?:/[\w.-]*)+)`", text) if path.partition("/")[0] in TOP}
    assert len(named) > 3
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("page", ["about/fields.html", "about/problems.html"])
def test_the_pages_that_it_sends_people_to_are_in_the_menu(page: str) -> None:
    assert page in TEXT
    assert page.replace(".html", ".md") in (ROOT / "mkdocs.yml").read_text("utf-8")
