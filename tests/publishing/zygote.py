"""Runs commands of the program in processes of their own, which it forks: so each takes no time to start.

In them it can kill, or let a call of the file system fail, at the nth call that would change the output folder. Python
announces each such call to a hook (https://docs.python.org/3/library/audit_events.html); the program knows of none.
"""

import errno
import gc
import json
import mmap
import os
import resource
import signal
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from ledger.cli import main
from ledger.publishing import exchange
from ledger.publishing.place import at_work
from ledger.publishing.site_tree import SiteTree
from tests.helpers import ROOT

WAYS = ("kill", "torn", "full", "readonly")
"""Killed before the call; killed in the middle of writing a file; no room from there on; nothing can be changed."""

LONG = int(os.environ.get("LEDGER_LONG", "0"))
"""Set by hand, how long these tests run: with 1 they try 50 kills, with 2 twice as many, and so on."""

_CHANGES = {"os.link", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "ctypes.dlsym"}
_NEED_ROOM = {"open", "os.link", "os.mkdir"}


class Hook:
    """Counts the calls that would change something below a folder, and acts at one of them."""

    def __init__(self, under: str, at: int, way: str, count: mmap.mmap) -> None:
        self.under, self.at, self.way, self.count = under, at, way, count
        self.busy = False

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        if self.busy or not self._counts(event, given):
            return
        self.busy = True
        try:
            (number,) = struct.unpack("l", self.count[:8])
            self.count[:8] = struct.pack("l", number + 1)
            if self.at and number + 1 >= self.at:
                self._act(event, given)
        finally:
            self.busy = False

    def _counts(self, event: str, given: tuple[Any, ...]) -> bool:
        if event == "open":
            return bool(given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) and self._inside(given[0])
        if event == "ctypes.dlsym":
            return bool(given[1] == "renameat2")
        return event in _CHANGES and any(self._inside(one) for one in given)

    def _inside(self, path: object) -> bool:
        if isinstance(path, bytes | os.PathLike):
            path = os.fsdecode(path)
        # A name without a folder is one of the folder that is deleted just then.
        return isinstance(path, str) and (path.startswith(self.under) or not path.startswith("/"))

    def _act(self, event: str, given: tuple[Any, ...]) -> None:
        if self.way == "full" and event in _NEED_ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), given[0])
        if self.way == "readonly":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), given[0] if isinstance(given[0], str) else None)
        if self.way == "torn" and event == "open":
            Path(given[0]).write_bytes(b"<ht")
        if self.way in ("kill", "torn"):
            os.kill(os.getpid(), signal.SIGKILL)


def tiny(out: Path, files: Mapping[str, str]) -> None:
    """Publish a site of these files, as a build does."""
    with at_work(out):
        tree = SiteTree(out)
        tree.open()
        tree.publish({name: tree.write(name, text.encode()) for name, text in files.items()}, 1, str(sorted(files)))


def _run(order: dict[str, Any], count: mmap.mmap) -> NoReturn:
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with Path(order["log"]).open("wb") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    if order["alone"]:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if order["lacking"] == "exchange":
        exchange._exchanged = lambda *_: False
    if order["lacking"] == "links":
        os.link = _no_link
    if order["lacking"] == "umask":
        os.umask(0o077)
    if order["limit"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["limit"], order["limit"]))
    os.environ |= order["environment"]
    gc.enable()
    sys.addaudithook(Hook(order["under"], order["at"], order["way"], count))
    status = 1
    try:
        if order["files"] is None:
            status = main(order["arguments"])
        else:
            tiny(Path(order["under"]), order["files"])
            status = 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _no_link(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def _serve() -> None:
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        count = mmap.mmap(-1, 8)
        child = os.fork()
        if not child:
            _run(json.loads(line), count)
        print(child, file=answers, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), *struct.unpack("l", count[:8]), file=answers, flush=True)


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status (of a signal the negative number), the calls it made, and all that it printed."""

    status: int
    calls: int
    printed: str


class Zygote:
    """The other side: starts the process, gives it commands."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        command = [sys.executable, "-m", "tests.publishing.zygote"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(
        self,
        out: Path,
        *arguments: str,
        files: Mapping[str, str] | None = None,
        at: int = 0,
        way: str = "",
        lacking: str = "",
        alone: bool = False,
        limit: int = 0,
        environment: Mapping[str, str] | None = None,
    ) -> int:
        """Start a command that writes into ``out``; return the id of its process."""
        given = [*arguments, "--out", str(out)]
        order = {
            "arguments": given, "under": str(out), "at": at, "way": way, "lacking": lacking, "alone": alone or at > 0,
            "files": files, "limit": limit, "log": str(self.log), "environment": dict(environment or {}),
        }  # fmt: skip
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> Ended:
        """Wait for the command that was started."""
        assert self.process.stdout
        status, calls = map(int, self.process.stdout.readline().split())
        return Ended(status, calls, self.log.read_text("utf-8", errors="replace"))

    def run(self, out: Path, *arguments: str, **how: Any) -> Ended:
        """Start a command and wait for it."""
        self.start(out, *arguments, **how)
        return self.end()

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()


def in_session(leader: int) -> list[int]:
    """Return the processes that a command left behind."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] not in "ZX":
            found.append(int(path.name))
    return found


if __name__ == "__main__":
    # What a build imports late would be imported by each.
    import mkdocs.commands.build
    import mkdocs.livereload  # noqa: F401

    _serve()
