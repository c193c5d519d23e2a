"""A feed reader finds every change of the history, the newest first, under an id that stays."""

from datetime import date

import feedparser

from ledger.checking import Checked
from ledger.exports.feeds import NEWEST, Feed, atom, feeds
from ledger.exports.release import Release
from tests.small import article, entry, small

RELEASE = Release("Example & <b>", "2026-11-22")


def _made(mini: Checked) -> dict[str, Feed]:
    return {feed.path: feed for feed in feeds(mini.ledger)}


def test_a_reader_finds_what_the_histories_say(mini: Checked) -> None:
    made = _made(mini)
    for path, is_new in (("feeds/new.xml", True), ("feeds/corrected.xml", False)):
        read = feedparser.parse(atom(made[path], RELEASE))
        assert not read.bozo
        assert read.feed.title.startswith("Example & <b>")
        found = {(item.id, item.updated[:10]) for item in read.entries}
        assert found == {
            (f"tag:in-exchange.invalid,2026:transactions/{one.id}/{number}", change.date.isoformat())
            for one in mini.ledger.transactions.values()
            for number, change in enumerate(one.history, start=1)
            if (number == 1) is is_new
        }
        days = [item.updated for item in read.entries]
        assert days == sorted(days, reverse=True)
        assert read.feed.updated == days[0]


def test_awkward_text_comes_back(mini: Checked) -> None:
    entries = feedparser.parse(atom(_made(mini)["feeds/new.xml"], RELEASE), sanitize_html=False).entries
    assert {item.title for item in entries} == {one.title for one in mini.ledger.transactions.values()}


def test_links_start_from_the_file_or_from_the_address(mini: Checked) -> None:
    feed = _made(mini)["feeds/countries/CN.xml"]
    assert b'href="../../transactions/2024-rice-for-coal.html"' in atom(feed, RELEASE)
    there = atom(feed, Release("Example", "2026-11-22", url="https://a.example/x/"))
    assert b'href="https://a.example/x/transactions/2024-rice-for-coal.html"' in there
    assert b"<id>tag:a.example,2026:feeds/countries/CN.xml</id>" in there
    assert b'rel="self"' in there


def test_a_commodity_hears_of_its_kinds(mini: Checked) -> None:
    made = _made(mini)
    coal, above = ({item.entry.id for item in made[f"feeds/commodities/{id}.xml"].items} for id in ("coal", "minerals"))
    assert coal
    assert coal <= above


def test_a_feed_of_nothing_is_a_feed() -> None:
    [new, corrected, *others] = feeds(small())
    assert (new.items, corrected.items, others) == ((), (), [])
    assert feedparser.parse(atom(new, RELEASE)).feed.updated.startswith("2026-11-22")


def test_a_long_feed_holds_the_newest() -> None:
    history = [{"date": date(2000 + i // 360, i // 30 % 12 + 1, 1).isoformat(), "what": f"{i}"} for i in range(250)]
    entries = {name: entry(history=history) for name in ("one", "two")}
    ledger = small(transactions=entries, sources={"paper": article("press", "own-inquiry")})
    items = next(feed for feed in feeds(ledger) if feed.path == "feeds/corrected.xml").items
    assert len(items) == NEWEST
    assert min(item.number for item in items) > 250 - NEWEST // 2 - 30  # thirty of each share a day
