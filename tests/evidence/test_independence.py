"""Graphs drawn by hand, each with a count that can be worked out on the fingers."""

import pytest

from ledger.evidence.entries import of_entry, of_flow
from ledger.evidence.origins import Misread
from ledger.model.citations import parse
from ledger.model.local_ids import FlowId
from ledger.model.words import KnowledgeKind
from tests.small import article, body, counted, entry, numbers, said, small

# Its own pictures, and two officials of two States whom it quotes.
MIXED = small(
    actors={"ministry": body(), "customs": body()},
    sources={
        "story": article("paper", "photograph", on=("minister-said", {"source": "customs-said", "how": "quotes"})),
        "minister-said": said("ministry"),
        "customs-said": said("customs", "customs-record"),
    },
)


@pytest.mark.parametrize(
    ("lines", "expected", "kinds"),
    [
        (["story own"], (1, 1, 1), ["photograph"]),
        (["story own", "story from ministry"], (1, 2, 2), ["photograph", "official-assertion"]),
        (
            ["story own", "story from ministry", "story from customs"],
            (1, 3, 3),
            ["photograph", "official-assertion", "customs-record"],
        ),
        (["story unsaid"], (1, 1, 3), ["photograph", "official-assertion", "customs-record"]),
    ],
    ids=["own", "two", "three", "unsaid"],
)
def test_one_article_counts_by_what_in_it_is_cited(
    lines: list[str], expected: tuple[int, int, int], kinds: list[str]
) -> None:
    """It is always one report: what it carries is what differs."""
    assert numbers(MIXED, *lines) == expected
    assert list(counted(MIXED, *lines).kinds) == kinds


def test_an_article_that_carries_several_stories_is_not_counted_by_a_guess() -> None:
    with pytest.raises(Misread) as caught:
        counted(MIXED, "story")
    assert caught.value.advice.endswith("say own, from customs, from ministry or unsaid")


def test_five_copies_of_one_report_are_one_origin() -> None:
    ledger = small(
        sources={
            "wire": article("agency", "own-inquiry"),
            "copied": article("post", on=({"source": "wire", "how": "quotes"},)),
            "rewritten": article("herald", on=({"source": "wire", "how": "rewrites"},)),
            "translated": article("zeitung", on=({"source": "rewritten", "how": "translates"},)),
            "gathered": article("digest", on=("copied", "translated", "wire")),
        }
    )
    cited = ["wire", "copied", "rewritten", "translated", "gathered"]
    assert [numbers(ledger, *cited[:n]) for n in (1, 2, 3, 4, 5)] == [(n, 1, 1) for n in (1, 2, 3, 4, 5)]
    assert numbers(ledger, "gathered") == (1, 1, 1)
    assert counted(ledger, *cited).origins == ("wire",)


def test_satellite_images_and_an_official_are_two_of_different_kinds() -> None:
    sources = {
        "images": article("watchers", "satellite-imagery"),
        "statement": article("ministry", "official-assertion"),
    }
    ledger = small(sources=sources)
    assert numbers(ledger, "images", "statement") == (2, 2, 2)
    assert counted(ledger, "images", "statement").mixed
    assert not counted(ledger, "images").mixed


def test_two_that_know_it_in_the_same_way_are_not_mixed() -> None:
    """One way in common is enough: the pictures may be the same picture."""
    ledger = small(
        sources={
            "a": article("a-press", "satellite-imagery"),
            "b": article("b-press", "satellite-imagery", "photograph"),
            "c": article("c-press", "photograph"),
        }
    )
    assert not counted(ledger, "a", "b").mixed
    assert counted(ledger, "a", "b", "c").mixed
    assert numbers(ledger, "a", "b", "c") == (3, 3, 3)


def test_what_an_originator_knows_elsewhere_counts_as_its_way_too() -> None:
    """A ministry that shows a photograph and also speaks is not apart in kind from another's photograph."""
    sources = {
        "speech": article("ministry", "official-assertion"),
        "film": article("ministry", "photograph"),
        "picture": article("press", "photograph"),
    }
    ledger = small(sources=sources)
    assert counted(ledger, "speech", "picture").mixed
    assert not counted(ledger, "speech", "film", "picture").mixed
    assert numbers(ledger, "speech", "film", "picture") == (3, 2, 2)


def test_kinds_that_differ_mean_nothing_where_one_may_have_it_from_the_other() -> None:
    """Else a paper that does not say how it knows would lend its source a second kind."""
    ledger = small(sources={"images": article("watchers", "satellite-imagery"), "vague": article("p", "not-stated")})
    assert not counted(ledger, "images", "vague").mixed


BODIES = {
    "state": body(),
    "ministry": body("state"),
    "fleet": body("ministry"),
    "customs": body("state"),
    "abroad": body(),
}
STATE = small(
    actors=BODIES,
    sources={f"{by}-said": article(by, "official-assertion") for by in BODIES},
)


@pytest.mark.parametrize(
    ("cited", "lower", "upper"),
    [
        (["ministry", "customs"], 1, 2),
        (["ministry", "fleet"], 1, 2),
        (["fleet", "customs"], 1, 2),
        (["state", "fleet"], 1, 2),
        (["state", "ministry", "fleet", "customs"], 1, 4),
        (["customs", "abroad"], 2, 2),
        (["customs", "fleet", "abroad"], 2, 3),
    ],
)
def test_bodies_of_one_government_may_speak_from_one_file(cited: list[str], lower: int, upper: int) -> None:
    assert numbers(STATE, *(f"{by}-said" for by in cited)) == (len(cited), lower, upper)


def test_two_officials_of_one_ministry_whom_two_papers_quote_are_one_originator() -> None:
    ledger = small(
        actors={"ministry": body()},
        sources={
            "one-said": said("ministry", who="one official"),
            "other-said": said("ministry", who="another official"),
            "post-story": article("post", on=("one-said",)),
            "herald-story": article("herald", on=("other-said",)),
        },
    )
    assert numbers(ledger, "post-story", "herald-story") == (2, 1, 1)
    assert len(counted(ledger, "post-story", "herald-story").origins) == 2


def voices(one: str, other: str) -> tuple[int, int, int]:
    """Return the numbers of two papers, each of which quotes a voice that knows in its own way."""
    ledger = small(
        sources={
            "one": said("post", one),
            "other": said("herald", other),
            "post-story": article("post", on=("one",)),
            "herald-story": article("herald", on=("other",)),
        }
    )
    return numbers(ledger, "post-story", "herald-story")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unnamed-witness", "unnamed-witness"),
        ("unnamed-official", "unnamed-official"),
        ("unnamed-official", "official-assertion"),
        ("unnamed-witness", "named-witness"),
    ],
)
def test_a_voice_without_a_name_may_be_the_one_whom_another_paper_has(one: str, other: str) -> None:
    assert voices(one, other) == voices(other, one) == (2, 1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unnamed-witness", "unnamed-official"),
        ("unnamed-witness", "official-assertion"),
        ("unnamed-official", "named-witness"),
        ("unnamed-official", "photograph"),
        ("official-assertion", "official-assertion"),
    ],
)
def test_voices_that_cannot_be_the_same_are_two(one: str, other: str) -> None:
    """Two officials who are named are two, and one who saw it is none who speaks for an office."""
    assert voices(one, other) == voices(other, one) == (2, 2, 2)


def test_two_unnamed_people_of_one_paper_are_one_to_two() -> None:
    """The paper does not say that they are two: it may have asked one person twice."""
    ledger = small(
        sources={
            "one": said("post", "unnamed-witness"),
            "other": said("post", "unnamed-witness"),
            "first": article("post", on=("one",)),
            "second": article("post", on=("other",)),
        }
    )
    assert numbers(ledger, "first", "second") == (2, 1, 2)


def test_a_voice_without_a_name_beside_other_knowledge_is_no_doubt() -> None:
    """The photograph is the paper's own, whoever else spoke to it."""
    ledger = small(
        sources={
            "a": article("a-press", "unnamed-witness", "photograph"),
            "b": article("b-press", "unnamed-witness"),
            "c": article("c-press", "named-witness"),
        }
    )
    assert numbers(ledger, "a", "c") == (2, 2, 2)
    assert numbers(ledger, "b", "c") == (2, 1, 2)


def test_what_does_not_say_how_it_knows_may_have_it_from_anybody() -> None:
    others = {f"s{n}": article(f"p{n}", kind) for n, kind in enumerate(["satellite-imagery", "document", "photograph"])}
    ledger = small(
        sources=others | {"vague": article("vague", "not-stated"), "half": article("half", "document", "not-stated")}
    )
    assert numbers(ledger, "vague", "s0") == (2, 1, 2)
    assert numbers(ledger, "half", "s0") == (2, 1, 2)
    assert numbers(ledger, "vague", "half") == (2, 1, 2)
    assert numbers(ledger, "vague", "half", *others) == (5, 3, 5)
    assert numbers(ledger, "vague") == (1, 1, 1)


def test_passing_on_goes_one_step_and_reaches_the_bodies_of_whom_it_names() -> None:
    actors = {
        "state": body(),
        "customs": body("state"),
        "team": body(draws_on="state"),
        "court": body(draws_on="team"),
        "panel": body(draws_on="state"),
    }
    ledger = small(actors=actors, sources={f"{by}-said": article(by, "document") for by in actors})
    assert numbers(ledger, "team-said", "state-said") == (2, 1, 2)
    assert numbers(ledger, "customs-said", "team-said") == (2, 1, 2)
    assert numbers(ledger, "court-said", "team-said") == (2, 1, 2)
    assert numbers(ledger, "court-said", "state-said") == (2, 2, 2)
    assert numbers(ledger, "court-said", "team-said", "state-said") == (3, 2, 3)
    # Two who draw on the same third are two: the decision is written down in docs/decisions.
    assert numbers(ledger, "team-said", "panel-said") == (2, 2, 2)


def test_the_lower_bound_is_the_largest_set_not_the_first_that_is_found() -> None:
    """Five in a ring, each passing on the next: two of them can stand apart, never three."""
    ring = {f"b{n}": body(draws_on=f"b{(n + 1) % 5}") for n in range(5)}
    ledger = small(actors=ring, sources={f"s{n}": article(f"b{n}", "document") for n in range(5)})
    assert numbers(ledger, *(f"s{n}" for n in range(5))) == (5, 2, 5)
    assert numbers(ledger, "s0", "s1", "s2", "s3") == (4, 2, 4)
    assert numbers(ledger, "s0", "s1", "s2") == (3, 2, 3)


CHOICES = small(
    sources={
        "left": article("left", on=("a", "b")),
        "right": article("right", on=("b", "a")),
        "far": article("far", on=("c", "d")),
        "near": article("near", on=("b", "c")),
    }
    | {id: article(f"{id}-press", "document") for id in "abcd"}
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["left unsaid"], (1, 1, 2)),
        (["left unsaid", "a"], (2, 1, 2)),
        (["left unsaid", "a", "b"], (3, 2, 2)),
        (["left unsaid", "c"], (2, 2, 3)),
        (["left unsaid", "right unsaid"], (2, 1, 2)),
        (["left unsaid", "far unsaid"], (2, 2, 4)),
        (["left unsaid", "near unsaid"], (2, 1, 3)),
        (["left unsaid", "near unsaid", "far unsaid"], (3, 2, 4)),
    ],
)
def test_a_report_that_does_not_say_from_whom_is_one_choice(lines: list[str], expected: tuple[int, int, int]) -> None:
    """It may be any of its sources, so it stands apart only from what is none of them."""
    assert numbers(CHOICES, *lines) == expected


def test_a_choice_may_rest_on_whatever_one_of_its_members_may() -> None:
    actors = {"state": body(), "navy": body("state"), "army": body("state")}
    ledger = small(
        actors=actors,
        sources={
            "navy-said": said("navy"),
            "army-said": article("army", "official-assertion"),
            "images": article("watchers", "satellite-imagery"),
            "story": article("post", "photograph", on=("navy-said",)),
        },
    )
    assert numbers(ledger, "story unsaid", "army-said") == (2, 1, 3)
    assert numbers(ledger, "story unsaid", "army-said", "images") == (3, 2, 4)


def test_what_a_retelling_altered_leads_to_nobody() -> None:
    edge = {"source": "wire", "altered": "10 became 100"}
    ledger = small(sources={"wire": article("agency", "document"), "retold": article("post", on=(edge,))})
    count = counted(ledger, "retold altered")
    assert (count.reports, count.lower, count.upper) == (1, 0, 0)
    assert (count.origins, count.kinds, count.mixed) == ((), (), False)
    assert numbers(ledger, "retold altered", "wire") == (2, 1, 1)


def test_who_signs_nothing_is_an_originator_of_its_own() -> None:
    """At most two hands wrote two pages that nobody signs; a paper's two pages were written by the paper."""
    unsigned = {id: article("unnamed", "inference") for id in ("a", "b")}
    signed = {id: article("post", "inference") for id in ("c", "d")}
    ledger = small(sources=unsigned | signed)
    assert ledger.evidence.makers(parse(id) for id in "abcd") == ("a", "b", "post")
    assert counted(ledger, "a", "b").upper == 2
    assert numbers(ledger, "c", "d") == (2, 1, 1)


def test_a_choice_may_be_the_unsigned_page_that_is_cited_beside_it() -> None:
    """It has no body that would tie the two: it is the same page."""
    sources = {
        "page": article("unnamed", "document"),
        "paper": article("press", "photograph"),
        "story": article("post", on=("page", "paper")),
    }
    assert numbers(small(sources=sources), "story unsaid", "page") == (2, 1, 2)


def test_reports_are_counted_by_sources_not_by_citations() -> None:
    lines = ["story own", "story from ministry", "story from ministry", "story unsaid"]
    assert counted(MIXED, *lines).reports == 1
    assert numbers(CHOICES, "a", "a", "b", "left unsaid") == (3, 2, 2)


def test_nothing_cited_is_nothing_counted() -> None:
    assert numbers(MIXED) == (0, 0, 0)


def test_a_flow_and_an_entry_count_the_claims_that_report_them() -> None:
    """Background has sources too, but they did not see this cargo."""
    flow = {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": "coal"}
    claims = {
        "c1": {"says": "Coal left.", "flows": ["f1"], "sources": ["a"]},
        "c2": {"says": "Coal left twice.", "flows": ["f1", "f2"], "sources": ["b", "left unsaid"]},
        "c3": {"says": "The mine is old.", "sources": ["c", "d"]},
    }
    sources = {"left": article("left", on=("a", "b"))} | {id: article(f"{id}-press", "document") for id in "abcd"}
    ledger = small(sources=sources, transactions={"entry": entry(claims, flows={"f1": flow, "f2": flow})})
    record = ledger.transactions["entry"]
    found = [of_flow(ledger.evidence, record, FlowId(id)) for id in ("f1", "f2")] + [of_entry(ledger.evidence, record)]
    assert [(one.reports, one.lower, one.upper) for one in found] == [(3, 2, 2), (2, 1, 2), (3, 2, 2)]


def test_a_count_names_each_kind_once() -> None:
    assert counted(CHOICES, "a", "b", "c").kinds == (KnowledgeKind.DOCUMENT,)
