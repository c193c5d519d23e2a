"""What a draft leaves open: a word that no field takes, so that nothing unfinished can pass as a fact."""

from collections.abc import Iterator

from ledger.reading.nodes import Plain

BLANK = "FILL-IN"
"""Stands where something is still to be filled in; a text that holds it is no value, whatever its field."""


def blanks(value: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    """Yield the path of every text that is still open, and whether it is the name of the last step that is."""
    match value:
        case str():
            if BLANK in value:
                yield path, False
        case list():
            for index, item in enumerate(value):
                yield from blanks(item, (*path, index))
        case dict():
            for key, item in value.items():
                if BLANK in key:
                    yield (*path, key), True
                yield from blanks(item, (*path, key))
