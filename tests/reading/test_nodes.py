"""A path into a record finds its place in the file, or the nearest place that is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.reading.nodes import Listing, Mapping, Node, Scalar, locate, plain
from ledger.reading.strict_yaml import compose

TEXT = """\
title: Coal
when: {date: 2024}
flows:
  f1:
    from: KP
    commodities: [coal, ore]
list:
  - one
  - two: 2
"""


@pytest.fixture(scope="module")
def root() -> Mapping:
    root, troubles = compose(TEXT)
    assert root is not None
    assert not troubles
    return root


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 8), (1, 1)),
        (("when",), (2, 7), (2, 1)),
        (("when", "date"), (2, 14), (2, 8)),
        (("flows", "f1"), (5, 5), (4, 3)),
        (("flows", "f1", "commodities", 1), (6, 25), (6, 25)),
        (("list", 1, "two"), (9, 10), (9, 5)),
    ],
)
def test_a_path_leads_to_its_value_or_its_key(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int], root: Mapping
) -> None:
    assert locate(root, path) == value
    assert locate(root, path, key=True) == key


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("summary",), (1, 1)),
        (("when", "words"), (2, 1)),
        (("flows", "f1", "to"), (4, 3)),
        (("flows", "f2", "to"), (3, 1)),
        (("list", 0, "source"), (8, 5)),
        (("list", 1, "three"), (9, 5)),
        (("list", 7), (7, 1)),
        (("list", -1), (7, 1)),
        (("list", "one"), (7, 1)),
        (("title", "x", "y"), (1, 8)),
    ],
)
def test_what_is_missing_is_placed_at_the_deepest_part_that_exists(
    path: tuple[str | int, ...], place: tuple[int, int], root: Mapping
) -> None:
    """The eye falls on the name of the thing that lacks something."""
    assert locate(root, path) == place


def test_a_number_is_no_key_of_a_mapping(root: Mapping) -> None:
    assert locate(root, (0,)) == (1, 1)


def test_plain_data_keeps_every_text_and_order(root: Mapping) -> None:
    assert plain(root) == {
        "title": "Coal",
        "when": {"date": "2024"},
        "flows": {"f1": {"from": "KP", "commodities": ["coal", "ore"]}},
        "list": ["one", {"two": "2"}],
    }
    assert list(root.values) == ["title", "when", "flows", "list"]


scalars = st.builds(Scalar, st.just((1, 1)), st.text(max_size=3))


def _mapping(values: dict[str, Node]) -> Mapping:
    return Mapping((1, 1), values, dict.fromkeys(values, (1, 1)))


nodes: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.builds(Listing, st.just((1, 1)), st.lists(inner, max_size=3)),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(_mapping),
    ),
    max_leaves=8,
)
steps = st.lists(st.one_of(st.sampled_from("abcd"), st.integers(-2, 4)), max_size=6)


@given(nodes, steps, st.booleans())
def test_locate_never_fails(node: Node, path: list[str | int], key: bool) -> None:
    """It is called with whatever path a validator reports."""
    line, column = locate(node, path, key=key)
    assert line >= 1
    assert column >= 1
