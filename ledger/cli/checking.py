"""The commands that look at entries and put them in order: ``check`` and ``fix``."""

import argparse
import sys
from pathlib import Path

from ledger.checking import check_tree
from ledger.cli.options import Commands, add_entries, add_out
from ledger.problems.formats import FORMATS, as_text
from ledger.publishing.fixing import fix_tree
from ledger.publishing.readings import remembering, shared
from ledger.publishing.site_tree import WORK
from ledger.reading.tree import within
from ledger.views.wording import count


def add(commands: Commands) -> None:
    """Add the commands to those of the program."""
    check = commands.add_parser("check", help="read the entries and list what is wrong with them")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only what is wrong with these")
    check.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    add_entries(check)
    add_out(check, "use what builds into DIR read before, where there is such a folder")
    check.set_defaults(run=_check)

    fixing = commands.add_parser("fix", help="put the entries' files in order: keys, dates, quotes, ends of lines")
    fixing.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these")
    fixing.add_argument("--check", action="store_true", help="write nothing; list the files that would change")
    add_entries(fixing)
    fixing.set_defaults(run=_fix)


def _check(options: argparse.Namespace) -> int:
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(f"{path}: there is no such file or folder", file=sys.stderr)
    # A check leaves nothing behind where nobody builds.
    checked = check_tree(options.entries, remembering(options.out / WORK) if options.out.is_dir() else shared)
    is_wanted = within(options.paths)
    problems = [problem for problem in checked.problems if is_wanted(problem.mark.path)]
    sys.stdout.write(FORMATS[options.format](problems))
    return 2 if missing else 1 if any(not problem.is_warning for problem in problems) else 0


def _fix(options: argparse.Namespace) -> int:
    report = fix_tree(options.entries, options.paths, write=not options.check)
    for path in report.changed:
        print(path)
    sys.stdout.write(as_text(report.problems))
    for failure in report.failures:
        print(failure, file=sys.stderr)
    print(
        f"{count(len(report.changed), 'file')} {'would change' if options.check else 'put in order'}", file=sys.stderr
    )
    return 1 if report.problems or report.failures or (options.check and report.changed) else 0
