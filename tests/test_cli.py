"""The command line: exit statuses for scripts, formats for machines, explanations for people."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.checking import CODES
from ledger.cli import main
from tests.helpers import BAD, MINI, ROOT, mini_files, write

TRAP = BAD / "unknown-source"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit status and what was printed on the two streams."""
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_entries_without_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed on the stream that machines read."""
    status, out, _ = run(capsys, "check", "--entries", str(MINI))
    assert (status, out) == (0, "")


def test_entries_with_a_problem(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TRAP)
    status, out, _ = run(capsys, "check")
    assert (status, out) == (1, (TRAP / "expected.txt").read_text("utf-8"))


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = run(capsys, "check", "--entries", str(tmp_path / "entires"))
    assert status == 1
    assert "E006" in out


def test_the_format_of_github(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TRAP)
    status, out, _ = run(capsys, "check", "--format", "github")
    assert status == 1
    assert out.splitlines()[0] == (
        "::error file=entries/transactions/2024-coal-to-china.yaml,line=9,col=72,title=E203::"
        'unknown source "gazete-2024" (did you mean "gazette-2024"?)'
    )


def test_the_format_of_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TRAP)
    status, out, _ = run(capsys, "check", "--format", "json")
    assert status == 1
    assert json.loads(out)[0]["code"] == "E203"
    status, out, _ = run(capsys, "check", "--format", "json", "--entries", str(MINI))
    assert (status, json.loads(out)) == (0, [])


def test_a_format_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "--format", "xml")
    assert (status, out) == (2, "")
    assert "github" in err


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["entries/actors"], {"a", "b"}),
        (["entries/actors/"], {"a", "b"}),
        (["entries/actors/a.yaml"], {"a"}),
        (["entries/actors/a.yaml", "entries/places/c.yaml"], {"a", "c"}),
        (["./entries/places/../actors/a.yaml"], {"a"}),
        (["entries/countries"], set()),
        (["entries"], {"a", "b", "c"}),
        (["."], {"a", "b", "c"}),
        ([], {"a", "b", "c"}),
    ],
)
def test_only_the_problems_of_some_paths(
    paths: list[str],
    names: set[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before a commit the whole ledger is read, for ids need it, and the files of the commit are shown."""
    files = {"actors/a.yaml": "", "actors/b.yaml": "", "places/c.yaml": "", "countries/NO.yaml": "name: Norway\n"}
    write(tmp_path / "entries", files)
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capsys, "check", *paths)
    assert {line.partition(".yaml:")[0][-1] for line in out.splitlines()} == names
    assert status == (1 if names else 0)


def test_a_path_is_not_the_beginning_of_a_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``entries/source`` must not show what is in ``entries/sources``; nor may it look like success."""
    monkeypatch.chdir(BAD / "bad-date")
    status, out, _ = run(capsys, "check", "entries/source")
    assert out == ""
    assert status != 0


def test_the_way_from_elsewhere(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """From another folder the whole path is printed, so that a terminal can still open it."""
    monkeypatch.chdir("/")
    status, out, _ = run(capsys, "check", "--entries", str(TRAP / "entries"), str(TRAP / "entries" / "transactions"))
    assert status == 1
    assert all((TRAP / "entries").as_posix().lstrip("/") in line for line in out.splitlines())


@pytest.mark.parametrize("code", ["E203", "e203", "E307"])
def test_a_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "explain", code)
    assert (status, err) == (0, "")
    known = CODES[code.upper()]
    parts = [
        f"{known.name}  {known.title}\n",
        *(why.split()[0] for why in known.why),
        "This fails:\n",
        "This passes:\n",
    ]
    assert sorted(parts, key=out.index) == parts
    assert all(line.strip() in out for example in known.examples.values() for line in example.splitlines())


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", code)[0] == 0


@pytest.mark.parametrize("code", ["E999", "", "203", "x y"])
def test_an_unknown_code(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "explain", code)
    assert (status, out) == (2, "")
    assert "E203" in err


@pytest.mark.parametrize("arguments", [["chekc"], ["explain"], ["check", "--entires", "x"]])
def test_what_it_does_not_know_is_an_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert "usage" in err


def test_the_script_gives_the_status_to_the_shell() -> None:
    command = [sys.executable, str(ROOT / "build_site.py"), "check"]
    done = subprocess.run(command, cwd=TRAP, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, (TRAP / "expected.txt").read_bytes())


def test_hangul_can_be_printed_where_the_system_says_ascii(tmp_path: Path) -> None:
    """A log without a locale must not end the check with an error of its own."""
    write(tmp_path / "entries", {"actors/한빛.yaml": "", "actors/a.yaml": "name: A\nkind: 신문\n"})
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PATH": os.environ["PATH"]}
    command = [sys.executable, str(ROOT / "build_site.py"), "check"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.returncode == 1


def test_a_review_of_two_folders(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    head = write(tmp_path, mini_files() | {"actors/new-trading.yaml": "name: New Trading\nkind: company\n"})
    status, out, _ = run(capsys, "review", str(MINI), str(head), "--site", "build/site")
    assert status == 0
    assert "[`actors/new-trading.html`](build/site/actors/new-trading.html)" in out
    (tmp_path / "actors" / "new-trading.yaml").write_text("kind: nonsense\n", "utf-8")
    status, out, _ = run(capsys, "review", str(MINI), str(head), "--format", "json")
    assert (status, json.loads(out)["two_approvals"]) == (1, True)
    assert {problem["mark"]["path"] for problem in json.loads(out)["errors"]} == {"actors/new-trading.yaml"}


def test_an_address_that_could_break_a_review(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "review", str(MINI), str(MINI), "--files", "x) ![](https://evil.example")
    assert (status, out) == (2, "")
    assert "cannot stand in front of a path" in err
