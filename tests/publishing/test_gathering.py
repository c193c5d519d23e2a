"""One stylesheet and one script for every page, of many parts."""

from pathlib import Path

from ledger.publishing.gathering import GATHERED, gather
from tests.helpers import files_of, write


def test_parts_are_joined_in_the_order_of_the_settings(tmp_path: Path) -> None:
    settings = "extra_css: [assets/css/b.css, assets/css/a.css]\nextra_javascript: [assets/js/c.js]\n"
    site = write(tmp_path / "site", {"assets/css/a.css": "a{}\n", "assets/css/b.css": "b{}\n", "assets/js/c.js": "c\n"})
    write(site, {"assets/js/d.js": "d\n"})
    write(tmp_path, {"mkdocs.yml": settings})
    gather(site, tmp_path / "mkdocs.yml")
    assert files_of(site) == {
        "assets/css/site.css": b"b{}\na{}\n",
        "assets/js/site.js": b"c\n",
        "assets/js/d.js": b"d\n",
    }


def test_every_page_names_the_whole_and_no_part(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert all(text.count(f'{name}"') == 1 for name in GATHERED.values()), page
        assert text.count('rel="stylesheet"') == 2, page
