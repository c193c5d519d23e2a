"""The command line: the only place where the stages are wired to the terminal."""

import argparse
import datetime
import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from ledger.asking.addresses import addresses
from ledger.asking.answers import summary
from ledger.asking.fetching import Manners
from ledger.asking.running import Run, run
from ledger.checking import check_tree
from ledger.model.schemas import schema_files
from ledger.pages.render import TEMPLATES
from ledger.problems.formats import FORMATS, as_text
from ledger.problems.problem import Problem, did_you_mean
from ledger.publishing.bag import MANIFEST
from ledger.publishing.building import CODES, DOCS, Built, Step, build
from ledger.publishing.bundling import bundle
from ledger.publishing.serving import HOST, serve
from ledger.publishing.staging import stage
from ledger.publishing.zim import ZimError
from ledger.reading.tree import shown
from ledger.subsetting.part import KINDS as PARTS
from ledger.subsetting.part import NoSuchPartError, Part, parse
from ledger.views.wording import listing

T = TypeVar("T")

SCHEMAS = TEMPLATES.parent / "schemas"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (or the command line) names, ``build`` by default; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "build")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A log without a locale, or a name that is not UTF-8, must not end a check with an error of its own.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(given)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_site.py", description="Check the entries and build the site.")
    commands = parser.add_subparsers(metavar="command", required=True)

    building = commands.add_parser("build", help="check the entries and build the site (the default)")
    _entries(building)
    _out(building)
    building.set_defaults(run=_build)

    check = commands.add_parser("check", help="read the entries and list what is wrong with them")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only what is wrong with these")
    check.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    _entries(check)
    check.set_defaults(run=_check)

    bundling = commands.add_parser("bundle", help="build the site as one zip that opens from a folder on disk")
    _entries(bundling)
    _out(bundling)
    bundling.add_argument(
        "--subset", type=_part, metavar="KIND=ID", help=f"only a part of the ledger, by {listing([*PARTS])}: country=BY"
    )
    bundling.add_argument("--zim", action="store_true", help="also as a ZIM for Kiwix; needs Debian's zim-tools")
    bundling.set_defaults(run=_bundle)

    serving = commands.add_parser("serve", help="preview the site on this machine and follow each edit")
    serving.add_argument("--port", type=int, default=8000)
    _entries(serving)
    _out(serving)
    serving.set_defaults(run=_serve)

    links = commands.add_parser("links", help="ask whether what sources cite still answers; needs a network")
    links.add_argument(
        "--archived", action="store_true", help="fetch the copies of archives too and compare their text"
    )
    links.add_argument("--date", type=_day, metavar="DATE", help="the day that the results are of (default: today)")
    links.add_argument("--pause", type=float, default=Manners().pause, metavar="S", help="between requests to one host")
    links.add_argument("--contact", default="", metavar="TEXT", help="an address for those who wonder who asks")
    _entries(links)
    _out(links, "write the results into DIR/links")
    links.set_defaults(run=_links)

    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use")
    schema.add_argument("--out", type=Path, default=SCHEMAS, metavar="DIR", help="where to (default: schemas)")
    schema.set_defaults(run=_schema)

    explain = commands.add_parser("explain", help="say what a code such as E203 means")
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)
    return parser


def _entries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--entries", type=Path, default=Path("entries"), metavar="DIR", help="another tree of entries")


def _out(parser: argparse.ArgumentParser, what: str = "build into DIR/site, by way of DIR/pages") -> None:
    parser.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help=what)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no day; write it as 2024-06-18') from error


def _part(text: str) -> Part:
    try:
        return parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _build(options: argparse.Namespace) -> int:
    return _report(_run(options))


def _run(options: argparse.Namespace) -> tuple[Built, float]:
    return _watched(lambda step: build(options.entries, options.out, step))


def _watched(work: Callable[[Step], T]) -> tuple[T, float]:
    """Do the work, with a line that moves on a terminal and nothing in a log; return how many seconds it took too."""
    began = time.monotonic()
    console = Console(stderr=True)
    if not console.is_terminal:
        return work(lambda _: None), time.monotonic() - began
    with console.status("building") as status:
        return work(status.update), time.monotonic() - began


def _report(result: tuple[Built, float]) -> int:
    built, seconds = result
    if built.problems:
        return _refuse(built.problems)
    print(f"{built.pages:,} pages in {shown(built.site)}, {seconds:.1f} s")
    return 0


def _refuse(problems: Sequence[Problem]) -> int:
    sys.stdout.write(as_text(problems))
    print(f"{len(problems):,} problems; nothing was published", file=sys.stderr)
    return 1


def _bundle(options: argparse.Namespace) -> int:
    try:
        bundled, seconds = _watched(
            lambda step: bundle(options.entries, options.out, step, part=options.subset, zim=options.zim)
        )
    except (NoSuchPartError, ZimError) as error:
        print(error, file=sys.stderr)
        return 2
    if bundled.problems:
        return _refuse(bundled.problems)
    print(f"{shown(bundled.zip)}, {bundled.size:,} bytes, {seconds:.1f} s")
    print(f"SHA-256 of its {MANIFEST}: {bundled.manifest}")
    if bundled.zim:
        print(f"{shown(bundled.zim)}, {bundled.zim.stat().st_size:,} bytes")
    return 0


def _check(options: argparse.Namespace) -> int:
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(f"{path}: there is no such file or folder", file=sys.stderr)
    problems = _within(check_tree(options.entries).problems, options.paths)
    sys.stdout.write(FORMATS[options.format](problems))
    return 2 if missing else 1 if any(not problem.is_warning for problem in problems) else 0


def _within(problems: Sequence[Problem], paths: Sequence[Path]) -> list[Problem]:
    """Return the problems of the paths; of all paths where none is given."""
    wanted = [shown(path) for path in paths]
    return [p for p in problems if not wanted or any(Path(p.mark.path).is_relative_to(w) for w in wanted)]


def _serve(options: argparse.Namespace) -> int:
    status = _report(_run(options))
    if status:
        return status
    print(f"http://{HOST}:{options.port}/ follows each edit; Ctrl-C ends it")

    def rebuild() -> None:
        _report(_run(options))

    serve(
        options.out / "site", rebuild, (options.entries, DOCS, TEMPLATES, TEMPLATES.parent / "overrides"), options.port
    )
    return 0


def _links(options: argparse.Namespace) -> int:
    """Return 0 whatever was found: a page that is gone is no fault of the entries. Without a network it is 2."""
    asked = addresses(check_tree(options.entries).ledger, archived=options.archived)
    if not asked:
        print(f"no source in {shown(options.entries)} has an address", file=sys.stderr)
        return 2
    who = f"{Manners().user_agent} {options.contact}".strip()
    manners = Manners(user_agent=who, pause=max(options.pause, 0))
    date = options.date or datetime.datetime.now().astimezone().date().isoformat()

    def work(step: Step) -> Run:
        return run(asked, options.out / "links", date, manners, lambda done, of: step(f"{done:,} of {of:,} addresses"))

    try:
        result, seconds = _watched(work)
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


def _schema(options: argparse.Namespace) -> int:
    written = stage({name: text.encode() for name, text in schema_files().items()}, options.out)
    print(f"{written} schemas written to {shown(options.out)}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    name = options.code.upper()
    if name not in CODES:
        print(f"there is no code {name}{did_you_mean(name, CODES)}; the codes are {', '.join(CODES)}", file=sys.stderr)
        return 2
    print(f"{name}  {CODES[name].explanation}", end="")
    return 0
