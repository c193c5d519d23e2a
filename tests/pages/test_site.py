"""Addresses that depend on the settings of the site, and the form that one of them fills in."""

from urllib.parse import parse_qs, urlsplit

import yaml

from ledger.pages.site import Site
from tests.helpers import ROOT

FORM = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "correction.yml").read_text("utf-8"))
SITE = Site("Example", "https://code.example/ledger/", url="https://a.example/x")


def test_an_address_is_whole_or_not_there() -> None:
    assert SITE.page_url("actors/bbc.html") == "https://a.example/x/actors/bbc.html"
    assert Site("Example", url="https://a.example/x/").page_url("") == "https://a.example/x/"
    assert Site("Example").page_url("actors/bbc.html") == ""


def test_the_form_is_filled_in_by_its_own_fields() -> None:
    parts = urlsplit(SITE.report_url("transactions", "2024-rice-for-coal"))
    query = {key: value for key, [value] in parse_qs(parts.query).items()}
    assert (parts.netloc, parts.path) == ("code.example", "/ledger/issues/new")
    assert query.pop("template") == "correction.yml"
    assert query.pop("title").startswith(FORM["title"])
    assert query == {
        "entry": "transactions/2024-rice-for-coal",
        "page": "https://a.example/x/transactions/2024-rice-for-coal.html",
    }
    assert set(query) <= {field["id"] for field in FORM["body"] if "id" in field}


def test_without_a_repository_nothing_can_be_reported_there() -> None:
    assert Site("Example", url="https://a.example/").report_url("transactions", "a") == ""


def test_without_an_address_the_path_says_which_page() -> None:
    query = parse_qs(urlsplit(Site("Example", "https://code.example/l").report_url("actors", "bbc")).query)
    assert query["page"] == ["actors/bbc.html"]


def test_the_form_has_an_id_and_a_label_for_every_field() -> None:
    fields = [field for field in FORM["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"]["label"] for field in fields)
