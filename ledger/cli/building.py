"""The commands that make the site: ``build``, ``bundle`` and ``serve``."""

import argparse
import gc
import sys

from ledger.cli.options import Commands, add_entries, add_out, refuse, watched
from ledger.pages.render import TEMPLATES
from ledger.publishing.bag import MANIFEST
from ledger.publishing.building import DOCS, Built, Step, build
from ledger.publishing.bundling import bundle
from ledger.publishing.failing import told
from ledger.publishing.serving import HOST, serve
from ledger.publishing.zim import ZimError
from ledger.reading.tree import shown
from ledger.subsetting.part import KINDS as PARTS
from ledger.subsetting.part import NoSuchPartError, Part, parse
from ledger.views.wording import listing


def add(commands: Commands) -> None:
    """Add the commands to those of the program."""
    building = commands.add_parser("build", help="check the entries and build the site (the default)")
    add_entries(building)
    add_out(building)
    building.add_argument("--plain", action="store_true", help="let MkDocs print every page: slower, the same bytes")
    building.set_defaults(run=_build)

    bundling = commands.add_parser("bundle", help="build the site as one zip that opens from a folder on disk")
    add_entries(bundling)
    add_out(bundling)
    bundling.add_argument(
        "--subset", type=_part, metavar="KIND=ID", help=f"only a part of the ledger, by {listing([*PARTS])}: country=BY"
    )
    bundling.add_argument("--zim", action="store_true", help="also as a ZIM for Kiwix; needs Debian's zim-tools")
    bundling.set_defaults(run=_bundle)

    serving = commands.add_parser("serve", help="preview the site on this machine and follow each edit")
    serving.add_argument("--port", type=int, default=8000)
    add_entries(serving)
    add_out(serving)
    serving.set_defaults(run=_serve)


def _part(text: str) -> Part:
    try:
        return parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _build(options: argparse.Namespace) -> int:
    return _report(_run(options))


def _run(options: argparse.Namespace, waiting: Step | None = None) -> tuple[Built, float]:
    plain = getattr(options, "plain", False)
    return watched(lambda step: build(options.entries, options.out, step, plain=plain, waiting=waiting))


def _report(result: tuple[Built, float]) -> int:
    built, seconds = result
    if built.problems:
        return refuse(built.problems)
    print(f"{built.pages:,} pages in {shown(built.site)}, {seconds:.1f} s")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    try:
        bundled, seconds = watched(
            lambda step: bundle(options.entries, options.out, step, part=options.subset, zim=options.zim)
        )
    except (NoSuchPartError, ZimError) as error:
        print(error, file=sys.stderr)
        return 2
    if bundled.problems:
        return refuse(bundled.problems)
    print(f"{shown(bundled.zip)}, {bundled.size:,} bytes, {seconds:.1f} s")
    print(f"SHA-256 of its {MANIFEST}: {bundled.manifest}")
    if bundled.zim:
        print(f"{shown(bundled.zim)}, {bundled.zim.stat().st_size:,} bytes")
    return 0


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
