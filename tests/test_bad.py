"""Every trap in a file is refused at its place, in words that say what to do.

Each folder below ``tests/bad`` is a small tree of entries with one kind of trap, and beside it the complete list of
what ``check`` prints. The whole list is compared: a trap that breaks out into a crowd of problems is as bad as one
that is missed.
"""

import re
from pathlib import Path

import pytest

from ledger.cli import main
from tests.helpers import BAD, Golden

TRAPS = sorted(path.name for path in BAD.iterdir())

JARGON = re.compile(
    r"\b(?:tuple|dictionary|validation|instance of|input should|should match pattern|keyword argument|token|stream"
    r"|did not find|could not find)\b"
)


@pytest.mark.parametrize("trap", TRAPS)
def test_trap(trap: str, golden: Golden, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(BAD / trap)
    status = main(["check"])
    golden(capsys.readouterr().out, BAD / trap / "expected.txt")
    assert status == 1


@pytest.mark.parametrize("trap", TRAPS)
def test_messages_speak_to_who_writes_entries(trap: str) -> None:
    """Words of Python and of YAML's parser tell an editor nothing about what to do."""
    printed = (BAD / trap / "expected.txt").read_text("utf-8").splitlines()
    assert [line for line in printed if JARGON.search(line)] == []


def test_nothing_else_stands_in_the_folder_of_traps() -> None:
    """A file beside the trees would look like a test and be none."""
    for trap in TRAPS:
        assert sorted(path.name for path in Path(BAD / trap).iterdir()) == ["entries", "expected.txt"]
