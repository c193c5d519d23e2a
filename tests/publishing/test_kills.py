"""A build, a bundle or a preview that is killed, or that the disk fails, leaves what stood there before, whole.

In the suite a few random moments and calls are tried; ``LEDGER_LONG=1`` tries 50 moments and 25 calls in each way.
"""

import os
import random
import shutil
import signal
import socket
import time
import urllib.request
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from ledger.publishing.building import build
from ledger.publishing.bundling import Bundled
from tests.helpers import MINI, write
from tests.publishing.zygote import LONG, WAYS, Ended, Zygote, in_session

Files = dict[str, bytes]


def files(folder: Path) -> Files:
    """Return every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Ledgers:
    """Two ledgers, of which each has pages that the other does not have, and their sites when nothing is kept."""

    entries: tuple[Path, Path]
    sites: tuple[Files, Files]


@pytest.fixture(scope="session")
def two(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Ledgers:
    folder = tmp_path_factory.mktemp("two")
    edited = shutil.copytree(MINI, folder / "edited" / "entries", copy_function=shutil.copyfile)
    entry = edited / "transactions/2023-tea-shipment.yaml"
    entry.rename(entry.with_name("2023-tea-again.yaml"))
    for path in edited.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("2023-tea-shipment", "2023-tea-again"), "utf-8")
    built = build(edited, folder / "out")
    assert not built.problems, built.problems
    one, other = files(site), files(built.site)
    assert one.keys() - other.keys()
    assert other.keys() - one.keys()
    return Ledgers((MINI, edited), (one, other))


@pytest.fixture(scope="session")
def shared(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which builds go that are killed, one after the other."""
    return shutil.copytree(site.parent, tmp_path_factory.mktemp("shared") / "out")


@pytest.fixture(scope="session")
def calls(zygote: Zygote, two: Ledgers, shared: Path) -> int:
    """How many calls a build makes that changes one ledger into the other."""
    _mend(zygote, two, 0, shared)
    ended = zygote.run(shared, *_command(two.entries[1]), alone=True)
    assert (ended.status, files(shared / "site")) == (0, two.sites[1])
    assert ended.calls > 50
    return ended.calls


def _command(entries: Path, name: str = "build") -> tuple[str, ...]:
    return (name, "--entries", str(entries))


def _kill_after(zygote: Zygote, seconds: float, pid: int) -> Ended:
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        # Only the first: the others must end by themselves.
        os.kill(pid, signal.SIGKILL)
    ended = zygote.end()
    for _ in range(100):
        if not in_session(pid):
            break
        time.sleep(0.02)
    assert in_session(pid) == []
    return ended


def _mend(zygote: Zygote, two: Ledgers, target: int, out: Path) -> None:
    """Build again after a build that did not end well, and see that its site is the one."""
    ended = zygote.run(out, *_command(two.entries[target]))
    assert ended.status == 0, ended.printed
    assert files(out / "site") == two.sites[target]


def test_killed_at_random_moments(zygote: Zygote, two: Ledgers, shared: Path) -> None:
    seed = random.Random(9)
    began = time.monotonic()
    _mend(zygote, two, 1, shared)
    whole = time.monotonic() - began
    cut = 0
    for number in range(50 * LONG or 2):
        target = number % 2
        if number % 10 == 3:
            shutil.rmtree(shared / ".work")
        pid = zygote.start(shared, *_command(two.entries[target]))
        cut += _kill_after(zygote, seed.uniform(0, 1.1) * whole, pid).status == -signal.SIGKILL
        assert files(shared / "site") in two.sites, number
        _mend(zygote, two, target, shared)
    print(f"{cut} killed within {whole:.2f} s")
    assert cut


@pytest.mark.parametrize("way", WAYS)
def test_at_calls_of_a_whole_build(way: str, calls: int, zygote: Zygote, two: Ledgers, shared: Path) -> None:
    tried = random.Random(f"{way} {LONG}").sample(range(1, calls + 1), min(25 * LONG or 1, calls))
    for at in tried:
        target = int(files(shared / "site") == two.sites[0])
        ended = zygote.run(shared, *_command(two.entries[target]), at=at, way=way)
        assert files(shared / "site") in two.sites, at
        if way in ("full", "readonly"):
            _assert_told(ended, way, files(shared / "site") == two.sites[target])
        _mend(zygote, two, target, shared)
    print(f"{len(tried)} of {calls} calls")


def _assert_told(ended: Ended, way: str, done: bool) -> None:
    assert "Traceback" not in ended.printed
    if ended.status == 2:
        words = "No space left on device" if way == "full" else "Read-only file system"
        assert words in ended.printed
        assert ended.printed.endswith("; what stood there before is whole\n")
    else:
        # It failed where nothing needs it: at what is kept for the next build.
        assert (ended.status, done) == (0, True), ended.printed


def test_a_file_too_large_for_the_disk(zygote: Zygote, two: Ledgers, shared: Path) -> None:
    """The system itself refuses to write on, in the middle of a file and in another process."""
    _mend(zygote, two, 0, shared)
    ended = zygote.run(shared, *_command(two.entries[1]), limit=40_000)
    assert ended.status == 2, ended.printed
    assert "File too large; what stood there before is whole" in ended.printed
    assert "Traceback" not in ended.printed
    assert files(shared / "site") == two.sites[0]
    _mend(zygote, two, 1, shared)


@pytest.fixture
def bags(bundled: Bundled, tmp_path: Path) -> tuple[Path, bytes]:
    """A folder with the bag of a ledger, and its bytes."""
    out = shutil.copytree(bundled.zip.parent, tmp_path / "out")
    return out / bundled.zip.name, bundled.zip.read_bytes()


def test_a_bag_is_whole_or_not_there(bags: tuple[Path, bytes], two: Ledgers, zygote: Zygote) -> None:
    made, old = bags
    out, seed = made.parent, random.Random(8)
    began = time.monotonic()
    assert zygote.run(out, *_command(two.entries[1], "bundle")).status == 0
    whole, new = time.monotonic() - began, made.read_bytes()
    assert new != old
    left = 0
    for number in range(50 * LONG or 2):
        if number % 3 == 1:
            made.unlink(missing_ok=True)
        pid = zygote.start(out, *_command(two.entries[number % 2], "bundle"))
        _kill_after(zygote, seed.uniform(0.2, 1.0) * whole, pid)
        left += any(out.glob(".bag-*"))
        assert not made.exists() or made.read_bytes() in (old, new)
    ended = zygote.run(out, *_command(two.entries[0], "bundle"))
    assert (ended.status, made.read_bytes()) == (0, old), ended.printed
    assert sorted(path.name for path in out.iterdir()) == [".work", made.name, "pages", "site"]
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
    print(f"{left} left something")


def test_what_writes_a_zim_ends_with_the_bundle(bags: tuple[Path, bytes], two: Ledgers, zygote: Zygote) -> None:
    made, old = bags
    tools = write(made.parent.parent / "tools", {"zimcheck": "#!/bin/sh\n", "zimwriterfs": SLOW})
    for tool in tools.iterdir():
        tool.chmod(0o755)
    environment = {"PATH": f"{tools}:/usr/bin:/bin"}
    pid = zygote.start(made.parent, *_command(two.entries[0], "bundle"), "--zim", environment=environment)
    _until(lambda: any(made.parent.glob(".bag-*/*.zim")))
    _kill_after(zygote, 0, pid)
    assert [path.name for path in made.parent.glob("*.z*")] == [made.name]
    assert made.read_bytes() == old


SLOW = '#!/bin/sh\nfor last; do :; done\nprintf half > "$last"\nexec sleep 600\n'


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL, *[signal.SIGTERM] * bool(LONG)])
def test_a_preview_that_is_ended(sent: int, two: Ledgers, zygote: Zygote, shared: Path, tmp_path: Path) -> None:
    entries = shutil.copytree(MINI, tmp_path / "entries", copy_function=shutil.copyfile)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pid = zygote.start(shared, *_command(entries, "serve"), "--port", str(port))
    _until(lambda: _answers(port))
    for path in entries.rglob("*.yaml"):
        path.unlink()
    shutil.copytree(two.entries[1], entries, copy_function=shutil.copyfile, dirs_exist_ok=True)
    time.sleep(random.Random(sent).uniform(0.6, 2))
    os.kill(pid, sent)
    _until(lambda: not in_session(pid))
    ended = zygote.end()
    assert ended.status == (0 if sent == signal.SIGINT else -sent), ended.printed
    assert "Traceback" not in ended.printed
    assert files(shared / "site") in two.sites
    _mend(zygote, two, 1, shared)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/index.html", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
