"""The formats in which a citation is handed out, each written from one CSL-JSON item.

BibTeX and RIS are a few lines of text each. The libraries that write them leave to the caller what is hard about it:
what is special to TeX, and that a line break ends a field. So they read in the tests what is written here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.exports.items import WEB_PAGE, Item
from ledger.exports.records import as_json
from ledger.views.wording import month

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "%&$#_"},
}
"""What TeX would take for its own. Braces are named, because BibTeX counts an escaped brace as one."""

_RIS = {
    WEB_PAGE: "ELEC",
    "article-newspaper": "NEWS",
    "post": "BLOG",
    "report": "RPRT",
    "legal_case": "CASE",
    "legislation": "STAT",
    "dataset": "DATA",
    "graphic": "FIGURE",
}
"""The RIS type of a CSL type; all others are ``GEN``."""

_BIBTEX = {"report": "techreport"}
"""The BibTeX type of a CSL type; all others are ``misc``, which no style refuses."""


@dataclass(frozen=True, slots=True)
class Formats:
    """One citation, ready to be copied."""

    plain: str
    """One sentence."""
    bibtex: str
    ris: str
    csl: str
    """A list of one item, as reference managers read it."""


def formats(item: Item) -> Formats:
    """Return a citation in every format."""
    return Formats(plain(item), bibtex(item), ris(item), csl(item))


def csl(*items: Item) -> str:
    """Return items as a file of CSL-JSON."""
    return as_json(items, indent=2)


def plain(item: Item) -> str:
    """Return one sentence: who, what, where, when, which version, at which address."""
    said = ", ".join(_plain(item)) + (f" ({item['note']})" if "note" in item else "")
    # A full stop right after an address would be copied as a part of it.
    return _one_line(f"{said}, {item['URL']}" if "URL" in item else said.removesuffix(".") + ".")


def _plain(item: Item) -> Iterator[str]:
    yield from _authors(item)
    yield f"“{item['title']}”" if "title" in item else f"[{item['genre']}]"
    yield from (item[key] for key in ("container-title", "publisher") if key in item)
    if "version" in item:
        yield f"version of {_date_words(item)}"
    elif "issued" in item:
        yield _date_words(item)


def bibtex(item: Item) -> str:
    """Return one entry of BibTeX: UTF-8, with the fields that BibLaTeX and Zotero know beside the old ones."""
    kind = _BIBTEX.get(item["type"], "misc")
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in _bibtex(item))
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _bibtex(item: Item) -> Iterator[tuple[str, str]]:
    # The second pair of braces keeps a style from taking a name apart or writing a title in small letters.
    names = [f"{{{_tex(name)}}}" for name in _authors(item)]
    yield from (("author", name) for name in names)
    if "title" in item:
        yield "title", f"{{{_tex(item['title'])}}}"
    yield from _tex_fields(item, {"container-title": "organization", "publisher": "publisher", "genre": "type"})
    if item["type"] == "report" and names:
        yield "institution", f"{{{_tex(item['publisher'])}}}" if "publisher" in item else names[0]
    if parts := _date_parts(item):
        yield from (("date", _biblatex_date(item)), ("year", str(parts[0][0])))
    elif "issued" in item:
        yield "year", f"{{{_tex(_date_words(item))}}}"
    yield from _tex_fields(item, {"version": "version", "language": "language", "note": "note"})
    if "URL" in item:
        # Read as it stands: an address has no brace, backslash or blank.
        yield "url", item["URL"]


def _tex_fields(item: Item, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((theirs, _tex(text)) for theirs, text in _renamed(item, names))


def ris(item: Item) -> str:
    """Return one record of RIS in UTF-8."""
    lines = [("TY", _RIS.get(item["type"], "GEN")), *_ris(item), ("ER", "")]
    return "".join(f"{tag}  - {_one_line(value)}\n" for tag, value in lines)


def _ris(item: Item) -> Iterator[tuple[str, str]]:
    yield "ID", item["id"]
    yield from (("AU", name) for name in _authors(item))
    yield from _renamed(item, {"title": "TI", "container-title": "T2", "publisher": "PB", "genre": "M3"})
    if "issued" in item:
        if parts := _date_parts(item):
            yield "PY", str(parts[0][0])
        yield "DA", _ris_date(item)
    yield from _renamed(item, {"version": "ET", "language": "LA", "note": "N1", "URL": "UR"})


def _renamed(item: Item, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the texts that the item has, each under the name that a format has for it."""
    return ((theirs, str(item[ours])) for ours, theirs in names.items() if ours in item)  # type: ignore[literal-required]


def _ris_date(item: Item) -> str:
    """Return ``year/month/day/what else is to be said``, the parts that are not known left empty."""
    parts = _date_parts(item)
    exact = len(parts) == 1 and "circa" not in item["issued"]
    first = parts[0] if parts else []
    digits = [f"{part:02}" for part in first]
    return "/".join([*digits, *[""] * (3 - len(digits)), "" if exact else _date_words(item)])


def _biblatex_date(item: Item) -> str:
    """Return the date as BibLaTeX reads it, which is EDTF: ``2023-08~/2024-02~``."""
    mark = "~" if item["issued"].get("circa") else ""
    return "/".join("-".join(f"{part:02}" for part in parts) + mark for parts in _date_parts(item))


def _date_words(item: Item) -> str:
    """Return ``about February 2024``, ``4 May 2024 to 7 May 2024``, or the words that stand instead of a date."""
    parts = _date_parts(item)
    if not parts:
        return item["issued"].get("literal", "")
    about = "about " if item["issued"].get("circa") else ""
    return about + " to ".join(_words(one) for one in parts)


def _words(parts: list[int]) -> str:
    year, *rest = parts
    if not rest:
        return str(year)
    days = f"{rest[1]} " if len(rest) == 2 else ""
    return f"{days}{month(rest[0])} {year}"


def _date_parts(item: Item) -> list[list[int]]:
    return item["issued"].get("date-parts", []) if "issued" in item else []


def _authors(item: Item) -> list[str]:
    return [name["literal"] for name in item.get("author", [])]


def _one_line(text: str) -> str:
    """Return the text without line breaks: in RIS one ends a field, in BibTeX it is a blank anyway."""
    return re.sub(r"\s+", " ", text).strip()


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in _one_line(text))
