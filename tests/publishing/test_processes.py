"""Processes that share work give its results in order, say plainly why they failed, and never outlive the first."""

import errno
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from ledger.publishing.processes import WorkerError, share
from tests.helpers import ROOT
from tests.publishing.zygote import in_session

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [partial(_squared, number) for number in range(50)]
    assert share(tasks, 3) == [number**2 for number in range(50)]
    assert share(tasks, 1) == share(tasks, 3)
    assert share([], 3) == []


def _squared(number: int) -> int:
    time.sleep((50 - number) / 10_000)
    return number**2


def _nought() -> int:
    return 0


def _killed() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _full() -> int:
    raise OSError(errno.ENOSPC, "No space left on device", "/x")


def test_an_error_of_the_disk_stays_one() -> None:
    with pytest.raises(OSError, match="No space") as caught:
        share([_full, _nought], 2)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, "/x")


def test_a_fault_of_the_program_is_told_with_its_place() -> None:
    with pytest.raises(WorkerError, match=r"test_processes(.|\n)*ZeroDivisionError"):
        share([lambda: 1 // 0, _nought], 2)


def test_one_that_is_ended_from_outside_is_noticed_at_once() -> None:
    with pytest.raises(ChildProcessError, match="memory"):
        share([_killed, _nought, _nought], 2)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_none_outlives_the_first(sent: int) -> None:
    code = (
        "import os, time\nfrom ledger.publishing.processes import share\n"
        "def task():\n    os.write(1, b'up\\n')\n    time.sleep(600)\n"
        "share([task, task], 2)\n"
    )
    command = [sys.executable, "-c", code]
    first = subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert first.stdout
    assert [first.stdout.readline() for _ in range(2)] == [b"up\n"] * 2
    assert len(in_session(first.pid)) == 3
    first.send_signal(sent)
    first.wait(20)
    first.stdout.close()
    for _ in range(100):
        if not in_session(first.pid):
            break
        time.sleep(0.05)
    assert in_session(first.pid) == []


def test_nothing_is_left_in_memory_files() -> None:
    """Those of a process that was killed would stay until the machine is started anew."""
    before = _in_memory()
    share([_nought] * 3, 2)
    assert _in_memory() <= before


def _in_memory() -> set[Path]:
    """Return what Python's own modules name so; folders for a while (``tmp...``) are those of tests beside this one."""
    return {path for name in ("sem.mp-*", "psm_*", "pym-*") for path in Path("/dev/shm").glob(name)}
