"""From the bytes of one record's file to its fields as plain data, or to what is wrong with them."""

from dataclasses import dataclass

from ledger.problems.problem import Mark, Problem
from ledger.reading import codes
from ledger.reading.nodes import Mapping, Plain, plain
from ledger.reading.strict_yaml import compose
from ledger.reading.text import decode


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a file, None where there is no reading it, and the problems of its bytes and its YAML."""

    fields: Plain | None
    problems: tuple[Problem, ...] = ()


def read(path: str, data: bytes) -> Reading:
    """Read the bytes of the file that is shown as ``path``."""
    root, problems = parse(path, data)
    return Reading(plain(root) if root else None, tuple(problems))


def parse(path: str, data: bytes) -> tuple[Mapping | None, list[Problem]]:
    """Return the nodes of a file with their places, and the problems of its bytes and its YAML.

    There are no nodes where the file could not be read to its end.
    """
    text, troubles = decode(data)
    root, more = compose(text) if text or not troubles else (None, [])
    if troubles:
        # A blank that took the place of a wrong character may have broken the syntax: that is no second problem.
        more = [trouble for trouble in more if trouble.code is not codes.SYNTAX]
    return root, [Problem(Mark(path, *t.place), t.code.name, t.message) for t in (*troubles, *more)]
