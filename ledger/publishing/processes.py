"""Work shared among processes that each have all that was read so far: they are forked, so nothing is sent to them."""

import ctypes
import errno
import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 8
"""More processes than this would wait for the disk."""

_PR_SET_PDEATHSIG = 1
"""Of prctl (https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html)."""


class WorkerError(Exception):
    """That a task failed in another process; its text is the traceback from there."""


def processes() -> int:
    """Return how many may work at once: one for each core; one only where processes cannot be forked safely."""
    if sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


@contextmanager
def begun(task: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin a task beside what this process does; the function that is given waits for what it returns, as ``share``.

    Where there is no second core it begins only then. At the end of the block it is ended, if it was not waited for.
    """
    if processes() < 2:
        yield task
        return
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=_work, args=([task], theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    _give(mine, 0)

    def result() -> T:
        found: T = _received(mine)[1]
        return found

    try:
        yield result
    finally:
        process.kill()
        process.join()
        mine.close()


def share(tasks: Sequence[Callable[[], T]], number: int | None = None) -> list[T]:
    """Return what each task returns, in their order; each process is given the next task when it is done with one.

    Begin with the longest. Raises ``WorkerError`` where a task fails in another process, and ``OSError`` where it fails
    with one or where a process is ended from outside. No process outlives this one.
    """
    number = min(processes() if number is None else number, len(tasks))
    if number < 2:
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    results: dict[int, T] = {}
    waiting = iter(range(len(tasks)))
    started: dict[Any, multiprocessing.context.ForkProcess] = {}
    try:
        for _ in range(number):
            mine, theirs = context.Pipe()
            started[mine] = context.Process(target=_work, args=(tasks, theirs, os.getpid()), daemon=True)
            started[mine].start()
            theirs.close()
            _give(mine, next(waiting))
        busy = set(started)
        while busy:
            for one in wait(list(busy)):
                index, value = _received(one)
                results[index] = value
                following = next(waiting, None)
                _give(one, following)
                if following is None:
                    busy.discard(one)
        return [results[index] for index in range(len(tasks))]
    finally:
        for mine, process in started.items():
            mine.close()
            if process.pid is not None:
                if len(results) < len(tasks):
                    process.kill()
                process.join()


def end_with(parent: int) -> None:
    """Let this process end when ``parent``, which started it, does, however that ends. Only Linux can do that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _give(connection: Any, index: int | None) -> None:
    try:
        connection.send(index)
    except OSError:
        raise _ended() from None


def _ended() -> ChildProcessError:
    reason = "a process of this build was ended from outside; is there enough memory?"
    return ChildProcessError(errno.ECHILD, reason)


def _received(connection: Any) -> tuple[int, Any]:
    """Return which task is done, and what it returned."""
    try:
        index, value, failure = pickle.loads(connection.recv_bytes())
    except (EOFError, OSError):
        raise _ended() from None
    if isinstance(failure, OSError):
        raise failure
    if failure:
        raise WorkerError(failure)
    return index, value


def _work(tasks: Sequence[Callable[[], T]], connection: "Connection[Any, Any]", parent: int) -> None:
    end_with(parent)
    # Ctrl-C goes to all; it is the first process that ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    index: int | None
    while (index := connection.recv()) is not None:
        try:
            answer = _packed(index, tasks[index](), None)
        except OSError as error:
            answer = _packed(index, None, error)
        except BaseException:
            answer = _packed(index, None, traceback.format_exc())
        connection.send_bytes(answer)


def _packed(*answer: object) -> bytes:
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
