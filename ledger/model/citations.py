"""Citations: one line of plain words that says which source, and what in it a claim comes from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ledger.model.codes import BAD_CITATION, UNKNOWN_FIELD, WRONG_SHAPE, refusal
from ledger.model.ids import SLUG, OriginId, ResolutionId, SourceId
from ledger.model.values import written_as_text
from ledger.model.words import CitationWay

_CITATION = re.compile(rf"({SLUG.pattern})(?: (own|unsaid|altered)| from ({SLUG.pattern}))?")
_PROVISION = re.compile(rf"({ResolutionId.pattern.pattern})(?: para (\d+(?:\([a-z]+\))*))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as cited by a claim."""

    source: SourceId
    way: CitationWay = CitationWay.WHOLE
    origin: OriginId | None = None
    """Whose knowledge it is, where the way is ``from``."""
    at: str | None = None
    """Where in the source, such as ``paragraph 4``."""
    quote: str | None = None
    """A few of the source's own words."""

    def __str__(self) -> str:
        suffix = f" from {self.origin}" if self.origin else f" {self.way}" if self.way else ""
        return f"{self.source}{suffix}"


@dataclass(frozen=True, slots=True)
class ProvisionCited:
    """A provision as a source cites it: the resolution, and the paragraph where the source gives one."""

    resolution: ResolutionId
    paragraph: str | None = None

    def __str__(self) -> str:
        return f"{self.resolution} para {self.paragraph}" if self.paragraph else self.resolution


def parse(line: str) -> Citation:
    """Read ``SOURCE``, ``SOURCE own``, ``SOURCE from ORIGIN``, ``SOURCE unsaid`` or ``SOURCE altered``."""
    found = _CITATION.fullmatch(line)
    if not found:
        message = f'"{line}" is not a citation; write SOURCE, and after it own, from ORIGINATOR, unsaid or altered'
        raise refusal(BAD_CITATION, message)
    source, word, origin = found.groups()
    way = CitationWay.FROM if origin else CitationWay(word or "")
    return Citation(SourceId(source), way, OriginId(origin) if origin else None)


def _read(value: Any) -> Any:
    if isinstance(value, str):
        return parse(value)
    if not isinstance(value, Mapping):
        if isinstance(value, Citation):
            return value
        raise refusal(WRONG_SHAPE, "expected a citation such as `bbc-2021-03-04`")
    if unknown := sorted(set(value) - {"cite", "at", "quote"}):
        raise refusal(UNKNOWN_FIELD, f'a citation has no field "{unknown[0]}"; it has cite, at and quote')
    texts = {key: text for key, text in value.items() if isinstance(text, str) and text.strip()}
    if "cite" not in texts or len(texts) < len(value):
        raise refusal(BAD_CITATION, "a citation has `cite: SOURCE …`, and beside it `at` or `quote`, each a text")
    short = parse(texts["cite"])
    return Citation(short.source, short.way, short.origin, texts.get("at"), texts.get("quote"))


def _written(citation: Citation) -> str | dict[str, str]:
    """Return a citation as a file has it: one line, or with `at` and `quote` beside it."""
    beside = {"at": citation.at, "quote": citation.quote}
    more = {key: text for key, text in beside.items() if text is not None}
    return {"cite": str(citation)} | more if more else str(citation)


def parse_provision(text: str) -> ProvisionCited:
    """Read ``2397`` or ``2397 para 5``."""
    found = _PROVISION.fullmatch(text)
    if not found:
        raise refusal(BAD_CITATION, f'"{text}" is not a provision; write 2397, 2397 para 5 or 1718 para 8(a)(i)')
    return ProvisionCited(ResolutionId(found[1]), found[2])


_SHORT = {
    "title": "source as cited",
    "type": "string",
    "description": "A source, and after it `own`, `from ORIGINATOR`, `unsaid` or `altered` where it leads to several.",
    "pattern": f"^(?:{_CITATION.pattern})$",
    "examples": ["kbs-2024-02", "rbc-ukraine-2024-02-27 from us-state", "kcna-2024 own"],
}
_LONG = {
    "title": "Citation",
    "type": "object",
    "description": "A source as cited, with the place in it or a few of its words.",
    "required": ["cite"],
    "additionalProperties": False,
    "properties": {
        "cite": _SHORT,
        "at": {"title": "text", "type": "string", "description": "Where in the source.", "examples": ["paragraph 4"]},
        "quote": {
            "title": "text",
            "type": "string",
            "description": "A few of the source's own words.",
            "examples": ["worth about $190,000"],
        },
    },
}

SourceCitation = Annotated[
    Citation, PlainValidator(_read), PlainSerializer(_written), WithJsonSchema({"anyOf": [_SHORT, _LONG]})
]
"""A source with what in it the claim comes from."""

CitedProvision = Annotated[
    ProvisionCited,
    written_as_text(parse_provision, ProvisionCited),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "title": "resolution or paragraph",
            "type": "string",
            "pattern": f"^(?:{_PROVISION.pattern})$",
            "examples": ["2397 para 5", "2397"],
        }
    ),
]
"""A resolution or one of its paragraphs as a source cites it."""
