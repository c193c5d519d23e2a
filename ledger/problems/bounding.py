"""How many problems are kept: a file with a million of them must fill neither the memory nor anybody's screen."""

from collections.abc import Iterable
from dataclasses import replace

from ledger.problems.code import Code
from ledger.problems.problem import Mark, Problem

MAX_PROBLEMS = 100
"""Problems of one file that are shown. Who has mended a hundred runs the check again anyway."""
MAX_ALL = 10_000
"""Problems of all files that are shown."""
MAX_MESSAGE = 1000
"""Characters of a message; the value that it quotes may be as long as the file."""

MORE = Code.of(
    "E124",
    """There are more problems than are shown.

    The first hundred of a file are shown, and ten thousand of all files. Mend those and run the check again.
    """,
)
MORE_WARNINGS = Code.of(
    "W599",
    """There are more warnings than are shown.

    The first hundred of a file are shown, and ten thousand of all files.
    """,
)


def _shortened(problem: Problem) -> Problem:
    """Return a problem without the middle of a message that is too long: what to do stands at its end."""
    message = problem.message
    if len(message) <= MAX_MESSAGE:
        return problem
    return replace(problem, message=f"{message[: MAX_MESSAGE // 2]} … {message[-MAX_MESSAGE // 2 :]}")


class Bounded:
    """The problems that are shown: of each file the first that were found, and that there are more."""

    def __init__(self) -> None:
        self._kept: dict[Problem, None] = {}
        self._of: dict[str, int] = {}
        self._left_out: dict[str, bool] = {}

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take problems as long as there is room; they may come without end from one file, not from all."""
        for problem in map(_shortened, problems):
            if problem in self._kept:
                continue
            path = problem.mark.path
            if self._of.get(path, 0) >= MAX_PROBLEMS or len(self._kept) >= MAX_ALL:
                self._leave_out(path if len(self._kept) < MAX_ALL else "", problem)
            else:
                self._kept[problem] = None
                self._of[path] = self._of.get(path, 0) + 1

    def _leave_out(self, path: str, problem: Problem) -> None:
        self._left_out[path] = self._left_out.get(path, True) and problem.is_warning

    def __bool__(self) -> bool:
        return bool(self._kept)

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places; that there are more comes after the last of a file."""
        last = {problem.mark.path: problem.mark for problem in sorted(self._kept)}
        newest = max(last.values(), default=Mark("entries"))
        more = (
            Problem(
                last.get(path, newest),
                (MORE_WARNINGS if only_warnings else MORE).name,
                "more problems in this file are not shown; mend these first"
                if path
                else "more problems, in this and other files, are not shown; mend these first",
            )
            for path, only_warnings in self._left_out.items()
        )
        return tuple(sorted((*self._kept, *more)))
