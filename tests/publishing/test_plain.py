"""Pages that were put into a frame are those that MkDocs prints, byte for byte."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from ledger.publishing.building import build
from ledger.publishing.links import look
from ledger.publishing.settings import CONFIG
from tests.conftest import Synthetic
from tests.helpers import MINI, files_of, write


def _assert_same(one: Path, other: Path) -> None:
    ours, theirs = files_of(one), files_of(other)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_site_without_an_address(site: Path, tmp_path: Path) -> None:
    _assert_same(site, build(MINI, tmp_path, plain=True).site)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings with an address of the site, which brings canonical addresses, pictures and a sitemap."""
    settings = CONFIG.read_text("utf-8").replace("site_url: ''", "site_url: https://ledger.example/x/")
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {CONFIG.parent / 'overrides'}")
    return write(tmp_path_factory.mktemp("settings"), {"mkdocs.yml": settings}) / "mkdocs.yml"


def test_a_site_with_an_address(config: Path, tmp_path: Path) -> None:
    framed, plain = (
        build(MINI, tmp_path / name, config=config, plain=name == "plain").site for name in ("framed", "plain")
    )
    assert (
        b"<loc>https://ledger.example/x/transactions/2024-rice-for-coal.html</loc>" in files_of(framed)["sitemap.xml"]
    )
    _assert_same(framed, plain)


def test_a_made_up_ledger_in_the_proportions_of_the_real_one(synthetic: Synthetic, tmp_path: Path) -> None:
    entries = synthetic(300)
    framed, plain = (build(entries, tmp_path / str(how), plain=how).site for how in (False, True))
    assert sum(1 for _ in framed.rglob("*.html")) > 300
    _assert_same(framed, plain)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "action"):
                self.addresses.add(value or "")


def test_the_check_of_links_sees_what_a_parser_sees(site: Path) -> None:
    for path in site.rglob("*.html"):
        parser, seen = _Parser(), look(path.read_text("utf-8"))
        parser.feed(path.read_text("utf-8"))
        assert list(seen.ids) == parser.ids, path
        assert {link.address for link in seen.links} == parser.addresses, path
