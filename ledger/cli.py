"""The command line: the only place where the stages are wired to the terminal and the disk."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ledger.checking import CODES, check_tree
from ledger.problems.formats import FORMATS
from ledger.problems.problem import Problem, did_you_mean
from ledger.reading.tree import shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (or the command line) names, and return the exit status."""
    options = _parser().parse_args(arguments)
    command: int = options.run(options)
    return command


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_site.py", description="Check the entries and build the site.")
    commands = parser.add_subparsers(metavar="command", required=True)
    check = commands.add_parser("check", help="read the entries and list what is wrong with them")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only the problems of these files or folders"
    )
    check.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    _entries(check)
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="say what a code such as E203 means")
    explain.add_argument("code")
    explain.set_defaults(run=_explain)
    return parser


def _entries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--entries", type=Path, default=Path("entries"), metavar="DIR", help="another tree of entries")


def _check(options: argparse.Namespace) -> int:
    problems = _within(check_tree(options.entries).problems, options.paths)
    sys.stdout.write(FORMATS[options.format](problems))
    return 1 if problems else 0


def _within(problems: Sequence[Problem], paths: Sequence[Path]) -> list[Problem]:
    """Return the problems of the paths; of all paths where none is given."""
    wanted = [shown(path) for path in paths]
    return [
        p for p in problems if not wanted or any(p.mark.path == w or p.mark.path.startswith(f"{w}/") for w in wanted)
    ]


def _explain(options: argparse.Namespace) -> int:
    name = options.code.upper()
    if name not in CODES:
        print(f"there is no code {name}{did_you_mean(name, CODES)}; the codes are {', '.join(CODES)}", file=sys.stderr)
        return 2
    print(f"{name}  {CODES[name].explanation}", end="")
    return 0
