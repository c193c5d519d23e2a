"""One run finds everything that is wrong, in an order that nothing outside the files decides."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import CODES, ID_FORMS, check_files, check_tree, read_file
from ledger.model.kinds import KINDS
from ledger.problems.problem import Problem
from ledger.reading import record_file
from ledger.reading.nodes import plain
from ledger.reading.record_file import Reading
from ledger.reading.strict_yaml import compose
from ledger.reading.tree import File, read_tree
from tests.helpers import BAD, ROOT, check, lines, mini_files, read, write
from tests.hostile import generic
from tests.publishing.zygote import LONG

MANY: dict[str, str | bytes] = {
    "actors/latin.yaml": "name: Café\nkind: ngo\n".encode("latin-1"),
    "actors/null.yaml": b"name: a\0b\nkind: person\n",
    "actors/Bad.yaml": "",
    "actors/twice.yaml": "name: a\nname: b\nkidn: ngo\ncountry: UK\n",
    "actors/person.yaml": "name: Ann\nkind: person\n",
    "actors/parted.yaml": "name: Part\nkind: ngo\npart_of: gazete\n",
    "sources/shape.yaml": "kind: article\nby: gazette\naccess: read\n",
    "places/no-syntax.yaml": "name: a: b\n",
    "thing/x.yaml": "",
}


def everything() -> dict[str, str | bytes]:
    """The ledger in miniature with a fault of every sort beside it."""
    return {**mini_files(), **MANY}


def test_all_problems_of_all_files_come_in_one_run(tree: Path) -> None:
    """Who mends one problem a run, with a minute between, gives up."""
    problems = check(tree, everything()).problems
    found = [(p.mark.path.removeprefix(f"{tree.as_posix()}/"), p.mark.line, p.code) for p in problems]
    assert found == [
        ("actors/Bad.yaml", 1, "E003"),
        ("actors/latin.yaml", 1, "E101"),
        ("actors/null.yaml", 1, "E103"),
        ("actors/parted.yaml", 3, "E203"),
        ("actors/person.yaml", 2, "E304"),
        ("actors/twice.yaml", 1, "E202"),
        ("actors/twice.yaml", 2, "E111"),
        ("actors/twice.yaml", 3, "E201"),
        ("actors/twice.yaml", 4, "E206"),
        ("places/no-syntax.yaml", 1, "E110"),
        ("sources/shape.yaml", 1, "E303"),
        ("thing", 1, "E004"),
    ]


def test_problems_are_sorted_and_each_stands_once(tree: Path) -> None:
    problems = check(tree, everything()).problems
    assert list(problems) == sorted(set(problems))


def test_every_problem_has_a_code_that_can_be_explained(tree: Path) -> None:
    assert {problem.code for problem in check(tree, everything()).problems} <= set(CODES)


def test_the_order_of_files_never_matters(tree: Path) -> None:
    write(tree, everything())
    usual = check_tree(tree)

    files, found = read_tree(tree, ID_FORMS)
    other = check_files(random.Random(1).sample(files, len(files)), found)
    assert other.problems == usual.problems
    assert list(other.ledger.mentions.items()) == list(usual.ledger.mentions.items())


def test_nothing_depends_on_how_python_hashes(tmp_path: Path) -> None:
    """Sets of texts come out in another order in each run; messages and lists must not."""
    write(tmp_path / "entries", everything())
    for trap in sorted(path for path in BAD.iterdir() if "unknown" in path.name or "bad-" in path.name):
        for path in sorted((trap / "entries").rglob("*.yaml")):
            name = f"{path.parent.name}/{trap.name}-{path.name.lower().replace(' ', '-')}"
            write(tmp_path / "entries", {name: path.read_bytes()})
    printed = set()
    for seed in ("0", "1", "4294967295"):
        command = [sys.executable, str(ROOT / "build_site.py"), "check", "--format", "json"]
        run = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        )
        assert run.returncode == 1, run.stderr.decode()
        printed.add(run.stdout)
    assert len(printed) == 1
    assert len(json.loads(printed.pop())) > 100


def test_files_may_be_read_by_another_reader(tree: Path) -> None:
    seen: list[str] = []

    def counted(files: Sequence[File]) -> Iterator[Reading]:
        for file in files:
            seen.append(file.id)
            yield record_file.read(file.path, file.data)

    write(tree, mini_files())
    assert check_tree(tree, counted).problems == ()
    assert len(seen) == len(mini_files())


def test_a_wrong_character_is_not_a_second_problem_of_syntax() -> None:
    """The blank that took its place may have broken the line."""
    assert [p.code for p in read("actors", "name: X\nidentifiers:\n\tun: KPe.1\nkind: ngo\n")[1]] == ["E105"]


def test_of_a_file_that_is_not_utf8_only_that_is_said() -> None:
    assert [p.code for p in read("actors", b"\xff\xfe\x00name")[1]] == ["E101"]


def test_a_wrong_character_does_not_hide_a_wrong_field() -> None:
    assert [p.code for p in read("actors", "name: a\u200bb\nkidn: ngo\n")[1]] == ["E104", "E202", "E201"]


def test_a_record_with_a_wrong_character_is_not_used() -> None:
    """A disguised name must not reach a page by way of another record's problem list."""
    assert read("actors", "name: a\u202eb\nkind: ngo\n")[0].record is None


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *(("NO", "NO"), ("yes", "yes"), ("off", "off"), ("12:30", "12:30"), ("010", "010"), ("1_000", "1_000")),
        *(("0x1F", "0x1F"), ("2024-06-18", "2024-06-18"), ("'null'", "null"), ("1e3", "1e3"), ("true", "true")),
    ],
)
def test_plain_words_reach_the_record_as_text(written: str, text: str) -> None:
    """The traps of other readers of YAML: each of these becomes a falsehood, a number or a date there."""
    for end in ("\n", "\r\n"):
        document, problems = read("actors", f"name: {written}{end}kind: ngo{end}country: NO{end}")
        assert lines(problems) == []
        assert getattr(document.record, "name", None) == text
        assert getattr(document.record, "country", None) == "NO"


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=200))
def test_any_bytes_are_a_record_or_a_problem(kind: str, data: bytes) -> None:
    document, problems = read_file(File(kind, "x", "x.yaml", data))
    assert (document.record is None) == bool(problems)


@given(st.data())
def test_any_change_of_a_right_file_is_a_record_or_a_problem(data: st.DataObject) -> None:
    """Slips are small: a byte taken out, put in or changed in a file that was right."""
    name = data.draw(st.sampled_from(sorted(mini_files())))
    text = mini_files()[name].encode()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(
        st.one_of(
            st.sampled_from([b"", b"[", b"{", b": ", b"\n", b"- ", b"'", b"&", b" #", b"[]", b"{a: b}"]),
            st.binary(max_size=2),
        )
    )
    kind, _, id = name.removesuffix(".yaml").partition("/")
    document, problems = read(kind, text[:at] + put + text[at + cut :], id)
    assert (document.record is None) == bool(problems)
    assert all(isinstance(problem, Problem) and problem.code in CODES for problem in problems)
    assert all("\n" not in str(problem) for problem in problems)


SHAPES: tuple[Any, ...] = ("", "x", [], ["x"], [["x"]], {}, {"x": "y"})


@pytest.mark.parametrize("name", mini_files())
def test_any_shape_in_any_place_is_a_record_or_a_problem(name: str) -> None:
    """Lists where texts belong and the like, in every place that a record has: nothing may end the program."""
    kind, _, id = name.removesuffix(".yaml").partition("/")
    root = compose(mini_files()[name])[0]
    assert root is not None
    whole = plain(root)
    # Of claims, flows and items of lists, which are alike, the first; with LEDGER_LONG all.
    alike: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for path in _paths(whole):
        alike.setdefault(tuple(generic(path)), []).append(path)
    for path in (path for paths in alike.values() for path in (paths if LONG else paths[:1])):
        for shape in SHAPES:
            document, problems = read(kind, json.dumps(_put(whole, path, shape), ensure_ascii=False), id)
            assert (document.record is None) == bool(problems), (path, shape)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield (*path, key)
            yield from _paths(value[key], (*path, key))


def _put(value: Any, path: tuple[Any, ...], shape: Any) -> Any:
    """Return a copy of ``value`` with ``shape`` at ``path``."""
    if not path:
        return shape
    changed = value.copy()
    changed[path[0]] = _put(value[path[0]], path[1:], shape)
    return changed
