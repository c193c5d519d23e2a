"""Records written as YAML in as many ways as people have: any order, any quotes, blanks and comments in odd places."""

import random
import re
from dataclasses import dataclass, field

from ledger.reading.nodes import Plain

WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
NULLS = {"null", "Null", "NULL"}


@dataclass
class Written:
    """A text, and for each comment in it the key that it stands above; none where it stands elsewhere."""

    chance: random.Random
    lines: list[str] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    def odd(self, one_in: int) -> bool:
        return self.chance.randrange(one_in) == 0

    def add(self, line: str) -> None:
        self.lines.append(line + " " * (self.chance.randrange(3) if self.odd(8) else 0))

    def comment(self, column: int, key: str = "") -> None:
        text = f"# comment {len(self.above) + len(self.loose)} café: {{x}}, 'y'"
        if key:
            self.above[text] = key
        else:
            self.loose.append(text)
        self.add(" " * column + text)

    def shuffled(self, fields: dict[str, Plain], *, is_record: bool) -> list[tuple[str, Plain]]:
        items = list(fields.items())
        if is_record and self.odd(2):
            self.chance.shuffle(items)
        return items

    def block(self, fields: dict[str, Plain], column: int, opener: str | None = None) -> None:
        """Write fields in block style; ``opener`` is what stands before the first key on its line."""
        free = all(re.fullmatch(r"[fcr][0-9]+", key) for key in fields)
        for number, (key, value) in enumerate(self.shuffled(fields, is_record=not free)):
            lead = " " * column
            if opener is not None and number == 0:
                lead = opener
            else:
                if self.odd(12):
                    # No wider than the least indent of a block text above, of which it would be a part.
                    self.lines.append(" " * self.chance.randrange(2))
                while self.odd(6):
                    self.comment(column, key)
            name = f"'{key}'" if self.odd(15) else key
            self.value(f"{lead}{name}:", value, column)
        if column and self.odd(20):
            self.comment(column)

    def value(self, before: str, value: Plain, column: int, *, is_item: bool = False) -> None:
        deeper = column + self.chance.choice((1, 2, 4))
        match value:
            case str() if value and value[0] not in " \n" and not value.endswith(("\n", " ")) and self.odd(12):
                style = self.chance.choice("|>") + "-"
                if "\n" in value and style[0] == ">":
                    style = "|-"
                self.lines.append(f"{before} {style}")
                self.lines += [" " * deeper + line if line else "" for line in value.split("\n")]
                if self.odd(3):
                    self.lines.append("")
            case str():
                comment = "" if self.odd(12) else None
                text = self.scalar(value, is_flow=False, is_quoted=comment is not None)
                self.add(f"{before} {text}" if comment is None else self.trailing(f"{before} {text}"))
            case {} if value and not self.odd(4):
                if is_item and self.odd(2):
                    self.block(value, len(before) + 1, before + " ")
                else:
                    self.add(self.trailing(before) if self.odd(12) else before)
                    self.block(value, deeper)
            case list() if value and not self.odd(3):
                self.add(before)
                at = deeper if is_item or self.odd(2) else column
                for item in value:
                    if self.odd(15):
                        self.comment(at)
                    self.value(" " * at + "-", item, at, is_item=True)
            case _:
                self.add(f"{before} {self.flow(value, column + 1)}")

    def trailing(self, line: str) -> str:
        text = f"# comment {len(self.above) + len(self.loose)}"
        self.loose.append(text)
        return f"{line} {text}"

    def flow(self, value: Plain, column: int) -> str:
        gap = "\n" + " " * (column + self.chance.randrange(3)) if self.odd(9) else self.chance.choice(("", "", " "))
        comma = "," + (gap or " ")
        match value:
            case str():
                return self.scalar(value, is_flow=True)
            case list():
                return "[" + gap + comma.join(self.flow(item, column) for item in value) + gap + "]"
            case {}:
                items = [f"{key}: {self.flow(item, column)}" for key, item in self.shuffled(value, is_record=True)]
                return "{" + gap + comma.join(items) + gap + "}"
        raise AssertionError(value)

    def scalar(self, text: str, *, is_flow: bool, is_quoted: bool = False) -> str:
        ways = [self.double(text)]
        if "\n" not in text:
            ways.append("'" + text.replace("'", "''") + "'")
        safe = r"[\w$(][\w $().'\"-]*" if is_flow else r"[\w$(][\w $().,;'\"-]*"
        if not is_quoted and re.fullmatch(safe, text) and text == text.strip() and text not in NULLS:
            ways += [text] * 4
        return self.chance.choice(ways)

    def double(self, text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return '"' + (escaped.replace("é", "\\u00e9") if self.odd(2) else escaped) + '"'


def written(record: dict[str, Plain], seed: int) -> tuple[bytes, Written]:
    """Return the bytes of a file that says ``record``, and what is known of its comments."""
    made = Written(random.Random(seed))
    if made.odd(6):
        made.comment(0)
        made.add("")
    made.block(record, 0)
    while made.odd(3):
        made.comment(0)
    text = "\n".join(made.lines) + "\n" * made.chance.choice((0, 1, 1, 3))
    if made.odd(4):
        text = text.replace("\n", "\r\n")
    return text.encode(), made
