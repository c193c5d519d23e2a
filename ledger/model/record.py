"""What every record has, and the plain values that several kinds share."""

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PrivateAttr,
    WithJsonSchema,
)

from ledger.model.codes import BAD_ADDRESS, BAD_VALUE, refusal
from ledger.model.dates import Date, Day
from ledger.model.ids import FormerId
from ledger.model.values import LARGEST
from ledger.reading.strict_yaml import MAX_TEXT

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}(?::\d{1,5})?")
_BY_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""The last part of a host that browsers take for an address by number (https://url.spec.whatwg.org/#host-parsing)."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_UNSAFE = re.compile(r"[\s\"'<>\\^`{|}]")
_URI = {
    "title": "web address",
    "type": "string",
    "format": "uri",
    "examples": ["https://news.example.com/2024/06/03/coal"],
}
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|st_rec|oref")


def _text(value: str) -> str:
    if not value.strip():
        raise refusal(BAD_VALUE, "an empty text; leave the key out or say something")
    return value


def _flag(value: Any) -> Any:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise refusal(BAD_VALUE, "expected true or false")


def _number(value: Any) -> Any:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise refusal(BAD_VALUE, f'"{value}" is not a number; write it as 6700 or 25500.5')
    if isinstance(value, str) and Decimal(value) > LARGEST:
        raise refusal(BAD_VALUE, "the number is too large to be true; look at its noughts")
    return value


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise refusal(BAD_ADDRESS, f'"{value}" is not a host; write it as in news.example.com')
    return value


def _address(value: str) -> str:
    if not _is_linkable(value):
        raise refusal(BAD_ADDRESS, f'"{value}" cannot be linked; write a plain https:// or http:// address')
    for key, _ in parse_qsl(urlsplit(value).query, keep_blank_values=True):
        if _TRACKING.fullmatch(key):
            raise refusal(BAD_ADDRESS, f'the address carries the tracking parameter "{key}"; take it out')
    return value


def without_tracking(address: str) -> str:
    """Return an address without the parameters that tell who sent the reader; any other text as it is."""
    head, mark, rest = address.partition("?")
    query, hash_, fragment = rest.partition("#")
    kept = [pair for pair in query.split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    return head + (mark if kept else "") + "&".join(kept) + hash_ + fragment


def _is_linkable(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        good_port = parts.port is None or parts.port > 0
    except (ValueError, UnicodeError):
        return False
    known = parts.scheme in ("http", "https") and _HOST.fullmatch(host)
    # What has no name may be a machine in the reader's own house.
    by_number = _BY_NUMBER.fullmatch(host.rpartition(".")[2])
    return bool(known and good_port and not by_number) and parts.username is None and not _UNSAFE.search(value)


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise refusal(BAD_VALUE, f'"{value}" is not a language of BCP 47; write en, ko, zh-Hant') from None
    return value


def example(value: object) -> Any:
    """Return what gives a field its example, which editors and the field reference show."""
    return Field(examples=[value])


Text = Annotated[str, AfterValidator(_text), Field(max_length=MAX_TEXT, title="text")]
"""Text that a reader sees, exactly as written."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"title": "true or false", "type": "boolean"})]
"""``true`` or ``false``; no other word."""

OneNumber = BeforeValidator(_number, json_schema_input_type=float)
"""What lets a number be written in one way only."""

Exact = Annotated[Decimal, OneNumber, PlainSerializer(_json_number, when_used="json")]
"""A number as it was written, nothing rounded; in JSON a number too."""

Host = Annotated[str, AfterValidator(_host), Field(title="host name"), example("news.example.com")]
"""The host of a page, in small letters."""

Address = Annotated[str, AfterValidator(_address), WithJsonSchema(_URI)]
"""An address that may be linked: http or https, a host, no user name, nothing that tracks."""

Language = Annotated[str, AfterValidator(_language), Field(title="language tag"), example("ko")]
"""A language tag of BCP 47."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", title="SHA-256")]
"""A SHA-256 in small hexadecimal digits."""


class Part(BaseModel):
    """A group of fields: nothing unknown in it, nothing changed after it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, arbitrary_types_allowed=True)


class Record(Part):
    """A record of any kind; its id is the stem of its file's name, given to the model as context."""

    note: Annotated[Text | None, example("The page shows a later date than the report has.")] = None
    """What a reader should know about this record: weaknesses, wrong page dates, what could not be seen."""
    formerly: Annotated[tuple[FormerId, ...], example(["the-former-id"])] = ()
    """Ids that this record once had; their addresses lead here."""

    _id: str = PrivateAttr(default="")

    def model_post_init(self, context: Any) -> None:
        """Take the id from the context of validation."""
        self._id = (context or {}).get("id", "")

    @cached_property
    def id(self) -> str:
        """The record's id."""
        return self._id


class When(Part):
    """A date, and the words in which it was reported."""

    date: Date
    """When, as an EDTF date (level 1)."""
    words: Annotated[Text | None, example("in early June")] = None
    """The date in the words of the reports."""


class Change(Part):
    """One line of an entry's history."""

    date: Day
    """The day of the change."""
    what: Annotated[Text, example("entered")]
    """What was changed; the first line is "entered"."""
    why: Annotated[Text | None, example("a second report gives another figure")] = None
    """Why."""
