"""Made-up ledgers are valid, always the same, and shaped like the real one."""

import re
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from bench.casting import Records, cast
from bench.moulds import Moulds
from bench.synthetic import write
from ledger.checking import Checked, check_tree
from tests.helpers import ENTRIES, lines

SIZE = 1000


@pytest.fixture(scope="module")
def moulds() -> Moulds:
    return Moulds.read(ENTRIES)


@pytest.fixture(scope="module")
def records(moulds: Moulds) -> Records:
    return cast(moulds, SIZE, seed=1)


@pytest.fixture(scope="module")
def folder(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic") / "entries"
    write(records, folder)
    return folder


@pytest.fixture(scope="module")
def checked(folder: Path) -> Checked:
    return check_tree(folder)


def test_it_passes_the_check_with_few_warnings(checked: Checked) -> None:
    assert lines(checked.errors) == []
    assert len(checked.problems) <= SIZE // 20


def test_further_copies_pass_the_check(moulds: Moulds, tmp_path: Path) -> None:
    """The first copy is whole, the second a part."""
    size = len(moulds.raw) + 300
    made = cast(moulds, size, seed=2)
    write(made, tmp_path / "entries")
    assert lines(check_tree(tmp_path / "entries").errors) == []
    assert len(made) == pytest.approx(size, abs=30)


def test_the_same_seed_gives_the_same_ledger(moulds: Moulds, records: Records) -> None:
    assert cast(moulds, 120, seed=1) == cast(moulds, 120, seed=1)
    assert cast(moulds, 120, seed=1) != cast(moulds, 120, seed=2)


def test_each_kind_has_its_share(moulds: Moulds, records: Records) -> None:
    made = Counter(kind for kind, _ in records)
    assert made.total() == SIZE
    for kind, ids in moulds.kinds.items():
        assert made[kind] == pytest.approx(SIZE * len(ids) / len(moulds.raw), abs=1)


def test_it_is_as_rich_as_the_real_ledger(moulds: Moulds, checked: Checked) -> None:
    real, made = moulds.ledger, checked.ledger
    for of in (
        lambda ledger: [len(entry.claims) for entry in ledger.transactions.values()],
        lambda ledger: [len(c.sources) for entry in ledger.transactions.values() for c in entry.claims.values()],
        lambda ledger: [len(c.says.split()) for entry in ledger.transactions.values() for c in entry.claims.values()],
        lambda ledger: [len(list(ledger.evidence.sources.above(id))) for id in ledger.sources],
        lambda ledger: [len(document.data) for document in ledger.documents],
    ):
        assert mean(of(made)) == pytest.approx(mean(of(real)), rel=0.25)


def test_no_name_of_the_real_ledger_is_left(moulds: Moulds, folder: Path) -> None:
    names = {actor.name for actor in moulds.ledger.actors.values() if len(actor.name) > 6}
    text = "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml")))
    assert [name for name in sorted(names) if re.search(rf"\b{re.escape(name)}\b", text)] == []
