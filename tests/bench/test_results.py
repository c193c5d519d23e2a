"""What is made of single runs."""

import pytest

from bench.results import GOALS, MEMORY_GOAL, Sample, Spread, extrapolated, ratios
from bench.tables import between_marks, report
from bench.trials import COLD, HUGO, PLAIN

ROUNDS = [
    {COLD: Sample(2.0, 2.0, 100.0), HUGO: Sample(4.0, 8.0, 500.0)},
    {COLD: Sample(9.0, 3.0, 120.0), HUGO: Sample(10.0, 8.0, 510.0)},
    {COLD: Sample(3.0, 2.0, 110.0), HUGO: Sample(4.0, 8.0, 505.0)},
]
BED = {
    "entries": (10, 5000),
    "pages of ours": (12, 240_000),
    "pages of Hugo": (12, 240_000),
    "facts for Hugo": (12, 50_000),
    "all files of ours": (30, 900_000),
    "by kind": {"sources": (12, 240_000, 240_000)},
}
STAGES = [{"stage": "checking", "wall": 1.0, "cpu": 0.5}]


def test_ratios_are_taken_within_a_round() -> None:
    """A slow minute of the machine falls on both."""
    assert ratios(ROUNDS, COLD, HUGO) == Spread(0.5, 0.75, 0.9)
    assert ratios(ROUNDS, COLD, PLAIN) is None


def test_a_larger_size_is_read_off_a_straight_line() -> None:
    assert extrapolated({100: 2.0, 1000: 20.0}, 10_000) == pytest.approx(200.0)


def test_the_report_says_what_was_met_and_what_was_not_measured() -> None:
    small = [{PLAIN: Sample(1.0, 1.0, 1.0), COLD: Sample(0.3, 0.3, 90.0)}]
    middle = [{PLAIN: Sample(10.0, 1.0, 1.0)}]
    text = report({1: small, 10: middle, 100: ROUNDS}, {100: BED}, {100: STAGES})
    lines = text.splitlines()
    assert next(line for line in lines if line.startswith(f"| {COLD}, against {HUGO}")).endswith("| yes |")
    assert next(line for line in lines if line.startswith("| preview")).endswith("| not measured |")
    assert "about 100 s, extrapolated" in next(line for line in lines if line.startswith(f"| {PLAIN}"))


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = "Before.\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nAfter.\n"
    new = between_marks(page, "new")
    assert new.startswith("Before.")
    assert new.endswith("After.\n")
    assert "new" in new
    assert "old" not in new
    assert between_marks(new, "new") == new


def test_the_goals_are_those_that_were_set() -> None:
    assert [goal.most for goal in GOALS] == [1.0, 0.35, 0.2, 0.4, 1.5, 1.5]
    assert MEMORY_GOAL == 600
