"""The link check sees what a reader's browser would stumble over."""

from pathlib import Path

import pytest

from ledger.publishing.links import check_links
from tests.helpers import at, write

GOOD = {
    "index.html": '<h1 id="top">a</h1><a href="a/b.html#c1">b</a><link rel="stylesheet" href="s.css">'
    '<a href="https://outside.example/?a=1">out</a><a href="#top">up</a><a href="">here</a>',
    "a/b.html": '<p id="c1">c</p><a href="../index.html">home</a><a href="c%20d.html">d</a><img src="../i.png">',
    "a/c d.html": "",
    "s.css": "",
    "i.png": "",
    "404.html": '<a href="/nowhere.html">its addresses start at the root</a>',
}


def test_a_whole_site_has_no_fault(tmp_path: Path) -> None:
    assert check_links(write(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="b.html">', [(1, 1, "E414")]),
        ('\n  <a href="index.html#nowhere">', [(2, 3, "E415")]),
        ('<a href="#nowhere">', [(1, 1, "E415")]),
        ('<a href="/index.html">', [(1, 1, "E414")]),
        ('<a href="../index.html">', [(1, 1, "E414")]),
        ('<a href="javascript:alert(1)">', [(1, 1, "E413")]),
        ('<a href="data:text/html,x">', [(1, 1, "E413")]),
        ('<a href="mailto:a@b.example">', [(1, 1, "E413")]),
        ('<img src="https://outside.example/i.png">', [(1, 1, "E412")]),
        ('<img srcset="https://outside.example/i.png 2x">', [(1, 1, "E412")]),
        ('<script src="//outside.example/s.js"></script>', [(1, 1, "E412")]),
        ('<link rel="stylesheet" href="https://outside.example/s.css">', [(1, 1, "E412")]),
        ('<link rel="preconnect" href="https://outside.example">', [(1, 1, "E412")]),
        ('<form action="https://outside.example/">', [(1, 1, "E412")]),
        ('<p id="x"></p><p id="x"></p>', [(1, 1, "E411")]),
    ],
)
def test_each_fault_is_found_at_its_place(body: str, expected: list[tuple[int, int, str]], tmp_path: Path) -> None:
    assert at(check_links(write(tmp_path, {"index.html": body}))) == expected


def test_links_to_other_sites_are_not_loaded(tmp_path: Path) -> None:
    """A link that the reader may follow is no request; a canonical address is none either."""
    body = '<a href="https://outside.example/">out</a><link rel="canonical" href="https://ledger.example/">'
    assert check_links(write(tmp_path, {"index.html": body})) == []
