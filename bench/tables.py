"""Measurements as Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bench.results import BESIDE, GOALS, MEMORY_GOAL, Rounds, Spread, extrapolated, ratios, spread
from bench.trials import COLD, HUGO, PLAIN

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
"""Between these two lines a page's text is replaced."""


def between_marks(page: str, text: str) -> str:
    """Return the page with the text between its two marks; raise ``ValueError`` where it has none."""
    start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    return f"{page[:start]}\n\n{text}\n{page[end:]}"


def report(measured: Mapping[int, Rounds], beds: Mapping[int, Mapping[str, Any]], stages: Mapping[int, Any]) -> str:
    """Return all tables; each argument is by the number of records."""
    parts = [
        ("Goals", _goals(measured)),
        ("Time and memory", _trials(measured)),
        ("Stages of a cold build", _stages(stages)),
        ("Pages and bytes", _sizes(beds)),
    ]
    return "\n".join(f"### {title}\n\n{table}" for title, table in parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def _goals(measured: Mapping[int, Rounds]) -> str:
    size = max(measured)
    rounds = measured[size]
    rows = []
    for goal in GOALS:
        if goal.against:
            found = ratios(rounds, goal.trial, goal.against)
            cpu = ratios(rounds, goal.trial, goal.against, "cpu")
            what, limit = f"{goal.trial}, against {goal.against}", f"{goal.most:g} times"
            shown, beside = _times(found), _times(cpu)
        else:
            found = spread(rounds, goal.trial, "wall")
            what, limit, shown, beside = goal.trial, f"{goal.most:g} s", _seconds(found), ""
        rows.append((what, limit, shown, beside, _met(found, goal.most)))
    memory = spread(rounds, COLD, "memory")
    rows.append(("memory of a cold build", f"{MEMORY_GOAL:g} MB", _number(memory, "MB"), "", _met(memory, MEMORY_GOAL)))
    for one, other in BESIDE:
        found = ratios(rounds, one, other)
        if found:
            rows.append((f"{one}, against {other}", "", _times(found), _times(ratios(rounds, one, other, "cpu")), ""))
    head = (f"at {size:,} records", "goal", "measured: median (least to most)", "the same of computing time", "met")
    return _table(head, rows)


def _trials(measured: Mapping[int, Rounds]) -> str:
    sizes = sorted(measured)
    names = list(dict.fromkeys(name for rounds in measured.values() for each in rounds for name in each))
    rows = []
    for name in names:
        cells = [_cell(measured[size], name) for size in sizes]
        times = {size: found.middle for size in sizes if (found := spread(measured[size], name, "wall"))}
        if name == PLAIN and len(times) > 1 and max(sizes) not in times:
            cells[-1] = f"about {extrapolated(times, max(sizes)):,.0f} s, extrapolated"
        rows.append((name, *cells, _growth(times)))
    head = ("", *(f"{size:,} records" for size in sizes), "growth for ten times as many records")
    return _table(head, rows)


def _cell(rounds: Rounds, name: str) -> str:
    wall, cpu, memory = (spread(rounds, name, of) for of in ("wall", "cpu", "memory"))
    if not wall or not cpu or not memory:
        return "not measured"
    return f"{_seconds(wall)}; computing {cpu.middle:.2f} s; {memory.most:,.0f} MB"


def _growth(times: Mapping[int, float]) -> str:
    """Return by how much the time grew from each size to the next, as for ten times as many records."""
    sizes = sorted(times)
    steps = [(times[large] / times[small]) * 10 / (large / small) for small, large in pairwise(sizes)]
    return ", ".join(f"{step:.1f} times" for step in steps)


def _stages(stages: Mapping[int, Any]) -> str:
    sizes = sorted(stages)
    names = list(dict.fromkeys(stage["stage"] for of in stages.values() for stage in of))
    rows = []
    for name in names:
        found = {size: [s for s in stages[size] if s["stage"] == name] for size in sizes}
        cells = [
            f"{sum(s['wall'] for s in found[size]):.2f} s; computing {sum(s['cpu'] for s in found[size]):.2f} s"
            for size in sizes
        ]
        rows.append((name, *cells))
    return _table(("one run", *(f"{size:,} records" for size in sizes)), rows)


def _sizes(beds: Mapping[int, Mapping[str, Any]]) -> str:
    rows = []
    for _, facts in sorted(beds.items()):
        number, entries = facts["entries"]
        pages, mine = facts["pages of ours"]
        its_pages, its = facts["pages of Hugo"]
        _, yaml = facts["facts for Hugo"]
        files, everything = facts["all files of ours"]
        rows.append(
            (
                f"{number:,} ({entries / number:,.0f} bytes each)",
                f"{pages:,}, {mine / 1e6:,.1f} MB",
                f"{its_pages:,}, {its / 1e6:,.1f} MB",
                f"{yaml / 1e6:,.1f} MB",
                f"{files:,}, {everything / 1e6:,.1f} MB",
            )
        )
    head = ("records", "pages", "pages of Hugo", "YAML that Hugo reads", "all files of the site")
    kinds = [
        (kind, f"{number:,}", f"{mine / number / 1000:,.1f} kB", f"{its / mine:.3f}")
        for kind, (number, mine, its) in sorted(beds[max(beds)]["by kind"].items())
    ]
    by_kind = _table(("kind", "pages", "bytes of a page", f"{HUGO}, of that"), kinds)
    return f"{_table(head, rows)}\n{by_kind}"


def _met(found: Spread | None, limit: float) -> str:
    return "not measured" if found is None else "yes" if found.middle <= limit else "no"


def _times(found: Spread | None) -> str:
    return f"{found.middle:.2f} times ({found.least:.2f} to {found.most:.2f})" if found else "not measured"


def _seconds(found: Spread | None) -> str:
    return f"{found.middle:.2f} s ({found.least:.2f} to {found.most:.2f})" if found else "not measured"


def _number(found: Spread | None, unit: str) -> str:
    return f"{found.middle:,.0f} {unit} ({found.least:,.0f} to {found.most:,.0f})" if found else "not measured"
