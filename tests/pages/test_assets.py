"""The files that stand beside the pages: records as they are, and data for scripts, whatever stands in it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import Checked
from ledger.model.kinds import KINDS
from ledger.pages.assets import assets, script
from ledger.pages.citing import take_away
from ledger.pages.site import Site
from tests.helpers import MINI, record_files_of


def test_a_record_is_published_as_it_stands_in_its_file(mini: Checked) -> None:
    made = record_files_of(mini.ledger)
    for id in mini.ledger.transactions:
        taken = take_away(mini.ledger, Site("Example"), id)
        assert made[taken.yaml] == (MINI / "transactions" / f"{id}.yaml").read_bytes()
        assert json.loads(made[taken.json])["id"] == id
        assert {path for _, path in taken.sources} <= set(made)


def test_every_record_of_every_kind_is_there_as_json_and_former_ids_too(mini: Checked) -> None:
    made = {path for path in record_files_of(mini.ledger) if path.startswith("api/v1/")}
    ids = {(kind, id) for kind in KINDS for id in mini.ledger.by(kind)}
    ids |= {("actors", "example-trading-company"), ("transactions", "2024-coal-for-rice")}
    assert made == {f"api/v1/{kind}/{id}.json" for kind, id in ids}


def test_robots_may_read_everything() -> None:
    from ledger.reckoned import Reckoned

    without, with_address = (
        dict(assets(Reckoned(()), site)) for site in (Site("E"), Site("E", url="https://a.example/x"))
    )
    assert without["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert with_address["robots.txt"].endswith(b"\nSitemap: https://a.example/x/sitemap.xml\n")


@pytest.fixture(scope="module")
def scripts(mini: Checked) -> dict[str, str]:
    made = dict(assets(mini.ledger, Site("Example")))
    return {path: data.decode() for path, data in made.items() if path.endswith(".js")}


def read(text: str, name: str) -> object:
    """Return the value of a script by its own grammar: a string in single quotes, and JSON in it."""
    found = re.fullmatch(rf"window\.{name}=JSON\.parse\('((?:[^'\\\n\r\u2028\u2029]|\\.)*)'\);\n", text)
    assert found
    plain = re.sub(r"\\(u[0-9a-f]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else m[1], found[1])
    return json.loads(plain)


def test_each_script_sets_one_global(scripts: dict[str, str]) -> None:
    assert list(scripts) == ["assets/search-data.js", "assets/explore-data.js"]
    assert read(scripts["assets/search-data.js"], "searchData")
    assert read(scripts["assets/explore-data.js"], "exploreData")


def test_nothing_in_it_is_markup(scripts: dict[str, str]) -> None:
    """The ledger in miniature holds tags and references as text."""
    for text in scripts.values():
        assert not re.search("[<>&\u2028\u2029]", text)


@given(st.text())
def test_any_text_comes_out_as_that_text(text: str) -> None:
    assert read(script("x", [text, {"'": "\\"}]), "x") == [text, {"'": "\\"}]
