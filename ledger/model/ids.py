"""The ids that tie records together. An id's type says what kind of record it leads to."""

import re
from functools import cache
from typing import Any, ClassVar, Self

import pycountry
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ledger.model.codes import BAD_ID, refusal
from ledger.reading.names import unfit

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CITED = re.compile(rf"({SLUG.pattern}) (?:own|unsaid|altered|from .+)")
"""A source, and after it what only a citation says."""


class Id(str):
    """An id that leads to a record of one of ``kinds``."""

    __slots__ = ()
    kinds: ClassVar[tuple[str, ...]] = ()
    pattern: ClassVar[re.Pattern[str]] = SLUG
    like: ClassVar[str] = "small letters, digits and single hyphens"
    called: ClassVar[str] = "id"
    """What editors and the field reference call it."""
    example: ClassVar[str] = ""
    """One for them to show."""

    @property
    def targets(self) -> tuple[str, ...]:
        """The kinds of record that it leads to; none where it is a word such as ``unknown``."""
        return self.kinds

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the id; raise the refusal that says how one is written."""
        if not cls.pattern.fullmatch(text):
            raise refusal(BAD_ID, f'"{text}" is not an id; write {cls.like}')
        if message := unfit(text):
            raise refusal(BAD_ID, message)
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let the model read the id from text."""
        return core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Show editors what it is, the pattern and an example."""
        return {
            "title": cls.called,
            "type": "string",
            "description": (cls.__doc__ or "").strip(),
            "pattern": f"^(?:{cls.pattern.pattern})$",
            "examples": [cls.example],
        }


class TransactionId(Id):
    """A transaction."""

    __slots__ = ()
    called = "transaction id"
    kinds = ("transactions",)
    example = "2024-coal-in-barges"


class TransactionOrSeriesId(Id):
    """A transaction or a series of figures."""

    __slots__ = ()
    called = "transaction or series id"
    kinds = ("transactions", "series")
    example = "2024-coal-in-barges"


class SourceId(Id):
    """A source."""

    __slots__ = ()
    called = "source id"
    kinds = ("sources",)
    example = "harbour-courier-2024-06-03"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the id; say where it is that a source may be followed by whom it has something from."""
        if cited := _CITED.fullmatch(text):
            message = f'"{text}" stands under claims and disagreements only; here write {cited[1]}'
            raise refusal(BAD_ID, message)
        return super().parse(text)


class ActorId(Id):
    """An actor."""

    __slots__ = ()
    called = "actor id"
    kinds = ("actors",)
    example = "kp-government"


class OriginId(Id):
    """Whose knowledge it is: an actor or, where nobody is named, the source that holds it."""

    __slots__ = ()
    called = "actor or source id"
    example = "kp-government"
    kinds = ("actors", "sources")


class PlaceId(Id):
    """A place."""

    __slots__ = ()
    called = "place id"
    kinds = ("places",)
    example = "nampo"


class CommodityId(Id):
    """A commodity."""

    __slots__ = ()
    called = "commodity id"
    kinds = ("commodities",)
    example = "coal"


class ResolutionId(Id):
    """A resolution by its number, or a draft by its date."""

    __slots__ = ()
    called = "resolution number"
    kinds = ("resolutions",)
    example = "2397"
    pattern = re.compile(r"[1-9][0-9]{2,3}|draft-[0-9]{4}-[0-9]{2}-[0-9]{2}")
    like = "its number (2397), or draft- and its date"


class ProvisionId(Id):
    """A provision of a resolution by its lasting name, such as ``2397-refined-petroleum``."""

    __slots__ = ()
    called = "provision id"
    kinds = ("provisions",)
    example = "2397-refined-petroleum"
    pattern = re.compile(rf"({ResolutionId.pattern.pattern})-({SLUG.pattern})")
    like = "the resolution and the provision's name (2397-refined-petroleum)"

    @property
    def resolution(self) -> ResolutionId:
        """The resolution it is a provision of."""
        found = self.pattern.fullmatch(self)
        return ResolutionId(found[1] if found else "")


class CountryId(Id):
    """A country or territory by its two letters in ISO 3166-1; it needs no file of its own."""

    __slots__ = ()
    called = "country code"
    kinds = ("countries",)
    example = "KP"
    pattern = re.compile(r"[A-Z]{2}")
    like = "the two capital letters of ISO 3166-1 (KP, RU, GB)"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the code; raise the refusal where ISO 3166-1 does not know it."""
        if text not in codes_of_iso_3166():
            raise refusal(BAD_ID, f'"{text}" is not a country; write {cls.like}')
        return cls(text)


UNKNOWN = "unknown"
HIGH_SEAS = "high-seas"


class End(Id):
    """One end of a flow: a country, ``unknown`` (a statement, not a gap) or ``high-seas``."""

    __slots__ = ()
    called = "country code, or `unknown` or `high-seas`"
    kinds = ("countries",)
    example = "KP"
    pattern = re.compile(rf"[A-Z]{{2}}|{UNKNOWN}|{HIGH_SEAS}")
    like = f"{CountryId.like}, {UNKNOWN} or {HIGH_SEAS}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the end; raise the refusal where it is neither a country nor one of the two words."""
        if text not in (UNKNOWN, HIGH_SEAS) and text not in codes_of_iso_3166():
            raise refusal(BAD_ID, f'"{text}" is no end of a flow; write {cls.like}')
        return cls(text)

    @property
    def targets(self) -> tuple[str, ...]:
        """A country, unless it is one of the two words."""
        return () if self in (UNKNOWN, HIGH_SEAS) else self.kinds

    @property
    def country(self) -> CountryId | None:
        """The country, where it is one."""
        return CountryId(self) if self.targets else None


HOME = End("KP")
"""North Korea: the end that every flow has, unless it says why it is here."""


@cache
def codes_of_iso_3166() -> frozenset[str]:
    """The officially assigned two-letter codes, as iso-codes lists them."""
    return frozenset(country.alpha_2 for country in pycountry.countries)


class FormerId(Id):
    """An id that a record once had; it leads to no record any more, its address leads to this one."""

    __slots__ = ()
    called = "former id"
    example = "the-former-id"
    pattern = re.compile(rf"{SLUG.pattern}|{CountryId.pattern.pattern}")
