"""The files that stand beside the pages."""

import json

from ledger.checking import Checked
from ledger.pages.assets import assets
from ledger.pages.citing import take_away
from ledger.pages.site import Site
from tests.helpers import MINI


def test_a_record_is_published_as_it_stands_in_its_file(mini: Checked) -> None:
    made = dict(assets(mini.ledger, Site("Example")))
    for id in mini.ledger.transactions:
        taken = take_away(mini.ledger, Site("Example"), id)
        assert made[taken.yaml] == (MINI / "transactions" / f"{id}.yaml").read_bytes()
        assert json.loads(made[taken.json])["id"] == id


def test_robots_may_read_everything() -> None:
    from ledger.reckoned import Reckoned

    without, with_address = (
        dict(assets(Reckoned(()), site)) for site in (Site("E"), Site("E", url="https://a.example/x"))
    )
    assert without == {"robots.txt": b"User-agent: *\nAllow: /\n"}
    assert with_address["robots.txt"].endswith(b"\nSitemap: https://a.example/x/sitemap.xml\n")
