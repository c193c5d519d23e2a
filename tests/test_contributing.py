"""What CONTRIBUTING tells a newcomer to write is right, and what it names is there."""

import re
import textwrap
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


def test_a_story_of_an_agency_that_was_read_in_a_paper_passes_as_it_says(tree: Path) -> None:
    """With the lines that it shows in place of the address and the access."""
    [shown] = re.findall(r"  ```yaml\n(  access: copy\n.*?)  ```", TEXT, re.DOTALL)
    name = "sources/harbour-courier-2024-06-03.yaml"
    read = re.sub(r"^(?:url|access): .*\n", "", FILES[name], flags=re.MULTILINE)
    undated = re.sub(r"^(?:published|dated_by): .*\n", "", read, flags=re.MULTILINE)
    for source in (read, undated):
        opening = source + textwrap.dedent(shown) + "extent: opening\n"
        assert lines(check(tree, mini_files() | FILES | {name: opening}).problems) == []


def test_a_claim_says_from_whom_an_article_has_it_and_a_response_does_not(tree: Path) -> None:
    [cited] = re.findall(r"`sources: \[(.+? from .+?)\]`", TEXT)
    name, source = "transactions/2024-coal-in-barges.yaml", cited.partition(" ")[0]
    both = {f"sources/{source}.yaml": FILES[f"sources/{source}.yaml"] + "relies_on: [no-customs-2024]\n"}

    def found(entry: str) -> list[str]:
        return [problem.code for problem in check(tree, mini_files() | FILES | both | {name: entry}).problems]

    plain = f"    sources: [{source}]"
    assert plain in FILES[name]
    assert found(FILES[name]) == ["E307"]
    assert found(FILES[name].replace(plain, f"    sources: [{cited}]")) == []
    assert found(FILES[name].replace(plain, f"    sources: [{source} own]")) == []
    assert found(FILES[name].replace(f"no-comment, sources: [{source}]", f"no-comment, sources: [{cited}]")) == ["E206"]


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
