"""One request a host at a time, with a pause between two."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class StoppedError(Exception):
    """That whoever runs it wants no further request."""


class Gate:
    """Lets one request a host through at a time; hosts do not wait for each other."""

    def __init__(self, pause: float) -> None:
        """Wait ``pause`` seconds after a request to a host before the next one to it."""
        self._pause = pause
        self._stopped = threading.Event()
        self._making = threading.Lock()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free: dict[str, float] = {}

    @contextmanager
    def to(self, host: str) -> Iterator[None]:
        """Hold the host for one request; raise a ``StoppedError`` where there should be none any more."""
        with self._making:
            lock = self._locks[host]
        with lock:
            self.wait(self._free.get(host, 0) - time.monotonic())
            try:
                yield
            finally:
                self._free[host] = time.monotonic() + self._pause

    def wait(self, seconds: float) -> None:
        """Wait, and leave off at once where it is stopped meanwhile."""
        if self._stopped.wait(max(seconds, 0)):
            raise StoppedError

    def stop(self) -> None:
        """Let no request begin from now on."""
        self._stopped.set()
