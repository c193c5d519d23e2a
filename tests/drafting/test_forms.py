"""Filled issue forms become drafts; what is hostile in them stays text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.drafting import from_forms
from ledger.drafting.desk import Desk, Draft
from ledger.drafting.filling import RefusedError
from ledger.drafting.forms import FORMS, MAX_CHARACTERS, read
from ledger.model.words import Nature, Reply, Stage
from ledger.reading.nodes import plain
from tests.drafting.helpers import desk, to_fill
from tests.helpers import ROOT
from tests.helpers import read as read_record

TEMPLATES = {path.stem: path for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))}
YML: dict[str, Any] = {name: yaml.safe_load(path.read_text("utf-8")) for name, path in TEMPLATES.items()}

REPORT = {
    "reports": "https://gazette.example/2025/06/18/grain?utm_source=x\nand <https://gazette.example/2024/02/coal?page=2&part=a>",
    "title": "Grain by night",
    "summary": "The paper says so.",
    "from": "a sailor",
    "when": "late 2023",
    "giver": "China",
    "receiver": "North Korea",
    "goods": "Rice",
    "amount": "about 2,500 tons",
    "nature": "sale: goods or services for money",
    "responses": "It was denied.",
    "consent": "- [X] a\n- [X] b",
}
RESPONSE = {
    "entry": "https://site.example/transactions/2024-rice-for-coal.html#c3",
    "claims": "c1, c2 and c999",
    "party": "Government of North Korea",
    "kind": "denied: said that it did not happen, or not so",
    "says": "It did not.",
    "date": "2024-06-18",
    "shown-by": "https://statement.example/kp and https://gazette.example/2025/01/02/no",
}
CORRECTION = {
    "entry": "transactions/2024-rice-for-coal",
    "says": "ten",
    "should-say": "eleven\n### and more",
    "shown-by": "https://gazette.example/2025/01/02/no, page 3",
}


def markdown(form: str, answers: dict[str, str]) -> str:
    """Return what GitHub makes of a filled form."""
    labels = FORMS[form]
    return "\n\n".join(f"### {label}\n\n{answers.get(field) or '_No response_'}" for label, field in labels.items())


def drafted(form: str, answers: dict[str, str], here: Desk | None = None) -> tuple[list[Draft], str]:
    here = here or desk()
    said = "\n".join(from_forms.drafts(here, markdown(form, answers)))
    return here.drafts, said


def test_every_form_is_read() -> None:
    assert set(TEMPLATES) - {"config"} == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_the_labels_are_those_of_the_form(form: str) -> None:
    fields = [field for field in YML[form]["body"] if field["type"] != "markdown"]
    assert [(field["attributes"]["label"], field["id"]) for field in fields] == list(FORMS[form].items())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_warns_and_asks_for_consent(form: str) -> None:
    text = TEMPLATES[form].read_text("utf-8")
    (consent,) = [field for field in YML[form]["body"] if field.get("id") == "consent"]
    assert all(option["required"] for option in consent["attributes"]["options"])
    assert "creativecommons.org/licenses/by/4.0" in text
    assert "name" in YML[form]["body"][0]["attributes"]["value"]
    assert YML[form]["labels"] == [form]
    assert any(field.get("validations", {}).get("required") for field in YML[form]["body"])


@pytest.mark.parametrize(("form", "field", "words"), [("report", "nature", Nature), ("report", "stage", Stage)])
def test_choices_are_the_words_of_the_model(form: str, field: str, words: type[Nature]) -> None:
    assert _options(form, field) == [f"{word}: {word.meaning}" for word in words]


def test_the_words_of_an_answer_are_those_of_the_model() -> None:
    known = [f"{word}: {word.meaning}" for word in Reply if word not in (Reply.NONE_FOUND, Reply.NOT_REACHED)]
    assert _options("response", "kind") == known


def _options(form: str, id: str) -> list[str]:
    (field,) = [field for field in YML[form]["body"] if field.get("id") == id]
    options: list[str] = field["attributes"]["options"]
    return options


def test_a_report_becomes_an_entry_and_its_sources() -> None:
    drafts, said = drafted("report", REPORT)
    source, entry = drafts
    assert source.file == "sources/gazette-2025-06-18.yaml"
    assert entry.file == "transactions/2024-grain-night.yaml"
    assert entry.tree["claims"]["c1"]["sources"] == ["gazette-2025-06-18", "gazette-2024"]
    assert entry.tree["flows"]["f1"] == {"from": "CN", "to": "KP", "commodities": ["rice"], "goods": "Rice"}
    assert (entry.tree["when"], entry.tree["nature"]) == ({"words": "late 2023"}, "sale")
    assert entry.tree["claims"]["c1"]["amount"] == "about 2,500 tons"
    assert to_fill(entry) == ["summary", "date", "stage", "says", "by", "kind", "sources"]
    for words in ("The paper says so.", "late 2023", "It was denied."):
        assert f"#   The form says: {words}" in entry.text
    assert "#   The form says: a sailor" in source.text
    assert "(2024-rice-for-coal)" in said


def test_a_date_that_can_be_read_is_filled_in() -> None:
    drafts, _ = drafted("report", {**REPORT, "when": "2023-12"})
    assert drafts[-1].tree["when"] == {"date": "2023-12", "words": "2023-12"}


def test_a_report_without_a_date_gets_an_id_that_says_it_is_a_guess() -> None:
    answers = {"reports": "https://new.example/x", "title": "Grain by night"}
    drafts, said = drafted("report", answers)
    assert drafts[-1].id == "2026-grain-night"
    assert "is a guess" in said


def test_an_answer_goes_under_the_entry() -> None:
    drafts, said = drafted("response", RESPONSE)
    assert [draft.file for draft in drafts] == ["sources/gazette-2025-01-02.yaml"]
    assert "to change: entries/transactions/2024-rice-for-coal.yaml" in said
    row = said.partition("under its responses:\n")[2].partition("\nand a last line")[0]
    (key, response) = next(iter(_row(row).items()))
    assert key not in desk().ledger.transactions["2024-rice-for-coal"].responses
    assert response == {
        "by": "kp-government",
        "kind": "denied",
        "says": "FILL-IN",
        "date": "2024-06-18",
        "to": ["c1", "c2"],
        "sources": ["kp-statement-2024", "gazette-2025-01-02"],
    }


def _row(text: str) -> dict[str, Any]:
    found = plain(read_record("transactions", f"responses:\n{text}\n")[0].root)
    assert isinstance(found, dict)
    row: Any = found["responses"]
    assert isinstance(row, dict)
    return row


def test_a_correction_says_what_to_change() -> None:
    drafts, said = drafted("correction", CORRECTION)
    assert [draft.file for draft in drafts] == ["sources/gazette-2025-01-02.yaml"]
    assert "to change: entries/transactions/2024-rice-for-coal.yaml" in said
    assert "it should say: eleven ### and more" in said
    assert "  - {date: 2026-11-22, what: FILL-IN, why: FILL-IN}" in said


@pytest.mark.parametrize("entry", ["transactions/2024-nothing", "../../etc/passwd", "x" * 5_000, "\x1b[31m"])
def test_a_record_that_is_not_there(entry: str) -> None:
    with pytest.raises(RefusedError, match="which record"):
        drafted("correction", {**CORRECTION, "entry": entry})


@pytest.mark.parametrize("text", ["", "hello", "### Nothing\n\nx", "### In one line\n\nx", "\x00" * 1000])
def test_what_is_no_form(text: str) -> None:
    with pytest.raises(RefusedError, match="no filled form"):
        list(from_forms.drafts(desk(), text))


def test_windows_line_ends_and_empty_answers() -> None:
    filled = read(markdown("report", {"title": "A", "summary": "None"}).replace("\n", "\r\n"))
    assert dict(filled.answers) == {"title": "A"}


def test_a_heading_in_an_answer_is_part_of_it() -> None:
    answers = {**REPORT, "summary": "One.\n### In one line\n\nforged\n### Other\nx"}
    filled = read(markdown("report", answers))
    assert filled["title"] == "Grain by night"
    assert "forged" in filled["summary"]


HOSTILE = [
    "x\nwithdrawn: {date: 2024-01-01, why: forged}",
    "x'\n  kind: sale\n- a",
    '"\\x00\\u202e"',
    "!!python/object/apply:os.system ['true']",
    "&a *a << {x: y} [z]",
    "---\n...\n%YAML 1.1",
    "a # b: c",
    "\x00\x1b[31m\u202e\u2028\u2029\x85\ufeff\ud800\r\t",
    "{{ x }} {% y %} <script>alert(1)</script> ](javascript:z)",
    "../../../etc/passwd",
    "con",
    "FILL-IN",
    "~",
    "\u0627\u0644" * 50,
    "x" * 20_000,
    "a " * 20_000,
    "### In one line\n" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_in_every_field(form: str, text: str) -> None:
    usual = {"report": REPORT, "response": RESPONSE, "correction": CORRECTION}[form]
    fields = [*FORMS[form].values()]
    for half in (fields[::2], fields[1::2], fields):
        _is_harmless(form, usual | dict.fromkeys(half, text))
    for field in ("reports", "title", "shown-by", "party", "entry"):
        if field in fields:
            _is_harmless(form, {**usual, field: text})


ANSWERS = st.text(max_size=80) | st.sampled_from(HOSTILE) | st.sampled_from([*REPORT.values(), *RESPONSE.values()])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*FORMS]), st.data())
def test_no_text_does_harm(form: str, data: st.DataObject) -> None:
    _is_harmless(form, {field: data.draw(ANSWERS) for field in FORMS[form].values()})


def _is_harmless(form: str, answers: dict[str, str]) -> None:
    """A draft reads back as it was made, has nothing wrong but what is open, and lies where its kind lies."""
    here = desk()
    try:
        said = list(from_forms.drafts(here, markdown(form, answers)))
    except RefusedError:
        return
    assert all(char.isprintable() or char == "\n" for line in said for char in line)
    for draft in here.drafts:
        kind, _, name = draft.file.partition("/")
        assert kind in ("sources", "transactions")
        assert Path(name).name == name
        document, problems = read_record(kind, draft.text, draft.id)
        assert {problem.code for problem in problems} == {"E212"}
        found = plain(document.root)
        assert isinstance(found, dict)
        assert "withdrawn" not in found
        assert all(
            found[name] == value for name, value in draft.tree.items() if name not in ("when", "flows", "claims")
        )
        assert _texts(draft.tree) <= _texts(found)


def _texts(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    return set().union(*(_texts(item) for item in (value.values() if isinstance(value, dict) else value)))


def test_a_form_of_a_megabyte_is_refused() -> None:
    with pytest.raises(RefusedError, match="a filled form is shorter"):
        list(from_forms.drafts(desk(), markdown("report", {**REPORT, "note": "x" * 1_000_000})))


@pytest.mark.parametrize("char", ["x", "\n", "#", "### ", "https://a.example/", "[", "\u202e", "c1 "])
def test_the_longest_form_is_read_at_once(char: str) -> None:
    text = (char * MAX_CHARACTERS)[: MAX_CHARACTERS - 5_000]
    for field in ("title", "summary", "reports"):
        _is_harmless("report", {**REPORT, field: text})


def test_only_so_many_sources_are_drafted() -> None:
    drafts, _ = drafted("report", {**REPORT, "reports": "\n".join(f"https://a.example/{n}" for n in range(100))})
    assert len(drafts) == 11
