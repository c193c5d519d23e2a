"""Problems with fields are placed where the eye should fall, and guess what was meant."""

import pytest

from ledger.model.document import Document, locate_value
from ledger.model.transaction import Transaction
from ledger.reading.nodes import plain
from tests.helpers import at, lines, read

SOURCE = "kind: article\nby: gazette\naccess: read\nown: [own-inquiry]\n"
ENTRY = """\
title: Coal
summary: Coal left.
when: {date: 2024}
nature: sale
stage: completed
flows:
  f1: {from: KP, to: CN, commodities: [coal], goods: coal}
claims:
  c1:
    says: Coal left.
    flows: [f1]
    sources:
      - gazette-2024
      - {cite: gazette-2024, at: paragraph 4}
responses:
  r1: {by: kp-government, kind: none-found, as_of: 2026-11-21}
history:
  - {date: 2026-11-21, what: entered}
"""


def test_a_whole_file_gives_its_record_and_no_problem() -> None:
    document, problems = read("transactions", ENTRY, "2024-coal")
    assert problems == []
    assert isinstance(document.record, Transaction)
    assert document.record.id == document.id == "2024-coal"
    assert document.path == "entries/transactions/2024-coal.yaml"


def test_with_a_problem_there_is_no_record() -> None:
    document, problems = read("transactions", ENTRY + "colour: black\n")
    assert len(problems) == 1
    assert document.record is None


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("title:", "titel:", (1, 1), 'there is no field "titel" (did you mean "title"?)'),
        ("{date: 2024}", "{date: 2024, word: x}", (3, 20), '"word" (did you mean "words"?)'),
        ("goods: coal", "goods: coal, comodities: x", (7, 60), '(did you mean "commodities"?)'),
        ("goods: coal", "goods: coal, form: x", (7, 60), 'there is no field "form" (did you mean "from"?)'),
        ("goods: coal", "goods: coal, from_: x", (7, 60), 'there is no field "from_" (did you mean "from"?)'),
        ("goods: coal", "goods: coal, when: {dat: 2024, date: 2024}", (7, 67), '(did you mean "date"?)'),
        ("    says: Coal left.", "    says: Coal left.\n    flow: [f1]", (11, 5), '(did you mean "flows"?)'),
        (
            "    says: Coal left.",
            "    says: Coal left.\n    outcome: {kind: fine, agaisnt: [x]}",
            (11, 27),
            '"against"?)',
        ),
        ("what: entered", "what: entered, colour: x", (18, 39), 'there is no field "colour"'),
        ("by: kp-government", "by: kp-government, source: [x]", (16, 27), '(did you mean "sources"?)'),
        (
            "history:",
            "places: [{place: nampo, role: loaded, claims: [c1], naer: true}]\nhistory:",
            (17, 53),
            '"near"?)',
        ),
        (
            "history:",
            "disagreements:\n- about: x\n  values: [{say: y, claims: [c1]}, {says: z, claims: [c1]}]\nhistory:",
            (19, 13),
            'there is no field "say" (did you mean "says"?)',
        ),
    ],
)
def test_an_unknown_field_is_placed_at_its_name_with_a_guess(
    old: str, new: str, place: tuple[int, int], message: str
) -> None:
    """The guess comes from the fields that may stand there, at every depth."""
    problems = [p for p in read("transactions", ENTRY.replace(old, new, 1))[1] if p.code == "E201"]
    assert at(problems) == [(*place, "E201")]
    assert message in problems[0].message


def test_a_guess_in_a_list_or_a_map_of_parts() -> None:
    bad = "provisions: {coal: {paragraf: 8, cap: {numbr: 1, or: {unt: x}}}}\nsymbol: x\nstatus: in-force\n"
    guesses = [p.message for p in read("resolutions", bad, "2371")[1] if p.code == "E201"]
    assert {guess.split("mean ")[1] for guess in guesses} == {'"number"?)', '"unit"?)', '"paragraph"?)'}


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("stage: completed\n", "", (1, 1), "E202"),
        ("from: KP, ", "", (7, 3), "E202"),
        ("date: 2024}", "words: x}", (3, 1), "E202"),
        ("    says: Coal left.\n", "", (9, 3), "E202"),
        ("to: CN", "to: UK", (7, 22), "E206"),
        ("[coal]", "[coal, Coal]", (7, 46), "E206"),
        ("f1: {", "flow: {", (7, 3), "E206"),
        ("nature: sale", "nature: gift", (4, 9), "E204"),
        ("date: 2024}", "date: 2024-13}", (3, 14), "E207"),
        ("- gazette-2024\n", "- gazette-2024 by x\n", (13, 9), "E209"),
        ("at: paragraph 4", "page: 4", (14, 9), "E201"),
        ("title: Coal", "title: [Coal]", (1, 8), "E205"),
        ("[f1]", "f1", (11, 12), "E205"),
        ("[f1]", "{f1: f1}", (11, 12), "E205"),
        ("flows: [f1]", "flows: [[f1]]", (11, 13), "E205"),
        ("when: {date: 2024}", "when: 2024", (3, 7), "E205"),
        ("  - {date: 2026-11-21, what: entered}", "  - entered", (18, 5), "E205"),
        ("title: Coal", "title: ''", (1, 8), "E211"),
        ("{from: KP, to: CN, commodities: [coal], goods: coal}", "coal", (7, 7), "E205"),
    ],
)
def test_each_problem_is_placed(old: str, new: str, place: tuple[int, int], code: str) -> None:
    assert at(read("transactions", ENTRY.replace(old, new, 1))[1]) == [(*place, code)]


@pytest.mark.parametrize(
    "published", ["{date: 2024}", "[2024]", "{text: '2024', start: '2024', end: '2024'}", "[]", "{}"]
)
def test_what_is_no_text_is_called_so_without_the_programs_own_parts(published: str) -> None:
    """The names of the program's own parts (``start``, ``FlowRef``) mean nothing to who writes an entry."""
    text = f"{SOURCE}dated_by: page\npublished: {published}\n"
    assert at(read("sources", text)[1]) == [(6, 12, "E205")]


def test_a_day_that_is_no_text_is_called_so() -> None:
    text = f"{SOURCE}archived: [{{url: https://a.example/, date: [2024]}}]\n"
    assert at(read("sources", text)[1]) == [(5, 44, "E205")]


@pytest.mark.parametrize("side", ["[[f1]]", "[{flow: f1}]", "[{entry: 2024-coal, flow: f1}]"])
def test_a_flow_of_an_exchange_that_is_no_text_is_called_so(side: str) -> None:
    claim = f"says: Coal left.\n    exchange: {{gave: {side}, received: [f1]}}"
    problems = read("transactions", ENTRY.replace("says: Coal left.", claim))[1]
    assert at(problems) == [(11, 23, "E205")]


def test_a_provision_that_is_no_text_is_called_so() -> None:
    row = "resolutions_cited: [{provision: {resolution: 2371}, sources: [gazette-2024]}]\n"
    assert at(read("transactions", ENTRY + row)[1]) == [(19, 33, "E205")]


@pytest.mark.parametrize("text", ["[ton]", "{a: b}"])
def test_a_unit_that_is_no_text_is_refused(text: str) -> None:
    """Looking a list up in the table of units would end the program."""
    amount = f"[f1]\n    amount: {{words: dozens, number: 12, unit: {text}}}"
    assert [code for *_, code in at(read("transactions", ENTRY.replace("[f1]", amount))[1])] in (["E208"], ["E205"])


@pytest.mark.parametrize("amount", ["[]", "''", "{words: '', number: 1, unit: ton}"])
def test_an_amount_that_says_nothing_is_refused(amount: str) -> None:
    text = ENTRY.replace("[f1]", f"[f1]\n    amount: {amount}")
    assert len(read("transactions", text)[1]) == 1


@pytest.mark.parametrize("names", ["{'': x}", "{xx-yy-zz: x}", "{../x: y}", "{Korean: x}", "{ko: ''}"])
def test_names_stand_under_languages(names: str) -> None:
    """The key becomes the ``lang`` of the name on the page."""
    assert [code for *_, code in at(read("actors", f"name: X\nkind: ngo\nnames: {names}\n")[1])] == ["E211"]


@pytest.mark.parametrize("imo", ["'\uff19\uff10\uff17\uff14\uff17\uff12\uff19'", "907472", "'9074729 '", "IMO9074729"])
def test_an_imo_number_is_seven_digits(imo: str) -> None:
    text = f"name: X\nkind: vessel\nidentifiers: {{imo: {imo}}}\n"
    assert at(read("actors", text)[1]) == [(3, 20, "E211")]


@pytest.mark.parametrize(("lat", "lon"), [("90", "180"), ("-90", "-180"), ("0", "0"), ("38.7", "125.4")])
def test_places_on_earth(lat: str, lon: str) -> None:
    text = "name: X\ncountry: KP\nkind: port\npoint: {{lat: {}, lon: {}, precision: town, from: x}}\n"
    assert lines(read("places", text.format(lat, lon))[1]) == []
    assert len(read("places", text.format(f"{lat}9", f"{lon}9"))[1]) == (0 if lat in ("0", "38.7") else 2)


@pytest.mark.parametrize("lat", ["1_0", "٣٨", "0x10"])
def test_a_number_is_written_in_one_way(lat: str) -> None:
    text = f"name: X\ncountry: KP\nkind: port\npoint: {{lat: {lat}, lon: 1, precision: town, from: x}}\n"
    assert at(read("places", text)[1]) == [(4, 14, "E211")]


def test_a_short_list_is_not_blamed_where_an_item_is_wrong() -> None:
    """The item is wrong; that the list is too short without it is no second problem."""
    text = ENTRY.replace("commodities: [coal]", "commodities: [Coal]")
    assert [code for *_, code in at(read("transactions", text)[1])] == ["E206"]


def test_a_problem_is_one_line() -> None:
    """A line feed that an escape brings into a value would begin what looks like another problem."""
    found = read("actors", 'name: X\nkind: "a\\nentries/x.yaml:1:1: E001 b"\n')[1]
    assert [line.count("\n") for line in lines(found)] == [0]


def test_a_document_that_was_not_read_has_a_place() -> None:
    document = Document.unread("actors", "x", "entries/actors/x.yaml")
    assert str(document.mark(("a", 0, "b"))) == str(document.mark())
    assert document.record is None


def test_the_value_at_a_path() -> None:
    tree = plain(read("transactions", ENTRY)[0].root)
    assert locate_value(tree, ("claims", "c1", "sources", 0)) == "gazette-2024"
    assert locate_value(tree, ("claims", "c9")) is None
