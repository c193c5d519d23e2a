"""One build in a process of its own, its stages timed from outside: ``python -m bench.once --entries DIR --out DIR``.

Prints the stages as JSON, each with its seconds, and the seconds of computing of this process and of the children that
it waited for. No module of the ledger asks for the time; the stages are what it says it is doing (``Step``).
"""

import argparse
import inspect
import json
import os
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from ledger.publishing.building import build


def _now() -> tuple[float, float]:
    used = os.times()
    return time.perf_counter(), used.user + used.system + used.children_user + used.children_system


def main() -> int:
    """Run the command; return its status."""
    parser = argparse.ArgumentParser(prog="python -m bench.once")
    parser.add_argument("--entries", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plain", action="store_true", help="every page through MkDocs")
    options = parser.parse_args()
    marks: list[tuple[str, float, float]] = []

    def step(what: str) -> None:
        marks.append((what, *_now()))

    plain: dict[str, Any] = {"plain": True} if options.plain and can_be_plain() else {}
    built = build(options.entries, options.out, step, **plain)
    marks.append(("", *_now()))
    for problem in built.problems:
        print(problem, file=sys.stderr)
    stages = [{"stage": one[0], "wall": after[1] - one[1], "cpu": after[2] - one[2]} for one, after in pairwise(marks)]
    print(json.dumps({"pages": built.pages, "stages": stages}))
    return 1 if built.problems else 0


def can_be_plain() -> bool:
    """Whether a build has a plain way beside the usual one; else the usual one is the plain one."""
    return "plain" in inspect.signature(build).parameters


if __name__ == "__main__":
    sys.exit(main())
