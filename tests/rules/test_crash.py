"""A rule that fails is a problem with its name; the others go on."""

from collections.abc import Iterator

from ledger.checking import Checked
from ledger.problems.code import Code
from ledger.resolving.ledger import Ledger
from ledger.rules import findings
from ledger.rules.rule import Finding, Rule


def works(ledger: Ledger) -> Iterator[Finding]:
    yield Finding("actors", "gazette", ("name",), "found", key=True)


def breaks(ledger: Ledger) -> Iterator[Finding]:
    yield Finding("actors", "gazette", ("kind",), "before")
    raise KeyError("a\nb")


def astray(ledger: Ledger) -> Iterator[Finding]:
    yield Finding("actors", "nobody", (), "in a record that is not there")


def rule(name: str, check: object) -> Rule:
    return Rule(name, Code.of("E999", "A rule for the test."), check)  # type: ignore[arg-type]


def test_a_crash_is_a_problem_with_the_rules_name(mini: Checked) -> None:
    before, crashed, after = findings(mini.ledger, [rule("breaks", breaks), rule("works", works)])
    assert (before.code, before.message, after.message) == ("E999", "before", "found")
    assert crashed.code == "E300"
    assert 'the rule "breaks" failed: KeyError' in crashed.message
    assert "please report it" in crashed.message


def test_a_crash_is_printed_on_one_line(mini: Checked) -> None:
    assert all("\n" not in str(problem) for problem in findings(mini.ledger, [rule("breaks", breaks)]))


def test_a_finding_in_no_record_is_a_fault_of_the_rule(mini: Checked) -> None:
    (problem,) = findings(mini.ledger, [rule("astray", astray)])
    assert problem.code == "E300"
    assert "astray" in problem.message


def test_findings_are_placed_in_the_file(mini: Checked) -> None:
    (problem,) = findings(mini.ledger, [rule("works", works)])
    assert str(problem).endswith("actors/gazette.yaml:1:1: E999 found")
