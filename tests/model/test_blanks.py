"""What is left open is named once, by what it is, and nothing that is open becomes a record."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.model.blanks import BLANK, blanks
from tests.helpers import lines, read

ENTRY = """\
title: FILL-IN
summary: About FILL-IN tons came.
when: {date: FILL-IN}
nature: sale
stage: FILL-IN
flows:
  f1: {from: FILL-IN, to: KP, commodities: [FILL-IN], goods: x}
claims:
  c1: {says: x, flows: [FILL-IN], amount: FILL-IN, sources: [FILL-IN, FILL-IN from us-state]}
responses:
  FILL-IN: {by: FILL-IN, kind: none-found}
history: [{date: FILL-IN, what: entered}]
"""


def test_everything_open_is_named_once() -> None:
    document, problems = read("transactions", ENTRY)
    assert document.record is None
    assert {problem.code for problem in problems} == {"E212"}
    assert len({(p.mark.line, p.mark.column) for p in problems}) == len(problems) == ENTRY.count(BLANK)
    assert lines(problems)[0] == (
        'entries/transactions/x.yaml:1:8: E212 "title" is still to be filled in: A neutral line.'
    )
    assert any(p.message == "the name is still to be filled in" for p in problems)


def test_other_problems_stay() -> None:
    _, problems = read("actors", "name: FILL-IN\nkind: paper\nnmae: x\n")
    assert sorted(problem.code for problem in problems) == ["E201", "E204", "E212"]


def test_a_field_that_nobody_knows_has_no_meaning() -> None:
    _, problems = read("actors", "name: A\nkind: publisher\nnmae: FILL-IN\n")
    assert [problem.message for problem in problems] == ['"nmae" is still to be filled in']


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner)))
def test_nothing_is_open_where_the_word_does_not_stand(tree) -> None:  # type: ignore[no-untyped-def]
    assert list(blanks(tree)) == []
    assert list(blanks([tree, f"a {BLANK}"])) == [((1,), False)]
