"""The three formats say the same, and none can be broken out of by what an entry says."""

import json

import pytest

from ledger.problems.formats import FORMATS, as_github, as_json, as_text
from ledger.problems.problem import Mark, Problem

PLAIN = Problem(Mark("entries/actors/x.yaml", 3, 5), "E201", 'there is no field "y"')
NASTY = Problem(Mark("entries/a,b:c%.yaml", 1, 2), "E211", "100%\n::error::x\r, 한: <b>")


def test_text_is_one_line_a_problem() -> None:
    assert as_text([PLAIN, PLAIN]) == 'entries/actors/x.yaml:3:5: E201 there is no field "y"\n' * 2


def test_github_gets_a_workflow_command() -> None:
    wanted = '::error file=entries/actors/x.yaml,line=3,col=5,title=E201::there is no field "y"\n'
    assert as_github([PLAIN]) == wanted


def test_github_commands_cannot_be_forged() -> None:
    """A line feed in a message would begin a second command; a comma in a path a second attribute."""
    wanted = "::error file=entries/a%2Cb%3Ac%25.yaml,line=1,col=2,title=E211::100%25\\n::error::x\\r, 한: <b>\n"
    assert as_github([NASTY]) == wanted


def test_json_gives_every_part_under_its_name() -> None:
    assert json.loads(as_json([PLAIN, NASTY]))[1] == {
        "path": "entries/a,b:c%.yaml", "line": 1, "column": 2, "code": "E211", "message": NASTY.message,
    }  # fmt: skip


def test_json_of_nothing_is_a_list() -> None:
    """A program that reads it need not treat success apart."""
    assert json.loads(as_json([])) == []


@pytest.mark.parametrize("name", ["text", "github"])
def test_nothing_wrong_prints_nothing(name: str) -> None:
    assert FORMATS[name]([]) == ""
