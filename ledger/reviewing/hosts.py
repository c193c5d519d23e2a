"""Outside hosts that the sources lead to, and that none led to before."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ledger.model.source import Source
from ledger.resolving.ledger import Ledger


@dataclass(frozen=True, slots=True)
class NewHost:
    """A host that no source had."""

    host: str
    """As machines ask for it: letters outside ASCII in their ``xn--`` form."""
    linked: bool
    """Whether a page links to it; else it is only told that a copy or a page stands there."""
    sources: tuple[str, ...]


def new_hosts(before: Ledger, after: Ledger) -> tuple[NewHost, ...]:
    """Return the hosts of addresses, archive copies and copies of sources that no source had before, in their order."""
    known, found = _hosts(before), _hosts(after)
    return tuple(
        NewHost(host, any(linked for _, linked in rows), tuple(dict.fromkeys(source for source, _ in rows)))
        for host, rows in sorted(found.items())
        if host not in known
    )


def _hosts(ledger: Ledger) -> dict[str, list[tuple[str, bool]]]:
    """Return for each host the sources that name it, and whether each leads there."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for source in ledger.sources.values():
        for host, linked in _named(source):
            found.setdefault(host, []).append((source.id, linked))
    return found


def _named(source: Source) -> Iterator[tuple[str, bool]]:
    for url in (source.url, *(copy.url for copy in source.copies), *(kept.url for kept in source.archived)):
        if url:
            yield _host(url), True
    for host in (source.host, *(copy.host for copy in source.copies)):
        if host:
            yield host, False


def _host(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    return f"{host}:{parts.port}" if parts.port else host
