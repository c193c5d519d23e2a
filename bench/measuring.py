"""One run of a command: how long it took, how much it computed, and how much memory it held with all its children."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EACH = 0.05
"""Seconds between two looks at the memory."""
_REST = 30
"""How many times as long as a look took nobody looks again: the system holds a process still for it."""


class FailedError(Exception):
    """That a command ended with another status than was expected; says what it printed last."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of computing, on all processors, with all children."""
    memory: float
    """The most memory held at once in megabytes (10^6), shared pages counted once; 0 where /proc does not say."""
    out: str
    """What it printed."""


def measure(command: Sequence[str | Path], folder: Path, expected: Sequence[int] = (0,)) -> Run:
    """Run a command in a folder; raise ``FailedError`` where its status is not an expected one."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    began = time.perf_counter()
    with (
        subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
        _Watch(process.pid) as watch,
    ):
        # What it says on stderr is drained beside, so that neither pipe can fill up and stop it.
        errors: list[str] = []
        assert process.stdout
        assert process.stderr
        drain = threading.Thread(target=lambda pipe: errors.append(pipe.read()), args=(process.stderr,))
        drain.start()
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        drain.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        said = "\n".join([*out.splitlines()[-5:], *"".join(errors).splitlines()[-15:]])
        raise FailedError(f"{' '.join(map(str, command))}\nended with {process.returncode}\n{said}")
    return Run(wall, usage.ru_utime + usage.ru_stime, watch.most / 1e6, out)


class _Watch:
    """Looks at the memory of a process and of all its children while it runs."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        pause = _EACH
        while not self._done.wait(pause):
            began = time.perf_counter()
            self.most = max(self.most, sum(_memory(pid) for pid in _family(self._pid)))
            pause = max(_EACH, _REST * (time.perf_counter() - began))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = " ".join((task / "children").read_text() for task in tasks).split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(pid: int) -> int:
    """Return a process's share of the memory in bytes: what several hold is shared out among them."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)
