"""What the rules find beyond their examples: one row a branch, each in a copy of the ledger in miniature."""

from pathlib import Path

import pytest

from ledger.rules.imo_numbers import is_valid
from tests.helpers import check, mini_files

ENTRY = "transactions/2024-rice-for-coal.yaml"
OTHER = "transactions/2025-ore-for-machines.yaml"
GAZETTE = "sources/gazette-2024.yaml"
RELAYED = "sources/no-customs-2024.yaml"
COPY = "sources/hanbit-daily-2024-02.yaml"
PAGE = "sources/page-of-no-outlet-2024.yaml"
LAW = "resolutions/2371.yaml"
SHIP = "actors/morning-star.yaml"

FOUND = [
    # E302 claim_shape
    (ENTRY, "disputes: [c1]", "disputes: [c1]\n    flows: [f1]", "E302", "`disputes` names no `flows`"),
    (ENTRY, "disputes: [c1]", "disputes: [c6]", "E302", "cannot doubt itself"),
    (ENTRY, "    disputes: [c1]", "    disputes: [c1]\n    amount: 10 tons", "E302", "an amount of what?"),
    # E303 source_shape
    (GAZETTE, "by: gazette\n", "", "E303", "who publishes it?"),
    (PAGE, "relies_on:", "own: [photograph]\nrelies_on:", "E303", "what a source knows itself has a maker"),
    (GAZETTE, "own: [own-inquiry]\n", "", "E303", "how does it know?"),
    (RELAYED, "access: relayed", "access: relayed\nurl: https://a.example/", "E303", "a relayed source was not read"),
    (
        RELAYED,
        "access: relayed",
        "access: relayed\ncopies: [{host: a.example}]",
        "E303",
        "a relayed source was not read",
    ),
    (RELAYED, "title: What the customs office said on the telephone\n", "", "E303", "describe it in a few words"),
    (GAZETTE, "access: read", "access: copy", "E303", "which copy was read?"),
    (GAZETTE, "dated_by: page\n", "", "E303", "what shows the date?"),
    (GAZETTE, "published: 2024-02-20\n", "", "E303", "no `published` date to show"),
    # E304 people
    (
        "actors/gazette.yaml",
        "kind: publisher",
        "kind: publisher\npublic_basis: {kind: on-record, words: x}",
        "E304",
        "only a person",
    ),
    # E305 responses
    (ENTRY, "{by: no-customs, kind: none-found", "{kind: none-found", "E305", "whose answer is it?"),
    (ENTRY, "kind: none-found, as_of: 2026-11-21", "kind: none-found", "E305", "until when was an answer looked for?"),
    (ENTRY, "as_of: 2026-11-21}", "as_of: 2026-11-21, sources: [gazette-2024]}", "E305", "has no sources"),
    (ENTRY, "date: 2024-03-01\n", "date: 2024-03-01\n    as_of: 2024-03-01\n", "E305", "`as_of` is for none-found"),
    # E307 citations
    (
        ENTRY,
        "gazette-2024-03 own",
        "gazette-2024-03",
        "E307",
        "say own, from coast-witness-2024, from no-customs or unsaid",
    ),
    (ENTRY, "harbour-courier-2024-02-29 altered", "gazette-2024 altered", "E307", "no edge at or above"),
    (ENTRY, "[tide-watch-2024]", "[no-customs-2024]", "E307", "was not read"),
    # E308 outside_flows
    (ENTRY, "from: CN, to: KP", "from: KP, to: KP", "E308", "from North Korea to North Korea"),
    (OTHER, "from: CN, to: NO", "from: CN, to: KP", "E308", "take `outside` out"),
    (OTHER, "from: high-seas, to: KP", "from: high-seas, to: unknown", "E308", "North Korea is at neither end"),
    # E309 ids
    (SHIP, "kind: vessel", "kind: vessel\nformerly: [gazette]", "E309", '"gazette" leads to "gazette" already'),
    (SHIP, "kind: vessel", "kind: vessel\nformerly: [morning-star]", "E309", "leads to"),
    (SHIP, "kind: vessel", "kind: vessel\nformerly: [old-star, old-star]", "E309", "leads to"),
    (
        SHIP,
        "kind: vessel",
        "kind: vessel\nformerly: [example-trading-company]",
        "E309",
        'leads to "example-trading" already',
    ),
    # E310 roles
    (ENTRY, "who: 'a dealer in coal, not named', ", "", "E310", "give `actor`, or `who` in words"),
    (ENTRY, "who: 'a dealer in coal, not named'", "who: a dealer, actor: gazette", "E310", "give `actor`, or `who`"),
    (ENTRY, ", who: 'the captain, a man in his fifties'", "", "E310", "of whom?"),
    # E311 imo_numbers
    (SHIP, "imo: 1234567", "imo: 1234568", "E311", "the check digit"),
    (SHIP, "kind: vessel", "kind: company", "E311", "only a vessel"),
    ("actors/example-guard.yaml", "armed-group", "vessel\nidentifiers: {imo: 1234567}", "E311", "one ship is one file"),
    # E312 provisions
    (LAW, "adopted: 2017-08-05\n", "", "E312", "when was it adopted?"),
    (LAW, "    paragraph: '8'\n", "", "E312", "the number was seen"),
    (LAW, "    cap: {number", "    exemption: x\n    # cap: {number", "E312", "go together"),
    (
        LAW,
        "    exemption: 'coal",
        "    cap: {number: 1, unit: ton, per: year}\n    exemption: 'coal",
        "E312",
        "go together",
    ),
    (LAW, "until: 2017-08-04", "until: 2016-08-04", "E312", "it ends before it begins"),
    # E314 relations
    (OTHER, "{kind: same_vessel, to", "{kind: follows, to", "E314", "says this already"),
    (
        ENTRY,
        "{kind: part_of, to: coal-to-china}",
        "{kind: same_vessel, to: 2025-ore-for-machines}",
        "E314",
        "is computed",
    ),
    # E315 history
    (OTHER, "what: entered", "what: changed", "E315", 'the first line of the history is "entered"'),
    (
        "transactions/2023-tea-shipment.yaml",
        "withdrawn:",
        "merged_into: 2024-rice-for-coal\nwithdrawn:",
        "E315",
        "not both",
    ),
    ("transactions/2023-tea-shipment.yaml", "2026-11-21, why", "2026-11-22, why", "E315", "no line of the history"),
    (
        "transactions/2024-coal-shipment.yaml",
        "  - {date: 2026-11-21, what: 'merged, being the same shipment'}\n",
        "",
        "E315",
        "on which day it was merged",
    ),
]

ALLOWED = [
    (ENTRY, "from: CN, to: KP", "from: unknown, to: KP"),
    (ENTRY, "date: 2026-11-20, what: entered", "date: 2026-11-21, what: entered"),
    (OTHER, "{kind: same_vessel, to: 2024-rice-for-coal}", "{kind: overlaps, to: 2024-coal-shipment}"),
    (LAW, "until: 2017-08-04", "until: 2016-11-30"),
    (RELAYED, "access: relayed", "access: read"),
    (SHIP, "kind: vessel", "kind: vessel\nformerly: [old-star, older-star]"),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "message"), FOUND, ids=[f"{r[3]}-{r[4][:28]}" for r in FOUND])
def test_what_a_rule_finds(name: str, old: str, new: str, code: str, message: str, tree: Path) -> None:
    found = changed(name, old, new, tree)
    assert any(line.split(" ", 2)[1] == code and message in line for line in found), found


@pytest.mark.parametrize(("name", "old", "new"), ALLOWED)
def test_what_no_rule_minds(name: str, old: str, new: str, tree: Path) -> None:
    assert changed(name, old, new, tree) == []


def changed(name: str, old: str, new: str, tree: Path) -> list[str]:
    files = mini_files()
    assert old in files[name]
    return [str(problem) for problem in check(tree, files | {name: files[name].replace(old, new, 1)}).problems]


def test_a_former_id_that_another_former_id_has_is_found_among_all(tree: Path) -> None:
    """Two files may both say that they once were a third: its address can lead to one of them."""
    files = {
        "actors/a.yaml": "name: A\nkind: ngo\nformerly: [c]\n",
        "actors/b.yaml": "name: B\nkind: ngo\nformerly: [c]\n",
    }
    (problem,) = check(tree, files).problems
    assert (problem.code, problem.message) == ("E309", '"c" leads to "a" already')


def test_the_line_of_the_history_is_that_which_is_too_early(tree: Path) -> None:
    (line,) = changed("transactions/2023-tea-shipment.yaml", "2026-11-20, what", "2026-11-22, what", tree)
    assert ":14:12: E315 " in line


def test_a_circle_of_sources_is_named_at_each_edge_of_it(tree: Path) -> None:
    """Which of them is wrong is for a person to say."""
    files = {
        f"sources/{a}.yaml": f"kind: article\nby: x\naccess: read\nrelies_on: [{b}]\n" for a, b in ("ab", "bc", "ca")
    }
    outside = {
        "sources/d.yaml": "kind: article\nby: x\naccess: read\nrelies_on: [a]\n",
        "actors/x.yaml": "name: X\nkind: ngo\n",
    }
    found = [p for p in check(tree, files | outside).problems if p.code == "E306"]
    assert [p.mark.path[-6:] for p in found] == ["a.yaml", "b.yaml", "c.yaml"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("commodities/fuels.yaml", "name: fuels", "name: fuels\nparents: [coal]"),
        ("commodities/fuels.yaml", "name: fuels", "name: fuels\nparents: [fuels]"),
        ("actors/no-government.yaml", "country: NO", "country: NO\npart_of: no-customs"),
        ("actors/no-government.yaml", "country: NO", "country: NO\npart_of: no-government"),
        ("transactions/2024-coal-shipment.yaml", "into: 2024-rice-for-coal", "into: 2024-coal-shipment"),
        (ENTRY, "title:", "merged_into: 2024-coal-shipment\ntitle:"),
        (LAW, "replaced_by: 2371-coal\n", "replaced_by: 2371-coal-cap\n"),
    ],
    ids=["commodities", "commodity", "bodies", "body", "merged-1", "merged-2", "provision"],
)
def test_nothing_is_above_itself(name: str, old: str, new: str, tree: Path) -> None:
    """A tree that is no tree has no top: to count by it, to draw it or to follow it would never end."""
    assert changed(name, old, new, tree)


@pytest.mark.parametrize("number", ["9074729", "1234567", "9176187"])
def test_check_digits_that_are_right(number: str) -> None:
    assert is_valid(number)


@pytest.mark.parametrize("number", ["9074728", "1234576", "9074792"])
def test_check_digits_that_are_wrong(number: str) -> None:
    """Among them two digits that changed places, the slip that the check is made for."""
    assert not is_valid(number)
