"""Asking one address: a HEAD, and a GET where that is refused; the body only where it is wanted."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
    TimeoutError,
)

from ledger.asking.gate import Gate

HOPS = 10
"""How many times an address may lead to another one."""
REDIRECTS = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)


@dataclass(frozen=True, slots=True)
class Manners:
    """How patiently and how politely it is asked; times in seconds, sizes in bytes."""

    user_agent: str = "in-exchange-links/1 (asks once whether the cited pages of a reference ledger still answer)"
    pause: float = 2
    """Between two requests to one host."""
    connect: float = 10
    read: float = 20
    """Until the next bytes come."""
    whole: float = 60
    """Until a body is there."""
    patience: float = 30
    """How long a host may make us wait, by ``Retry-After``."""
    size: int = 20_000_000
    """The largest body that is read."""


class Reply(NamedTuple):
    """What came back: a status, or in words what went wrong."""

    at: str
    """The address that it was asked at last."""
    status: int | None = None
    why: str | None = None
    for_good: bool = False
    """Whether every redirect on the way was one for good."""
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    connected: bool = True
    """Whether anybody was reached at all."""


class Web:
    """Asks addresses, one request a host at a time."""

    def __init__(self, manners: Manners, gate: Gate) -> None:
        self._manners, self._gate = manners, gate
        options = {
            "retries": False,
            "timeout": urllib3.Timeout(connect=manners.connect, read=manners.read),
            "headers": {"User-Agent": manners.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"},
        }
        self._direct = urllib3.PoolManager(**options)  # type: ignore[arg-type]
        self._proxies = {
            scheme: urllib3.ProxyManager(proxy, **options)  # type: ignore[arg-type]
            for scheme, proxy in getproxies().items()
            if scheme in ("http", "https") and proxy.startswith("http")
        }

    def close(self) -> None:
        """Let go of all connections."""
        for manager in (self._direct, *self._proxies.values()):
            manager.clear()

    def ask(self, url: str, conditions: Mapping[str, str] | None = None, *, body: bool = False) -> Reply:
        """Return what an address answers; with ``body`` all that it sends, else only whether it does.

        ``conditions`` are headers that let it say that nothing changed. Raises a ``StoppedError`` and nothing else.
        """
        if not body:
            reply = self._follow("HEAD", url, conditions or {})
            refused = reply.connected and (reply.status is None or reply.status >= 400) and not is_busy(reply)
            if not refused:
                return reply
        return self._follow("GET", url, conditions or {}, body=body)

    def _follow(self, method: str, url: str, conditions: Mapping[str, str], *, body: bool = False) -> Reply:
        at, seen, for_good = urldefrag(url).url, set[str](), True
        while at not in seen and len(seen) <= HOPS:
            seen.add(at)
            reply = self._patiently(method, at, conditions, body=body)
            to = reply.headers.get("Location")
            if reply.status not in REDIRECTS or not to:
                return reply._replace(for_good=for_good and len(seen) > 1)
            for_good = for_good and reply.status in FOR_GOOD
            at = urldefrag(urljoin(at, to)).url
            if urlsplit(at).scheme not in ("http", "https") or not urlsplit(at).hostname:
                return Reply(at, reply.status, "it leads to an address that is none of the web")
        return Reply(at, reply.status, "it leads from one address to the next without an end")

    def _patiently(self, method: str, url: str, conditions: Mapping[str, str], *, body: bool) -> Reply:
        """Ask, and once more where the host says in how short a time it may be asked again."""
        host = urlsplit(url).netloc.lower()
        with self._gate.to(host):
            reply = self._once(method, url, conditions, body=body)
            again = retry_after(reply) if is_busy(reply) else None
            if again is None or again > self._manners.patience:
                return reply
            # The host is held meanwhile: nothing else may go to it either.
            self._gate.wait(max(again, self._manners.pause))
            return self._once(method, url, conditions, body=body)

    def _once(self, method: str, url: str, conditions: Mapping[str, str], *, body: bool) -> Reply:
        parts = urlsplit(url)
        manager = self._direct if proxy_bypass(parts.hostname or "") else self._proxies.get(parts.scheme, self._direct)
        try:
            headers = {**manager.headers, **conditions}
            response = manager.request(method, url, headers=headers, redirect=False, preload_content=False)
            try:
                data = self._body(response) if body and response.status == 200 else None
            finally:
                # What was not read is not wanted: the connection ends here.
                response.close()
        except _TooMuchError as error:
            return Reply(url, response.status, str(error), headers=response.headers)
        except (HTTPError, ValueError, OSError) as error:
            why, connected = _went_wrong(error)
            return Reply(url, None, why, connected=connected)
        return Reply(url, response.status, None, headers=response.headers, body=data)

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        data, until = bytearray(), time.monotonic() + self._manners.whole
        # Not by ``stream``: that waits until a chunk is full, however slowly it fills.
        while chunk := response.read1(65_536, decode_content=True):
            data += chunk
            if len(data) > self._manners.size:
                raise _TooMuchError(f"its body is larger than {self._manners.size:,} bytes")
            if time.monotonic() > until:
                raise _TooMuchError(f"its body was not there after {self._manners.whole:.0f} s")
        return bytes(data)


class _TooMuchError(Exception):
    """That a body is too large, or too slow."""


def retry_after(reply: Reply) -> float | None:
    """Return how many seconds the host wants us to wait; by its own clock where it names a moment."""
    said = reply.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        waits = parsedate_to_datetime(said) - parsedate_to_datetime(reply.headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    return max(waits.total_seconds(), 0)


def is_busy(reply: Reply) -> bool:
    """Whether the host wants to be left alone for a while."""
    return reply.status == 429 or (reply.status == 503 and "Retry-After" in reply.headers)


_WRONG: tuple[tuple[type[Exception], str, bool], ...] = (
    (NameResolutionError, "its host has no address", False),
    (NewConnectionError, "no connection", False),
    (ConnectTimeoutError, "no connection in time", False),
    (ProxyError, "the proxy does not lead there", False),
    (SSLError, "its certificate or its encryption is not good", True),
    (TimeoutError, "it does not answer in time", True),
    (ProtocolError, "it breaks off", True),
)
"""What errors are in words, and whether anybody was reached."""


def _went_wrong(error: Exception) -> tuple[str, bool]:
    for kind, why, connected in _WRONG:
        if isinstance(error, kind):
            return why, connected
    return f"it cannot be asked ({type(error).__name__})", True
