"""A review as Markdown for GitHub's summary of a run, where whoever decides on a change reads it.

What needs a decision stands first: persons, hosts, what ended. Lists are cut at a fixed length and say so; the JSON
form has all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from ledger.problems.problem import Problem
from ledger.reviewing.hosts import NewHost
from ledger.reviewing.people import NewlyNamed
from ledger.reviewing.quoting import code, linked, some
from ledger.reviewing.records import RecordChange, What
from ledger.reviewing.review import Review
from ledger.reviewing.sourcing import ClaimChange, EntryChange, State
from ledger.views.wording import count

MOST_BYTES = 900_000
"""GitHub drops a summary of more than 1 MiB (GitHub Docs, "Workflow commands": adding a job summary)."""

_LISTED = 100
"""How many lines a list has at most."""
_NAMED = 8
"""How many names stand in one line at most."""

_CUT = "\n**Cut here**: the rest would be longer than GitHub shows. `review --format json` has all of it.\n"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Addresses:
    """What stands in front of a page's path, and of a file's path below the entries, in links; empty for none."""

    site: str = ""
    files: str = ""

    def page(self, path: str) -> str:
        """Return a page's path, as a link where its site stands somewhere."""
        return linked(path, f"{self.site.rstrip('/')}/{path}" if self.site else "")

    def record(self, kind: str, id: str) -> str:
        """Return a record's kind and id, as a link to its file."""
        return linked(f"{kind}/{id}", f"{self.files.rstrip('/')}/{kind}/{id}.yaml" if self.files else "")


def as_markdown(review: Review, addresses: Addresses) -> str:
    """Return the review; at most ``MOST_BYTES`` bytes and a line that says it was cut."""
    lines: list[str] = []
    size = 0
    for line in _lines(review, addresses):
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            return "\n".join(lines) + "\n" + _CUT
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(review: Review, at: Addresses) -> Iterator[str]:
    yield "# What this change does"
    yield ""
    yield _in_short(review)
    yield ""
    if review.errors_before:
        yield "**What stood before does not pass the check**, so claims and pages cannot be compared:"
        yield ""
        yield from _listed(review.errors_before, _problem)
    if review.errors:
        yield "**The entries do not pass the check**, so claims and pages cannot be compared:"
        yield ""
        yield from _listed(review.errors, _problem)
    yield from _section("Persons newly named", review.people, lambda one: _person(one, at))
    if review.two_approvals:
        yield "Two people have to approve this change" + (
            ": each reads why these persons may be named."
            if review.people
            else ": a person may stand in what is broken."
        )
        yield ""
    yield "A name in running text is found by no program: look for one in the difference."
    yield ""
    yield from _section("Outside hosts that are new", review.hosts, lambda one: _host(one, at))
    ended = [one for one in review.records if one.what not in (What.ADDED, What.CHANGED)]
    yield from _section("Withdrawn, merged, renamed or gone", ended, lambda one: _ended(one, at))
    yield from _records(review, at)
    if not review.errors and not review.errors_before:
        yield from _compared(review, at)


def _compared(review: Review, at: Addresses) -> Iterator[str]:
    """Yield what only two ledgers without errors can tell."""
    yield from _section("Claims", review.claims, lambda one: _claim(one, at))
    yield from _section("Entries, with their origins", review.entries, lambda one: _entry(one, at))
    yield from _section("Warnings that are new", review.warnings, _problem)
    if review.mended:
        yield f"{count(review.mended, 'warning')} gone."
        yield ""
    yield from _pages(review, at)


def _in_short(review: Review) -> str:
    pages = review.pages
    standings = sum(
        1 for one in review.claims if one.before and one.after and one.before.standing != one.after.standing
    )
    parts = [
        count(len(review.people), "person newly named", "persons newly named"),
        count(len(review.hosts), "new host"),
        count(len(review.records), "change of a record", "changes of records"),
        count(standings, "claim stands otherwise", "claims stand otherwise"),
        count(len(review.warnings), "new warning"),
        f"pages: {len(pages.added):,} added, {len(pages.changed):,} changed, {len(pages.gone):,} gone",
    ]
    return " · ".join(parts)


def _section(title: str, items: Sequence[T], line: Callable[[T], str]) -> Iterator[str]:
    yield f"## {title}: {len(items):,}"
    yield ""
    yield from _listed(items, line)


def _listed(items: Sequence[T], line: Callable[[T], str]) -> Iterator[str]:
    yield from (f"- {line(item)}" for item in items[:_LISTED])
    if len(items) > _LISTED:
        yield f"- and {len(items) - _LISTED:,} more, in the JSON form"
    if items:
        yield ""


def _person(one: NewlyNamed, at: Addresses) -> str:
    names = some(one.names, _NAMED)
    basis = f"{one.basis}: {code(one.words)}" if one.basis else "**no ground is given**"
    seen = f", seen in {some(one.sources, _NAMED)}" if one.sources else ", **no source for it**"
    by = f"; named by {some(one.named_by, _NAMED)}" if one.named_by else "; no record names them"
    by_other = f", until now {some(one.before, _NAMED)}" if one.before else ""
    as_of = f", as of {code(one.as_of)}" if one.as_of else ""
    return f"{at.record('actors', one.id)} {names}{by_other}. {basis}{seen}{as_of}{by}"


def _host(one: NewHost, at: Addresses) -> str:
    where = ", ".join(at.record("sources", id) for id in one.sources[:_NAMED])
    more = f" and {len(one.sources) - _NAMED:,} more" if len(one.sources) > _NAMED else ""
    return f"{code(one.host)} ({'linked' if one.linked else 'not linked'}): {where}{more}"


def _ended(one: RecordChange, at: Addresses) -> str:
    words = {What.RENAMED: "was", What.MERGED: "into", What.WITHDRAWN: "because"}
    detail = f" {words.get(one.what, '')} {code(one.detail)}" if one.detail else ""
    lost = " **Nothing leads from its address to another**" if one.what is What.GONE else ""
    return f"{at.record(one.kind, one.id)} {one.what}{detail}{lost}"


def _claim(one: ClaimChange, at: Addresses) -> str:
    place = f"{at.record('transactions', one.entry)} {code(one.claim)} {code(one.says)}"
    if one.before is None or one.after is None:
        return f"{place}: {'**gone**' if one.after is None else f'new, {_state(one.after)}'}"
    return f"{place}: {_turn(one.before, one.after)}"


def _entry(one: EntryChange, at: Addresses) -> str:
    place = f"{at.record('transactions', one.id)} {code(one.title)}"
    told = f". History: {some(one.history, _NAMED)}" if one.history else ""
    if one.before is None or one.after is None:
        return f"{place}: {'**gone**' if one.after is None else f'new, {_state(one.after)}'}{told}"
    silent = ". **Its history does not say what was edited**" if one.edited and not told else ""
    return f"{place}: {_turn(one.before, one.after)}{told}{silent}"


def _turn(before: State, after: State) -> str:
    """Return both states where they differ, and why: what origins and contradictions came and went."""
    if before == after:
        return f"as before, {_state(after)}"
    why = [
        f"{word} {some(found, _NAMED)}"
        for word, found in (
            ("origins gained", [id for id in after.origins if id not in before.origins]),
            ("origins lost", [id for id in before.origins if id not in after.origins]),
            ("now against it", [what for what in after.against if what not in before.against]),
            ("no longer against it", [what for what in before.against if what not in after.against]),
        )
        if found
    ]
    return f"{_state(before)} → {_state(after)}" + (f"; {'; '.join(why)}" if why else "")


def _state(state: State) -> str:
    bounds = f"{state.lower}" if state.lower == state.upper else f"{state.lower} to {state.upper}"
    from_ = f" ({some(state.origins, _NAMED)})" if state.origins else ""
    return f"**{state.standing}**, {count(state.reports, 'report')}, origins {bounds}{from_}"


def _problem(one: Problem) -> str:
    return f"{code(f'{one.mark.path}:{one.mark.line}')} {code(f'{one.code} {one.message}')}"


def _records(review: Review, at: Addresses) -> Iterator[str]:
    for what in (What.ADDED, What.CHANGED):
        found = [one for one in review.records if one.what is what]
        yield from _folded(f"Records {what}: {len(found):,}", found, lambda one: at.record(one.kind, one.id))


def _pages(review: Review, at: Addresses) -> Iterator[str]:
    yield "## Pages"
    yield ""
    for what, paths in (("added", review.pages.added), ("changed", review.pages.changed), ("gone", review.pages.gone)):
        for kind, found in groupby(sorted(paths, key=_kind), key=_kind):
            of_kind = list(found)
            # What is gone has no page to lead to.
            line = code if what == "gone" else at.page
            yield from _folded(f"{kind} {what}: {len(of_kind):,}", of_kind, line)


def _kind(path: str) -> str:
    """Return the folder of a page; those that stand in none are one kind."""
    return path.partition("/")[0] if "/" in path else "pages of their own"


def _folded(title: str, items: Sequence[T], line: Callable[[T], str]) -> Iterator[str]:
    if items:
        yield f"<details><summary>{title}</summary>"
        yield ""
        yield from _listed(items, line)
        yield "</details>"
        yield ""
