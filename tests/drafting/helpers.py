"""A desk over the ledger in miniature, and answers given one by one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from ledger.checking import check_tree
from ledger.drafting.desk import Desk, Draft
from ledger.drafting.interview import Interview
from ledger.problems.problem import Problem
from ledger.resolving.ledger import Ledger
from tests.helpers import MINI, read

DAY = date(2026, 11, 22)


@cache
def mini() -> Ledger:
    return check_tree(MINI).ledger


def desk() -> Desk:
    """Return an empty desk; what was looked up in the ledger before is kept, because a new look takes a while."""
    here = replace(_desk())
    here._names = _desk()._names
    here.drafts = []
    return here


@cache
def _desk() -> Desk:
    return Desk(mini(), DAY)


def problems(draft: Draft) -> list[Problem]:
    """Return what `check` says of a draft on its own."""
    return read(draft.kind, draft.text, draft.id)[1]


def to_fill(draft: Draft) -> list[str]:
    """Return the fields that are still open; nothing else may be wrong."""
    found = problems(draft)
    assert {problem.code for problem in found} <= {"E212"}, [str(problem) for problem in found]
    return [problem.message.split('"')[1] for problem in found]


class Sitting:
    """An interview whose answers are known; after the last one the input is at its end."""

    def __init__(self, answers: Iterable[str], *, thorough: bool = False) -> None:
        self.answers = list(answers)
        self.printed: list[str] = []
        self.desk = desk()
        self.interview = Interview(self.desk, self._ask, self.printed.append, thorough)

    def _ask(self, prompt: str) -> str:
        self.printed.append(prompt)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    @property
    def text(self) -> str:
        return "\n".join(self.printed)
