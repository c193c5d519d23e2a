"""What addresses answered, as a file that the next run reads, and as a few lines for people."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ledger.model.words import Word
from ledger.views.wording import count


class State(Word):
    """What came of asking."""

    FINE = "fine", "it answers"
    UNCHANGED = "unchanged", "it says that nothing changed since it was asked before"
    MOVED = "moved", "it says that it stands at another address for good"
    GONE = "gone", "it says that there is nothing (404, 410)"
    REFUSED = "refused", "it answers, but not to a program (401, 403 and the like); a reader may see it"
    BUSY = "busy", "it asks to come back later than we wait (429, 503)"
    BROKEN = "broken", "it answers with an error of its own, or sends from one address to the next without an end"
    UNREACHABLE = "unreachable", "nobody answers, the answer breaks off, or its certificate is not good"


GOOD = (State.FINE, State.UNCHANGED)
"""States that need nobody's attention."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one address."""

    url: str
    kind: str
    sources: tuple[str, ...]
    state: State
    since: str
    """The day of the first run that found it so, without another state between."""
    status: int | None = None
    """The status of HTTP, where there was one."""
    at: str | None = None
    """The address that it led to, where that is another."""
    why: str | None = None
    """What went wrong, where that is not in the status."""
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    """Of an archived copy: that of its text now."""
    recorded: str | None = None
    """Of an archived copy: that of the entry."""

    @property
    def differs(self) -> bool:
        """Whether an archived copy has another text than was recorded."""
        return bool(self.sha256 and self.recorded and self.sha256 != self.recorded)


def as_line(answer: Answer) -> str:
    """Return an answer as one line of JSON; what is not known is left out."""
    return json.dumps(_plain(answer), ensure_ascii=False) + "\n"


def as_file(date: str, answers: Iterable[Answer], not_asked: Sequence[str]) -> str:
    """Return the answers of a day as a file, in the order of the addresses, and the addresses that were put off."""
    ordered = sorted(answers, key=lambda answer: answer.url)
    whole = {"date": date, "not_asked": [*not_asked], "answers": [_plain(answer) for answer in ordered]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def from_lines(text: str) -> dict[str, Answer]:
    """Return the answers by address; a line that was cut off when the run was ended is passed over."""
    return dict(filter(None, map(_read, text.split("\n"))))


def from_file(text: str) -> dict[str, Answer]:
    """Return the answers of a file by address; none where it is not one of ours."""
    try:
        whole = json.loads(text)
        return dict(_answer(fields) for fields in whole["answers"])
    except (ValueError, TypeError, LookupError):
        return {}


def _plain(answer: Answer) -> dict[str, Any]:
    return {name: value for name, value in asdict(answer).items() if value is not None}


def _read(line: str) -> tuple[str, Answer] | None:
    try:
        return _answer(json.loads(line))
    except (ValueError, TypeError, LookupError):
        return None


def _answer(fields: Mapping[str, Any]) -> tuple[str, Answer]:
    answer = Answer(**{**fields, "state": State(fields["state"]), "sources": tuple(fields["sources"])})
    return answer.url, answer


def summary(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield what people should know: how many of each state, then every address that needs a look."""
    found = sorted(answers, key=lambda answer: ([*State].index(answer.state), answer.url))
    counts = Counter(answer.state for answer in found)
    yield f"{count(len(found), 'address', 'addresses')} asked"
    yield from (f"  {counts[state]:>6,}  {state}: {state.meaning}" for state in State if counts[state])
    for one in found:
        if one.state not in GOOD or one.why:
            yield f"{one.state}{_why(one)}, since {one.since}: {one.url} ({', '.join(one.sources)})"
    for one in found:
        if one.differs:
            yield f"another text than was recorded ({one.sha256}): {one.url} ({', '.join(one.sources)})"


def _why(one: Answer) -> str:
    if one.state is State.MOVED:
        return f" to {one.at}"
    parts = [str(part) for part in (one.status, one.why) if part]
    return f" ({', '.join(parts)})" if parts else ""
