"""Every word that a field may take has a meaning: editors and the field reference show it."""

import pytest

from ledger.model import words
from ledger.model.words import Word

LISTS = [
    value for value in vars(words).values() if isinstance(value, type) and issubclass(value, Word) and value is not Word
]


def test_the_lists_are_found() -> None:
    assert len(LISTS) >= 20


@pytest.mark.parametrize("kind", LISTS)
def test_every_word_means_something(kind: type[Word]) -> None:
    assert kind.__doc__
    for word in kind:
        assert word.meaning, word
        assert word.meaning[0].islower() or word.meaning.startswith("`"), word
        assert not word.meaning.endswith("."), word


@pytest.mark.parametrize("kind", LISTS)
def test_no_two_words_mean_the_same(kind: type[Word]) -> None:
    assert len({word.meaning for word in kind}) == len(kind)


@pytest.mark.parametrize("kind", LISTS)
def test_words_are_written_without_quotes(kind: type[Word]) -> None:
    """A word such as ``no`` would be a falsehood to other readers of YAML."""
    import yaml

    for word in kind:
        assert not word.value or yaml.safe_load(word.value) == word.value


def test_a_word_is_its_text() -> None:
    assert words.RelationKind("same_vessel") is words.RelationKind.SAME_VESSEL
    assert str(words.Stage.SEIZED) == "seized" == words.Stage.SEIZED.value


def test_readers_see_it_without_hyphens() -> None:
    assert words.Mode.SHIP_TO_SHIP.plain == "ship to ship"
    assert words.RelationKind.PART_OF.plain == "part of"
