"""A record asked for on a terminal, field by field in the order of the model, and with it what it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ledger.drafting import answers
from ledger.drafting.addresses import is_address
from ledger.drafting.asking import Asker
from ledger.drafting.desk import Draft
from ledger.drafting.filling import begin, told_by
from ledger.drafting.shape import Shape, fields, meaning, plainly
from ledger.drafting.wanted import Stance, stance
from ledger.model.blanks import BLANK
from ledger.model.document import Path
from ledger.model.ids import SourceId
from ledger.model.kinds import KINDS
from ledger.model.local_ids import LocalId

_SOURCES = Shape("list", item=Shape("one", SourceId))


@dataclass
class _Sheet:
    """A record while it is asked for."""

    kind: str
    tree: dict[str, Any]
    known: dict[str, Any]
    """What is offered for its fields."""
    notes: dict[Path, tuple[str, ...]]
    cited: list[str]
    """The sources that the sitting began with."""

    def at(self, path: Path) -> dict[str, Any]:
        here: Any = self.tree
        for step in path:
            known = isinstance(here, dict) or int(step) < len(here)
            here = (here.get(step, {}) if isinstance(here, dict) else here[int(step)]) if known else {}
        return here if isinstance(here, dict) else {}

    def offered(self, path: Path, shape: Shape, today: str) -> str:
        """Return what is offered for a field."""
        if len(path) == 1:
            return str(self.known.get(str(path[0]), ""))
        if path[-1] == "as_of" and path[0] in ("responses", "public_basis"):
            return today
        if shape.cites:
            return ", ".join(self.cited)
        if path[0] == "claims" and path[1:] == ("c1", "flows"):
            return ", ".join(self.tree.get("flows", {}))
        return ""


@dataclass
class Interview(Asker):
    """One sitting; its drafts lie on the desk, what is named before what names it."""

    thorough: bool = False
    """Whether it asks for every field that there is."""

    def record(self, kind: str, known: dict[str, Any], id: str = "", reports: Sequence[str] = ()) -> str:
        """Ask for a record of a kind, lay its draft on the desk and return its id.

        What is ``known`` is offered as an answer; ``reports`` are those of a transaction that are known. Where it turns
        out to be a record that is there already, the id is that one's and nothing is drafted.
        """
        self.say(f"\nA new {KINDS[kind].one}. {plainly(KINDS[kind].model.__doc__ or '')}")
        sheet = _Sheet(kind, {}, dict(known), {}, [])
        if kind == "sources" and (found := self._address(sheet)):
            return found
        if kind == "transactions":
            self._reports(sheet, list(reports))
        begin(self.desk, kind, sheet.tree)
        if found := self._part(sheet, KINDS[kind].model, ()):
            return found
        if self.done and sheet.cited:
            # Only whose report it is and which flow it is about is known without an answer.
            sheet.tree.setdefault("claims", {}).setdefault("c1", {}).setdefault("sources", sheet.cited)
        draft = Draft(kind, self.id(kind, sheet.tree, id), sheet.tree, sheet.notes)
        self.desk.drafts.append(draft)
        return draft.id

    # Sources first: what is reported, and by whom, settles much of the rest.

    def _reports(self, sheet: _Sheet, given: list[str]) -> None:
        self.say("\n  Where is it reported? The address of each report, or the id of a source that is here.")
        while answer := given.pop(0) if given else self.line(f"  report {len(sheet.cited) + 1} (Enter: no more) > "):
            if is_address(answer):
                id = self.desk.source_at(answer) or self.record("sources", {"url": answer})
            else:
                made = self.made("transactions", _SOURCES, {}, ("claims", "c1", "sources"), answer, [])
                id = made[0] if made else ""
            if id and id not in sheet.cited:
                self.say(f"  → source {id}: {self.desk.called('sources', id)}")
                sheet.cited.append(id)
                if resting := self.desk.resting_on(id):
                    self.say("  Is yours one of these, which name it? Then stop (Ctrl-C), and add to its file.")
                    for other, title in resting:
                        self.say(f"    {title} ({other})")

    def _address(self, sheet: _Sheet) -> str:
        """Ask for the address, and take from it what it tells; return the source that has it already, if one does."""
        url = str(sheet.known.pop("url", ""))
        if not url:
            self.say("\n  url: The address of the original, if it has one.")
        while url or (url := self.line("  url > ")):
            if id := self.desk.source_at(url):
                self.say(f"  That address is there: entries/sources/{id}.yaml")
                return id
            told = told_by(self.desk, url)
            found = answers.faults("sources", {}, ("url",), told.sure["url"])
            if not found:
                sheet.tree |= {name: told.sure[name] for name in ("url", "archived") if name in told.sure}
                offered = {**told.likely, **told.sure, **sheet.known}
                sheet.known = {name: text for name, text in offered.items() if name not in sheet.tree}
                for name, text in told.notes.items():
                    self.say(f"  {name}: {text}")
                break
            self.say(f"  {found[0]}")
            url = ""
        return ""

    # Any part of any record.

    def _part(self, sheet: _Sheet, model: type[BaseModel], path: Path) -> str:
        """Ask for the fields of a part; return the id of the record that the whole turns out to be, if it does."""
        for name, (info, shape) in fields(model).items():
            what = stance(model, name, sheet.at(path))
            if name in sheet.at(path) or what is Stance.UNFIT or (what is Stance.NOTED and not self.thorough):
                continue
            here = (*path, name)
            about = f"{name}: {meaning(info)}"
            if shape.single is None:
                if not self.done and (what is Stance.NEEDED or self.yes(f"{about} Is there one?")):
                    self._group(sheet, shape, here, about)
                continue
            offered = sheet.offered(here, shape, self.desk.day.isoformat())
            value = self.value(sheet.kind, shape, sheet.tree, here, about, offered)
            if value is None:
                continue
            answers.put(sheet.tree, here, value)
            if here in (("name",), ("title",)) and (found := self.is_one_of(sheet.kind, str(value))):
                return found
        return ""

    def _group(self, sheet: _Sheet, shape: Shape, path: Path, about: str) -> None:
        """Ask for a part, or for one part after the other of a list or a map."""
        self.say(f"\n{about}")
        if shape.form == "part":
            self._part(sheet, shape.holds, path)
            return
        number = 0
        while shape.item and not self.done and (not number or self.yes(f"{path[-1]}: another one?")):
            here = (*path, self._key(sheet, shape, path, number))
            self.say(f"\n {'.'.join(map(str, here))}")
            if shape.item.form == "part":
                self._part(sheet, shape.item.holds, here)
            else:
                value = self.value(sheet.kind, shape.item, sheet.tree, here, str(here[-1]), "")
                if value is not None:
                    answers.put(sheet.tree, here, value)
            number += 1

    def _key(self, sheet: _Sheet, shape: Shape, path: Path, number: int) -> str | int:
        """Return the name of the next part of a map, or its place in a list."""
        if shape.form == "list":
            return number
        if isinstance(shape.key, type) and issubclass(shape.key, LocalId):
            return f"{shape.key.like[0]}{number + 1}"
        while answer := self.line("  its name > "):
            found = answers.name_faults(sheet.kind, (*path, answer))
            if not found:
                return answer
            self.say(f"  {found[0]}")
        return BLANK
