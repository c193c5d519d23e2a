"""The command: 0 whatever was found, plain words, and 2 where nothing could be asked."""

import socket
from pathlib import Path

import pytest

from ledger import cli
from ledger.asking.addresses import AddressKind, Asked
from ledger.cli import links as command
from tests.asking.conftest import Host
from tests.helpers import MINI

Printed = pytest.CaptureFixture[str]


def links(monkeypatch: pytest.MonkeyPatch, out: Path, url: str, *more: str) -> int:
    """Run the command over one address; no entry may have one on this machine."""
    asked = [Asked(url, AddressKind.ORIGINAL, ("a-source",))]
    monkeypatch.setattr(command, "addresses", lambda ledger, archived: asked)
    arguments = ("--date", "2026-11-22", "--pause", "0", *more)
    return cli.main(["links", "--entries", str(MINI), "--out", str(out), *arguments])


def test_what_is_gone_is_no_fault(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    assert links(monkeypatch, tmp_path, f"{host.url}/gone", "--contact", "+https://ledger.example/") == 0
    out = capsys.readouterr().out
    assert f"gone (410), since 2026-11-22: {host.url}/gone (a-source)" in out
    assert (tmp_path / "links" / "2026-11-22.json").is_file()
    assert all(one["User-Agent"].endswith(" +https://ledger.example/") for one in host.headers("/gone"))


def test_no_network_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        assert links(monkeypatch, tmp_path, f"http://127.0.0.1:{port}/") == 2
    assert capsys.readouterr().err == (
        f"there is no network: none of 127.0.0.1:{port} was reached; nothing was written\n"
    )


def test_an_end_from_the_keyboard_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", ended)
    assert links(monkeypatch, tmp_path, "http://127.0.0.1/") == 130
    assert "the same command on the same day goes on" in capsys.readouterr().err


def test_entries_without_an_address(tmp_path: Path, capsys: Printed) -> None:
    assert cli.main(["links", "--entries", str(tmp_path)]) == 2
    assert "has an address" in capsys.readouterr().err


def test_a_day_is_a_day(tmp_path: Path, capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        cli.main(["links", "--date", "2026-11-31", "--out", str(tmp_path)])
    assert '"2026-11-31" is no day' in capsys.readouterr().err
