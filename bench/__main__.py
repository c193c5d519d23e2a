"""Measure the program on made-up ledgers, beside Hugo: ``python -m bench``, or ``make bench``.

In one run: for each size a ledger is made, built once untimed, and the same pages are laid out for Hugo; then come
rounds, in each of which everything is run once, so that what else the machine does falls on all of them alike.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.casting import cast
from bench.moulds import Moulds
from bench.results import Sample, as_data
from bench.synthetic import ENTRIES, write
from bench.tables import between_marks, report
from bench.trials import COLD, Bed, stages

SIZES, ROUNDS = (100, 1_000, 10_000), (5, 3, 3)
PLAIN_UP_TO = 1_000
"""Plain MkDocs takes minutes for more, and grows in a straight line: larger sizes are extrapolated."""

# Files in memory: a disk that has just deleted thousands of files writes the next ones many times slower.
MEMORY = Path("/dev/shm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its status."""
    options = _parser().parse_args(arguments)
    work = Path(tempfile.mkdtemp(prefix="in-exchange-bench-", dir=options.work))
    try:
        results = _measured(options, work)
    finally:
        shutil.rmtree(work)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "results.json").write_text(json.dumps(results["data"], indent=1) + "\n", "utf-8")
    print(results["text"])
    if options.into:
        options.into.write_text(between_marks(options.into.read_text("utf-8"), results["text"]), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the program beside Hugo.")
    parser.add_argument("--records", type=int, nargs="+", default=SIZES, metavar="N", help="the sizes of the ledgers")
    parser.add_argument("--rounds", type=int, nargs="+", default=ROUNDS, metavar="N", help="rounds for each size")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these trials")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date", default="", help="the day to print; no clock is asked")
    parser.add_argument("--out", type=Path, default=Path("build/bench"), metavar="DIR", help="where results.json goes")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="a Markdown page with marks for the tables")
    parser.add_argument(
        "--work",
        type=Path,
        default=MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir()),
        metavar="DIR",
        help="where to build; best on a file system in memory",
    )
    return parser


def _measured(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    moulds = Moulds.read(ENTRIES)
    measured: dict[int, list[dict[str, Sample]]] = {}
    beds: dict[int, dict[str, Any]] = {}
    stages_of: dict[int, Any] = {}
    for size, rounds in zip(options.records, options.rounds, strict=True):
        bed = Bed(size, work / str(size), plain=size <= PLAIN_UP_TO)
        write(cast(moulds, size, options.seed), bed.entries)
        _say(f"{size:,} records: laying out")
        bed.prepare()
        beds[size], measured[size] = bed.facts, []
        trials = {name: run for name, run in bed.trials().items() if not options.only or name in options.only}
        for number in range(rounds):
            took: dict[str, Sample] = {}
            for name, trial in trials.items():
                run = trial()
                took[name] = Sample(run.wall, run.cpu, run.memory)
                _say(f"{size:,} records, round {number + 1}: {name} {run.wall:.2f} s")
                if name == COLD:
                    stages_of[size] = stages(run)
            measured[size].append(took)
        shutil.rmtree(bed.folder)
    machine = _machine(options)
    text = f"{machine['text']}\n\n{report(measured, beds, stages_of)}"
    data = {"machine": machine, "runs": measured, "sizes": beds, "stages": stages_of}
    return {"text": text, "data": as_data(data)}


def _machine(options: argparse.Namespace) -> dict[str, Any]:
    libraries = {name: version(name) for name in ("mkdocs", "mkdocs-material", "hugo")}
    python, processors = platform.python_version(), os.cpu_count()
    rounds = ", ".join(f"{number} at {size:,}" for size, number in zip(options.records, options.rounds, strict=True))
    words = (
        f"Measured{f' on {options.date}' if options.date else ''}: {processors} processors, Python {python}, "
        f"{', '.join(f'{name} {number}' for name, number in libraries.items())}; rounds: {rounds}; "
        f"files in {options.work}; seed {options.seed}."
    )
    return {"text": words, "python": python, "processors": processors, **libraries, "date": options.date}


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
