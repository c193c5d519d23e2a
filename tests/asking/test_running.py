"""A run: everything is asked once, politely; what was answered is kept, and used by the next."""

import json
import socket
import time
from itertools import pairwise
from pathlib import Path

import pytest

from ledger.asking.addresses import AddressKind, Asked
from ledger.asking.answers import Answer, State
from ledger.asking.fetching import Manners, Web
from ledger.asking.gate import Gate
from ledger.asking.running import Asker, run
from ledger.asking.text import text_sum
from tests.asking.conftest import PAGE, QUICK, Host, serving

TEXT = text_sum(PAGE.encode(), "text/html")


def original(host: Host, *paths: str) -> list[Asked]:
    return [Asked(host.url + path, AddressKind.ORIGINAL, ("a-source",)) for path in paths]


def kept(host: Host, path: str, sha256: str | None) -> list[Asked]:
    return [Asked(host.url + path, AddressKind.ARCHIVED, ("a-source",), sha256)]


def states(answers: tuple[Answer, ...]) -> list[State]:
    return [answer.state for answer in answers]


def test_a_run_writes_what_it_found(host: Host, tmp_path: Path) -> None:
    result = run(original(host, "/fine", "/gone", "/moved"), tmp_path / "links", "2026-11-22", QUICK)
    assert states(result.answers) == [State.FINE, State.GONE, State.MOVED]
    assert [path.name for path in (tmp_path / "links").iterdir()] == ["2026-11-22.json"]
    whole = json.loads(result.file.read_text("utf-8"))
    assert (whole["date"], whole["not_asked"]) == ("2026-11-22", [])
    assert whole["answers"][2] == {
        "url": f"{host.url}/moved",
        "kind": "original",
        "sources": ["a-source"],
        "state": "moved",
        "since": "2026-11-22",
        "status": 200,
        "at": f"{host.url}/fine",
    }


def test_the_next_run_asks_only_for_what_changed(host: Host, tmp_path: Path) -> None:
    asked = original(host, "/unchanged", "/gone") + kept(host, "/unchanged?copy", None)
    first = run(asked, tmp_path, "2026-11-22", QUICK)
    second = run(asked, tmp_path, "2026-11-29", QUICK)
    third = run(asked, tmp_path, "2026-12-06", QUICK)
    assert states(first.answers) == [State.FINE, State.GONE, State.FINE]
    assert states(third.answers) == states(second.answers) == [State.UNCHANGED, State.GONE, State.UNCHANGED]
    # What was known of it is still known, and since when it is so.
    assert [one.since for one in third.answers] == ["2026-11-22"] * 3
    assert third.answers[2].sha256 == first.answers[2].sha256 == text_sum(b"Text", "text/html")
    assert [headers.get("If-None-Match") for headers in host.headers("/gone")] == [None] * 6


def test_a_day_that_was_asked_is_not_asked_again(host: Host, tmp_path: Path) -> None:
    run(original(host, "/fine"), tmp_path, "2026-11-22", QUICK)
    number = len(host.asked)
    again = run(original(host, "/fine"), tmp_path, "2026-11-22", QUICK)
    assert (states(again.answers), len(host.asked)) == ([State.FINE], number)


@pytest.mark.parametrize("rest", ["", '{"url": "http', '{"url": "x"}', "[]\n"])
def test_a_run_that_was_ended_goes_on(host: Host, tmp_path: Path, rest: str) -> None:
    asked = original(host, "/fine", "/gone", "/moved")

    class EndedError(Exception):
        """The run is ended from outside."""

    def end(done: int, of: int) -> None:
        if done == 2:
            raise EndedError

    with pytest.raises(EndedError):
        run(asked, tmp_path, "2026-11-22", QUICK, end)
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-22.partial"]
    with (tmp_path / "2026-11-22.partial").open("a") as partial:
        partial.write(rest)
    result = run(asked, tmp_path, "2026-11-22", QUICK)
    assert states(result.answers) == [State.FINE, State.GONE, State.MOVED]
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-22.json"]


def test_a_busy_host_is_left_alone_and_asked_later(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.asking import conftest

    asked = original(host, "/busy", "/fine")
    with serving() as other:
        result = run([*asked, *original(other, "/fine")], tmp_path, "2026-11-22", QUICK)
        assert states(result.answers) == [State.BUSY, State.FINE]
    assert result.not_asked == (f"{host.url}/fine",)
    assert json.loads(result.file.read_text("utf-8"))["not_asked"] == [f"{host.url}/fine"]
    monkeypatch.setitem(conftest.SERVED, "/busy", conftest.answer(200))
    assert states(run(asked, tmp_path, "2026-11-22", QUICK).answers) == [State.FINE, State.FINE]


def test_a_host_has_one_request_at_a_time_with_a_pause(host: Host, tmp_path: Path) -> None:
    manners = Manners(pause=0.05, connect=2, read=2)
    run(original(host, *(f"/fine?{number}" for number in range(5))), tmp_path, "2026-11-22", manners)
    # The server notes when it was done after the answer has gone out: on a busy machine a moment after it was read.
    ends = time.monotonic() + 10
    while len(host.times) < 5 and time.monotonic() < ends:
        time.sleep(0.01)
    spans = sorted(host.times)
    assert len(spans) == 5
    # The answer is read a moment after the server has sent it, so the pause seems no shorter from there.
    assert all(later[0] - earlier[1] >= 0.045 for earlier, later in pairwise(spans))


def test_without_a_network_nothing_is_written(tmp_path: Path) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        dead = Host(f"http://127.0.0.1:{bound.getsockname()[1]}")
        result = run(original(dead, "/a", "/b"), tmp_path / "links", "2026-11-22", QUICK)
    assert result.tried == (dead.url.removeprefix("http://"),)
    assert not (tmp_path / "links").exists()


def test_one_dead_host_is_no_missing_network(host: Host, tmp_path: Path) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        dead = Host(f"http://127.0.0.1:{bound.getsockname()[1]}")
        asked = original(dead, "/a") + original(host, "/fine")
        result = run(asked, tmp_path, "2026-11-22", QUICK)
    assert states(result.answers) == [State.UNREACHABLE, State.FINE]
    # The next run tries a host that answered before.
    later = run(asked, tmp_path, "2026-11-29", QUICK)
    assert states(later.answers) == [State.UNREACHABLE, State.FINE]


@pytest.mark.parametrize(
    ("path", "recorded", "sum", "differs"),
    [
        ("/fine", TEXT, TEXT, False),
        ("/zipped", "0" * 64, TEXT, True),
        ("/fine", None, TEXT, False),
        ("/huge", TEXT, None, False),
        ("/gone", TEXT, None, False),
    ],
)
def test_the_text_of_an_archived_copy_is_compared(
    host: Host, tmp_path: Path, path: str, recorded: str | None, sum: str | None, differs: bool
) -> None:
    [answer] = run(kept(host, path, recorded), tmp_path, "2026-11-22", QUICK).answers
    assert (answer.sha256, answer.recorded, answer.differs) == (sum, recorded, differs)


def test_a_copy_whose_text_is_not_known_yet_comes_whole(host: Host, tmp_path: Path) -> None:
    """It was asked as another kind before, so that it would say that nothing changed."""
    run(original(host, "/unchanged"), tmp_path, "2026-11-22", QUICK)
    [answer] = run(kept(host, "/unchanged", None), tmp_path, "2026-11-29", QUICK).answers
    assert (answer.state, answer.sha256) == (State.FINE, text_sum(b"Text", "text/html"))


def test_a_file_of_results_that_cannot_be_read_is_passed_over(host: Host, tmp_path: Path) -> None:
    for name, text in {
        "2026-11-01.json": "{",
        "2026-11-02.json": '{"answers": [{"url": 1}]}',
        "notes.json": "[]",
    }.items():
        (tmp_path / name).write_text(text)
    assert states(run(original(host, "/fine"), tmp_path, "2026-11-22", QUICK).answers) == [State.FINE]


def test_an_error_of_the_program_ends_the_run(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not wait for ever for answers that nobody gives."""

    def fail(*_: object) -> Answer:
        raise AssertionError

    monkeypatch.setattr(Asker, "ask", fail)
    with pytest.raises(AssertionError):
        run(original(host, "/fine"), tmp_path, "2026-11-22", QUICK)


def test_no_answer_of_a_probe_is_asked_for_twice(host: Host) -> None:
    web = Web(QUICK, Gate(0))
    asker = Asker(web, "2026-11-22", {})
    [one] = original(host, "/fine")
    assert asker.unreached([one]) == ()
    asker.ask(one)
    web.close()
    assert host.methods("/fine") == ["HEAD"]
