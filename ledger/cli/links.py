"""The command ``links``, which asks whether what sources cite still answers."""

import argparse
import datetime
import sys
from collections.abc import Callable

from ledger.asking.addresses import addresses
from ledger.asking.answers import summary
from ledger.asking.fetching import Manners
from ledger.asking.running import Run, run
from ledger.checking import check_tree
from ledger.cli.options import Commands, add_entries, add_out, watched
from ledger.reading.tree import shown
from ledger.views.wording import listing


def add(commands: Commands) -> None:
    """Add the commands to those of the program."""
    links = commands.add_parser("links", help="ask whether what sources cite still answers; needs a network")
    links.add_argument(
        "--archived", action="store_true", help="fetch the copies of archives too and compare their text"
    )
    links.add_argument("--date", type=_day, metavar="DATE", help="the day that the results are of (default: today)")
    links.add_argument("--pause", type=float, default=Manners().pause, metavar="S", help="between requests to one host")
    links.add_argument("--contact", default="", metavar="TEXT", help="an address for those who wonder who asks")
    add_entries(links)
    add_out(links, "write the results into DIR/links")
    links.set_defaults(run=_links)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no day; write it as 2024-06-18') from error


def _links(options: argparse.Namespace) -> int:
    """Return 0 whatever was found: a page that is gone is no fault of the entries. Without a network it is 2."""
    asked = addresses(check_tree(options.entries).ledger, archived=options.archived)
    if not asked:
        print(f"no source in {shown(options.entries)} has an address", file=sys.stderr)
        return 2
    who = f"{Manners().user_agent} {options.contact}".strip()
    manners = Manners(user_agent=who, pause=max(options.pause, 0))
    date = options.date or datetime.datetime.now().astimezone().date().isoformat()

    def work(step: Callable[[str], None]) -> Run:
        return run(asked, options.out / "links", date, manners, lambda done, of: step(f"{done:,} of {of:,} addresses"))

    try:
        result, seconds = watched(work)
    except KeyboardInterrupt:
        print("stopped; the same command on the same day goes on after what was answered", file=sys.stderr)
        return 130
    if result.tried:
        print(
            f"there is no network: none of {listing([*result.tried])} was reached; nothing was written", file=sys.stderr
        )
        return 2
    print("\n".join(summary(result.answers)))
    if result.not_asked:
        print(f"{len(result.not_asked):,} not asked, for their hosts are busy; the same command asks them later")
    print(f"{shown(result.file)}, {seconds:.0f} s")
    return 0
