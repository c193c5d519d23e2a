"""Ids that lead nowhere are named with what may have been meant; nothing is called unknown that is only unread."""

from pathlib import Path

import pytest

from ledger.checking import Checked
from tests.helpers import check, mini_files


def changed(root: Path, name: str, old: str, new: str) -> Checked:
    files = mini_files()
    assert old in files[name]
    return check(root, files | {name: files[name].replace(old, new, 1)})


def unknown(checked: Checked) -> list[str]:
    return [f"{p.mark.path.rpartition('/')[2]}: {p.message}" for p in checked.problems if p.code == "E203"]


ENTRY = "transactions/2024-rice-for-coal.yaml"
OTHER = "transactions/2025-ore-for-machines.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            ENTRY,
            "gazette-2024-03 own",
            "gazete-2024-03 own",
            'unknown source "gazete-2024-03" (did you mean "gazette-2024-03"?)',
        ),
        (
            ENTRY,
            "from no-customs",
            "from no-custom",
            'unknown actor or source "no-custom" (did you mean "no-customs"?)',
        ),
        (ENTRY, "[coal]", "[cola]", 'unknown commodity "cola" (did you mean "coal"?)'),
        (ENTRY, "by: kp-government", "by: qqq", 'unknown actor "qqq"'),
        (ENTRY, "by: oslo-court", "by: oslo-cour", 'unknown actor "oslo-cour" (did you mean "oslo-court"?)'),
        (ENTRY, "place: nampo", "place: nambo", 'unknown place "nambo" (did you mean "nampo"?)'),
        (ENTRY, "2371 para 8", "2270 para 8", 'unknown resolution "2270"'),
        (
            ENTRY,
            "to: coal-to-china",
            "to: coal-to-chnia",
            'unknown transaction or series "coal-to-chnia" (did you mean "coal-to-china"?)',
        ),
        (ENTRY, "flows: [f1]", "flows: [f3]", 'unknown flow "f3"'),
        (ENTRY, "claims: [c5]", "claims: [c55]", 'unknown claim "c55"'),
        (ENTRY, "disputes: [c1]", "disputes: [c12]", 'unknown claim "c12"'),
        (ENTRY, "gave: [f1]", "gave: [f9]", 'unknown flow "f9"; 2024-rice-for-coal has f1, f2'),
        (
            OTHER,
            "2024-rice-for-coal#f1",
            "2024-rice-for-coal#f7",
            'unknown flow "2024-rice-for-coal#f7"; 2024-rice-for-coal has f1, f2',
        ),
        (OTHER, "2024-rice-for-coal#f1", "2024-rice#f1", 'unknown transaction "2024-rice"'),
        (
            "transactions/2024-coal-shipment.yaml",
            "merged_into: 2024-rice-for-coal",
            "merged_into: x",
            'unknown transaction "x"',
        ),
        (
            "sources/gazette-2024.yaml",
            "by: gazette",
            "by: gazettte",
            'unknown actor "gazettte" (did you mean "gazette"?)',
        ),
        ("actors/no-customs.yaml", "part_of: no-government", "part_of: no-goverment", 'unknown actor "no-goverment"'),
        (
            "commodities/coal.yaml",
            "[fuels, minerals]",
            "[fuel, minerals]",
            'unknown commodity "fuel" (did you mean "fuels"?)',
        ),
        (
            "resolutions/2371.yaml",
            "2371-coal",
            "2371-cola",
            'unknown provision "2371-cola" (did you mean "2371-coal"?)',
        ),
        ("series/coal-to-china.yaml", "cap: 2371-coal-cap", "cap: 2397-coal", 'unknown provision "2397-coal"'),
        (
            "series/coal-to-china.yaml",
            "transaction: 2024-rice-for-coal",
            "transaction: 2024-rice",
            'unknown transaction "2024-rice"',
        ),
    ],
)
def test_an_id_that_leads_nowhere(name: str, old: str, new: str, message: str, tree: Path) -> None:
    found = unknown(changed(tree, name, old, new))
    assert any(line.startswith(f"{name.rpartition('/')[2]}: {message}") for line in found), found


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("sources", "gazette-2024"),
        ("actors", "gazette"),
        ("resolutions", "2371"),
        ("commodities", "coal"),
        ("places", "nampo"),
    ],
)
def test_a_file_with_a_fault_is_not_called_unknown(kind: str, id: str, tree: Path) -> None:
    """One slip in a file that many name would else be printed as many problems, all but one of them untrue."""
    checked = check(tree, mini_files() | {f"{kind}/{id}.yaml": "nonsense: true\n"})
    assert checked.problems
    assert {problem.mark.path.rpartition("/")[2] for problem in checked.problems} == {f"{id}.yaml"}


def test_a_flow_of_an_entry_with_a_fault_is_not_called_unknown(tree: Path) -> None:
    checked = check(tree, mini_files() | {ENTRY: "nonsense: true\n"})
    assert unknown(checked) == []


def test_a_provision_of_a_draft_with_a_fault_is_not_called_unknown(tree: Path) -> None:
    """The id of a draft has hyphens in it: where the id ends and the name begins must be told right."""
    files = mini_files()
    series = files["series/coal-to-china.yaml"].replace("2371-coal-cap", "draft-2024-05-01-mandate")
    changed = {"series/coal-to-china.yaml": series, "resolutions/draft-2024-05-01.yaml": "nonsense: true\n"}
    assert unknown(check(tree, files | changed)) == []


def test_words_that_are_no_ids_lead_nowhere_and_need_not(mini: Checked) -> None:
    """``unnamed``, ``unknown`` and ``high-seas`` are statements; a country needs no file."""
    assert unknown(mini) == []
    assert {"unnamed", "unknown", "high-seas"} <= {
        word for text in mini_files().values() for word in text.replace(",", " ").split()
    }


def test_only_the_maker_of_a_source_may_be_unnamed(tree: Path) -> None:
    found = unknown(changed(tree, ENTRY, "by: oslo-court", "by: unnamed"))
    assert len(found) == 1
    assert 'unknown actor "unnamed"' in found[0]
