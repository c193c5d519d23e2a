"""The folder of entries is read whole, in one order, and nothing is followed out of it."""

import os
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.checking import ID_FORMS
from ledger.problems.problem import Problem
from ledger.reading.bounds import MAX_BYTES
from ledger.reading.tree import File, IdForm, read_tree, shown
from tests.helpers import write

WORDS = IdForm(re.compile("[a-z-]+"), "small letters")
KINDS = {"actors": WORDS, "places": WORDS}


def found(root: Path) -> tuple[list[File], list[tuple[str, str, str]]]:
    """Return the files, and of each problem its path below ``root``, its code and its message."""
    files, problems = read_tree(root, KINDS)
    return files, [(_below(problem, root), problem.code, problem.message) for problem in problems]


def _below(problem: Problem, root: Path) -> str:
    return problem.mark.path.removeprefix(shown(root)).lstrip("/")


def codes(root: Path) -> list[tuple[str, str]]:
    return [(path, code) for path, code, _ in found(root)[1]]


def test_files_come_with_their_kind_id_path_and_bytes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree, {"actors/b.yaml": b"\xffB", "actors/a.yaml": "A", "places/a.yaml": ""})
    monkeypatch.chdir(tree.parent)
    assert read_tree(Path("entries"), KINDS) == (
        [
            File("actors", "a", "entries/actors/a.yaml", b"A"),
            File("actors", "b", "entries/actors/b.yaml", b"\xffB"),
            File("places", "a", "entries/places/a.yaml", b""),
        ],
        [],
    )


def test_the_order_is_not_that_of_the_disk(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two systems list one folder in two orders; the site must be the same."""
    write(tree, {f"{kind}/{name}.yaml": "" for kind in KINDS for name in "abcdef"} | {"actors/X.yml": "", "q/r": ""})
    usual = read_tree(tree, KINDS)
    really = Path.iterdir

    def shuffled(self: Path) -> Iterator[Path]:
        paths = list(really(self))
        random.Random(1).shuffle(paths)
        return iter(paths)

    monkeypatch.setattr(Path, "iterdir", shuffled)
    assert read_tree(tree, KINDS) == usual


def test_a_missing_folder_is_no_success(tmp_path: Path) -> None:
    """A path that was mistyped would else look like entries without fault."""
    assert codes(tmp_path / "nowhere") == [("", "E006")]


def test_a_file_in_place_of_the_folder_is_no_success(tmp_path: Path) -> None:
    write(tmp_path, {"entries": "x"})
    assert codes(tmp_path / "entries") == [("", "E006")]


def test_an_empty_folder_is_no_success(tree: Path) -> None:
    assert codes(tree) == [("", "E006")]
    (tree / "actors").mkdir()
    assert codes(tree) == [("", "E006")]


def test_hidden_files_and_readmes_are_left_alone(tree: Path) -> None:
    """Systems and editors put them there."""
    write(tree, {".DS_Store": "", ".git/x": "", "README.md": "", "actors/.a.yaml.swp": "", "actors/a.yaml": ""})
    assert codes(tree) == []
    assert [file.id for file in found(tree)[0]] == ["a"]


def test_the_example_is_passed_over_and_nothing_else(tree: Path) -> None:
    """A transaction that was saved beside the folders must not vanish without a word."""
    write(tree, {"example.yaml": "not even: a record", "actors/a.yaml": ""})
    files, problems = found(tree)
    assert ([file.id for file in files], problems) == (["a"], [])
    write(tree, {"example-2.yaml": "", "example.yml": "", "actors/example.yaml": ""})
    assert codes(tree) == [("example-2.yaml", "E004"), ("example.yml", "E004")]
    assert [file.id for file in found(tree)[0]] == ["a", "example"]


def test_only_a_file_can_be_the_example(tree: Path) -> None:
    write(tree, {"example.yaml/a.yaml": "", "actors/a.yaml": ""})
    assert codes(tree) == [("example.yaml", "E004")]


def test_a_tree_with_only_the_example_holds_no_entries(tree: Path) -> None:
    write(tree, {"example.yaml": ""})
    assert codes(tree) == [("", "E006")]


def test_a_link_out_of_the_tree_is_not_followed(tree: Path) -> None:
    secret = write(tree.parent, {"secret.yaml": "name: secret"}) / "secret.yaml"
    write(tree, {"actors/a.yaml": ""})
    (tree / "actors" / "b.yaml").symlink_to(secret)
    (tree / "actors" / "c.yaml").symlink_to(tree / "actors" / "a.yaml")
    (tree / "actors" / "d.yaml").symlink_to("nowhere")
    (tree / "places").symlink_to(tree / "actors")
    (tree / "things").symlink_to("/")
    files, _ = found(tree)
    assert [file.id for file in files] == ["a"]
    assert codes(tree) == [(f"actors/{name}.yaml", "E002") for name in "bcd"] + [("places", "E002"), ("things", "E002")]


def test_a_circle_of_links_ends(tree: Path) -> None:
    write(tree, {"actors/a.yaml": ""})
    (tree / "actors" / "loop.yaml").symlink_to("loop.yaml")
    (tree / "actors" / "up.yaml").symlink_to("..")
    assert codes(tree) == [("actors/loop.yaml", "E002"), ("actors/up.yaml", "E002")]


def test_a_folder_where_a_file_should_be(tree: Path) -> None:
    (tree / "actors" / "a.yaml").mkdir(parents=True)
    assert codes(tree) == [("actors/a.yaml", "E001")]


def test_a_folder_among_files_is_called_a_folder(tree: Path) -> None:
    """Records inside it would never be read; that its name lacks an ending is beside the point."""
    write(tree, {"actors/old/a.yaml": ""})
    (path, code, message), *more = found(tree)[1]
    assert (path, code, more) == ("actors/old", "E004", [])
    assert "folder" in message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tree: Path) -> None:
    """Opening it would hang for ever."""
    (tree / "actors").mkdir()
    os.mkfifo(tree / "actors" / "a.yaml")
    assert codes(tree) == [("actors/a.yaml", "E001")]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
@pytest.mark.parametrize("name", ["actors/a.yaml", "actors"])
def test_what_may_not_be_read_is_named(name: str, tree: Path) -> None:
    path = write(tree, {"actors/a.yaml": ""}) / name
    path.chmod(0)
    try:
        assert codes(tree) == [(name, "E001")]
    finally:
        path.chmod(0o700)


@pytest.mark.parametrize("name", ["actors", "actors/a.yaml"])
@pytest.mark.parametrize(
    ("error", "message"), [(PermissionError(13, "denied"), os.strerror(13)), (OSError("gone"), "gone")]
)
def test_what_the_system_does_not_give_is_named(
    name: str, error: OSError, message: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As above, for those who test as root."""
    refused = write(tree, {"actors/a.yaml": "x"}) / name

    def refuse(real: str) -> None:
        method = getattr(Path, real)

        def instead(self: Path) -> object:
            if self == refused:
                raise error
            return method(self)

        monkeypatch.setattr(Path, real, instead)

    refuse("iterdir")
    refuse("read_bytes")
    assert found(tree)[1] == [(name, "E001", message)]


def test_a_huge_file_is_refused_without_being_read(tree: Path) -> None:
    path = write(tree, {"actors/a.yaml": ""}) / "actors" / "a.yaml"
    with path.open("r+b") as file:
        file.truncate(50_000_000_000)
    began = time.process_time()
    (name, code, message), *more = found(tree)[1]
    assert time.process_time() - began < 0.5
    assert (name, code, more) == ("actors/a.yaml", "E005", [])
    assert "50,000,000,000 bytes" in message


def test_the_largest_file_that_is_read(tree: Path) -> None:
    write(tree, {"actors/a.yaml": b"x" * MAX_BYTES, "actors/b.yaml": b"x" * (MAX_BYTES + 1)})
    assert codes(tree) == [("actors/b.yaml", "E005")]
    assert [file.id for file in found(tree)[0]] == ["a"]


@pytest.mark.parametrize("name", ["A", "a_b", "a.b", "한빛", "a b", "-", " a", "a\n"])
def test_a_name_that_is_no_id(name: str, tree: Path) -> None:
    pattern = {"actors": IdForm(re.compile("[a-z0-9]+"), "small letters and digits")}
    (tree / "actors").mkdir()
    (tree / "actors" / f"{name}.yaml").touch()
    _, problems = read_tree(tree, pattern)
    assert [problem.code for problem in problems] == ["E003"]


def test_a_name_cannot_break_the_line_it_is_printed_on(tree: Path) -> None:
    """One problem is one line: what follows a line feed in a name would look like another problem."""
    (tree / "actors").mkdir()
    (tree / "actors" / "a\nentries:1:1: E001 all is well.yaml").touch()
    _, problems = read_tree(tree, KINDS)
    assert [str(problem).count("\n") for problem in problems] == [0]


def test_a_name_that_is_not_utf8_can_be_printed(tree: Path) -> None:
    """Python stands in for such bytes with halves of surrogates, which no terminal takes."""
    (tree / "actors").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(tree / "actors") + b"/caf\xe9.yaml")).touch()
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    _, problems = read_tree(tree, KINDS)
    assert [problem.code for problem in problems] == ["E003"]
    str(problems[0]).encode()


def test_paths_are_shown_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(Path("a/../b/./c.yaml")) == "b/c.yaml"
    assert shown(tmp_path / "b") == "b"
    assert shown(tmp_path.parent / "other") == (tmp_path.parent / "other").as_posix()
    assert shown(Path()) == "."


ODD_NAMES = [
    "A", "GAZETTE", "café", "cafe\u0301", "가", "a\u202eb", "a\u200bb", "a\x1bb", "a\tb", "..", "...", "a.", "a ",
    "a..b", "%2e%2e", "a\\b", "a:b", "a*b", "a?b", "a|b", "<b>", "$(id)", "-rf", "--", "con", "nul", "aux", "com1",
    "lpt9", "index", "x" * 101, "x" * 240, "\u0441oal", "a'b", 'a"b', "a&b", "a#b", "__proto__", "~", "a~1",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_is_refused_with_what_to_write(name: str, tree: Path) -> None:
    """Names become addresses of pages and names of files on other people's systems."""
    (tree / "actors").mkdir()
    (tree / "actors" / f"{name}.yaml").touch()
    _, problems = read_tree(tree, ID_FORMS)
    hidden = name.startswith(".")
    assert [problem.code for problem in problems] == (["E006"] if hidden else ["E003"])
    assert hidden or re.search("write|add a word|at most", problems[0].message)
    assert str(problems[0]).isprintable()


def test_names_that_differ_only_in_capitals_never_both_pass(tree: Path) -> None:
    """On Windows and on a Mac they would be one file, and one page."""
    write(
        tree, {"actors/gazette.yaml": "", "actors/Gazette.yaml": "", "actors/gazette.YAML": "", "countries/no.yaml": ""}
    )
    files, problems = read_tree(tree, ID_FORMS)
    assert [file.id for file in files] == ["gazette"]
    assert [(_below(one, tree), one.code) for one in problems] == [
        ("actors/Gazette.yaml", "E003"), ("actors/gazette.YAML", "E003"), ("countries/no.yaml", "E003"),
    ]  # fmt: skip
