"""What must hold of counting whatever the graph of sources is."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ledger.evidence.independence import Evidence
from ledger.model.citations import parse
from tests.helpers import ledger_of

ACTORS = {
    "actors/state.yaml": "name: State\nkind: government\n",
    "actors/army.yaml": "name: Army\nkind: agency\npart_of: state\n",
    "actors/navy.yaml": "name: Navy\nkind: agency\npart_of: state\n",
    "actors/team.yaml": "name: Team\nkind: agency\ndraws_on: [{actor: army, why: it says so}]\n",
    "actors/paper.yaml": "name: Paper\nkind: publisher\n",
    "actors/post.yaml": "name: Post\nkind: publisher\n",
}
MAKERS = ["army", "navy", "team", "paper", "post", "unnamed"]
KINDS = ["document", "official-assertion", "unnamed-official", "unnamed-witness", "named-witness", "not-stated"]


@st.composite
def _graphs(draw: st.DrawFn) -> dict[str, str]:
    """Return sources s0, s1, …, each of which may rest on those before it: no circles can arise."""
    files = dict(ACTORS)
    for number in range(draw(st.integers(1, 8))):
        above = draw(st.lists(st.integers(0, number - 1), unique=True, max_size=3)) if number else []
        own = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=2, min_size=0 if above else 1))
        lines = ["kind: article", f"by: {draw(st.sampled_from(MAKERS))}", "access: read"]
        lines += [f"own: [{', '.join(own)}]"] if own else []
        lines += [f"relies_on: [{', '.join(f's{i}' for i in above)}]"] if above else []
        files[f"sources/s{number}.yaml"] = "\n".join(lines) + "\n"
    return files


def _number(files: dict[str, str]) -> int:
    return sum(name.startswith("sources/") for name in files)


def _citation(evidence: Evidence, number: int, choice: int) -> str:
    """Return a citation of a source that can be followed: one of its makers, or that it does not say which."""
    makers = sorted({evidence.sources.maker(end) for end in evidence.sources.ends(f"s{number}")})
    if len(makers) == 1:
        return f"s{number}"
    ways = [f"s{number} from {maker}" for maker in makers] + [f"s{number} unsaid"]
    return ways[choice % len(ways)]


@given(_graphs(), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 9)), min_size=1, max_size=6), st.randoms())
def test_order_never_matters_and_no_citation_lowers_a_bound(
    files: dict[str, str], picks: list[tuple[int, int]], random: Random
) -> None:
    evidence = Evidence(ledger_of(files))
    lines = [_citation(evidence, number % _number(files), choice) for number, choice in picks]
    citations = [parse(line) for line in lines]
    count = evidence.count(citations)
    assert 1 <= count.lower <= count.upper
    shuffled = random.sample(citations, len(citations))
    again = evidence.count(shuffled)
    assert (again.reports, again.lower, again.upper, again.mixed) == (
        count.reports,
        count.lower,
        count.upper,
        count.mixed,
    )
    fewer = evidence.count(citations[:-1])
    assert fewer.lower <= count.lower
    assert fewer.upper <= count.upper


@given(_graphs())
def test_a_retelling_never_changes_a_count(files: dict[str, str]) -> None:
    """Ten papers that print one wire are ten reports of one origin."""
    last = f"s{_number(files) - 1}"
    before = Evidence(ledger_of(files))
    unsaid = " unsaid" if len({before.sources.maker(end) for end in before.sources.ends(last)}) > 1 else ""
    retold = {f"sources/r{i}.yaml": f"kind: article\nby: post\naccess: read\nrelies_on: [{last}]\n" for i in range(3)}
    after = Evidence(ledger_of(files | retold))
    one, many = before.count([parse(last + unsaid)]), after.count([parse(f"r{i}{unsaid}") for i in range(3)])
    assert (many.reports, many.lower, many.upper) == (3, one.lower, one.upper)
