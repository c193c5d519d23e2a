"""The addresses that sources have, each with who names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ledger.model.words import Word
from ledger.resolving.ledger import Ledger
from ledger.views.links import address


class AddressKind(Word):
    """What an address is to a source."""

    ORIGINAL = "original", "the source itself"
    COPY = "copy", "a word-for-word copy on another host"
    ARCHIVED = "archived", "a copy that an archive keeps"


@dataclass(frozen=True, slots=True)
class Asked:
    """An address to ask, as it goes over the wire."""

    url: str
    kind: AddressKind
    sources: tuple[str, ...]
    """The sources that have it."""
    sha256: str | None = None
    """Of an archived copy: the SHA-256 of its text, where one is recorded."""

    @property
    def host(self) -> str:
        """Whom the request goes to."""
        return urlsplit(self.url).netloc.lower()


def addresses(ledger: Ledger, *, archived: bool = False) -> list[Asked]:
    """Return each address once, in order; the copies of archives only where they are asked for."""
    found: dict[str, Asked] = {}
    for source, kind, url, sum in _all(ledger):
        if kind is AddressKind.ARCHIVED and not archived:
            continue
        known = found.get(url)
        if known:
            sources = tuple(dict.fromkeys((*known.sources, source)))
            found[url] = Asked(url, known.kind, sources, known.sha256 or sum)
        else:
            found[url] = Asked(url, kind, (source,), sum)
    return [found[url] for url in sorted(found)]


def _all(ledger: Ledger) -> Iterator[tuple[str, AddressKind, str, str | None]]:
    for source in ledger.sources.values():
        if source.url:
            yield source.id, AddressKind.ORIGINAL, address(source.url), None
        for copy in source.copies:
            if copy.url:
                yield source.id, AddressKind.COPY, address(copy.url), None
        for kept in source.archived:
            yield source.id, AddressKind.ARCHIVED, address(kept.url), kept.sha256
