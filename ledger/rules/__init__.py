"""The rules that whole records and the ledger must meet, one small module each.

A rule's docstring is its public explanation: what is wrong, why that matters, an example that fails and one that
passes. The order here is the order of the codes.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

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
        try:
            for found in each.check(ledger):
                if found.gone:
                    yield Problem(Mark(_place(ledger, found)), each.code.name, found.message)
                    continue
                document = documents[found.kind, found.id]
                yield document.problem(found.path, each.code, found.message, key=found.key)
        except Exception as error:
            what = f'the rule "{each.name}" failed: {type(error).__name__}: {error}; please report it'
            yield Problem(Mark("entries"), CRASHED.name, what)


def _place(ledger: Ledger, found: Finding) -> str:
    """Return where the file of a record would be: beside those of the others."""
    root = PurePosixPath(ledger.documents[0].path).parents[1] if ledger.documents else PurePosixPath("entries")
    return f"{root}/{found.kind}/{found.id}.yaml"
