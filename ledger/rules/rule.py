"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from ledger.model.document import Path
from ledger.problems.code import Code
from ledger.resolving.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: in which record, where in it, and how to mend it."""

    kind: str
    id: str
    path: Path
    message: str
    key: bool = False
    """Whether the place is the name of the field, not its value."""
    gone: bool = False
    """Whether the record is not there any more: then the place is where its file was."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name is its module's, its code and explanation stand in its module."""

    name: str
    code: Code
    check: Callable[[Ledger], Iterator[Finding]]

    @property
    def is_warning(self) -> bool:
        """Whether what it finds stops nothing."""
        return self.code.name.startswith("W")


def rule(module: ModuleType) -> Rule:
    """Return the rule that a module holds: ``CODE``, ``check`` and the docstring that explains it to everybody."""
    return Rule(module.__name__.rpartition(".")[2], Code.of(module.CODE, module.__doc__ or ""), module.check)
