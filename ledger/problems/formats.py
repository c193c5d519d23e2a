"""How a list of problems is printed: one function a format."""

import json
import textwrap
from collections.abc import Callable, Iterable

from ledger.problems.code import Code
from ledger.problems.problem import Problem, one_line


def as_text(problems: Iterable[Problem]) -> str:
    """One ``path:line:column: CODE message`` a line."""
    return "".join(f"{problem}\n" for problem in problems)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, which show each problem at its line of a pull request."""

    def escaped(text: str, *, attribute: bool = False) -> str:
        # A log is a terminal to whoever reads it.
        text = one_line(text)
        for char in "%" + (":," if attribute else ""):
            text = text.replace(char, f"%{ord(char):02X}")
        return text

    def command(p: Problem) -> str:
        level = "warning" if p.is_warning else "error"
        place = f"file={escaped(p.mark.path, attribute=True)},line={p.mark.line},col={p.mark.column}"
        return f"::{level} {place},title={p.code}::{escaped(p.message)}\n"

    return "".join(command(problem) for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with ``path``, ``line``, ``column``, ``code`` and ``message``."""
    rows = [
        {"path": p.mark.path, "line": p.mark.line, "column": p.mark.column, "code": p.code, "message": p.message}
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_explanation(code: Code) -> str:
    """A code with what is wrong, why that matters, an example that fails and one that passes, for a terminal."""
    blocks = [f"{code.name}  {code.title}", *(textwrap.fill(paragraph, 100) for paragraph in code.why)]
    for which, example in code.examples.items():
        blocks += [f"This {which.lower()}:", textwrap.indent(example, "    ").rstrip()]
    return "\n\n".join(blocks) + "\n"


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "github": as_github, "json": as_json}
