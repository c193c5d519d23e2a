"""Single questions on a terminal: in the words of the model, the answer checked at once and asked for again.

Reads and writes through two functions that it is given, so that it can be tried without a terminal.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ledger.drafting import answers
from ledger.drafting.desk import Desk
from ledger.drafting.filling import RefusedError
from ledger.drafting.names import NAMES
from ledger.drafting.shape import Shape, fields
from ledger.model.document import Path
from ledger.model.kinds import KINDS

HELP = (
    "Enter: leave it for later, or take what stands in [brackets]. -: leave it out. ?: how it is written. "
    "Ctrl-D: leave all the rest for later. Ctrl-C: stop, and write nothing."
)

_LISTED = 30
"""So many words are shown; of more, such as units, only what they look like."""


@dataclass
class Asker(ABC):
    """Asks for values; a record that nobody has yet is asked for in its turn."""

    desk: Desk
    ask: Callable[[str], str]
    """Asks and returns a line; raises ``EOFError`` where the rest is to be left for later."""
    say: Callable[[str], None]
    done: bool = field(default=False, init=False)
    """Whether all the rest is left for later."""

    @abstractmethod
    def record(self, kind: str, known: dict[str, Any]) -> str:
        """Ask for a record, and return its id."""

    def line(self, prompt: str) -> str:
        """Return an answer; empty where there is none, and from the end of the input on."""
        if self.done:
            return ""
        try:
            return answers.tidy(self.ask(prompt))
        except EOFError:
            self.done = True
            self.say("")
            return ""

    def yes(self, question: str) -> bool:
        """Whether the answer is yes; no is what Enter means."""
        return self.line(f"  {question} y/[n] > ").casefold() in ("y", "yes")

    def pick(self, near: list[tuple[str, str]], other: str) -> str:
        """Show records by number, and return the id of the one picked, or what else was answered."""
        for number, (id, name) in enumerate(near, start=1):
            self.say(f"    {number} {name} ({id})")
        answer = self.line(f"  {other} > ")
        return near[int(answer) - 1][0] if _counts(answer, near) else answer

    def value(
        self, kind: str, shape: Shape, tree: dict[str, Any], path: Path, meaning: str, default: str
    ) -> str | list[str] | None:
        """Ask until an answer can stand at a path, or there is none."""
        if self.done:
            return None
        self.say(f"\n  {meaning}")
        listed = list(shape.choices) if len(shape.choices) <= _LISTED else []
        for number, word in enumerate(listed, start=1):
            told = next((f": {one.meaning}" for one in shape.words if one == word), "")
            self.say(f"    {number:2} {word}{told}")
        several = " (several: commas between)" if shape.form == "list" else ""
        shown = f" [{default}]" if default else ""
        while True:
            answer = self.line(f"  {path[-1]}{several}{shown} > ")
            if answer == "?":
                self.say(f"  {shape.hint or 'Any text.'} {HELP}")
            elif self.done or answer == "-" or not (answer or default):
                return None
            elif value := self.made(kind, shape, tree, path, answer or default, listed):
                return value

    def made(
        self, kind: str, shape: Shape, tree: dict[str, Any], path: Path, answer: str, listed: list[str]
    ) -> str | list[str] | None:
        """Return the value that an answer is; say what is wrong with it and return None where it is none."""
        texts = [part for part in map(str.strip, answer.split(",")) if part] if shape.form == "list" else [answer]
        values: list[str] = []
        for text in texts:
            value = answers.settle(self.desk, shape, listed[int(text) - 1] if _counts(text, listed) else text)
            if missing := answers.unknown(self.desk, shape, value):
                if not (id := self._choose(*missing)):
                    return None
                value = value.replace(missing[1], id)
            elif found := answers.faults(kind, tree, path, [value] if shape.form == "list" else value):
                # What is no id may be the name of what nobody has yet.
                by_name = shape.id is not None and any(one in KINDS and one != "countries" for one in shape.id.kinds)
                if not by_name:
                    self.say(f"  {found[0]}")
                if not by_name or not shape.id or not (value := self._choose(shape.id.kinds, value)):
                    return None
            values.append(value)
        return values if shape.form == "list" else next(iter(values), None)

    def _choose(self, kinds: tuple[str, ...], text: str) -> str:
        """Offer the records that a text may mean, and to draft a new one; return the id, or nothing to ask again."""
        near = [(id, name) for kind in kinds for id, name, _ in self.desk.near(kind, text)]
        new = [kind for kind in kinds if kind in KINDS and kind != "countries"][:1]
        self.say(f"  {answers.not_there(self.desk, kinds, text)}")
        offers = [*(["a number"] if near else []), *([f"n: a new {KINDS[new[0]].one}"] if new else [])]
        answer = self.pick(near, "; ".join([*offers, "Enter: another answer"])) if offers else ""
        if answer.casefold() == "n" and new:
            name = next((one for one in NAMES if one in fields(KINDS[new[0]].model)), "")
            try:
                return self.record(new[0], {name: text} if name else {})
            except RefusedError as refused:
                self.say(f"  {refused}")
                return ""
        return answer if any(answer == id for id, _ in near) else ""

    def is_one_of(self, kind: str, name: str) -> str:
        """Show what is called nearly so; return the id of the one that it is, or nothing."""
        near = [(id, shown) for id, shown, _ in self.desk.near(kind, name)]
        if not near or self.done:
            return ""
        self.say("  Is it one of these?")
        answer = self.pick(near, "a number; Enter: none of them")
        return answer if any(answer == id for id, _ in near) else ""

    def id(self, kind: str, tree: dict[str, Any], wanted: str) -> str:
        """Ask for the id; raise ``RefusedError`` where none can be had."""
        proposed = wanted or self.desk.proposed(kind, tree)
        shown = f" [{proposed}]" if proposed else ""
        if not self.done:
            self.say("\n  id: its lasting name, in its file's name and its page's address")
        while True:
            answer = self.line(f"  id{shown} > ") or proposed
            objection = self.desk.objection(kind, answer) if answer else "no id can be made of what is known"
            if not objection:
                return answer
            if self.done:
                raise RefusedError(f"{objection}; no {KINDS[kind].one} was written")
            self.say(f"  {objection}")


def _counts(text: str, among: list[Any]) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 4 and 0 < int(text) <= len(among)
