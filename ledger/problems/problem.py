"""A place in a file, and a problem at that place."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """A place: the path as it is shown to people, line and column counted from 1 in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it; problems sort by place."""

    mark: Mark
    code: str
    message: str

    @property
    def is_warning(self) -> bool:
        """Whether it is printed and shown to reviewers but stops nothing: its code begins with W."""
        return self.code.startswith("W")

    def __str__(self) -> str:
        return one_line(f"{self.mark.path}:{self.mark.line}:{self.mark.column}: {self.code} {self.message}")


def one_line(text: str) -> str:
    """Return the text with every character that would break or bend the line it is printed on written out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean "…"?)`` for the known word nearest to ``word``, or nothing where none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""
