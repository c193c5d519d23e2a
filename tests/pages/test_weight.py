"""No page of a large ledger is heavy: the readers with the slowest lines read it on a telephone."""

import gzip
import random
import re
from collections.abc import Iterator

import pytest

from ledger.pages.render import orders
from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.folding import MOST
from tests.helpers import press_of
from tests.small import article, body, entry, small

LIST = 150_000 - 8_000
"""Bytes of a list, compressed; the frame of the theme takes less than 8,000 of what a page may have."""
PICTURE = 200_000 - 8_000
NUMBER = 3 * MOST

Pages = dict[str, str]


def _words(seed: int, number: int) -> str:
    """Return words as unlike one another as those of real titles."""
    chosen = random.Random(seed)
    return " ".join(
        "".join(chosen.choice("etaoinshrdlcumwfgypb") for _ in range(chosen.randint(2, 9))) for _ in range(number)
    ).capitalize()


def _date(i: int) -> str:
    """Return days of which a third are in one year, and many of those in one month."""
    if i % 3 == 0:
        return f"2017-{'08' if i % 2 else '0' + str(1 + i % 9)}-{1 + i % 28:02}"
    return f"{1990 + i % 35}-{1 + i % 12:02}"


@pytest.fixture(scope="module", params=[MOST, NUMBER], ids=["just not folded", "folded"])
def large(request: pytest.FixtureRequest) -> Reckoned:
    """A ledger in which everything has to do with one actor, one place, one source and one resolution."""
    number = request.param
    sources = {f"s{i}": article("hub", on=("root",), title=_words(i, 8)) for i in range(number)}
    return small(
        actors={"hub": {"name": "A hub", "kind": "company"}}
        | {f"a{i}": body() | {"name": _words(i, 3)} for i in range(number)},
        places={
            "port": {
                "name": "A port",
                "kind": "port",
                "country": "CN",
                "point": {"lat": "40", "lon": "124", "precision": "exact", "from": "GeoNames"},
            }
        },
        sources=sources | {"root": article("hub", "own-inquiry", title="The root")},
        resolutions={
            "2371": {
                "symbol": "S/RES/2371 (2017)",
                "status": "in-force",
                "adopted": "2017-08-05",
                "sources": ["root"],
                "provisions": {
                    slug: {
                        "covers": "coal",
                        "measure": "ban",
                        "direction": "out",
                        "commodities": ["coal"],
                        "from": "1990-01-01",
                        "paragraph_basis": "not-seen",
                        "sources": ["root"],
                    }
                    for slug in ("coal", "coal-again", "carrying", "insuring", "paying")
                },
            }
        },
        transactions={f"t{i}": _entry(i) for i in range(number)},
    )


def _entry(i: int) -> dict[str, object]:
    return entry(
        {"c1": [f"s{i}"], "c2": [f"s{i}"]},
        title=_words(-i, 8),
        when={"date": _date(i)},
        flows={"f1": {"from": "KP", "to": "CN", "commodities": ["coal"], "goods": _words(i + 10**6, 4)}},
        actors=[{"actor": "hub", "role": "buyer", "claims": ["c1"]}],
        places=[{"place": "port", "role": "loaded", "claims": ["c1"]}],
        resolutions_cited=[{"provision": "2371", "sources": [f"s{i}"]}],
    )


@pytest.fixture(scope="module")
def pages(large: Reckoned) -> Pages:
    """The pages that have long lists."""
    press = press_of(large, Site("Example ledger"))
    wanted = {
        "sources/root",
        "actors/hub",
        "places/port",
        "countries/CN",
        "countries/KP",
        "commodities/coal",
        "resolutions/2371",
    }
    some = [order for order in orders(large) if not order.id or order.path in wanted]
    return {page.path: page.body for order in some for page in press.print(order)}


def _size(body: str) -> int:
    return len(gzip.compress(body.encode(), 9))


def test_no_page_is_heavy(pages: Pages) -> None:
    pictures = {"timeline", "map", "network"}
    heavy = {path: _size(body) for path, body in pages.items() if path not in pictures and _size(body) > LIST}
    heavy |= {path: _size(pages[path]) for path in pictures if _size(pages[path]) > PICTURE}
    assert heavy == {}


def _reached(pages: Pages, path: str) -> Iterator[str]:
    """Yield the targets of links on a page and on the parts of its lists, without script."""
    todo, seen = [path], {path}
    while todo:
        here = todo.pop()
        for target in re.findall(r'href="(?:\.\./)*([^"#]+)\.html', pages[here]):
            yield target
            if target.startswith("lists/") and target not in seen:
                seen.add(target)
                todo.append(target)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("transactions/index", "transactions"),
        ("sources/index", "sources"),
        ("actors/index", "actors"),
        ("countries/CN", "transactions"),
        ("commodities/coal", "transactions"),
        ("actors/hub", "transactions"),
        ("actors/hub", "sources"),
        ("places/port", "transactions"),
        ("resolutions/2371", "transactions"),
        ("sources/root", "sources"),
        ("explore", "transactions"),
        ("timeline", "transactions"),
        ("about/weak-spots", "transactions"),
    ],
)
def test_all_of_a_list_can_be_reached_without_script(path: str, kind: str, pages: Pages, large: Reckoned) -> None:
    reached = {target for target in _reached(pages, path) if target.startswith(f"{kind}/")}
    assert {f"{kind}/{id}" for id in large.by(kind) if id != "root"} <= reached


def test_every_part_is_led_to(pages: Pages) -> None:
    parts = {path for path in pages if path.startswith("lists/")}
    assert parts <= {target for path in pages if not path.startswith("lists/") for target in _reached(pages, path)}
