"""The rules that whole records and the ledger must meet, one small module each.

A rule's docstring is its public explanation: what is wrong, why that matters, an example that fails and one that
passes. The order here is the order of the codes.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePosixPath

from ledger.model.document import Document
from ledger.problems.bounding import MAX_ALL, MAX_PROBLEMS
from ledger.problems.code import Code
from ledger.problems.problem import Mark, Problem
from ledger.resolving.ledger import Ledger
from ledger.rules import (
    circles,
    citations,
    claim_shape,
    cycles,
    disagreements,
    flows_without_claims,
    heights,
    history,
    ids,
    imo_numbers,
    later_than_sources,
    loaded_words,
    near_duplicates,
    outside_flows,
    people,
    provisions,
    published,
    relations,
    responses,
    roles,
    source_shape,
    uncited,
)
from ledger.rules.rule import Finding, Rule, rule

RULES: tuple[Rule, ...] = tuple(
    rule(module)
    for module in (
        flows_without_claims,
        claim_shape,
        source_shape,
        people,
        responses,
        cycles,
        citations,
        outside_flows,
        ids,
        roles,
        imo_numbers,
        provisions,
        disagreements,
        relations,
        history,
        circles,
        later_than_sources,
        published,
        heights,
        loaded_words,
        uncited,
        near_duplicates,
    )
)

CRASHED = Code.of(
    "E300",
    """A rule of the program failed on this ledger.

    That is a fault of the program, not of the entry: please report it with the entry.

    Fails::

        # ledger/rules/example.py
        def check(ledger):
            yield ledger.no_such_thing

    Passes::

        # ledger/rules/example.py
        def check(ledger):
            yield from ()
    """,
)


def findings(ledger: Ledger, rules: Iterable[Rule] = RULES) -> Iterator[Problem]:
    """Yield what the rules find in a ledger, each at its place; a rule that crashes becomes a problem with its name."""
    documents = {(document.kind, document.id): document for document in ledger.documents}
    for each in rules:
        found: dict[str, list[tuple[Document, Finding]]] = {}
        crash = None
        try:
            # No more than will be shown, and one that tells that there is more.
            for finding in islice(each.check(ledger), MAX_ALL + 1):
                if finding.gone:
                    yield Problem(Mark(_place(ledger, finding)), each.code.name, finding.message)
                    continue
                document = documents[finding.kind, finding.id]
                found.setdefault(document.path, []).append((document, finding))
        except Exception as error:
            crash = f'the rule "{each.name}" failed: {type(error).__name__}: {error}; please report it'
        # File by file: to find a place in one, it is read again.
        for of_file in found.values():
            for document, finding in of_file[: MAX_PROBLEMS + 1]:
                yield document.problem(finding.path, each.code, finding.message, key=finding.key)
        if crash:
            yield Problem(Mark("entries"), CRASHED.name, crash)


def _place(ledger: Ledger, found: Finding) -> str:
    """Return where the file of a record would be: beside those of the others."""
    root = PurePosixPath(ledger.documents[0].path).parents[1] if ledger.documents else PurePosixPath("entries")
    return f"{root}/{found.kind}/{found.id}.yaml"
