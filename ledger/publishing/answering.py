"""Whether every address that was ever published still answers on a built site."""

from collections.abc import Iterable, Set

from ledger.exports.api import record_path
from ledger.problems.problem import Mark, Problem
from ledger.publishing import codes
from ledger.reading.releases import Key
from ledger.resolving.published import Published
from ledger.views.links import path


def unanswered(files: Set[str], published: Published) -> list[Problem]:
    """Return a problem for each page and each JSON of a published id that is not among ``files``, by kind and id."""
    state = published.newest
    ids: Iterable[Key] = {*state.records, *state.moved, *state.gone}
    return [
        Problem(Mark(name), codes.NO_ANSWER.name, "this was published, and nothing is there now")
        for key in sorted(ids)
        for name in (path(*key), record_path(*key))
        if name not in files
    ]
