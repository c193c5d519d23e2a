"""Work shared among processes that each have all that was read so far: they are forked, so nothing is sent to them."""

import multiprocessing
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 8
"""More processes than this would wait for the disk."""


class WorkerError(Exception):
    """That a process failed; its text is the traceback from there."""


def processes() -> int:
    """Return how many may work at once: one for each core; one only where processes cannot be forked safely."""
    if sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def begin(task: Callable[[], T]) -> Callable[[], T]:
    """Begin a task beside what this process does; the function that is returned waits for what it returns.

    Raise ``WorkerError`` from that function where the task fails. Where there is no second core it begins only then.
    """
    if processes() < 2:
        return task
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=([task], context.Value("l", 0), theirs), daemon=True)
    process.start()
    theirs.close()

    def result() -> T:
        found: T = _received(mine)[0]
        process.join()
        return found

    return result


def share(tasks: Sequence[Callable[[], T]], number: int | None = None) -> list[T]:
    """Return what each task returns, in their order; each process takes the next task when it is done with one.

    Begin with the longest. Raises ``WorkerError`` where a task fails in another process.
    """
    number = min(processes() if number is None else number, len(tasks))
    if number < 2:
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    counter = context.Value("l", 0)
    started = []
    for _ in range(number):
        mine, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(tasks, counter, theirs), daemon=True)
        process.start()
        theirs.close()
        started.append((process, mine))
    results: dict[int, T] = {}
    try:
        for process, mine in started:
            results |= _received(mine)
            process.join()
    finally:
        for process, _ in started:
            if process.is_alive():
                process.kill()
                process.join()
    return [results[index] for index in range(len(tasks))]


def _received(connection: "Connection[Any, Any]") -> dict[int, Any]:
    try:
        fine, value = pickle.loads(connection.recv_bytes())
    except EOFError:
        raise WorkerError("a process was ended from outside; is there enough memory?") from None
    if not fine:
        raise WorkerError(value)
    return dict(value)


def _work(tasks: Sequence[Callable[[], T]], counter: Any, connection: "Connection[Any, Any]") -> None:
    done: dict[int, T] = {}
    try:
        while True:
            with counter.get_lock():
                index = counter.value
                counter.value += 1
            if index >= len(tasks):
                break
            done[index] = tasks[index]()
        answer = (True, done)
    except BaseException:
        answer = (False, traceback.format_exc())  # type: ignore[assignment]
    connection.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    connection.close()
