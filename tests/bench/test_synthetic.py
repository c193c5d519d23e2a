"""Made-up ledgers are valid, always the same, and shaped like the real one."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest

from bench.casting import cast
from bench.moulds import Moulds
from bench.synthetic import write
from ledger.checking import Checked, check_tree
from ledger.reckoned import Reckoned
from tests.conftest import Synthetic
from tests.helpers import lines

SIZE = 1000


@pytest.fixture(scope="module")
def checked(synthetic: Synthetic) -> Checked:
    return check_tree(synthetic(SIZE))


def test_it_passes_the_check_with_few_warnings(checked: Checked) -> None:
    assert lines(checked.errors) == []
    assert len(checked.problems) <= SIZE // 15


def test_further_copies_pass_the_check(moulds: Moulds, tmp_path: Path) -> None:
    """The first copy is whole, the second a part."""
    size = len(moulds.raw) + 300
    made = cast(moulds, size, seed=2)
    write(made, tmp_path / "entries")
    assert lines(check_tree(tmp_path / "entries").errors) == []
    assert len(made) == pytest.approx(size, abs=30)


def test_the_same_seed_gives_the_same_ledger(moulds: Moulds) -> None:
    assert cast(moulds, 120, seed=1) == cast(moulds, 120, seed=1)
    assert cast(moulds, 120, seed=1) != cast(moulds, 120, seed=2)


def test_each_kind_has_its_share(moulds: Moulds, checked: Checked) -> None:
    made = Counter(document.kind for document in checked.ledger.documents)
    assert made.total() == SIZE
    for kind, ids in moulds.kinds.items():
        assert made[kind] == pytest.approx(SIZE * len(ids) / len(moulds.raw), abs=1)


WHAT: dict[str, Callable[[Reckoned], list[int]]] = {
    "claims of a transaction": lambda ledger: [len(entry.claims) for entry in ledger.transactions.values()],
    "citations of a claim": lambda ledger: [
        len(claim.sources) for entry in ledger.transactions.values() for claim in entry.claims.values()
    ],
    "words of a claim": lambda ledger: [
        len(claim.says.split()) for entry in ledger.transactions.values() for claim in entry.claims.values()
    ],
    "actors of a transaction": lambda ledger: [len(entry.actors) for entry in ledger.transactions.values()],
    "sources that a source rests on": lambda ledger: [
        len(list(ledger.evidence.sources.above(id))) for id in ledger.sources
    ],
    "bytes of a file": lambda ledger: [len(document.data) for document in ledger.documents],
}


@pytest.mark.parametrize("what", WHAT)
def test_it_is_as_rich_as_the_real_ledger(what: str, moulds: Moulds, checked: Checked) -> None:
    assert mean(WHAT[what](checked.ledger)) == pytest.approx(mean(WHAT[what](moulds.ledger)), rel=0.25)


def test_no_name_of_the_real_ledger_is_left(moulds: Moulds, checked: Checked) -> None:
    names = {actor.name for actor in moulds.ledger.actors.values() if len(actor.name) > 8}
    text = b"\n".join(document.data for document in checked.ledger.documents).decode()
    assert [name for name in sorted(names) if name in text] == []
