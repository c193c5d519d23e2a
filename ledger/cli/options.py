"""What several commands share: their options, how they show that they work, and how they refuse."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console

from ledger.problems.formats import as_text
from ledger.problems.problem import Problem

T = TypeVar("T")

Commands = Any
"""What ``argparse`` collects the commands of a program in; it has no public name there."""


def add_entries(parser: argparse.ArgumentParser) -> None:
    """Add the option for the folder of entries."""
    parser.add_argument("--entries", type=Path, default=Path("entries"), metavar="DIR", help="another tree of entries")


def add_out(parser: argparse.ArgumentParser, what: str = "build into DIR/site, by way of DIR/pages") -> None:
    """Add the option for the folder to write into."""
    parser.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help=what)


def watched(work: Callable[[Callable[[str], None]], T]) -> tuple[T, float]:
    """Do the work, with a line that moves on a terminal and nothing in a log; return how many seconds it took too."""
    began = time.monotonic()
    console = Console(stderr=True)
    if not console.is_terminal:
        return work(lambda _: None), time.monotonic() - began
    with console.status("building") as status:
        return work(status.update), time.monotonic() - began


def refuse(problems: Sequence[Problem]) -> int:
    """Print the problems that stopped a command; return its exit status."""
    sys.stdout.write(as_text(problems))
    print(f"{len(problems):,} problems; nothing was published", file=sys.stderr)
    return 1
