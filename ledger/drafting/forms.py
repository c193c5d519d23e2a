"""The issue forms for those without git, and what a filled one says: an answer by field, or why it cannot be read.

GitHub turns a filled form into Markdown: a heading of the third level for each label, and below it what was answered.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledger.drafting.answers import tidy
from ledger.drafting.filling import RefusedError

MAX_CHARACTERS = 100_000
"""More than the 65,536 that GitHub lets anybody write into one issue."""
_LONGEST_ADDRESS = 2_000

FORMS: Mapping[str, Mapping[str, str]] = {
    "report": {
        "Where it is reported": "reports",
        "In one line": "title",
        "What the report says": "summary",
        "Who the report has it from": "from",
        "When it happened": "when",
        "Who gave": "giver",
        "Who received": "receiver",
        "What was given": "goods",
        "How much": "amount",
        "What was given in return": "return",
        "What kind of dealing": "nature",
        "How far it came": "stage",
        "What the parties said": "responses",
        "Anything else": "note",
        "Before you send it": "consent",
    },
    "correction": {
        "Which record": "entry",
        "The page": "page",
        "What it says now": "says",
        "What it should say": "should-say",
        "What shows that": "shown-by",
        "Before you send it": "consent",
    },
    "response": {
        "Which entry": "entry",
        "Which claims": "claims",
        "Who answers": "party",
        "In one word": "kind",
        "What was said": "says",
        "When it was said": "date",
        "Where it was said": "shown-by",
        "Before you send it": "consent",
    },
}
"""By the name of a form's file in ``.github/ISSUE_TEMPLATE``: the id of each field by its label, in their order."""

_EMPTY = {"", "_no response_", "none"}
_HEADING = re.compile(r"### +(.*?) *")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`(){}\[\]|\\^]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: its name, and what was answered by the id of the field; nothing for what was left empty."""

    form: str
    answers: Mapping[str, str]

    def __getitem__(self, field: str) -> str:
        return self.answers.get(field, "")

    def line(self, field: str) -> str:
        """Return an answer on one line."""
        return " ".join(self[field].split())

    def addresses(self, field: str) -> list[str]:
        """Return the addresses in an answer, each once, without the full stop after them; at most ten."""
        found = (address.rstrip(".,;:!?*_") for address in _ADDRESS.findall(self[field]))
        return list(dict.fromkeys(address for address in found if len(address) <= _LONGEST_ADDRESS))[:10]


def read(text: str) -> Filled:
    """Return what the Markdown of a filled form says; raise ``RefusedError`` where it is none.

    A heading counts once and only where the form has it, so an answer may hold headings of its own.
    """
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(f"more than {MAX_CHARACTERS:,} characters; a filled form is shorter")
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = {found[1] for line in lines if (found := _HEADING.fullmatch(line))}
    form, labels = max(FORMS.items(), key=lambda row: len(headings & set(row[1])))
    if len(headings & set(labels)) < 2:
        raise RefusedError(
            "no filled form: no headings such as " + ", ".join(f'"### {label}"' for label in [*labels][:3])
        )
    return Filled(form, dict(_answers(lines, labels)))


def _answers(lines: list[str], labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] in labels and labels[heading[1]] not in found:
            here = found[labels[heading[1]]] = []
        else:
            here.append(line)
    for field, answer in found.items():
        words = tidy("\n".join(answer))
        if words.casefold() not in _EMPTY:
            yield field, words
