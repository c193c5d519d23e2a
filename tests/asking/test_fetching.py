"""What one address answers, against a server that does everything that hosts do."""

import socket
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from ledger.asking.answers import State
from ledger.asking.fetching import HOPS, Manners, Reply, Web, retry_after
from ledger.asking.gate import Gate, StoppedError
from ledger.asking.running import state_of
from tests.asking.conftest import QUICK, Host


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web(QUICK, Gate(0))
    yield web
    web.close()


@pytest.mark.parametrize(
    ("path", "state", "status", "at", "methods"),
    [
        ("/fine", State.FINE, 200, "/fine", ["HEAD"]),
        ("/nothing", State.GONE, 404, "/nothing", ["HEAD", "GET"]),
        ("/gone", State.GONE, 410, "/gone", ["HEAD", "GET"]),
        ("/forbidden", State.REFUSED, 403, "/forbidden", ["HEAD", "GET"]),
        ("/broken", State.BROKEN, 500, "/broken", ["HEAD", "GET"]),
        ("/closed", State.BROKEN, 503, "/closed", ["HEAD", "GET"]),
        ("/moved", State.MOVED, 200, "/fine", ["HEAD"]),
        ("/moved-twice", State.MOVED, 200, "/fine", ["HEAD"]),
        ("/elsewhere-for-now", State.FINE, 200, "/fine", ["HEAD"]),
        ("/moved-in-part", State.FINE, 200, "/fine", ["HEAD"]),
        ("/moved-to-nothing", State.GONE, 404, "/nothing", ["HEAD", "GET"]),
        ("/to-a-file", State.BROKEN, 302, "file:///etc/passwd", ["HEAD"]),
        ("/loop", State.BROKEN, 302, "/loop", ["HEAD"]),
        ("/no-head", State.FINE, 200, "/no-head", ["HEAD", "GET"]),
        ("/head-not-found", State.FINE, 200, "/head-not-found", ["HEAD", "GET"]),
        ("/head-forbidden", State.FINE, 200, "/head-forbidden", ["HEAD", "GET"]),
        ("/slow", State.UNREACHABLE, None, "/slow", ["HEAD", "GET"]),
        ("/drop", State.UNREACHABLE, None, "/drop", ["HEAD", "GET"]),
        ("/drip", State.FINE, 200, "/drip", ["HEAD"]),
        ("/huge", State.FINE, 200, "/huge", ["HEAD"]),
        ("/busy-once", State.FINE, 200, "/busy-once", ["HEAD", "HEAD"]),
        ("/busy", State.BUSY, 429, "/busy", ["HEAD"]),
        ("/busy-until", State.BUSY, 503, "/busy-until", ["HEAD"]),
    ],
)
def test_what_hosts_do(
    web: Web, host: Host, path: str, state: State, status: int | None, at: str, methods: list[str]
) -> None:
    reply = web.ask(host.url + path)
    assert (state_of(reply), reply.status) == (state, status)
    assert reply.at == (at if at.startswith("file:") else host.url + at)
    assert host.methods(path) == methods
    assert (reply.why is None) == (state is not State.UNREACHABLE and path not in ("/loop", "/to-a-file"))


def test_a_chain_without_an_end_is_left(web: Web, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.asking import conftest

    for number in range(20):
        monkeypatch.setitem(conftest.SERVED, f"/{number}", conftest.send_to(302, f"/{number + 1}"))
    assert state_of(web.ask(f"{host.url}/0")) is State.BROKEN
    assert len(host.asked) == HOPS + 1


def test_nobody_listens(web: Web) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        reply = web.ask(f"http://127.0.0.1:{bound.getsockname()[1]}/")
    assert (reply.status, reply.why, reply.connected) == (None, "no connection", False)


def test_a_host_without_an_address(web: Web) -> None:
    reply = web.ask("http://nobody.invalid/")
    assert (reply.status, reply.connected) == (None, False)


def test_no_encryption_where_it_should_be_is_told_in_words(web: Web, host: Host) -> None:
    reply = web.ask(host.url.replace("http:", "https:") + "/fine")
    assert reply.why == "its certificate or its encryption is not good"


def test_it_says_who_asks_and_asks_only_for_what_changed(web: Web, host: Host) -> None:
    assert web.ask(f"{host.url}/unchanged", {"If-None-Match": '"v1"'}).status == 304
    [headers] = host.headers("/unchanged")
    assert headers["User-Agent"] == Manners().user_agent


def test_a_body_comes_whole_or_not_at_all(web: Web, host: Host) -> None:
    assert (web.ask(f"{host.url}/fine", body=True).body or b"").startswith(b"<html>")
    assert host.methods("/fine") == ["GET"]
    assert web.ask(f"{host.url}/zipped", body=True).body == web.ask(f"{host.url}/fine", body=True).body
    huge = web.ask(f"{host.url}/huge", body=True)
    assert (huge.status, huge.body, huge.why) == (200, None, "its body is larger than 100,000 bytes")
    drip = web.ask(f"{host.url}/drip", body=True)
    cut = web.ask(f"{host.url}/cut", body=True)
    assert (cut.status, cut.body, cut.why) == (None, None, "it breaks off")
    assert (drip.body, drip.why) == (None, "its body was not there after 0 s")


def test_one_request_a_host_at_a_time_with_a_pause() -> None:
    gate, spans = Gate(0.05), []

    def work() -> None:
        with gate.to("one"):
            began = time.monotonic()
            time.sleep(0.01)
            spans.append((began, time.monotonic()))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spans.sort()
    assert all(later[0] - earlier[1] >= 0.045 for earlier, later in pairwise(spans))


def test_hosts_do_not_wait_for_each_other() -> None:
    gate = Gate(60)
    with gate.to("one"):
        pass
    began = time.monotonic()
    with gate.to("another"):
        assert time.monotonic() - began < 1


def test_a_stop_ends_every_wait() -> None:
    gate = Gate(60)
    with gate.to("one"):
        pass
    threading.Timer(0.05, gate.stop).start()
    with pytest.raises(StoppedError), gate.to("one"):
        pass


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "²"}, None),
        ({"Retry-After": "soon"}, None),
        # By its own clock: ours is not asked.
        ({"Retry-After": "Sun, 22 Nov 2026 10:00:30 GMT", "Date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 30),
        ({"Retry-After": "Sun, 22 Nov 2026 09:00:00 GMT", "Date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 0),
        ({"Retry-After": "Sun, 22 Nov 2026 10:00:30 GMT"}, None),
    ],
)
def test_how_long_a_host_wants_us_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(Reply("", 429, headers=headers)) == seconds
