"""The command ``preview``, which prints one record's page for whoever is writing it."""

import argparse
import sys

from ledger.cli.options import Commands, add_entries, add_out
from ledger.problems.formats import as_text
from ledger.publishing.place import BusyError
from ledger.publishing.previewing import NoSuchRecordError, preview
from ledger.reading.tree import shown


def add(commands: Commands) -> None:
    """Add the command to those of the program."""
    previewing = commands.add_parser("preview", help="print the page of one record and of those it names, in a moment")
    previewing.add_argument("id", metavar="ID", help="the name of its file, or KIND/ID")
    add_entries(previewing)
    add_out(previewing, "write into DIR/preview")
    previewing.set_defaults(run=_preview)


def _preview(options: argparse.Namespace) -> int:
    try:
        previewed = preview(options.entries, options.id, options.out)
    except (BusyError, NoSuchRecordError) as error:
        print(error, file=sys.stderr)
        return 2
    sys.stdout.write(as_text(previewed.problems))
    if any(not problem.is_warning for problem in previewed.problems):
        print("nothing was printed", file=sys.stderr)
        return 1
    print(f"{shown(previewed.page)}, and the {previewed.others:,} records that it names; other links lead nowhere here")
    return 0
