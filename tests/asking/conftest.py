"""A server with every manner that hosts have, on this machine."""

import contextlib
import gzip
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from ledger.asking.fetching import Manners

Handler = http.server.BaseHTTPRequestHandler
QUICK = Manners(pause=0, connect=2, read=0.3, whole=0.5, patience=1, size=100_000)


@dataclass
class Host:
    """A server that notes what it was asked: method, path and headers, with the time when each began and ended."""

    url: str = ""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    times: list[tuple[float, float]] = field(default_factory=list)

    def methods(self, path: str) -> list[str]:
        return [method for method, at, _ in self.asked if at == path]

    def headers(self, path: str) -> list[dict[str, str]]:
        return [headers for _, at, headers in self.asked if at == path]


def send(handler: Handler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def unchanged(handler: Handler) -> None:
    known = handler.headers.get("If-None-Match") == '"v1"'
    send(handler, 304 if known else 200, b"" if known else b"<p>Text", ETag='"v1"', Content_Type="text/html")


def only_get(status: int) -> Callable[[Handler], None]:
    return lambda handler: send(handler, status if handler.command == "HEAD" else 200, b"here")


def drop(handler: Handler) -> None:
    handler.close_connection = True


def drip(handler: Handler) -> None:
    """Send some bytes now and then, never all of them."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(20):
            handler.wfile.write(b".")
            handler.wfile.flush()
            time.sleep(0.1)


def huge(handler: Handler) -> None:
    with contextlib.suppress(OSError):
        send(handler, 200, b"x" * 5_000_000, Content_Type="text/plain")


def cut(handler: Handler) -> None:
    """Promise more than comes."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>Coal")
    handler.close_connection = True


def busy(handler: Handler) -> None:
    """Be busy for the first request after which it says so, and ready then."""
    host: Host = handler.server.host  # type: ignore[attr-defined]
    send(handler, 429 if len(host.methods("/busy-once")) == 1 else 200, b"", Retry_After="0")


def send_to(status: int, to: str) -> Callable[[Handler], None]:
    return lambda handler: send(handler, status, Location=to)


def answer(status: int, body: bytes = b"", **headers: str) -> Callable[[Handler], None]:
    return lambda handler: send(handler, status, body, **headers)


PAGE = "<html><head><title>Coal</title><script>var t = 1</script></head><p>Coal  &amp; rice</p></html>"
SERVED: dict[str, Callable[[Handler], None]] = {
    "/fine": answer(200, PAGE.encode(), Content_Type="text/html; charset=utf-8"),
    "/zipped": answer(200, gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip"),
    "/pdf": answer(200, b"%PDF \xff", Content_Type="application/pdf"),
    "/gone": answer(410),
    "/forbidden": answer(403),
    "/broken": answer(500),
    "/moved": send_to(301, "/fine"),
    "/moved-twice": send_to(308, "/moved"),
    "/elsewhere-for-now": send_to(302, "/fine"),
    "/moved-in-part": send_to(301, "/elsewhere-for-now"),
    "/moved-to-nothing": send_to(301, "/nothing"),
    "/to-a-file": send_to(302, "file:///etc/passwd"),
    "/loop": send_to(302, "/pool"),
    "/pool": send_to(302, "/loop"),
    "/no-head": only_get(405),
    "/head-not-found": only_get(404),
    "/head-forbidden": only_get(403),
    "/slow": lambda handler: time.sleep(0.8),
    "/drop": drop,
    "/drip": drip,
    "/cut": cut,
    "/huge": huge,
    "/unchanged": unchanged,
    "/busy-once": busy,
    "/busy": answer(429, Retry_After="3600"),
    "/busy-until": answer(503, Retry_After="Fri, 31 Dec 2099 23:59:59 GMT"),
    "/closed": answer(503),
}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as served:
        yield served


class serving:  # noqa: N801 (it is used as a function)
    """Serve the manners above for a while."""

    def __enter__(self) -> Host:
        host = Host()

        class Served(Handler):
            def do_GET(self) -> None:  # noqa: N802
                began = time.monotonic()
                host.asked.append((self.command, self.path, dict(self.headers)))
                try:
                    SERVED.get(self.path.partition("?")[0], answer(404))(self)
                finally:
                    host.times.append((began, time.monotonic()))

            do_HEAD = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Served)
        self.server.host = host  # type: ignore[attr-defined]
        host.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        return host

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
