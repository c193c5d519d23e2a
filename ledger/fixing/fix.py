"""One record's file put in order, or left as it is where it cannot be read."""

from dataclasses import dataclass

from ledger.fixing.fields import record
from ledger.fixing.lines import tidy, without_blank_ends
from ledger.fixing.rewriting import rewritten
from ledger.fixing.values import normal
from ledger.problems.problem import Problem
from ledger.reading.nodes import Mapping, Plain, plain
from ledger.reading.record_file import parse
from ledger.reading.text import decode
from ledger.reading.tree import File


class UnsafeError(Exception):
    """What ``fix`` made of a file would say something else: a fault of this program; nothing may be written."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file as it was, and as it should be; the same where it is in order or has problems of syntax."""

    file: File
    data: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything was to be put in order."""
        return self.data != self.file.data


def fix(file: File) -> Fixed:
    """Return the file in order; with its problems, byte for byte as it was, where it is not strict YAML.

    In order means: fields as the model has them, dates as EDTF where they have one reading only, quotes only where they
    are needed, NFC, LF, no blanks at the ends of lines, one newline at the end, and what follows from other fields
    filled in. Doing it again changes nothing. Comments stay with their keys; block texts stay; so does every value but
    for what is named here. Raise ``UnsafeError`` rather than return a file that says something else.
    """
    root, problems = parse(file.path, file.data)
    if root is None or problems:
        return Fixed(file, file.data, tuple(problems))
    text = rewritten(tidy(decode(file.data)[0], file.kind), file.kind)
    data = without_blank_ends(text).encode()
    if data != file.data:
        after, problems = parse(file.path, data)
        if after is None or problems or _said(after, file.kind) != _said(root, file.kind):
            raise UnsafeError(file.path)
    return Fixed(file, data)


def _said(root: Mapping, kind: str) -> Plain:
    return normal(plain(root), record(kind))
