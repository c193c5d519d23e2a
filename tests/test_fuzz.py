"""The fuzzer for a moment, with the same inputs each time; by hand (``tests/fuzz.py``) it runs as long as one likes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.checking import CODES, ID_FORMS, check_tree
from tests.fuzz import INPUTS, Files, holds, mini
from tests.helpers import write

EXAMPLES = {"bytes": 20, "text": 30, "torn": 20, "changed": 40, "thinned": 10}


@pytest.mark.parametrize("kind", INPUTS)
def test_whatever_stands_in_the_entries_a_check_has_an_answer(kind: str) -> None:
    @settings(max_examples=EXAMPLES[kind])
    @given(INPUTS[kind])
    def test(files: Files) -> None:
        holds(kind, files)

    test()


def test_the_ledger_in_miniature_is_printed() -> None:
    """Else nothing that is nearly right would be."""
    assert holds("as it is", mini()).problems == ()


NAMES = st.sampled_from(
    (*ID_FORMS, "x", "a.yaml", "A.yaml", "con.yaml", "a b.yaml", ".yaml", "é.yaml", "..yaml", "a.md", "KP.yaml")
)


@settings(max_examples=40)
@given(st.dictionaries(st.lists(NAMES, min_size=1, max_size=4).map("/".join), st.sampled_from(["", "name: x\n", None])))
def test_whatever_the_files_are_called_a_check_has_an_answer(
    tmp_path_factory: pytest.TempPathFactory, names: dict[str, str | None]
) -> None:
    root: Path = tmp_path_factory.mktemp("tree") / "entries"
    root.mkdir()
    for name, content in names.items():
        path = root / name
        if path.exists() or any(parent.is_file() for parent in path.parents):
            continue
        if content is None:
            path.mkdir(parents=True)
        else:
            write(root, {name: content})
    problems = check_tree(root).problems
    assert problems
    assert all(problem.code in CODES and problem.code != "E300" and problem.mark.line >= 1 for problem in problems)
