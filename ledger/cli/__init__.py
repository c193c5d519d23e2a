"""The command line: the only place where the stages are wired to the terminal.

A command imports what it needs when it is called: checking one file should not wait for what prints pages.
"""

import argparse
import gc
import importlib
import io
import sys
from collections.abc import Sequence

from ledger.publishing.failing import ended

COMMANDS = {
    "build": "building",
    "check": "checking",
    "fix": "checking",
    "new": "drafting",
    "draft": "drafting",
    "preview": "previewing",
    "serve": "building",
    "bundle": "building",
    "review": "reviewing",
    "release": "reviewing",
    "links": "links",
    "schema": "telling",
    "explain": "telling",
}
"""Every command and the module in this folder that has it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (or the command line) names, ``build`` by default; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "build")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A log without a locale, or a name that is not UTF-8, must not end a check with an error of its own.
            stream.reconfigure(errors="backslashreplace")
    options = parser(given[0]).parse_args(given)
    # What is read stays until the end: looking for what could be thrown away takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return ended(lambda: int(options.run(options)))
    finally:
        if collecting:
            gc.enable()


def parser(command: str = "") -> argparse.ArgumentParser:
    """Return the parser of the command line; with the name of a command, one that knows at least that command."""
    program = argparse.ArgumentParser(prog="build_site.py", description="Check the entries and build the site.")
    commands = program.add_subparsers(metavar="command", required=True)
    for module in dict.fromkeys([COMMANDS[command]] if command in COMMANDS else COMMANDS.values()):
        importlib.import_module(f"ledger.cli.{module}").add(commands)
    return program
