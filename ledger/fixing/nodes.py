"""The nodes of a file as libyaml composes them: with where each begins and ends, and how it was written."""

from collections.abc import Iterator

import yaml

from ledger.fixing.fields import NOWHERE, Place


def composed(text: str) -> yaml.Node:
    """Return the root of a text that the strict reader takes; its marks are offsets into the text."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    return root


def scalars(node: yaml.Node, place: Place) -> Iterator[tuple[yaml.ScalarNode, Place]]:
    """Yield each scalar in the order of the text with the place it stands at; keys have none."""
    if isinstance(node, yaml.ScalarNode):
        yield node, place
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item, place.item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, NOWHERE
            yield from scalars(value, place.under(key.value))
