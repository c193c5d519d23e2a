"""A ZIM is whole, opens at the first page and can be searched; without the tools the reader is told what to do."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.publishing.zim import ZimError, write_zim
from tests.helpers import MINI, write

INSTALLED = pytest.mark.skipif(
    not all(map(shutil.which, ("zimwriterfs", "zimcheck", "zimsearch", "zimdump"))),
    reason="Debian's zim-tools are not installed (apt-get install zim-tools)",
)


@INSTALLED
def test_it_passes_its_check_and_can_be_searched(bag: Path, tmp_path: Path) -> None:
    made = tmp_path / "x.zim"
    write_zim(bag, made, "In Exchange", "in-exchange", "whole")
    found = subprocess.run(["zimsearch", str(made), "oslo"], capture_output=True, text=True, check=True).stdout
    assert "Coal to China, rice back - In Exchange" in found
    facts = subprocess.run(["zimdump", "info", str(made)], capture_output=True, text=True, check=True).stdout
    assert "main page: index.html" in facts
    assert "Illustration_48x48" in facts


@INSTALLED
def test_a_fault_is_told_in_the_words_of_the_tool(bag: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(bag, tmp_path / "bag")
    write(folder, {"extra.html": '<title>x</title><a href="nowhere.html">x</a>'})
    with pytest.raises(ZimError, match=r"zimcheck failed(.|\n)*nowhere"):
        write_zim(folder, tmp_path / "x.zim", "In Exchange", "in-exchange")


@INSTALLED
def test_it_stands_beside_the_zip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["bundle", "--entries", str(MINI), "--out", str(out), "--subset", "year=2023", "--zim"]
    assert main(arguments) == 0
    name = "in-exchange-2026-11-21-year-2023"
    assert sorted(path.name for path in out.iterdir()) == [
        ".work",
        f"{name}.zim",
        f"{name}.zip",
        "year-2023",
    ]
    assert f"{name}.zim, " in capsys.readouterr().out


def test_without_the_tools_it_says_how_to_get_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["bundle", "--entries", str(MINI), "--out", str(tmp_path / "out"), "--zim"]) == 2
    printed = capsys.readouterr()
    assert printed.err == (
        "a ZIM needs zimwriterfs and zimcheck: on Debian or Ubuntu run apt-get install zim-tools, "
        "elsewhere see https://github.com/openzim/zim-tools\n"
    )
    assert not (tmp_path / "out").exists()
