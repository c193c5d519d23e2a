"""What is published as it is leads nowhere else and can be copied everywhere."""

from pathlib import Path

import pytest

from ledger.publishing import building
from ledger.publishing.building import DOCS, OVERRIDES, build
from ledger.publishing.strange_files import strange_files
from tests.helpers import MINI, write


def found(folder: Path) -> list[tuple[str, str]]:
    return [(problem.code, Path(problem.mark.path).name) for problem in strange_files(folder)]


def test_our_own_files_are_in_order() -> None:
    assert strange_files(DOCS, OVERRIDES) == []


def test_a_link_is_named_and_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, {"secret/key.md": "secret"}) / "secret"
    docs = write(tmp_path / "docs", {"about/a.md": ""})
    (docs / "about" / "b.md").symlink_to(secret / "key.md")
    (docs / "c").symlink_to(secret)
    (docs / "d.md").symlink_to("nowhere")
    assert found(docs) == [("E402", "b.md"), ("E402", "c"), ("E402", "d.md")]


@pytest.mark.parametrize(
    "name",
    [
        "a b.md",
        "a\nb.md",
        "\u202ea.md",
        "cafe\u0301.md",
        "con.md",
        "NUL",
        "Com1.md",
        "a.md.",
        "-a.md",
        "a\\b.md",
        "a:b.md",
        "x" * 101,
        "..md",
        "%2e.md",
    ],
)
def test_an_odd_name_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert [code for code, _ in found(tmp_path)] == ["E402"]
    assert str(strange_files(tmp_path)[0]).isprintable()


@pytest.mark.parametrize("name", ["a.md", "index.md", "LICENSE-x.txt", "a.min.js", ".nojekyll", "README.md", "_x.css"])
def test_a_plain_name_is_not(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert found(tmp_path) == []


def test_names_that_differ_in_capitals_only(tmp_path: Path) -> None:
    write(tmp_path, {"a/About.md": "", "a/about.md": "", "b/about.md": ""})
    assert found(tmp_path) == [("E402", "about.md")]


def test_a_build_stops_before_it_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write(tmp_path / "docs", {"a.md": ""})
    (docs / "b.md").symlink_to("/etc/passwd")
    monkeypatch.setattr(building, "DOCS", docs)
    built = build(MINI, tmp_path / "out")
    assert [problem.code for problem in built.problems] == ["E402"]
    assert not (tmp_path / "out" / "site").exists()
