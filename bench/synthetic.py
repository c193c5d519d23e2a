"""Write a made-up ledger: ``python -m bench.synthetic --records 10000 --out DIR``.

It is as rich as the real one, since each record of it is cast from a real one: as many claims a transaction, citations
a claim, words a text; the same dates, quantities and countries; sources that rest on one another in the same ways.
Names and words are made up.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import yaml

from bench.casting import Records, cast
from bench.moulds import Moulds

ENTRIES = Path(__file__).parents[1] / "entries"


class _Dumper(yaml.CSafeDumper):
    """Writes every scalar as plainly as it can be: the strict reader takes all of them as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's way to say that no text means a number

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(fields: dict[str, Any]) -> str:
    """Return a record as its file has it."""
    text: str = yaml.dump(
        fields, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120, default_flow_style=None
    )
    return text


def write(records: Records, folder: Path) -> int:
    """Write the records as files below ``folder``, which must not have any yet; return how many bytes that makes."""
    size = 0
    for kind in sorted({kind for kind, _ in records}):
        (folder / kind).mkdir(parents=True, exist_ok=False)
    for (kind, id), fields in records.items():
        data = as_yaml(fields).encode()
        (folder / kind / f"{id}.yaml").write_bytes(data)
        size += len(data)
    return size


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its status."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description="Write a made-up ledger.")
    parser.add_argument("--records", type=int, required=True, help="about how many, of all kinds together")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the tree of entries; a new folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=Path, default=ENTRIES, metavar="DIR", help="the ledger it is cast from")
    options = parser.parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        print(f"{options.out} is not empty", file=sys.stderr)
        return 2
    records = cast(Moulds.read(options.entries), options.records, options.seed)
    size = write(records, options.out)
    print(f"{len(records):,} records, {size:,} bytes, in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
