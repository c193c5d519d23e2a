"""The questions, in their order, with answers that are wrong first."""

from pathlib import Path

import pytest

from ledger.drafting.filling import RefusedError
from tests.drafting.helpers import Sitting, problems, to_fill
from tests.helpers import check, mini_files

ADDRESS = "https://gazette.example/2024/06/18/grain?utm_source=x"


def test_an_actor_with_wrong_answers_first() -> None:
    sitting = Sitting(["Morgenpost", "publishr", "8", "Norge", "Norway", "?", "Post, MP", "con", ""])
    assert sitting.interview.record("actors", {}) == "morgenpost"
    (draft,) = sitting.desk.drafts
    expected = {"name": "Morgenpost", "kind": "publisher", "country": "NO", "aliases": ["Post", "MP"]}
    assert draft.tree == expected
    assert problems(draft) == []
    assert '"publishr" is not a word of "kind"' in sitting.text
    assert '"Norge" is not a country' in sitting.text
    assert "some systems cannot have a file" in sitting.text
    assert "name: The usual English name." in sitting.text
    assert "publisher: a newspaper, agency, broadcaster or site" in sitting.text


def test_an_actor_that_is_there() -> None:
    sitting = Sitting(["Gazette", "1"])
    assert sitting.interview.record("actors", {}) == "gazette"
    assert sitting.desk.drafts == []
    assert "1 The Gazette (gazette)" in sitting.text


def test_a_person_is_asked_for_the_basis() -> None:
    sitting = Sitting(["Ann Ex", "1", "-", "-", "1", "minister", ""])
    sitting.interview.record("actors", {})
    assert sitting.desk.drafts[0].tree["public_basis"]["kind"] == "public-office"


def test_a_source_is_offered_what_its_address_tells() -> None:
    sitting = Sitting([ADDRESS, "", "Grain", "", "", "", "", "1", "", "14"])
    assert sitting.interview.record("sources", {}) == "gazette-2024-06-18"
    (draft,) = sitting.desk.drafts
    assert draft.tree == {
        "url": "https://gazette.example/2024/06/18/grain",
        "kind": "article",
        "title": "Grain",
        "by": "gazette",
        "published": "2024-06-18",
        "dated_by": "address",
        "language": "en",
        "access": "read",
        "own": ["own-inquiry"],
    }
    assert problems(draft) == []


def test_what_was_not_answered_is_not_taken_from_the_address() -> None:
    """At the end of the input nobody has said that what is offered is right."""
    sitting = Sitting([ADDRESS])
    sitting.interview.record("sources", {}, "x-1")
    assert sitting.desk.drafts[0].tree == {"url": "https://gazette.example/2024/06/18/grain"}


def test_an_address_that_is_there() -> None:
    sitting = Sitting(["https://gazette.example/2024/02/coal?page=2&part=a"])
    assert sitting.interview.record("sources", {}) == "gazette-2024"
    assert sitting.desk.drafts == []


LEAD = [
    *["https://new.example/2024/06/18/tea", "1", "Tea for ore", "New Paper", "n", "", "publisher", "", "", ""],
    *["", "", "en", "1", "", "own-inquiry", "", ""],  # the source
    "",  # no more reports
    *["Tea for ore", "The paper reported it.", "June", "2024-06", "in June", "barter", "5"],
    *["North Korea", "CN", "ore", "1", "iron ore", "rail"],  # f1
    *["y", "China", "KP", "tea", "n", "", "food", "", "", "tea", ""],  # f2, with goods that are new
    *["", "Ore left.", "f1", "10 tons", ""],  # c1
    *["y", "Tea came.", "f2", "", "", ""],  # c2
    *["Government of North Korea", "none-found", "", ""],  # r1
    "",  # the id
]


def test_a_lead_from_article_to_entry_that_passes(tmp_path: Path) -> None:
    sitting = Sitting(LEAD)
    assert sitting.interview.record("transactions", {}) == "2024-tea-ore"
    assert sitting.answers == []
    drafts = {draft.file: draft.text for draft in sitting.desk.drafts}
    assert list(drafts) == [
        "actors/new-paper.yaml",
        "sources/new-paper-2024-06-18.yaml",
        "commodities/tea.yaml",
        "transactions/2024-tea-ore.yaml",
    ]
    entry = sitting.desk.drafts[-1].tree
    assert entry["flows"]["f1"]["commodities"] == ["iron-ore"]
    assert entry["claims"]["c2"] == {"says": "Tea came.", "flows": ["f2"], "sources": ["new-paper-2024-06-18"]}
    assert entry["responses"]["r1"]["as_of"] == "2026-11-22"
    assert [str(p) for p in check(tmp_path, {**mini_files(), **drafts}).errors] == []


def test_the_rest_is_left_for_later() -> None:
    sitting = Sitting(["gazette-2024", "", "Coal by night"])
    sitting.interview.record("transactions", {})
    (draft,) = sitting.desk.drafts
    assert draft.id == "2024-coal-night"
    assert draft.tree["claims"]["c1"]["sources"] == ["gazette-2024"]
    assert "summary" in to_fill(draft)


def test_entries_that_name_the_source_are_shown() -> None:
    sitting = Sitting(["gazette-2024", "", "Coal by night"])
    sitting.interview.record("transactions", {})
    assert "(2024-rice-for-coal)" in sitting.text


def test_without_a_name_nothing_is_written() -> None:
    sitting = Sitting([])
    with pytest.raises(RefusedError, match="no id can be made"):
        sitting.interview.record("actors", {})
    assert sitting.desk.drafts == []


def test_a_record_given_up_half_way_leaves_the_question_open() -> None:
    sitting = Sitting(["Morgenpost", "publisher", "", "", "agency-x", ""], thorough=False)
    sitting.interview.record("actors", {})
    assert len(sitting.desk.drafts) == 1


def test_all_fields_are_asked_for_where_that_is_wanted() -> None:
    sitting = Sitting(["Morgenpost", "publisher"], thorough=True)
    sitting.interview.record("actors", {})
    assert "identifiers" not in sitting.text
    sitting = Sitting(["Sirius", "vessel", "", "", "y", "ko", "별", "n", "y", "9074729", "KPe.1"], thorough=True)
    sitting.interview.record("actors", {})
    (draft,) = sitting.desk.drafts
    assert draft.tree["identifiers"] == {"imo": "9074729", "un": "KPe.1"}


def test_hostile_answers_are_texts() -> None:
    sitting = Sitting(["\x1b[31mRed\x00\u202e: {x} # y", "publisher", "", "", "red"])
    sitting.interview.record("actors", {})
    assert sitting.desk.drafts[0].tree["name"] == "[31mRed  : {x} # y"
    assert problems(sitting.desk.drafts[0]) == []
