"""What README and CONTRIBUTING tell a newcomer to type and to open is there."""

import argparse
import re
from pathlib import Path

import pytest

from ledger.cli import COMMANDS, parser
from tests.helpers import ROOT

GUIDES = ("README.md", "CONTRIBUTING.md")
COMMAND = re.compile(r"build_site\.py \[?([a-z]+)\b")
PATH = re.compile(r"`((?:entries|docs|ledger|templates|overrides|schemas|tests|bench|requirements)/[\w./-]*)`")


def known() -> dict[str, argparse.ArgumentParser]:
    (actions,) = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(actions.choices)


def test_every_command_is_there() -> None:
    assert set(known()) == set(COMMANDS)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_commands_that_are_there(guide: str) -> None:
    named = set(COMMAND.findall((ROOT / guide).read_text("utf-8")))
    assert named
    assert named <= set(COMMANDS)


def test_the_readme_lists_every_command() -> None:
    assert set(COMMAND.findall((ROOT / "README.md").read_text("utf-8"))) == set(COMMANDS)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_files_that_are_there(guide: str) -> None:
    for name in PATH.findall((ROOT / guide).read_text("utf-8")):
        assert (ROOT / Path(name)).exists(), name


def test_every_option_in_the_list_is_there() -> None:
    for line in (ROOT / "README.md").read_text("utf-8").splitlines():
        if line.startswith("python build_site.py"):
            (command,) = COMMAND.findall(line)
            options = {option for action in known()[command]._actions for option in action.option_strings}
            assert set(re.findall(r"--[a-z]+", line)) <= options, line
