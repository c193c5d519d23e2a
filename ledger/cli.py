"""The command line: the only place where the stages are wired to the terminal."""

import argparse
import gc
import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from ledger.checking import check_tree
from ledger.model.schemas import schema_files
from ledger.pages.render import TEMPLATES
from ledger.problems.formats import FORMATS, as_text
from ledger.problems.problem import Problem, did_you_mean
from ledger.publishing.bag import MANIFEST
from ledger.publishing.building import CODES, DOCS, Built, Step, build
from ledger.publishing.bundling import bundle
from ledger.publishing.failing import ended, told
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
    # What is read stays until the end: looking for what could be thrown away takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        status = ended(lambda: options.run(options))
    finally:
        if collecting:
            gc.enable()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_site.py", description="Check the entries and build the site.")
    commands = parser.add_subparsers(metavar="command", required=True)

    building = commands.add_parser("build", help="check the entries and build the site (the default)")
    _entries(building)
    _out(building)
    building.add_argument("--plain", action="store_true", help="let MkDocs print every page: slower, the same bytes")
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

    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use")
    schema.add_argument("--out", type=Path, default=SCHEMAS, metavar="DIR", help="where to (default: schemas)")
    schema.set_defaults(run=_schema)

    explain = commands.add_parser("explain", help="say what a code such as E203 means")
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)
    return parser


def _entries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--entries", type=Path, default=Path("entries"), metavar="DIR", help="another tree of entries")


def _out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", type=Path, default=Path("build"), metavar="DIR", help="build into DIR/site, by way of DIR/pages"
    )


def _part(text: str) -> Part:
    try:
        return parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _build(options: argparse.Namespace) -> int:
    return _report(_run(options))


def _run(options: argparse.Namespace, waiting: Step | None = None) -> tuple[Built, float]:
    plain = getattr(options, "plain", False)
    return _watched(lambda step: build(options.entries, options.out, step, plain=plain, waiting=waiting))


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
    def waiting(text: str) -> None:
        print(text, file=sys.stderr)

    status = _report(_run(options, waiting))
    if status:
        return status
    print(f"http://{HOST}:{options.port}/ follows each edit; Ctrl-C ends it")

    def rebuild() -> None:
        told(lambda: _report(_run(options, waiting)))
        gc.collect()

    serve(
        options.out / "site", rebuild, (options.entries, DOCS, TEMPLATES, TEMPLATES.parent / "overrides"), options.port
    )
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
