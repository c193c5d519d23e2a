"""A whole review: everything that a change of the entries does, as values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.problems.problem import Problem
from ledger.reviewing.hosts import NewHost, new_hosts
from ledger.reviewing.people import NewlyNamed, newly_named
from ledger.reviewing.records import RecordChange, record_changes, renames
from ledger.reviewing.side import Side
from ledger.reviewing.sourcing import ClaimChange, EntryChange, claim_changes, entry_changes


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Paths of generated pages below the site."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What is different. Where a side has errors, claims, entries, warnings and pages are not compared."""

    errors_before: tuple[Problem, ...]
    errors: tuple[Problem, ...]
    people: tuple[NewlyNamed, ...]
    two_approvals: bool
    """Whether a person is newly named, or may be in a file that could not be read."""
    hosts: tuple[NewHost, ...]
    records: tuple[RecordChange, ...]
    claims: tuple[ClaimChange, ...]
    entries: tuple[EntryChange, ...]
    warnings: tuple[Problem, ...]
    """Those that the change brings."""
    mended: int
    """How many warnings it takes away."""
    pages: PageChanges


def review(before: Side, after: Side) -> Review:
    """Compare two ledgers."""
    renamed = renames(before.ledger, after.ledger)
    people = tuple(newly_named(before.ledger, after.ledger, renamed))
    whole = not before.errors and not after.errors
    new, mended = _warnings(before.warnings, after.warnings)
    return Review(
        errors_before=before.errors,
        errors=after.errors,
        people=people,
        two_approvals=bool(people or after.errors),
        hosts=new_hosts(before.ledger, after.ledger),
        records=record_changes(before.ledger, after.ledger, renamed),
        claims=tuple(claim_changes(before.ledger, after.ledger, renamed)) if whole else (),
        entries=tuple(entry_changes(before.ledger, after.ledger, renamed)) if whole else (),
        warnings=new if whole else (),
        mended=mended if whole else 0,
        pages=page_changes(before.pages, after.pages) if whole else PageChanges((), (), ()),
    )


def page_changes(before: Mapping[str, str], after: Mapping[str, str]) -> PageChanges:
    """Compare pages by path."""
    return PageChanges(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(path for path in after.keys() & before.keys() if before[path] != after[path])),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def _warnings(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> tuple[tuple[Problem, ...], int]:
    """Return the warnings that are new, and how many went; a line that only moved is neither."""

    def told(problem: Problem) -> tuple[str, str, str]:
        return problem.mark.path, problem.code, problem.message

    left = Counter(map(told, before))
    new = []
    for problem in after:
        if left[told(problem)]:
            left[told(problem)] -= 1
        else:
            new.append(problem)
    return tuple(new), left.total()
