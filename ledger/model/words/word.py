"""What a word of a fixed list is."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Word(StrEnum):
    """A word of a fixed list; ``meaning`` says what it stands for."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """Make the word, with its meaning beside it."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.meaning = meaning
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Show editors what each word means."""
        return {
            "type": "string",
            "description": (cls.__doc__ or "").strip(),
            "enum": [word.value for word in cls],
            "enumDescriptions": [word.meaning for word in cls],
        }

    @property
    def plain(self) -> str:
        """The word as a reader sees it."""
        return self.value.replace("-", " ").replace("_", " ")
