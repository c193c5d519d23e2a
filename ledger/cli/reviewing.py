"""The commands for who decides what is published: ``review`` and ``release``."""

import argparse
import sys
from pathlib import Path

from ledger.checking import check_tree
from ledger.cli.options import Commands, add_entries, refuse
from ledger.publishing.releasing import release
from ledger.publishing.settings import read_site
from ledger.reading.tree import shown
from ledger.reviewing.formats import FORMATS as REVIEWS
from ledger.reviewing.markdown import Addresses
from ledger.reviewing.quoting import prefix
from ledger.reviewing.review import review
from ledger.reviewing.side import side


def add(commands: Commands) -> None:
    """Add the commands to those of the program."""
    reviewing = commands.add_parser("review", help="say what a change of the entries does, for who decides on it")
    reviewing.add_argument("base", type=Path, metavar="BASE", help="the entries as they were")
    reviewing.add_argument("head", type=Path, metavar="HEAD", help="the entries as they would be")
    reviewing.add_argument("--format", choices=REVIEWS, default="markdown", help="how it is printed")
    for name, what in (("--site", "the built site stands"), ("--files", "the entries of HEAD stand")):
        reviewing.add_argument(name, type=_prefix, default="", metavar="URL", help=f"where {what}, for links to it")
    reviewing.set_defaults(run=_review)

    releasing = commands.add_parser("release", help="write down which ids are published, so that none vanishes")
    add_entries(releasing)
    releasing.set_defaults(run=_release)


def _prefix(text: str) -> str:
    try:
        return prefix(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _review(options: argparse.Namespace) -> int:
    before, after = (side(check_tree(root), shown(root), read_site()) for root in (options.base, options.head))
    sys.stdout.write(REVIEWS[options.format](review(before, after), Addresses(options.site, options.files)))
    return 1 if after.errors else 0


def _release(options: argparse.Namespace) -> int:
    released = release(options.entries)
    if released.problems:
        return refuse(released.problems)
    if released.made is None:
        print(f"nothing changed since release {released.number}; nothing was written")
        return 0
    number = len(released.made.lines)
    print(f"release {released.number} of {released.made.day}, {number:,} records: {shown(released.path)}; commit it")
    return 0
