"""Who knew it: citations are followed to the ones who knew, and five retellings of one statement stay one."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.evidence.origins import Misread, Sources
from ledger.model.citations import parse
from ledger.model.source import Source


def graph(**sources: dict[str, Any]) -> Sources:
    """Return sources by id (underscores for hyphens): articles that were read, each by an actor of its own name."""
    usual = {"kind": "article", "access": "read"}
    return Sources(
        {
            id: Source.model_validate({**usual, "by": f"{id}-press", **fields}, context={"id": id})
            for id, fields in ((name.replace("_", "-"), fields) for name, fields in sources.items())
        }
    )


def said(by: str, kind: str = "official-assertion", **fields: Any) -> dict[str, Any]:
    """A statement that nobody here read."""
    return {"kind": "statement", "title": "What was said", "access": "relayed", "by": by, "own": [kind], **fields}


# An article that knows a part itself and quotes two officials for the rest.
MIXED = graph(
    article={"own": ["photograph"], "relies_on": ["minister-said", {"source": "customs-said", "how": "quotes"}]},
    minister_said=said("ministry"),
    customs_said=said("customs"),
)


def makers(sources: Sources, *citations: str) -> set[str]:
    return {sources.maker(origin) for citation in citations for origin in sources.reached(parse(citation))}


def misread(sources: Sources, citation: str) -> str:
    """Return the advice that the citation gets."""
    with pytest.raises(Misread) as caught:
        sources.reached(parse(citation))
    return caught.value.advice


def test_one_article_is_cited_for_three_originators() -> None:
    assert MIXED.reached(parse("article own")) == ("article",)
    assert MIXED.reached(parse("article from ministry")) == ("minister-said",)
    assert MIXED.reached(parse("article from customs")) == ("customs-said",)
    assert makers(MIXED, "article own", "article from ministry", "article from customs") == {
        "article-press", "ministry", "customs",
    }  # fmt: skip


def test_unsaid_is_one_choice_among_all_of_them() -> None:
    assert set(MIXED.reached(parse("article unsaid"))) == {"article", "minister-said", "customs-said"}


def test_a_bare_citation_of_it_says_too_little() -> None:
    """A guess here would be a figure on the page that no source bears out."""
    advice = misread(MIXED, "article")
    assert advice == '"article" leads to several originators; say own, from customs, from ministry or unsaid'


def test_the_origin_may_be_named_by_the_id_of_its_source() -> None:
    assert MIXED.reached(parse("article from customs-said")) == ("customs-said",)


def test_an_originator_that_it_does_not_lead_to() -> None:
    advice = misread(MIXED, "article from gazette")
    assert advice == '"article" does not lead to "gazette"; it leads to article-press, customs, ministry'


def test_what_is_only_relayed_is_not_cited() -> None:
    """Nobody here read it: the source that was read must answer for it."""
    for way in ("", " own", " unsaid", " altered", " from ministry"):
        assert "was not read" in misread(MIXED, f"minister-said{way}")


SIMPLE = graph(
    finder={"own": ["own-inquiry"]},
    teller={"relies_on": ["finder"]},
    third={"relies_on": ["teller"]},
    fourth={"relies_on": ["teller", "third", "finder"]},
    fifth={"relies_on": [{"source": "fourth", "altered": "10 became 100"}]},
)


def test_five_retellings_are_one_origin() -> None:
    cited = ("finder", "teller", "third", "fourth", "fifth")
    assert {SIMPLE.reached(parse(citation)) for citation in cited} == {("finder",)}
    assert makers(SIMPLE, *cited) == {"finder-press"}


@pytest.mark.parametrize("way", ["own", "from finder-press", "unsaid"])
def test_a_suffix_that_is_not_needed_is_refused(way: str) -> None:
    """Else one thing would be cited in two ways, and a second originator that is added later would be missed."""
    advice = misread(SIMPLE, f"finder {way}")
    assert advice.startswith('"finder" leads to one originator only; cite it without')


def test_own_needs_knowledge_of_its_own() -> None:
    two = graph(a={"relies_on": ["b", "c"]}, b=said("x"), c=said("y"))
    assert misread(two, "a own") == '"a" has no knowledge of its own; it leads to x, y'


def test_altered_leads_nowhere_and_must_be_said_above() -> None:
    assert SIMPLE.reached(parse("fifth altered")) == ()
    assert misread(SIMPLE, "fourth altered") == 'no edge at or above "fourth" says what was altered'
    above = graph(a={"relies_on": ["b"]}, b={"relies_on": [{"source": "c", "altered": "x"}]}, c={"own": ["document"]})
    assert above.reached(parse("a altered")) == ()


def test_two_statements_of_one_body_are_one_originator() -> None:
    """So the bare citation is not ambiguous, though two origins are reached."""
    two = graph(article={"relies_on": ["monday", "tuesday"]}, monday=said("ministry"), tuesday=said("ministry"))
    assert two.reached(parse("article")) == ("monday", "tuesday")
    assert makers(two, "article") == {"ministry"}
    assert "one originator only" in misread(two, "article from ministry")


def test_a_paper_that_quotes_itself_is_one_originator() -> None:
    two = graph(
        new={"by": "press", "own": ["photograph"], "relies_on": ["old"]}, old={"by": "press", "own": ["document"]}
    )
    assert makers(two, "new") == {"press"}
    assert two.reached(parse("new")) == ("new", "old")


@pytest.mark.parametrize("kind", ["unnamed-witness", "unnamed-official"])
def test_voices_without_a_name_are_makers_of_their_own(kind: str) -> None:
    """One paper's two unnamed witnesses may be two people: nobody can tell."""
    two = graph(a={"relies_on": ["one", "two"]}, one=said("press", kind), two=said("press", kind))
    assert two.maker("one") == "one"
    assert makers(two, "a from one", "a from two", "a unsaid") == {"one", "two"}
    assert misread(two, "a") == '"a" leads to several originators; say from one, from two or unsaid'


def test_a_voice_without_a_name_beside_other_knowledge_is_the_papers() -> None:
    mixed = graph(a={"by": "press", "own": ["unnamed-witness", "photograph"]})
    assert mixed.maker("a") == "press"


def test_what_nobody_signs_is_a_maker_of_its_own() -> None:
    unsigned = graph(a={"by": "unnamed", "own": ["inference"]}, b={"by": "unnamed", "own": ["inference"]})
    assert (unsigned.maker("a"), unsigned.maker("b")) == ("a", "b")
    hosted = graph(a={"by": None, "host": "a.example", "relies_on": ["b"]}, b={"own": ["document"]})
    assert hosted.reached(parse("a")) == ("b",)
    assert hosted.maker("a") == "a"


def test_a_statement_may_rest_on_another() -> None:
    """A relayed source in the middle is walked through, and gives its own part too."""
    chain = graph(a={"relies_on": ["said"]}, said=said("ministry", relies_on=["paper"]), paper={"own": ["document"]})
    assert set(chain.reached(parse("a unsaid"))) == {"said", "paper"}
    assert chain.reached(parse("a from paper-press")) == ("paper",)


def test_actors_in_between_are_not_walked() -> None:
    through = graph(a={"relies_on": [{"source": "b", "through": ["wire"]}]}, b={"own": ["document"]})
    assert makers(through, "a") == {"b-press"}


def test_a_circle_is_walked_once() -> None:
    """Rules refuse it, but what is drawn from the ledger meanwhile must come to an end."""
    circle = graph(
        a={"relies_on": ["b"]}, b={"relies_on": ["c", "a"]}, c={"own": ["document"], "relies_on": ["a", "c"]}
    )
    assert list(circle.above("a")) == ["a", "b", "c"]
    assert circle.reached(parse("a")) == circle.reached(parse("b")) == ("c",)


def test_a_circle_without_knowledge_leads_nowhere() -> None:
    """A bare citation of it reaches nothing; where a way is said, the advice says that there is nobody."""
    circle = graph(a={"relies_on": ["b"]}, b={"relies_on": ["a"]})
    assert circle.ends("a") == ()
    assert "it leads to no originator" in misread(circle, "a own")


def test_an_edge_to_an_unknown_source_is_left_out() -> None:
    """The id is a problem already; the rest goes on."""
    assert graph(a={"own": ["document"], "relies_on": ["nowhere"]}).reached(parse("a")) == ("a",)


def test_a_long_chain_is_no_deep_call() -> None:
    """Five thousand retellings must not end the program."""
    chain: dict[str, dict[str, Any]] = {f"s{n}": {"relies_on": [f"s{n + 1}"]} for n in range(5000)}
    assert graph(**chain, s5000={"own": ["document"]}).reached(parse("s0")) == ("s5000",)


ids = st.sampled_from("abcdef")
ways = st.sampled_from(["", " own", " unsaid", " altered", " from a", " from b-press", " from c"])


@st.composite
def graphs(draw: st.DrawFn) -> Sources:
    def source(own: Iterable[str], edges: Iterable[str], access: str) -> dict[str, Any]:
        return {
            "own": list(own),
            "relies_on": list(edges),
            "access": access,
            "by": draw(st.sampled_from(["x", "y", "unnamed"])),
        }

    kinds = st.lists(st.sampled_from(["document", "unnamed-witness"]), max_size=2)
    fields = st.builds(source, kinds, st.lists(ids, max_size=3), st.sampled_from(["read", "relayed"]))
    return graph(**{id: draw(fields) for id in "abcdef"})


@given(graphs(), ids, ways)
def test_any_citation_of_any_graph_is_followed_or_refused(sources: Sources, source: str, way: str) -> None:
    try:
        reached = sources.reached(parse(f"{source}{way}"))
    except Misread:
        return
    assert set(reached) <= set(sources.ends(source))
    assert way in (" altered", "") or reached


@given(graphs(), ids)
def test_each_source_that_was_read_can_be_cited_in_some_way(sources: Sources, source: str) -> None:
    """Advice that leads into a corner would be worse than none."""
    if sources.table[source].access == "relayed" or not sources.ends(source):
        return
    makers = sorted({sources.maker(end) for end in sources.ends(source)})
    if len(makers) == 1:
        assert sources.reached(parse(source))
    else:
        assert sources.reached(parse(f"{source} unsaid"))
        assert all(sources.reached(parse(f"{source} from {maker}")) for maker in makers)
