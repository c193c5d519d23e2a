"""What a change does, point by point: small ledgers before and after."""

import json
from dataclasses import asdict

import pytest

from ledger.evidence.standing import Standing
from ledger.pages.site import Site
from ledger.problems.problem import Mark, Problem
from ledger.reckoned import Reckoned
from ledger.reviewing.formats import FORMATS
from ledger.reviewing.markdown import Addresses
from ledger.reviewing.records import What
from ledger.reviewing.review import Review, page_changes, review
from ledger.reviewing.side import Side, side
from tests.helpers import check, mini_files, write
from tests.small import Fields, Records, article, entry, said, small

PERSON: Fields = {
    "name": "Ann Example",
    "kind": "person",
    "public_basis": {"kind": "public-office", "words": "minister", "sources": ["paper"], "as_of": "2026-11"},
}


def bare(ledger: Reckoned) -> Side:
    return Side(ledger, (), (), {})


def changed(before: dict[str, Records], after: dict[str, Records]) -> Review:
    return review(bare(small(**before)), bare(small(**after)))


def ledger(
    *own: str, claims: Fields | None = None, sources: Records | None = None, **fields: object
) -> dict[str, Records]:
    """Return one entry with claims of one paper, and whatever else is given."""
    papers = {"paper": article("paper", *(own or ("own-inquiry",)))} | dict(sources or {})
    return {"transactions": {"entry": entry(claims, **fields)}, "sources": papers}


def test_nothing_changed() -> None:
    found = changed(ledger(), ledger())
    assert not any((found.people, found.hosts, found.records, found.claims, found.entries, found.two_approvals))


def test_a_second_origin_changes_how_a_claim_stands() -> None:
    other = {"other": article("other", "satellite-imagery")}
    found = changed(ledger(sources=other), ledger(claims={"c1": ["paper", "other"]}, sources=other))
    (claim,) = found.claims
    assert claim.before
    assert claim.after
    assert (claim.before.standing, claim.after.standing) == (Standing.SINGLE, Standing.DIFFERENT_KINDS)
    assert (claim.before.origins, claim.after.origins) == (("paper",), ("other", "paper"))
    (one,) = found.entries
    assert one.edited
    assert one.before
    assert one.after
    assert (one.before.upper, one.after.upper) == (1, 2)


def test_a_source_alone_changes_the_claims_that_rest_on_it() -> None:
    """Nobody touched the entry: that its paper turned out to repeat another is told all the same."""
    before = ledger(claims={"c1": ["paper", "other"]}, sources={"other": article("other", "satellite-imagery")})
    after = ledger(claims={"c1": ["paper", "other"]}, sources={"other": article("other", on=("paper",))})
    found = changed(before, after)
    (claim,) = found.claims
    assert claim.after
    assert (claim.after.standing, claim.after.reports, claim.after.origins) == (Standing.SINGLE, 2, ("paper",))
    assert [one.edited for one in found.entries] == [False]
    assert [(one.what, one.id) for one in found.records] == [(What.CHANGED, "other")]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"responses": {"r1": {"by": "kp", "kind": "denied", "sources": ["paper"]}}}, "response r1: denied"),
        ({"claims": {"c1": ["paper"], "c2": {"says": "It is not so.", "disputes": ["c1"], "sources": ["paper"]}}},
         "claim c2 doubts it"),
        ({"disagreements": [{"about": "the day", "values": [{"says": "1 May", "claims": ["c1"]},
                                                            {"says": "2 May", "sources": ["other"]}]}]},
         "another value of the day: 2 May"),
    ],
)  # fmt: skip
def test_why_a_claim_is_disputed_now(more: Fields, why: str) -> None:
    other = {"other": article("other", "own-inquiry")}
    found = changed(ledger(sources=other), ledger(sources=other, **more))
    (claim,) = [one for one in found.claims if one.claim == "c1"]
    assert claim.after
    assert claim.after.standing is Standing.DISPUTED
    assert claim.after.against == (why,)


def test_a_claim_that_an_entry_lost_or_gained() -> None:
    """A claim has a permanent address: that it went must not pass unseen."""
    found = changed(
        ledger(claims={"c1": ["paper"], "c2": ["paper"]}), ledger(claims={"c1": ["paper"], "c3": ["paper"]})
    )
    assert [(one.claim, one.before is None, one.after is None) for one in found.claims] == [
        ("c2", False, True),
        ("c3", True, False),
    ]


def test_a_new_entry_is_told_once_with_its_origins() -> None:
    after = ledger()
    found = changed({"sources": after["sources"]}, after)
    assert found.claims == ()
    (one,) = found.entries
    assert one.before is None
    assert one.after
    assert one.after.origins == ("paper",)
    assert one.history == ("entered",)


def test_an_entry_that_went() -> None:
    before = ledger()
    found = changed(before, {"sources": before["sources"]})
    assert [(one.what, one.id) for one in found.records] == [(What.GONE, "entry")]
    assert [one.after for one in found.entries] == [None]


def test_an_entry_withdrawn_and_restored() -> None:
    ended = ledger(withdrawn={"date": "2026-11-22", "why": "it was invented"})
    found = changed(ledger(), ended)
    assert (What.WITHDRAWN, "it was invented") in {(one.what, one.detail) for one in found.records}
    assert [one.after and one.after.standing for one in found.claims] == [Standing.WITHDRAWN]
    assert What.RESTORED in {one.what for one in changed(ended, ledger()).records}


def test_an_entry_merged() -> None:
    two = ledger()
    two["transactions"] = {**two["transactions"], "other-entry": entry()}
    one = {**two, "transactions": {**two["transactions"], "entry": entry(merged_into="other-entry")}}
    found = changed(two, one)
    assert (What.MERGED, "entry", "other-entry") in {(one.what, one.id, one.detail) for one in found.records}


def test_a_renamed_entry_keeps_its_claims() -> None:
    """Without that every claim would be told twice: as gone, and as new."""
    before = ledger()
    after = {**before, "transactions": {"new-name": entry(formerly=["entry"])}}
    found = changed(before, after)
    assert [(one.what, one.id, one.detail) for one in found.records] == [(What.RENAMED, "new-name", "entry")]
    assert found.claims == ()


def test_a_renamed_source_is_the_same_origin() -> None:
    before = ledger(sources={"old": article("old", "own-inquiry")}, claims={"c1": ["old"]})
    renamed = article("old", "own-inquiry", formerly=["old"])
    assert changed(before, ledger(sources={"new": renamed}, claims={"c1": ["new"]})).claims == ()


def test_a_person_newly_named() -> None:
    found = changed(ledger(), {**ledger(), "actors": {"ann": PERSON}})
    (ann,) = found.people
    assert (ann.id, ann.names, ann.before) == ("ann", ("Ann Example",), ())
    assert (ann.basis, ann.words, ann.sources, ann.as_of) == ("public office", "minister", ("paper",), "2026-11")
    assert found.two_approvals


@pytest.mark.parametrize(
    "fields",
    [{"name": "Bob Example"}, {"aliases": ["Bob Example"]}, {"names": {"ko": "Bob Example"}}],
)
def test_another_name_in_the_file_of_a_person_known_before(fields: Fields) -> None:
    """Else a file that two people approved could be made to name somebody else."""
    found = changed({**ledger(), "actors": {"ann": PERSON}}, {**ledger(), "actors": {"ann": PERSON | fields}})
    assert [(one.names, one.before) for one in found.people] == [(("Bob Example",), ("Ann Example",))]
    assert found.two_approvals


def test_a_company_that_becomes_a_person() -> None:
    company = {"name": "Ann Example", "kind": "company"}
    found = changed({**ledger(), "actors": {"ann": company}}, {**ledger(), "actors": {"ann": PERSON}})
    assert [one.names for one in found.people] == [("Ann Example",)]


def test_a_person_who_is_renamed_or_goes_is_not_newly_named() -> None:
    before = {**ledger(), "actors": {"ann": PERSON}}
    assert changed(before, {**ledger(), "actors": {"ann-2": PERSON | {"formerly": ["ann"]}}}).people == ()
    assert changed(before, ledger()).people == ()


def test_new_hosts_from_every_field_that_has_one() -> None:
    before = ledger(sources={"other": article("other", "own-inquiry", url="https://known.example/1")})
    source = article(
        "other",
        "own-inquiry",
        url="https://한빛.example/a",
        archived=[{"url": "https://archive.example:8443/x", "date": "2026-11-20"}],
        copies=[{"host": "copy.example"}, {"host": "known.example", "url": "http://KNOWN.example/2"}],
    )
    page = article("unnamed", "own-inquiry", host="page.example")
    found = changed(before, ledger(sources={"other": article("other", "own-inquiry", url="https://known.example/1"),
                                            "third": source, "page": page}))  # fmt: skip
    assert [(one.host, one.linked, one.sources) for one in found.hosts] == [
        ("archive.example:8443", True, ("third",)),
        ("copy.example", False, ("third",)),
        ("page.example", False, ("page",)),
        ("한빛.example".encode("idna").decode(), True, ("third",)),
    ]


def test_warnings_that_come_and_go() -> None:
    """A line that only moved is neither new nor gone."""

    def warning(line: int, message: str) -> Problem:
        return Problem(Mark("sources/a.yaml", line), "W401", message)

    one = bare(small(**ledger()))
    before = Side(one.ledger, (), (warning(1, "stays"), warning(2, "goes")), {})
    after = Side(one.ledger, (), (warning(7, "stays"), warning(8, "comes"), warning(9, "comes")), {})
    found = review(before, after)
    assert [problem.mark.line for problem in found.warnings] == [8, 9]
    assert found.mended == 1


def test_pages_that_change() -> None:
    found = page_changes({"a.html": "1", "b.html": "1", "c.html": "1"}, {"a.html": "1", "b.html": "2", "d.html": "1"})
    assert (found.added, found.changed, found.gone) == (("d.html",), ("b.html",), ("c.html",))


@pytest.fixture(scope="module")
def mini_sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    """The ledger in miniature, and the same with one more actor."""
    roots = [tmp_path_factory.mktemp(name) for name in ("before", "after")]
    files = mini_files()
    more = files | {"actors/new-trading.yaml": "name: New Trading\nkind: company\n"}
    checked = [check(root, tree) for root, tree in zip(roots, (files, more), strict=True)]
    before, after = (side(one, str(root), Site("S")) for one, root in zip(checked, roots, strict=True))
    return before, after


def test_what_the_pages_hold_is_compared(mini_sides: tuple[Side, Side]) -> None:
    found = review(*mini_sides).pages
    assert found.added == ("actors/new-trading.html",)
    assert "actors/index.html" in found.changed
    assert "transactions/2024-rice-for-coal.html" not in found.changed
    assert found.gone == ()


def test_what_it_prints_can_be_read_by_machines(mini_sides: tuple[Side, Side]) -> None:
    found = review(*mini_sides)
    assert json.loads(FORMATS["json"](found, Addresses())) == json.loads(json.dumps(asdict(found)))


def test_broken_entries_are_judged_on_the_safe_side(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where a file cannot be read, who knows whom it names; paths of problems start below the folder."""
    root = tmp_path_factory.mktemp("entries")
    broken = side(check(root, {"actors/a.yaml": "name: A\nkind: nonsense\n"}), str(root), Site("S"))
    whole = bare(small(**ledger()))
    found = review(whole, broken)
    assert found.two_approvals
    assert [problem.mark.path for problem in found.errors] == ["actors/a.yaml"]
    assert (found.claims, found.entries, found.warnings) == ((), (), ())
    assert review(broken, whole).errors_before
    assert not review(broken, whole).errors


def test_a_person_beside_a_broken_file_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write(tmp_path_factory.mktemp("entries"), {"actors/a.yaml": "kind: nonsense\n"})
    broken = side(check(root, {"actors/ann.yaml": json.dumps(PERSON)}), str(root), Site("S"))
    assert [one.id for one in review(bare(small(**ledger())), broken).people] == ["ann"]


def test_an_origin_may_be_a_statement_that_nobody_here_read() -> None:
    """What a paper turns out to have from a ministry has the ministry for its origin."""
    after = ledger(sources={"paper": article("paper", on=("ministry",)), "ministry": said("ministry")})
    (claim,) = changed(ledger(), after).claims
    assert claim.before
    assert claim.after
    assert (claim.before.origins, claim.after.origins) == (("paper",), ("ministry",))
