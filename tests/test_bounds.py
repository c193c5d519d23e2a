"""The worst that can be put into the entries is refused early, or checked in bounded time and memory.

Counts where a count says it; where only a clock can, a limit many times what it takes, in a process of its own that the
system ends when it takes more (``RLIMIT_CPU``, ``RLIMIT_AS``).
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import ID_FORMS, check_files
from ledger.evidence import apart
from ledger.evidence.apart import largest_apart
from ledger.law.overlaps import Overlaps
from ledger.model import (
    actor,
    amounts,
    citations,
    commodity,
    dates,
    flow_refs,
    ids,
    kinds,
    local_ids,
    record,
    resolution,
)
from ledger.problems.bounding import MAX_ALL, MAX_MESSAGE, MAX_PROBLEMS, Bounded
from ledger.problems.problem import Mark, Problem
from ledger.reading import bounds, strict_yaml, text, tree
from ledger.reading.bounds import MAX_BYTES, MAX_FILES, MAX_ITEMS, MAX_VALUES
from ledger.reading.strict_yaml import compose
from ledger.resolving import dangling
from ledger.resolving.upwards import MAX_ABOVE, Step, circling
from ledger.rules import loaded_words
from tests.fuzz import as_files, mini
from tests.helpers import ROOT, check, read

CPU = 60
"""Seconds; the slowest of these inputs takes about one."""
MEMORY = 2 * 10**9
"""Bytes of addresses; the largest of these inputs takes about 230 MB, the program itself 70."""


def filled(unit: str, before: str = "", after: str = "") -> bytes:
    """Return a file of almost the largest size, made of one unit."""
    room = MAX_BYTES - len((before + after).encode())
    return (before + unit * (room // len(unit.encode())) + after).encode()


def entry(**fields: Any) -> bytes:
    whole = {
        "title": "Coal", "summary": "A report.", "when": {"date": "2024"}, "nature": "sale", "stage": "completed",
        "flows": {"f1": {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}},
        "claims": {"c1": claim()},
        "responses": {"r1": {"by": "kp-government", "kind": "none-found", "as_of": "2026-11-21"}},
        "history": [{"date": "2026-11-21", "what": "entered"}],
    }  # fmt: skip
    return written(whole | fields)


def claim(**fields: Any) -> dict[str, Any]:
    return {"says": "Coal left.", "flows": ["f1"], "sources": ["gazette-2024"]} | fields


def article(**fields: Any) -> bytes:
    return written({"kind": "article", "by": "gazette", "access": "read"} | fields)


def written(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def numbered(letter: str, value: Any, number: int = MAX_ITEMS) -> dict[str, Any]:
    return {f"{letter}{index}": value for index in range(1, number + 1)}


ACTOR, ENTRY, SOURCE = "actors/x.yaml", "transactions/2024-x.yaml", "sources/x.yaml"
READ = "kind: article\nby: gazette\naccess: read\nown: [own-inquiry]\n"

WORST: dict[str, tuple[str, bytes, str]] = {
    "a list of half a million": (ACTOR, filled("a,", "aliases: [", "]"), "E122"),
    "a list on as many lines": (ACTOR, filled("- a\n", "aliases:\n"), "E122"),
    "a hundred thousand keys": (ACTOR, "".join(f"k{i}: a\n" for i in range(95_000)).encode(), "E122"),
    "one key over and over": (ACTOR, filled("a: b\n"), "E111"),
    "a million tabs": (ACTOR, filled("\t"), "E105"),
    "tabs on lines": (ACTOR, filled("\t\n"), "E105"),
    "control characters": (ACTOR, filled("\x01"), "E103"),
    "nothing, often": (ACTOR, filled("~,", "a: [", "]"), "E117"),
    "anchors": (ACTOR, filled("- &a b\n"), "E112"),
    "aliases": (ACTOR, filled("*a ,", "a: [", "]"), "E112"),
    "cut by comments": (ACTOR, filled("- a #\n", "a:\n"), "E120"),
    "directives": (ACTOR, "".join(f"%TAG !a{i}! b\n" for i in range(55_000)).encode() + b"---\na: b\n", "E123"),
    "directives after": (ACTOR, b"a: b\n" + "".join(f"%TAG !a{i}! b\n" for i in range(55_000)).encode(), "E123"),
    "brackets": (ACTOR, filled("["), "E116"),
    "dashes": (ACTOR, filled("- "), "E116"),
    "documents": (ACTOR, filled("---\n"), "E114"),
    "a long id": (ACTOR, filled("x", "name: x\nkind: ngo\npart_of: "), "E2"),
    "a long key": (ACTOR, filled("x", "name: x\nkind: ngo\n? ", "\n: y\n"), "E"),
    "a long host": (SOURCE, filled("é", f"{READ}url: https://", ".example/\n"), "E210"),
    "a long date": (ENTRY, entry(when={"date": "2" * 900_000}), "E"),
    "a long citation": (ENTRY, entry(claims={"c1": claim(sources=["a-" * 450_000])}), "E209"),
    "unknown sources": (
        ENTRY,
        entry(claims={f"c{i}": claim(sources=[f"gazette-{i}-{j}" for j in range(25)]) for i in range(1, MAX_ITEMS)}),
        "E203",
    ),
    "unknown fields": (ACTOR, json.dumps(numbered("nam", "x", MAX_ITEMS)).encode(), "E201"),
    "unknown flows": (ENTRY, entry(claims=numbered("c", claim(flows=["f2"] * 25))), "E203"),
    "values": (ENTRY, entry(claims=numbered("c", claim(flows=["f1"] * 40))), "E122"),
    "opening quotation marks": (ENTRY, entry(claims=numbered("c", claim(says="“" * 4900), 60)), ""),
    "loaded words": (ENTRY, entry(claims=numbered("c", claim(says="illicit " * 400))), "W501"),
    "flows that are alike": (
        ENTRY,
        entry(
            flows=numbered("f", {"from": "KP", "to": "CN", "commodities": ["coal"] * 20, "goods": "coal"}),
            claims={"c1": claim(flows=[*numbered("f", 0)])},
        ),
        "",
    ),
    "responses to all claims": (
        ENTRY,
        entry(
            claims=numbered("c", claim()),
            responses=numbered("r", {"by": "kp-government", "kind": "denied", "sources": ["gazette-2024"]}),
        ),
        "",
    ),
}  # fmt: skip
"""By what it is: the file, what is in it, and what its problems begin with; nothing where it is accepted."""

_CHILD = """
import json, sys, time
from ledger.checking import check_files
from tests.fuzz import as_files, mini
from tests.test_bounds import WORST
for name, (path, data, _) in WORST.items():
    began = time.process_time()
    problems = check_files(as_files({**mini(), path: data})).problems
    mine = [p.code for p in problems if p.mark.path == "entries/" + path]
    longest = max((len(p.message) for p in problems), default=0)
    print(json.dumps([name, mine, longest, time.process_time() - began]))
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def limited(code: str) -> str:
    """Run Python with bounds on its time and memory; return what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, preexec_fn=_limit, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout


def test_the_worst_files_are_checked_in_bounded_time_and_memory() -> None:
    """Of each at most a hundred problems are shown, and none repeats a megabyte of the file."""
    seen = [json.loads(line) for line in limited(_CHILD).splitlines()]
    assert [name for name, *_ in seen] == list(WORST)
    for name, codes, longest, seconds in seen:
        start, errors = WORST[name][2], [code for code in codes if code.startswith("E")]
        assert any(code.startswith(start) for code in codes) if start else not errors, (name, codes)
        assert len(codes) <= MAX_PROBLEMS + 1, name
        assert longest <= MAX_MESSAGE + 10, name
        assert seconds < CPU / 4, name


# The reading of one file.


@pytest.mark.parametrize("number", [MAX_ITEMS, MAX_ITEMS + 1])
@pytest.mark.parametrize("one", ["aliases: [{}]\n", "{{{}}}\n"])
def test_a_list_or_map_holds_only_so_much(one: str, number: int) -> None:
    items = ", ".join(f"k{i}: x" if one.startswith("{{") else "x" for i in range(number))
    codes = [trouble.code.name for trouble in compose(one.format(items))[1]]
    assert codes == (["E122"] if number > MAX_ITEMS else [])


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_holds_only_so_many_values(more: int) -> None:
    lists = "".join(f"k{i}: [{', '.join('x' * 99)}]\n" for i in range(99))
    last = f"k99: [{', '.join('x' * (98 + more))}]\n"
    root, troubles = compose(lists + last)
    assert (MAX_VALUES, root is None) == (10_000, bool(more))
    assert [trouble.code.name for trouble in troubles] == ["E122"] * more


@pytest.mark.parametrize(
    "text", ["%YAML 1.2\n---\na: b\n", "# c\n\n%TAG ! x\n---\na: b\n", "a: b\n...\n# c\n%TAG ! x\n"]
)
def test_a_directive_is_refused_before_libyaml_reads_it(text: str) -> None:
    root, (trouble,) = compose(text)
    assert root is None
    assert trouble.code.name == "E123"
    assert text.split("\n")[trouble.place[0] - 1].startswith("%")


@pytest.mark.parametrize("text", ["a: 'x\n%y'\n", "a: |\n  %x\n", "a: '%x'\n", "a: b\n...\n# 100%\n"])
def test_a_percent_sign_is_no_directive(text: str) -> None:
    assert compose(text)[1] == []


def test_the_end_of_a_file_is_in_it() -> None:
    assert [trouble.place for trouble in compose("a: {b: c")[1]] == [(1, 9)]


# The tree.


def test_too_many_files_are_one_problem_and_none_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_FILES", 5)
    monkeypatch.setattr(tree, "_bytes", lambda *_: pytest.fail("a file was opened"))
    for index in range(5):
        (tmp_path / "entries" / "actors").mkdir(parents=True, exist_ok=True)
        (tmp_path / "entries" / "actors" / f"a{index}.yaml").write_text("x", "utf-8")
    files, problems = tree.read_tree(tmp_path / "entries", ID_FORMS)
    assert (files, [problem.code for problem in problems]) == ([], ["E008"])


def test_too_many_bytes_are_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_TREE_BYTES", 10)
    problems = check(tmp_path / "entries", {"actors/a.yaml": "name: x\n", "actors/b.yaml": "name: y\n"}).problems
    assert [problem.code for problem in problems] == ["E008"]


def test_a_hundred_thousand_files_and_their_folder_are_refused_at_once(tmp_path: Path) -> None:
    """Names that all lead to one file: the disk is not to be filled for a test. Links are counted, never followed."""
    folder = tmp_path / "entries" / "actors"
    folder.mkdir(parents=True)
    for index in range(MAX_FILES):
        os.symlink("x", f"{folder}/a{index}.yaml")  # noqa: PTH211 - a path for each takes twice as long
    code = f"""
from pathlib import Path
from ledger.checking import check_tree
(problem,) = check_tree(Path({str(tmp_path / "entries")!r})).problems
print(problem.code)
"""
    assert limited(code) == "E008\n"


# The problems.


def test_the_first_problems_of_a_file_are_shown_and_that_there_are_more() -> None:
    found = Bounded()
    found.extend(Problem(Mark("a", line), "E101", "x") for line in range(1, MAX_PROBLEMS + 3))
    found.extend([Problem(Mark("b"), "E101", "x")] * 300)
    *shown, last, other = found.sorted()
    assert len(shown) == MAX_PROBLEMS
    assert (last.code, last.mark) == ("E124", Mark("a", MAX_PROBLEMS))
    assert other.mark.path == "b"


def test_of_all_files_only_so_many_problems_are_shown() -> None:
    found = Bounded()
    found.extend(Problem(Mark(str(index)), "W501", "x") for index in range(MAX_ALL + 50))
    shown = found.sorted()
    assert len(shown) == MAX_ALL + 1
    assert [problem.code for problem in shown if problem.code != "W501"] == ["W599"]


def test_a_long_message_keeps_its_beginning_and_what_to_do() -> None:
    found = Bounded()
    found.extend([Problem(Mark("a"), "E203", f'unknown "{"x" * 10**6}"; write another')])
    (problem,) = found.sorted()
    assert problem.message.startswith('unknown "xxx')
    assert problem.message.endswith('xxx"; write another')
    assert len(problem.message) <= MAX_MESSAGE + 3


def test_a_file_is_read_again_once_for_all_its_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a file with many problems takes many times as long."""
    from ledger.model import document

    calls = []

    def counted(text: str) -> Any:
        calls.append(text)
        return compose(text)

    monkeypatch.setattr(document, "compose", counted)
    document._nodes.cache_clear()
    read("transactions", entry(claims=numbered("c", claim(flows=["x"]))))
    assert len(calls) == 1


def test_only_some_unknown_ids_are_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(word: str, _: object) -> str:
        calls.append(word)
        return ""

    monkeypatch.setattr(dangling, "did_you_mean", counted)
    claims = {f"c{i}": claim(sources=[f"no-{i}", f"no-{i}"]) for i in range(1, 90)}
    check_files(as_files({**mini(), ENTRY: entry(claims=claims)}))
    assert len(calls) == len(set(calls)) == dangling.MAX_GUESSES


# What stands above what.


def chain(kind: str, number: int) -> dict[str, bytes]:
    files = {f"{kind}/z{i}.yaml": CHAINS[kind](f"z{i + 1}" if i < number - 1 else "") for i in range(number)}
    return {**mini(), **files}


def _known(above: str) -> dict[str, Any]:
    return {"relies_on": [above]} if above else {"own": ["own-inquiry"]}


MERGED = [{"date": "2026-11-21", "what": "entered"}, {"date": "2026-11-22", "what": "merged"}]

CHAINS: dict[str, Callable[[str], bytes]] = {
    "sources": lambda above: article(**_known(above)),
    "actors": lambda above: written({"name": "x", "kind": "agency"} | ({"part_of": above} if above else {})),
    "commodities": lambda above: written({"name": "x"} | ({"parents": [above]} if above else {})),
    "transactions": lambda above: entry(**({"merged_into": above, "history": MERGED} if above else {})),
}


@pytest.mark.parametrize("kind", CHAINS)
def test_a_chain_upwards_is_as_long_as_it_may_be(kind: str) -> None:
    def codes(number: int) -> list[str]:
        return [p.code for p in check_files(as_files(chain(kind, number))).errors]

    assert codes(MAX_ABOVE + 1) == []
    assert codes(MAX_ABOVE + 2) == ["E319"]


@pytest.mark.parametrize("kind", ["sources", "commodities"])
def test_fifteen_hundred_in_a_row_or_a_circle_are_problems(kind: str) -> None:
    """Nothing in the program calls itself once for each of them."""
    row = chain(kind, 1500)
    assert {p.code for p in check_files(as_files(row)).problems} == {"E319"}
    round_ = row | {f"{kind}/z1499.yaml": row[f"{kind}/z0.yaml"].replace(b"z1", b"z0")}
    assert {"E306" if kind == "sources" else "E316"} <= {p.code for p in check_files(as_files(round_)).problems}


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=14))
def test_the_circling_steps_are_those_whose_end_leads_back(pairs: list[tuple[str, str]]) -> None:
    steps = [Step(start, end, "sources", start, ()) for start, end in pairs]

    def above(id: str) -> set[str]:
        found = {id}
        while new := {step.end for step in steps if step.start in found} - found:
            found |= new
        return found

    assert circling(steps) == [step for step in steps if step.start in above(step.end)]


# What is counted.


@given(st.integers(0, 9), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=24))
def test_the_largest_number_that_stands_apart_is_found(number: int, pairs: set[tuple[int, int]]) -> None:
    ties: dict[int, set[int]] = {one: set() for one in range(number)}
    for a, b in pairs:
        if a != b and a < number and b < number:
            ties[a].add(b)
            ties[b].add(a)
    every = ({one for one in ties if choice >> one & 1} for choice in range(1 << number))
    assert largest_apart(ties) == max(len(some) for some in every if all(some.isdisjoint(ties[one]) for one in some))


@pytest.mark.parametrize("number", [40, 1200])
def test_a_count_ends_however_the_ties_run(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by hand: a clique of a thousand was a thousand calls deep, and forty papers in threes took minutes."""
    dice = random.Random(1)
    threes = {one: {one // 3 * 3 + k for k in range(3)} - {one} for one in range(number // 3 * 3)}
    assert largest_apart(threes) == number // 3
    assert largest_apart({one: set(range(number)) - {one} for one in range(number)}) == 1
    tangled: dict[int, set[int]] = {one: set() for one in range(number)}
    for _ in range(4 * number):
        a, b = dice.sample(range(number), 2)
        tangled[a].add(b)
        tangled[b].add(a)
    looks: list[int] = []
    usual = apart._Search._is_free

    def counted(*given: Any) -> bool:
        looks.append(1)
        return usual(*given)

    monkeypatch.setattr(apart._Search, "_is_free", counted)
    assert 1 <= largest_apart(tangled) <= number
    assert len(looks) <= apart.MAX_LOOKS


spans = st.tuples(st.dates(), st.dates()).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(spans, max_size=9), spans, st.integers(0, 9))
def test_the_spans_that_overlap_are_found(all_spans: list[Any], one: Any, added: int) -> None:
    overlaps = Overlaps(all_spans)
    for index in range(min(added, len(all_spans))):
        overlaps.add(index)
    wanted = {i for i, (first, last) in enumerate(all_spans[:added]) if first <= one[1] and one[0] <= last}
    assert set(overlaps.with_span(one)) == wanted


# Regular expressions.

PATTERNS: dict[str, re.Pattern[str]] = {
    f"{module.__name__}.{name}": pattern
    for module in (actor, amounts, citations, commodity, dates, flow_refs, ids, kinds, record, resolution,
                   loaded_words, strict_yaml)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
} | {f"ids.{id.__name__}": id.pattern for id in (ids.ResolutionId, ids.ProvisionId, local_ids.FlowId, ids.End)} | {
    f"text.{code.name}": pattern for code, pattern in text._WRONG.items()
}  # fmt: skip
NEAR = (
    *("a", "a-", "-", "1", "1,", "1,000,", "1.", ".", " ", "a.", "0-", "illicit ", '"', "“", "”", "(a)", "1(a)", "f1#"),
    *(
        "2397-",
        " to ",
        "1 to 1",
        "$1 ",
        "x.y",
        "\t",
        "\r",
        "X",
        "%",
        "\n",
        "# \n",
        " #",
        "2024-",
        "/",
        "?",
        "A",
        "\u0301",
    ),
)
SEARCHED = ("loaded_words", "text.")
"""Modules whose patterns are looked for anywhere in a text; the others must fit the whole of it."""
_MATCH = """
import time
from tests.test_bounds import NEAR, PATTERNS, SEARCHED
slow = []
for name, pattern in PATTERNS.items():
    for before in ("", "1 ", "2397 para 8"):
        for unit in NEAR:
            near = before + unit * (20_000 // len(unit)) + "!"
            began = time.process_time()
            if any(module in name for module in SEARCHED):
                pattern.sub("", near)
            pattern.fullmatch(near)
            if time.process_time() - began > 0.25:
                slow.append((name, before, unit))
print(slow)
"""


def test_no_pattern_backtracks() -> None:
    """Twenty thousand characters that nearly fit: what is linear takes a millisecond, what is not takes seconds."""
    assert len(PATTERNS) >= 20
    assert limited(_MATCH) == "[]\n"


def test_every_bound_says_why() -> None:
    source = Path(bounds.__file__).read_text("utf-8")
    assert len(re.findall(r'^MAX_\w+ = [\d_]+\n"""', source, re.MULTILINE)) == source.count("\nMAX_")
