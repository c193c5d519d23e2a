"""The commands ``new`` and ``draft`` on the terminal: they ask, or take flags, and write files to be filled in."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ledger.checking import ID_FORMS, read_file
from ledger.cli.options import Commands, add_entries
from ledger.drafting import from_forms
from ledger.drafting.asking import HELP
from ledger.drafting.desk import Desk, Draft
from ledger.drafting.filling import RefusedError, fill, transaction
from ledger.drafting.forms import MAX_CHARACTERS
from ledger.drafting.interview import Interview
from ledger.drafting.shape import fields, plainly
from ledger.model.blanks import BLANK
from ledger.model.kinds import KINDS, Kind
from ledger.publishing.drafts import TakenError, write_new
from ledger.reading.tree import File, read_tree, shown
from ledger.resolving.ledger import Ledger

_ABOUT = {
    "sources": ("url", "ADDRESS", "its address"),
    "transactions": ("title", "TITLE", "a neutral line"),
    "series": ("title", "TITLE", "a neutral line"),
    "resolutions": ("symbol", "SYMBOL", "its symbol, as in 'S/RES/2397 (2017)'"),
}
"""What a kind is made from: the field, and how it is called in the help; of all others the name."""


def add(commands: Commands) -> None:
    """Add both commands to those of the program."""
    new = commands.add_parser("new", help="write a file for a new record: asks on a terminal, or takes flags")
    kinds = new.add_subparsers(metavar="KIND", required=True)
    for kind in KINDS.values():
        _kind(kinds.add_parser(kind.one, help=plainly(kind.model.__doc__ or "")), kind)

    draft = commands.add_parser("draft", help="turn the text of a filled issue form into files")
    draft.add_argument("form", metavar="FILE", help="the text of the issue; - reads it from the standard input")
    _day(draft)
    add_entries(draft)
    draft.set_defaults(run=_draft)


def _kind(parser: argparse.ArgumentParser, kind: Kind) -> None:
    field, metavar, meaning = _ABOUT.get(kind.folder, ("name", "NAME", "its name"))
    parser.add_argument("about", nargs="?", default="", metavar=metavar, help=meaning)
    parser.add_argument("--id", default="", help="its lasting name; left out, one is proposed")
    if kind.folder == "transactions":
        parser.add_argument(
            "--source",
            action="append",
            default=[],
            metavar="ADDRESS|ID",
            help="a report of it; a new one is drafted",
        )
    group = parser.add_argument_group("fields (a list takes its flag several times)")
    for name, (info, shape) in fields(kind.model).items():
        if shape.single is not None and name != field:
            text = f"{plainly(info.description or '')} {shape.hint}".replace("%", "%%")
            flag, dest = f"--{name.replace('_', '-')}", f"field_{name}"
            group.add_argument(flag, action="append", default=[], dest=dest, metavar="TEXT", help=text)
    text = "any field, and of a list any item by its number: flows.f1.from=KP, copies.0.host=daily.example"
    group.add_argument("--set", action="append", default=[], metavar="PATH=TEXT", help=text)
    parser.add_argument("--all", action="store_true", help="ask for every field that there is")
    parser.add_argument("--short", action="store_true", help="write the file without notes on its fields")
    parser.add_argument("--no-input", action="store_true", help="do not ask, though this is a terminal")
    parser.add_argument("--same-name", action="store_true", help="though another record is called the same")
    _day(parser)
    add_entries(parser)
    parser.set_defaults(run=lambda options: _new(options, kind, field))


def _day(parser: argparse.ArgumentParser) -> None:
    # The only clock of drafting: everything below takes the day as a value.
    parser.add_argument("--day", type=date.fromisoformat, default=date.today(), help="the day (default: today)")


def _new(options: argparse.Namespace, kind: Kind, field: str) -> int:
    given = [(field, options.about)] if options.about else []
    given += [(name, text) for name in fields(kind.model) for text in getattr(options, f"field_{name}", ())]
    for pair in options.set:
        path, sign, text = pair.partition("=")
        if not sign:
            print(f'"{pair}" sets nothing; write PATH=TEXT, as in flows.f1.from=KP', file=sys.stderr)
            return 2
        given.append((path, text))

    def made(desk: Desk) -> None:
        if sys.stdin.isatty() and not options.no_input:
            _ask(desk, kind.folder, given, options)
        else:
            _refuse_known(desk, kind.folder, options.about, same_name=options.same_name)
            desk.drafts.append(
                transaction(desk, options.source, given, options.id)
                if kind.folder == "transactions"
                else fill(desk, kind.folder, given, options.id)
            )

    return _write(options, made)


def _ask(desk: Desk, kind: str, given: Sequence[tuple[str, str]], options: argparse.Namespace) -> None:
    print(HELP)
    known: dict[str, Any] = {}
    for path, text in given:
        if "." in path:
            raise RefusedError(f"--set {path} goes with --no-input only; the questions ask for it")
        known[path] = f"{known[path]}, {text}" if path in known else text
    reports = getattr(options, "source", [])
    id = Interview(desk, input, print, options.all).record(kind, known, options.id, reports)
    if not any((one.kind, one.id) == (kind, id) for one in desk.drafts):
        raise RefusedError(f"it is there: entries/{kind}/{id}.yaml; nothing was written")


def _refuse_known(desk: Desk, kind: str, about: str, *, same_name: bool) -> None:
    """Refuse what is there under this name or address; tell what is called nearly so."""
    if kind == "sources" and (id := desk.source_at(about) if about else ""):
        raise RefusedError(f"that address is there: entries/sources/{id}.yaml")
    near = desk.near(kind, about) if about and kind != "countries" else []
    for id, name, likeness in near:
        if likeness == 1.0 and not same_name:
            raise RefusedError(f"{name} is there: entries/{kind}/{id}.yaml; if yours is another, add --same-name")
        print(f"perhaps it is there: {name} ({id})", file=sys.stderr)


def _draft(options: argparse.Namespace) -> int:
    stream = sys.stdin.buffer if options.form == "-" else None
    try:
        data = stream.read(4 * MAX_CHARACTERS + 1) if stream else _head(Path(options.form))
    except OSError as error:
        print(f"{options.form}: {error.strerror}", file=sys.stderr)
        return 2
    text = data.decode("utf-8", "replace")

    def made(desk: Desk) -> None:
        for line in from_forms.drafts(desk, text):
            print(line)

    return _write(options, made)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4 * MAX_CHARACTERS + 1)


def _write(options: argparse.Namespace, made: Callable[[Desk], None]) -> int:
    """Read the ledger, let the drafts be made and write them; return the exit status."""
    files, _ = read_tree(options.entries, ID_FORMS)
    if not options.entries.is_dir():
        print(f"{options.entries}: there is no such folder", file=sys.stderr)
        return 2
    desk = Desk(Ledger(tuple(read_file(file)[0] for file in files)), options.day)
    try:
        made(desk)
        for draft in desk.drafts:
            draft.explained = not getattr(options, "short", False)
        paths = write_new(options.entries, {draft.file: draft.text for draft in desk.drafts})
    except (RefusedError, TakenError) as refused:
        print(refused, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped; nothing was written", file=sys.stderr)
        return 130
    for draft, path in zip(desk.drafts, paths, strict=True):
        _tell(draft, path)
    return 0


def _tell(draft: Draft, path: Path) -> None:
    """Print the path of a file that was written, and what is still to be done in it."""
    _, problems = read_file(File(draft.kind, draft.id, shown(path), draft.text.encode()))
    print(f"\n{shown(path)}: " + (f"written; {len(problems)} to do ({BLANK})" if problems else "written; check it"))
    for problem in sorted(problems):
        print(f"  {problem}")
