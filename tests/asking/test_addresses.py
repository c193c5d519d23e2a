"""Every address that the site links for a source, once, and those of archives only on request."""

from ledger.asking.addresses import AddressKind, Asked, addresses
from ledger.checking import Checked
from tests.small import article, small


def test_every_address_is_there_once_with_who_names_it() -> None:
    kept = {"url": "https://archive.example/1", "date": "2024-01-01", "sha256": "0" * 64}
    ledger = small(
        sources={
            "one": article("p", "own-inquiry", url="https://b.example/é", archived=[kept]),
            "two": article("p", "own-inquiry", url="https://b.example/é", copies=[{"host": "a.example"}]),
            "three": article("p", "own-inquiry", copies=[{"host": "a.example", "url": "https://a.example/#part"}]),
        }
    )
    both = Asked("https://b.example/%C3%A9", AddressKind.ORIGINAL, ("one", "two"))
    copy = Asked("https://a.example/#part", AddressKind.COPY, ("three",))
    archived = Asked("https://archive.example/1", AddressKind.ARCHIVED, ("one",), "0" * 64)
    assert addresses(ledger) == [copy, both]
    assert addresses(ledger, archived=True) == [copy, archived, both]
    assert both.host == "b.example"


def test_all_of_a_ledger(mini: Checked) -> None:
    urls = {one.url for one in addresses(mini.ledger, archived=True)}
    assert len(urls) == len(addresses(mini.ledger, archived=True))
    assert sum(bool(source.url) for source in mini.ledger.sources.values()) <= len(urls)
