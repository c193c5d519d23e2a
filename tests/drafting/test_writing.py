"""A draft is a file: it reads back, names what is open, and its notes become fields when their # is taken off."""

import re

import pytest

from ledger.drafting.shape import fields, shape_of
from ledger.drafting.wanted import CHOICES, Stance, stance
from ledger.drafting.writing import fragment, write
from ledger.model.blanks import BLANK
from ledger.model.document import Document
from ledger.model.kinds import KINDS
from ledger.model.transaction import Response
from ledger.reading.nodes import plain
from tests.drafting.helpers import mini
from tests.helpers import read


@pytest.mark.parametrize("document", mini().documents, ids=lambda document: f"{document.kind}/{document.id}")
def test_a_record_that_is_written_reads_back(document: Document) -> None:
    tree = plain(document.root)
    assert isinstance(tree, dict)
    found, problems = read(document.kind, write(document.kind, tree), document.id)
    assert not problems
    assert plain(found.root) == tree


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_draft_says_only_what_is_to_be_filled_in(kind: str) -> None:
    document, problems = read(kind, write(kind, {}))
    assert problems
    assert {problem.code for problem in problems} == {"E212"}
    assert document.record is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_draft_asks_for_the_same_without_explaining(kind: str) -> None:
    """What is to be told of this one record stays: a date that was guessed from an address is to be looked at."""
    short = write(kind, {}, explained=False)
    assert not re.search(r"^ *#", short, flags=re.MULTILINE)
    assert plain(read(kind, short)[0].root) == plain(read(kind, write(kind, {}))[0].root)
    if kind == "sources":
        noted = write(kind, {"published": "2024"}, {("published",): ("Look at the page.",)}, explained=False)
        assert re.findall(r"^ *#.*", noted, flags=re.MULTILINE) == ["#   Look at the page."]


@pytest.mark.parametrize("kind", KINDS)
def test_every_required_field_is_in_the_draft(kind: str) -> None:
    tree = plain(read(kind, write(kind, {}))[0].root)
    assert isinstance(tree, dict)
    assert {name for name, (field, _) in fields(KINDS[kind].model).items() if field.is_required()} <= set(tree)


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_becomes_a_field_that_is_open(kind: str) -> None:
    """Whoever takes a # off and fills nothing in must be told, not believed."""
    noted = re.sub(r"^( *)# (\w+: .*FILL-IN.*)$", r"\1\2", write(kind, {}), flags=re.MULTILINE)
    tree = plain(read(kind, noted)[0].root)
    assert isinstance(tree, dict)
    _, problems = read(kind, noted)
    assert {problem.code for problem in problems} == {"E212"}
    expected = {name for name in fields(KINDS[kind].model) if stance(KINDS[kind].model, name, {}) is not Stance.UNFIT}
    assert set(tree) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_explains_itself_in_the_words_of_the_model(kind: str) -> None:
    prose = " ".join(re.sub(r"\n *#? *", " ", write(kind, {})).split())
    for name, (field, shape) in fields(KINDS[kind].model).items():
        if stance(KINDS[kind].model, name, {}) is not Stance.UNFIT:
            assert " ".join((field.description or "").split()) in prose
            assert all(word in prose for word in shape.choices)


def test_every_choice_is_about_a_field_that_may_be_missing() -> None:
    for model, choices in CHOICES.items():
        for name in choices:
            assert not fields(model)[name][0].is_required(), (model, name)


def test_a_note_cannot_end_its_comment() -> None:
    hostile = "a\nwithdrawn: {date: 2024-01-01, why: x}\r\x85\u2028kind: sale\x00"
    text = write("actors", {"name": "A"}, {("kind",): (hostile,)})
    found = plain(read("actors", text)[0].root)
    assert found == {"name": "A", "kind": BLANK}
    assert "withdrawn: {date: 2024-01-01, why: x} kind: sale" in text


def test_a_long_note_is_cut() -> None:
    assert len(write("actors", {}, {("kind",): ("word " * 100_000,)})) < 5_000


def test_a_fragment_fits_into_a_map() -> None:
    text = "responses:\n" + fragment(Response, "r2", {"kind": "denied", "says": "It did not: never."})
    found = plain(read("transactions", text)[0].root)
    expected = {"by": BLANK, "kind": "denied", "says": "It did not: never.", "sources": [BLANK]}
    assert found == {"responses": {"r2": expected}}


def test_lines_are_not_long() -> None:
    for kind in KINDS:
        assert max(map(len, write(kind, {}).splitlines())) <= 120


def test_the_shortest_form_of_a_field_is_used() -> None:
    claim = fields(KINDS["transactions"].model)["claims"][1].item
    assert claim is not None
    amount = fields(claim.holds)["amount"][1]
    assert (amount.form, amount.examples[0]) == ("one", "about 6,700 containers")
    own = shape_of(KINDS["sources"].model.model_fields["own"])
    assert own.words
    assert own.form == "list"
