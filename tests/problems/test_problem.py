"""Problems print like those of compilers, and sort by place."""

import pytest

from ledger.problems.problem import Mark, Problem, did_you_mean


def test_a_problem_prints_its_place_its_code_and_its_message() -> None:
    """Editors and terminals turn ``path:line:column:`` into a link."""
    message = 'unknown source "nkn-2017-1" (did you mean "nkn-2017-01"?)'
    problem = Problem(Mark("entries/transactions/x.yaml", 14, 7), "E203", message)
    assert str(problem) == f"entries/transactions/x.yaml:14:7: E203 {message}"


def test_problems_sort_by_path_then_line_then_column_as_numbers() -> None:
    places = [Mark("b", 1, 1), Mark("a", 10, 1), Mark("a", 9, 2), Mark("a", 9, 10), Mark("a", 1, 1)]
    problems = sorted(Problem(place, "E1", "") for place in places)
    assert [(p.mark.path, p.mark.line, p.mark.column) for p in problems] == [
        ("a", 1, 1), ("a", 9, 2), ("a", 9, 10), ("a", 10, 1), ("b", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "known", "answer"),
    [
        ("gazete", ["gazette", "courier"], ' (did you mean "gazette"?)'),
        ("xyz", ["gazette", "courier"], ""),
        ("", ["gazette"], ""),
        ("gazette", [], ""),
    ],
)
def test_a_guess_is_made_only_where_a_word_is_near(word: str, known: list[str], answer: str) -> None:
    """A far guess sends the reader astray."""
    assert did_you_mean(word, known) == answer


def test_any_iterable_of_known_words_will_do() -> None:
    assert did_you_mean("kost", {"cost": 1}) == ' (did you mean "cost"?)'
