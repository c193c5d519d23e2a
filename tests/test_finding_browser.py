"""Search and explore as a reader meets them, on a server and from a folder on disk."""

import csv
import io
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page

from ledger.checking import Checked
from ledger.pages.assets import script
from ledger.views.explore import FACETS, data, explore
from ledger.views.listed import newest_first
from tests.conftest import Watched

pytestmark = pytest.mark.browser

INDEX = "search-data.js"


def ask(page: Page, query: str) -> Locator:
    """Type into the search of the header as a reader would, and return the options."""
    page.keyboard.press("/")
    page.locator("#find").fill(query)
    page.locator(".find.found").wait_for()
    return page.locator("#found [role=option]")


def parts(option: Locator) -> dict[str, str]:
    return {
        name: " ".join(option.locator(f".find-{name}").all_inner_texts()) for name in ("name", "kind", "hint", "why")
    }


def test_nothing_is_loaded_before_the_first_use(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/sources/gazette-2024.html")
    page.wait_for_load_state("networkidle")
    assert not any(url.endswith(INDEX) for url in watched.requests)
    page.keyboard.press("/")
    page.wait_for_function("() => window.searchData")
    assert page.locator("#find").input_value() == ""
    assert [url for url in watched.requests if url.endswith(INDEX)] == [f"{root}/assets/{INDEX}"]
    assert watched.complaints == []


FOUND_FIRST = [
    ("Morning Star", "Morning Star", "actor", ""),
    ("샛별", "Morning Star", "actor", "also: 샛별"),
    ("샛ㅂ", "Morning Star", "actor", "also: 샛별"),
    ("민주주의", "Government of North Korea", "actor", "also: 조선민주주의인민공화국 정부"),
    ("1234567", "Morning Star", "actor", "also: IMO 1234567"),
    ("imo-1234567", "Morning Star", "actor", "also: IMO 1234567"),
    ("MORNÍNG stàr", "Morning Star", "actor", ""),
    ("nampo", "Nampo", "place", ""),
    ("2371", "S/RES/2371 (2017)", "resolution", ""),
    ("cn", "China", "country", "also: CN"),
    ("coal", "coal", "commodity", ""),
    ("anthracite", "coal", "commodity", "also: anthracite"),
    ("exchange coal", '석탄 & 쌀: "교환"', "source", 'also: Coal & rice: an "exchange"'),
    ("석탄 쌀", '석탄 & 쌀: "교환"', "source", ""),
    ("guard back", "Coal to China, rice back", "transaction", "also: Example Guard"),
    ("by the year", "Coal to China, by the year", "series", ""),
]
"""A query, and the name, the kind and the reason of what is found first."""


def test_the_first_found(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}/index.html")
    for query, *expected in FOUND_FIRST:
        found = parts(ask(page, query).first)
        assert [found["name"], found["kind"], found["why"]] == expected, query
        page.locator("#find").fill("")


def test_results_say_what_they_are(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/transactions/2024-rice-for-coal.html")
    options = ask(page, "coal")
    assert [parts(option)["kind"] for option in options.all()[:2]] == ["commodity", "transaction"]
    assert parts(options.nth(1))["hint"] == "about November 2023 to February 2024"
    assert page.locator(".shell .find [role=status]").inner_text() == f"{options.count()} found"
    assert options.first.get_attribute("href") == f"{root}/commodities/coal.html"
    assert watched.complaints == []


def test_the_keyboard_alone(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/about/method.html")
    options = ask(page, "coal")
    box = page.locator("#find")
    assert box.get_attribute("aria-expanded") == "true"
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", options.count() - 1)):
        page.keyboard.press(key)
        assert box.get_attribute("aria-activedescendant") == options.nth(chosen).get_attribute("id")
        assert page.locator("#found [aria-selected=true]").count() == 1
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", "coal")
    page.keyboard.press("Escape")
    assert box.input_value() == ""
    ask(page, "샛별")
    page.keyboard.press("Enter")  # nothing is chosen: the first
    page.wait_for_url("**/actors/morning-star.html")
    ask(page, "coal")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/transactions/2024-rice-for-coal.html")
    assert watched.complaints == []


def test_nothing_found_says_what_was_searched_and_the_search_page_takes_over(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/index.html")
    assert ask(page, "zeppelin <b>").count() == 0
    assert "Nothing found. Searched are" in page.locator(".shell .find [role=status]").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    large = page.locator("#find-page")
    assert large.input_value() == "zeppelin <b>"
    large.fill("Morning Star")
    page.locator(".find-list a").first.wait_for()
    assert page.url.endswith("/search.html?q=Morning%20Star")
    page.reload()
    page.locator(".find-list a").first.click()
    page.wait_for_url("**/actors/morning-star.html")
    assert watched.complaints == []


def test_search_works_where_no_page_is(watched: Watched, server: str) -> None:
    """A server shows 404.html at any depth."""
    page = watched.page
    page.goto(f"{server}/404.html")
    page.locator("#find-page").fill("샛별")
    assert page.locator(".find-list a").first.get_attribute("href") == f"{server}/actors/morning-star.html"


def test_on_a_phone_a_button_opens_the_field(watched: Watched, server: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/index.html")
    assert page.locator(".shell .logo").is_visible()
    assert not page.locator("#find").is_visible()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("nampo")
    page.locator("#found [role=option]").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for _ in range(3):
        page.keyboard.press("Escape")
    assert not page.locator("#find").is_visible()


def test_without_script_the_indexes_stand_in(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/sources/gazette-2024.html")
    assert not page.locator("form[role=search]").is_visible()
    page.get_by_role("link", name="Search", exact=True).click()
    assert page.url == f"{server}/search.html"
    for kind in ("Transactions", "Actors", "Sources"):
        assert page.locator("article").get_by_role("link", name=kind, exact=True).is_visible()
    context.close()


# --- explore


def counts(page: Page, hash: str = "") -> dict[str, dict[str, int]]:
    """Return what stands beside each value that is not zero or is picked, by facet; of a view where one is given."""
    found: dict[str, dict[str, int]] = page.evaluate(
        """async (hash) => {
            if (hash) {
                const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
                location.hash = hash;
                await changed;
            }
            document.querySelectorAll(".facets button[aria-expanded=false]").forEach((more) => more.click());
            return Object.fromEntries([...document.querySelectorAll("fieldset:not([data-facet=years])")].map((box) => [
                box.dataset.facet,
                Object.fromEntries([...box.querySelectorAll("label:not([hidden])")].map((line) =>
                    [line.children[1].textContent, Number(line.querySelector(".number").textContent)])),
            ]));
        }""",
        hash,
    )
    return found


def expected(mini: Checked, picked: tuple[str, str] | None = None) -> dict[str, dict[str, int]]:
    """Return every count, made from the entries one by one."""
    ledger = mini.ledger
    entries = newest_first(ledger, ledger.transactions)
    found: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        counted: Counter[str] = Counter()
        for entry in entries:
            others = [other for other in FACETS if picked and other.key == picked[0] != facet.key]
            if all(picked and picked[1] in dict(other.values(ledger, entry)) for other in others):
                counted.update(label for _, label in facet.values(ledger, entry))
        found[facet.key] = dict(counted)
    return found


def shown(page: Page) -> list[str]:
    return [Path(href).stem for href in hrefs(page.locator("#explore td.goods a"))]


def hrefs(links: Locator) -> Iterable[str]:
    return [link.get_attribute("href") or "" for link in links.all()]


def test_each_count_is_that_of_the_entries(watched: Watched, root: str, mini: Checked) -> None:
    page = watched.page
    page.goto(f"{root}/explore.html")
    assert counts(page) == expected(mini)
    for one in explore(mini.ledger).facets:
        for key, _ in one.values:
            assert counts(page, f"{one.facet.key}={key}") == expected(mini, (one.facet.key, key)), (one.facet.key, key)
    assert watched.complaints == []


def test_values_of_a_facet_widen_and_facets_narrow(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/explore.html")
    box = page.locator("fieldset[data-facet=with]")
    box.get_by_label("China").check()
    assert shown(page) == ["2025-ore-for-machines", "2024-rice-for-coal"]
    box.get_by_label("Norway").check()
    assert shown(page) == ["2025-ore-for-machines", "2024-rice-for-coal", "2023-tea-shipment"]
    page.locator("fieldset[data-facet=stage]").get_by_label("Completed").check()
    assert shown(page) == ["2024-rice-for-coal"]
    sentence = page.locator(".sentence")
    assert "1 of 3 entries: with China" in sentence.inner_text()
    assert page.locator(".part").all_text_contents() == ["China ×, remove", "Norway ×, remove", "Completed ×, remove"]  # noqa: RUF001
    page.locator(".part", has_text="Completed").click()
    assert len(shown(page)) == 3
    page.get_by_role("button", name="Clear").click()
    assert sentence.inner_text().strip() == "3 of 3 entries"
    assert watched.complaints == []


def test_words(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}/explore.html")
    for words, ids in (
        ("ANTHRAC", ["2024-rice-for-coal"]),
        ("thracite", []),
        ("쌀", ["2024-rice-for-coal"]),
        ("rice nampo", ["2024-rice-for-coal"]),
        ("norway", ["2025-ore-for-machines", "2023-tea-shipment"]),
    ):
        page.locator("#words").fill(words)
        assert shown(page) == ids, words


def test_a_span_of_years_keeps_what_may_touch_it(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}/explore.html")
    for start, end, ids in (
        ("2025", "", ["2025-ore-for-machines", "2023-tea-shipment"]),
        ("", "2023", ["2024-rice-for-coal", "2023-tea-shipment"]),
        ("2027", "", ["2023-tea-shipment"]),
        ("2035", "", []),
    ):
        for label, year in (("from", start), ("to", end)):
            page.get_by_label(label, exact=True).fill(year)
            page.get_by_label(label, exact=True).press("Enter")
        assert shown(page) == ids, (start, end)


def test_the_address_brings_a_view_back(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/explore.html")
    page.locator("fieldset[data-facet=with]").get_by_label("Norway").check()
    page.locator("#words").fill('"tea" & norw')
    page.get_by_label("from").fill("2020")
    page.get_by_role("button", name="Standing").click()
    page.get_by_role("button", name="Standing").click()
    before, address = page.locator("#explore").inner_text(), page.url
    assert "1 of 3 entries" in before
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#explore").inner_text() == before
    assert page.locator("#words").input_value() == '"tea" & norw'
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Standing")
    link = page.get_by_role("link", name="Link to this view").get_attribute("href") or ""
    assert address.endswith(link)
    assert watched.complaints == []


def test_columns_sort_both_ways(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}/explore.html")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="North Korea gave").last.click()
    assert shown(page) == ["2024-rice-for-coal", "2025-ore-for-machines", "2023-tea-shipment"]
    page.get_by_role("button", name="North Korea gave").last.click()
    assert shown(page)[-1] == "2024-rice-for-coal"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("North Korea gave")


def test_the_csv_holds_what_is_shown(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}/explore.html#with=CN")
    with page.expect_download() as download:
        page.get_by_role("button", name="These 2 as CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == shown(page)
    coal = rows[1]
    assert coal["title"] == "Coal to China, rice back"
    assert coal["date"] == "2023-11~/2024-02"
    assert coal["North Korea gave"] == 'anthracite, "washed" & bagged (about 2,500 tons, and other figures)'
    assert coal["standing"] == "Disputed"
    assert coal["address"] == f"{root}/transactions/2024-rice-for-coal.html"


def test_no_cell_of_the_csv_is_a_formula(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}/explore.html")
    for start in "=+-@\t":
        title = f'{start}1+"1"'
        text = page.evaluate("(title) => showing.csv([{...exploring.entries[0], title}])", title)
        assert next(csv.DictReader(io.StringIO(text)))["title"] == f"'{title}"


def test_nothing_jumps_when_the_table_comes(watched: Watched, server: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{server}/explore.html")
    page.locator("#explore tbody tr").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved") <= 0.02


def test_without_script_the_plain_list_stands_there(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/explore.html")
    assert page.locator("table.ledger tbody tr:visible").count() == 3
    assert not page.locator(".facets, .waiting").first.is_visible()
    context.close()


def test_a_row_is_the_same_as_in_every_list(watched: Watched, server: str) -> None:
    page = watched.page

    def rows() -> list[str]:
        cells = "[...document.querySelectorAll('table.ledger tbody tr')].map((row) => [...row.children].map((cell) =>"
        found: list[str] = page.evaluate(
            f"() => {cells} cell.tagName + cell.className + cell.textContent.replace(/\\s+/g, ' ').trim()).join('|'))"
        )
        return found

    page.goto(f"{server}/explore.html")
    made = rows()
    page.goto(f"{server}/transactions/index.html")
    assert made == rows()


# --- ten thousand entries

MANY = 10_000
READY, FACET = 300, 60
"""Milliseconds of the processor for the script's own work, on the machine this was written on."""
GENEROUS = 4


@pytest.fixture(scope="module")
def many(site: Path, mini: Checked, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The explore page over the rows of the ledger in miniature, repeated."""
    folder = tmp_path_factory.mktemp("many")
    shutil.copytree(site / "assets", folder / "assets")
    shutil.copy(site / "explore.html", folder)
    whole: dict[str, Any] = data(explore(mini.ledger))
    rows = whole["rows"]
    whole["rows"] = [[f"{rows[i % len(rows)][0]}-{i}", *rows[i % len(rows)][1:]] for i in range(MANY)]
    (folder / "assets" / "explore-data.js").write_text(script("exploreData", whole), "utf-8")
    return folder.as_uri()


def test_ten_thousand_entries_are_no_burden(many: str, browser: Browser) -> None:
    """Time of the processor, not of the clock: a busy machine must not fail it."""
    took: dict[Literal["ready", "facet"], list[float]] = {"ready": [], "facet": []}
    for _ in range(3):
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent() -> float:
            values = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}  # noqa: B023
            return 1000 * float(values["ScriptDuration"] + values["LayoutDuration"] + values["RecalcStyleDuration"])

        page.goto(f"{many}/explore.html")
        page.locator("#explore tbody tr").first.wait_for()
        took["ready"].append(spent())
        before = spent()
        page.evaluate("document.querySelector('fieldset[data-facet=with] input').click(); document.body.offsetHeight")
        took["facet"].append(spent() - before)
        assert page.locator(".turn").inner_text().startswith("1 to 50 of 6,66")
        page.close()
    assert median(took["ready"]) < GENEROUS * READY
    assert median(took["facet"]) < GENEROUS * FACET
