"""What an address tells, and what it does not."""

import pytest

from ledger.drafting.addresses import addresses, host_of, same, tell
from ledger.model.record import without_tracking
from tests.drafting.helpers import DAY, desk, mini
from tests.small import small


def published(address: str) -> object:
    return tell(address, [], DAY).sure.get("published")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/06/18/coal", "2024-06-18"),
        ("/news/2024-06-18-coal.html", "2024-06-18"),
        ("/coal-20171217-h0659d.html", "2017-12-17"),
        ("/2015/06/coal", "2015-06"),
        ("/2024/06/31/coal", "2024-06"),
        ("/2027/01/01/coal", None),  # after the day
        ("/1987/01/01/coal", None),  # before there were pages
        ("/2024/coal", None),
        ("/a4984448.html", None),
        ("/120240618/coal", None),
        ("/2024/06/18/2023/05/17", None),  # which of the two?
        ("/?date=2024-06-18", None),
    ],
)
def test_the_day_in_an_address(path: str, day: str | None) -> None:
    assert published(f"https://paper.example{path}") == day


def test_a_day_from_an_address_says_so() -> None:
    told = tell("https://paper.example/2024/06/18/coal", [], DAY)
    assert told.sure["dated_by"] == "address"
    assert "address" in told.notes["published"]


def test_what_all_sources_of_a_host_share_is_taken() -> None:
    told = tell("http://www.gazette.example/new", mini().sources.values(), DAY)
    assert told.sure["by"] == "gazette"
    assert told.sure["kind"] == "article"
    assert "language" not in told.sure
    assert told.likely == {"language": "en"}


def test_what_they_do_not_share_is_only_offered() -> None:
    page = {"kind": "article", "access": "read", "own": ["own-inquiry"]}
    ledger = small(
        sources={
            "a": {**page, "by": "a", "url": "https://x.example/1"},
            "b": {**page, "by": "b", "kind": "post", "url": "https://x.example/2"},
            "c": {**page, "by": "b", "kind": "post", "url": "https://x.example/3"},
        }
    )
    told = tell("https://x.example/4", ledger.sources.values(), DAY)
    assert set(told.sure) == {"url"}
    assert told.likely == {"by": "b", "kind": "post"}
    assert told.notes["by"] == "Of other sources of this host: b (2), a (1)"


def test_an_archived_page_is_the_page_it_keeps() -> None:
    kept = "https://web.archive.org/web/20240221010203/https://gazette.example/x"
    told = tell(kept, mini().sources.values(), DAY)
    assert told.sure["url"] == "https://gazette.example/x"
    assert told.sure["archived"] == [{"url": kept, "date": "2024-02-21"}]
    assert told.sure["by"] == "gazette"


def test_tracking_is_left_out() -> None:
    assert without_tracking("https://a.example/b?utm_source=x&page=2&fbclid=y#c") == "https://a.example/b?page=2#c"
    assert without_tracking("https://a.example/b?utm_source=x") == "https://a.example/b"
    assert without_tracking("no address") == "no address"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.gazette.example/2024/02/coal/?part=a&page=2",
        "https://gazette.example/2024/02/co%61l?page=2&part=a&utm_medium=mail#elsewhere",
        "https://archive.example/web/20240221000000/https://gazette.example/2024/02/coal",
    ],
)
def test_one_page_under_several_addresses(other: str) -> None:
    assert desk().source_at(other) == "gazette-2024"


def test_a_copy_is_found_too() -> None:
    assert desk().source_at("https://copies.example.net/x") == "hanbit-daily-2024-02"
    assert desk().source_at("https://gazette.example/2024/02/coal") == ""


@pytest.mark.parametrize("text", ["https://[", "http://a.example:99999/", "https://\u202e/", "", "x" * 100_000])
def test_what_is_no_address_does_no_harm(text: str) -> None:
    assert isinstance(same(text) + host_of(text), str)
    assert isinstance(tell(text, mini().sources.values(), DAY).sure["url"], str)


def test_addresses_of_a_source() -> None:
    assert len(list(addresses(mini().sources["gazette-2024"]))) == 2
