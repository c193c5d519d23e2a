"""New records from the command line: with flags, on a terminal, and from a filled form."""

import os
import pty
import re
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.model.kinds import KINDS
from tests.drafting.test_forms import REPORT, markdown
from tests.helpers import MINI, ROOT, files_of
from tests.test_cli import run

NO_INPUT = ("--day", "2026-11-22", "--no-input")


@pytest.fixture
def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINI, tmp_path / "entries")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "entries"


NEW = {
    "transaction": ("Grain by night", "--source", "https://gazette.example/2025/01/02/grain"),
    "source": ("https://gazette.example/2025/01/02/grain",),
    "actor": ("Morgenpost", "--kind", "publisher"),
    "place": ("Example Quay",),
    "country": ("--id", "SE"),
    "commodity": ("Tea",),
    "resolution": ("S/RES/2397 (2017)",),
    "series": ("Tea by year",),
}


def test_every_kind_is_tried() -> None:
    assert set(NEW) == {kind.one for kind in KINDS.values()}


@pytest.mark.parametrize("kind", NEW)
def test_a_new_file_lacks_nothing_but_what_it_says(
    kind: str, entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(entries)
    status, out, _ = run(capsys, "new", kind, *NEW[kind], *NO_INPUT)
    assert status == 0
    after = files_of(entries)
    added = set(after) - set(before)
    assert added
    assert {name: after[name] for name in before} == before
    status, found, _ = run(capsys, "check")
    problems = [line for line in found.splitlines() if not re.search(r": W\d", line)]
    assert all(" E212 " in line for line in problems), found
    assert sorted(line.strip() for line in out.splitlines() if " E212 " in line) == sorted(problems)


def test_a_short_file_has_no_notes_on_its_fields(entries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("Morgenpost", "--kind", "publisher", "--short")
    assert run(capsys, "new", "actor", *given, *NO_INPUT)[0] == 0
    assert (entries / "actors/morgenpost.yaml").read_text("utf-8") == "name: Morgenpost\nkind: publisher\n"


def test_an_item_of_a_list_is_set_by_its_number(entries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--id", "a-1", "--short", "--set", "copies.0.host=daily.example")
    assert run(capsys, "new", "source", *given, *NO_INPUT)[0] == 0
    assert "copies:\n  - host: daily.example\n" in (entries / "sources/a-1.yaml").read_text("utf-8")


def test_nothing_is_written_twice(entries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "new", "actor", "Morgenpost", *NO_INPUT)[0] == 0
    before = files_of(entries)
    status, _, err = run(capsys, "new", "actor", "Morgenpost", *NO_INPUT)
    assert status == 2
    assert "entries/actors/morgenpost.yaml; if yours is another" in err
    status, _, err = run(capsys, "new", "actor", "Morgenpost", "--same-name", "--id", "morgenpost", *NO_INPUT)
    assert (status, "exists" in err) == (2, True)
    status, _, err = run(capsys, "new", "source", NEW["source"][0].replace("2025/01/02/grain", "x"), *NO_INPUT)
    assert status == 0
    status, _, err = run(capsys, "new", "source", "https://gazette.example/x#y", *NO_INPUT)
    assert (status, "that address is there" in err) == (2, True)
    assert {name: data for name, data in files_of(entries).items() if name in before} == before


def test_names_that_are_near_are_told(entries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "new", "actor", "Hanbit Dayly", *NO_INPUT)
    assert (status, err) == (0, "perhaps it is there: Hanbit Daily (hanbit-daily)\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("actor", "A", "--kind", "paper"), 'is not a word of "kind"'),
        (("actor", "A", "--set", "kind"), "write PATH=TEXT"),
        (("actor", "한빛"), "give --id"),
        (("actor", "A", "--id", "../../x"), "is not an id of actors"),
        (("transaction", "A", "--source", "gazete-2024"), 'did you mean "gazette-2024"?'),
        (("transaction", "A", "--day", "tomorrow"), "invalid"),
        (("paper",), "invalid choice"),
    ],
)
def test_what_is_refused(
    arguments: tuple[str, ...], says: str, entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(entries)
    status, _, err = run(capsys, "new", *arguments, "--no-input")
    assert status == 2
    assert says in err
    assert files_of(entries) == before


def test_no_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "new", "actor", "A", "--entries", str(tmp_path / "no"), *NO_INPUT)
    assert (status, "no such folder" in err) == (2, True)


def test_the_flags_are_explained_in_the_words_of_the_model(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "new", "actor", "--help")
    assert "Where it belongs; a vessel's flag." in " ".join(out.split())
    assert "person, company, agency" in " ".join(out.split())


def test_a_filled_form(entries: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "form.md").write_text(markdown("report", REPORT), "utf-8")
    status, out, _ = run(capsys, "draft", "form.md", "--day", "2026-11-22")
    assert status == 0
    assert "entries/transactions/2024-grain-night.yaml: written" in out
    assert (entries / "transactions/2024-grain-night.yaml").exists()


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe" * 100, b"x" * 1_000_000])
def test_a_file_that_is_no_form(data: bytes, entries: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "form.md").write_bytes(data)
    before = files_of(entries)
    assert run(capsys, "draft", "form.md")[0] == 2
    assert run(capsys, "draft", "nothing.md")[0] == 2
    assert run(capsys, "draft", ".")[0] == 2
    assert files_of(entries) == before


def _on_a_terminal(entries: Path, answers: list[bytes], *arguments: str) -> tuple[int, str]:
    """Run the program on a terminal of its own; return the exit status and what was on it."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(entries.parent)
        os.execv(sys.executable, [sys.executable, str(ROOT / "build_site.py"), *arguments])
    shown, seen, ends = b"", 0, time.monotonic() + 60
    last = b""
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 2)[0]:
            # A Ctrl-C between the prompt and the reading is held back by Python until the next key: press it again.
            os.write(terminal, last if last == b"\x03" else b"")
            continue
        try:
            shown += os.read(terminal, 65_536)
        except OSError:
            break
        if shown.endswith(b"> ") and len(shown) > seen:
            seen = len(shown)
            last = answers.pop(0) if answers else b"\x04"
            os.write(terminal, last)
    if time.monotonic() >= ends:
        os.kill(pid, signal.SIGKILL)
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode().replace("\r\n", "\n")


def test_it_asks_on_a_terminal(entries: Path) -> None:
    answers = [b"\n", b"paper\n", b"8\n", b"Norway\n", b"\x04"]
    status, shown = _on_a_terminal(entries, answers, "new", "actor", "Morgenpost")
    assert status == 0, shown
    assert "name [Morgenpost] > " in shown
    assert '"paper" is not a word of "kind"' in shown
    text = (entries / "actors/morgenpost.yaml").read_text("utf-8")
    assert "\nkind: publisher\n" in text
    assert "\ncountry: NO\n" in text


def test_nothing_is_written_where_it_is_stopped(entries: Path) -> None:
    before = files_of(entries)
    status, shown = _on_a_terminal(entries, [b"\n", b"\x03"], "new", "actor", "Morgenpost")
    assert (status, "stopped; nothing was written" in shown) == (130, True)
    assert files_of(entries) == before


def test_a_record_that_is_there_is_not_drafted(entries: Path) -> None:
    status, shown = _on_a_terminal(entries, [b"\n", b"1\n"], "new", "actor", "Gazette")
    assert status == 2
    assert "it is there: entries/actors/gazette.yaml; nothing was written" in shown


def test_the_command_does_not_ask_without_a_terminal(entries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("it asked"))
    assert main(["new", "actor", "Morgenpost"]) == 0
