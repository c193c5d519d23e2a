"""A run over all addresses: what was asked before is taken up, each answer is written at once, the file at the end.

``DATE.json`` appears at the end of a run. Until then the answers stand in ``DATE.partial``, one a line, and the same
command goes on after them. What a busy host put off is asked by the next run of the same day.
"""

import queue
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ledger.asking.addresses import AddressKind, Asked
from ledger.asking.answers import GOOD, Answer, State, as_file, as_line, from_file, from_lines
from ledger.asking.fetching import Manners, Reply, Web, is_busy
from ledger.asking.gate import Gate, StoppedError
from ledger.asking.text import text_sum

HOSTS_AT_ONCE = 8
PROBES = 5
"""How many hosts are tried before it is said that there is no network."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.json")

Told = Callable[[int, int], None]
"""Is told how many addresses are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run."""

    file: Path
    answers: tuple[Answer, ...] = ()
    not_asked: tuple[str, ...] = ()
    """Addresses that were put off, because their host is busy."""
    tried: tuple[str, ...] = ()
    """The hosts that were tried in vain where there is no network; then nothing was written."""


def run(asked: Sequence[Asked], folder: Path, date: str, manners: Manners, told: Told = lambda *_: None) -> Run:
    """Ask all addresses that have no answer of ``date`` yet, and write what they say into ``folder``.

    Answers of the newest day before go with the questions, so that a host need not send what did not change.
    """
    file, partial = folder / f"{date}.json", folder / f"{date}.partial"
    done = _read(file, from_file) | _read(partial, from_lines)
    left = [one for one in asked if one.url not in done or done[one.url].state is State.BUSY]
    before = _before(folder, date)
    gate = Gate(manners.pause)
    web = Web(manners, gate)
    asker = Asker(web, date, before)
    try:
        if left and (tried := asker.unreached(_probes(asked, before | done))):
            return Run(file, tried=tried)
        folder.mkdir(parents=True, exist_ok=True)
        with partial.open("a", encoding="utf-8", newline="\n") as kept:
            # After a line that was cut off.
            kept.write("\n")
            for answer in _all(asker, gate, left):
                kept.write(as_line(answer))
                kept.flush()
                done[answer.url] = answer
                told(len(done), len(asked))
    finally:
        web.close()
    answers = tuple(done[one.url] for one in asked if one.url in done)
    not_asked = tuple(one.url for one in asked if one.url not in done)
    _write(file, as_file(date, answers, not_asked))
    partial.unlink()
    return Run(file, answers, not_asked)


def _probes(asked: Sequence[Asked], known: Mapping[str, Answer]) -> list[Asked]:
    """Return one address each of a few hosts, of those that answered before where there are any."""
    by_host = {one.host: one for one in asked if one.url in known and known[one.url].status}
    hosts = [*(by_host or {one.host: one for one in asked}).values()]
    return hosts[:: max(1, len(hosts) // PROBES)][:PROBES]


class Asker:
    """Asks single addresses and says what their answers come to."""

    def __init__(self, web: Web, date: str, before: Mapping[str, Answer]) -> None:
        self._web, self._date, self._before = web, date, before
        self._known: dict[str, Reply] = {}

    def unreached(self, probes: Iterable[Asked]) -> tuple[str, ...]:
        """Return the hosts of the probes where none of them is reached; nothing as soon as one is."""
        for one in probes:
            reply = self._known[one.url] = self._reply(one)
            if reply.connected:
                return ()
        return tuple(one.host for one in probes)

    def ask(self, one: Asked) -> Answer:
        """Return the answer of an address."""
        reply = self._known.pop(one.url, None) or self._reply(one)
        before = self._before.get(one.url)
        state = state_of(reply)
        kept = before if before and state is State.UNCHANGED else _NOTHING
        kind = reply.headers.get("Content-Type", "")
        return Answer(
            one.url,
            one.kind.value,
            one.sources,
            state,
            before.since if before and _same(before.state, state) else self._date,
            reply.status,
            reply.at if reply.at != one.url.partition("#")[0] else None,
            reply.why,
            reply.headers.get("ETag") or kept.etag,
            reply.headers.get("Last-Modified") or kept.last_modified,
            text_sum(reply.body, kind) if reply.body is not None else kept.sha256,
            one.sha256,
        )

    def _reply(self, one: Asked) -> Reply:
        is_copy = one.kind is AddressKind.ARCHIVED
        before = self._before.get(one.url)
        # Without the sum of its text a copy must come whole.
        usable = before and before.state in GOOD and (before.sha256 or not is_copy)
        return self._web.ask(one.url, _conditions(before) if before and usable else {}, body=is_copy)


_NOTHING = Answer("", "", (), State.FINE, "")


def _conditions(before: Answer) -> dict[str, str]:
    given = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in given.items() if value}


def _same(before: State, now: State) -> bool:
    return before is now or (before in GOOD and now in GOOD)


def state_of(reply: Reply) -> State:
    """Return what a reply comes to."""
    status = reply.status
    if status is None:
        return State.UNREACHABLE
    if is_busy(reply):
        return State.BUSY
    if 200 <= status < 300:
        return State.MOVED if reply.for_good else State.FINE
    if status in _STATES:
        return _STATES[status]
    return State.REFUSED if 400 <= status < 500 else State.BROKEN


_STATES = {304: State.UNCHANGED, 404: State.GONE, 410: State.GONE}


def _all(asker: Asker, gate: Gate, asked: Sequence[Asked]) -> Iterable[Answer]:
    """Yield answers as they come, hosts side by side; a host that is busy is left alone for this run."""
    by_host: dict[str, list[Asked]] = {}
    for one in asked:
        by_host.setdefault(one.host, []).append(one)
    answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()

    def host(those: list[Asked]) -> None:
        try:
            for one in those:
                answer = asker.ask(one)
                answers.put(answer)
                if answer.state is State.BUSY:
                    break
        except StoppedError:
            pass
        finally:
            answers.put(None)

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        try:
            workers = [pool.submit(host, those) for those in by_host.values()]
            open = len(workers)
            while open:
                answer = answers.get()
                if answer is None:
                    open -= 1
                else:
                    yield answer
            for worker in workers:
                worker.result()
        finally:
            gate.stop()


def _before(folder: Path, date: str) -> dict[str, Answer]:
    """Return the answers of the newest day before ``date``."""
    days = sorted(path for path in folder.glob("*.json") if _DATE.fullmatch(path.name) and path.stem < date)
    return _read(days[-1], from_file) if days else {}


def _read(path: Path, read: Callable[[str], dict[str, Answer]]) -> dict[str, Answer]:
    return read(path.read_text("utf-8", errors="replace")) if path.exists() else {}


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(path)
