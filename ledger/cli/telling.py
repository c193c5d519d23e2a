"""The commands that tell what the program knows: ``schema`` and ``explain``."""

import argparse
import sys
from pathlib import Path

from ledger.cli.options import Commands
from ledger.model.schemas import schema_files
from ledger.pages.render import TEMPLATES
from ledger.problems.formats import as_explanation
from ledger.problems.problem import did_you_mean
from ledger.publishing.building import CODES
from ledger.publishing.staging import stage
from ledger.reading.tree import shown

SCHEMAS = TEMPLATES.parent / "schemas"


def add(commands: Commands) -> None:
    """Add the commands to those of the program."""
    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use")
    schema.add_argument("--out", type=Path, default=SCHEMAS, metavar="DIR", help="where to (default: schemas)")
    schema.set_defaults(run=_schema)

    explain = commands.add_parser(
        "explain", help="say what a code such as E203 means, with an example that fails and one that passes"
    )
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)


def _schema(options: argparse.Namespace) -> int:
    written = stage({name: text.encode() for name, text in schema_files().items()}, options.out)
    print(f"{written} schemas written to {shown(options.out)}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    name = options.code.upper()
    if name not in CODES:
        print(f"there is no code {name}{did_you_mean(name, CODES)}; the codes are {', '.join(CODES)}", file=sys.stderr)
        return 2
    print(as_explanation(CODES[name]), end="")
    return 0
