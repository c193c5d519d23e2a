"""Long lists lose nothing, and their parts keep their addresses."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.model.dates import parse
from ledger.views.folding import (
    IN_A_CELL,
    MOST,
    SHOWN,
    Folded,
    Heading,
    by_name,
    by_time,
    few,
    fold_by_name,
    fold_by_time,
)
from ledger.views.links import Link

HEAD = Heading(Link("Coal", "commodities/coal.html#transactions"), "commodities.coal.transactions", "Coal", "links")

years = st.one_of(
    st.integers(1950, 2026).map(str),
    st.dates().filter(lambda day: day.year > 1900).map(lambda day: f"{day:%Y-%m-%d}"),
    st.sampled_from(
        ["2017", "2017-08", "2017-08-01", "201X", "20XX", "2017-XX", "2017-08-XX", "../2017", "2017-08~/.."]
    ),
)


def folded(dates: list[str]) -> Folded[int]:
    return fold_by_time(HEAD, range(len(dates)), lambda i: i, lambda i: parse(dates[i]))


def rows_of_parts(list: Folded[int]) -> list[int]:
    return [row for part in list.pages for row in part.list.rows]


def test_a_short_list_stays_as_it_is() -> None:
    dates = [f"{1600 + i}" for i in range(MOST)]
    assert folded(dates) == Folded(HEAD, tuple(range(MOST)), MOST)


@settings(max_examples=10)
@given(st.lists(years, min_size=1, max_size=40), st.integers(MOST + 1, 3 * MOST))
def test_a_folded_list_has_each_row_in_one_part(dates: list[str], number: int) -> None:
    dates = [dates[i % len(dates)] for i in range(number)]
    found = folded(dates)
    assert len(found.rows) == SHOWN
    assert sorted(rows_of_parts(found)) == list(range(number))
    paths = [part.path for part in found.pages]
    assert len(paths) == len(set(paths))
    keys = {date: by_time(parse(date)) for date in dates}
    for part in found.pages:
        assert part.list.number == sum(part.keys[-1] in keys[date] for date in dates)
        if len(part.list.rows) > MOST:
            assert len({keys[dates[i]] for i in part.list.rows}) == 1


@settings(max_examples=10)
@given(st.text(max_size=6), st.lists(st.text(alphabet="abÄ한 -1", max_size=4), min_size=1, max_size=30))
def test_names_fold_the_same_way(name: str, names: list[str]) -> None:
    names = [names[i % len(names)] for i in range(MOST + 40)] + [name]
    found = fold_by_name(HEAD, range(len(names)), lambda i: i, lambda i: names[i])
    assert sorted(rows_of_parts(found)) == list(range(len(names)))
    paths = [part.path for part in found.pages]
    assert len(paths) == len(set(paths))


def test_the_newest_stand_where_the_list_stands_and_years_follow_one_another() -> None:
    found = folded([f"{2000 + i % 20}-0{1 + i % 9}" for i in range(MOST + 1)])
    assert (found.number, found.shown) == (MOST + 1, f"The newest {SHOWN}:")
    assert [part.link.label for part in found.parts] == [str(year) for year in range(2019, 1999, -1)]
    assert found.parts[0].link.path == "lists/commodities.coal.transactions.2019.html"
    assert found.parts[0].title == "Coal: 2019"


def test_a_year_that_is_long_itself_keeps_its_address_and_is_folded_by_months() -> None:
    found = folded(["2017-08"] * MOST + ["2017-09-03"] * 3 + ["2017"] * 2 + ["2016"])
    year = found.parts[0]
    assert (year.path, year.list.number, year.list.rows) == ("lists/commodities.coal.transactions.2017", MOST + 5, ())
    labels = [(part.link.label, part.path.rpartition(".")[2], part.list.number) for part in year.list.parts]
    assert [link.label for link in year.list.parts[0].above] == ["Coal", "2017"]
    assert labels == [
        ("September 2017", "2017-09", 3),
        ("August 2017", "2017-08", MOST),
        ("2017, month not given", "2017-xx", 2),
    ]


@pytest.mark.parametrize(
    ("keys", "text", "names"),
    [
        (by_time, "2017-08-01", ["2017", "2017-08", "2017-08-01"]),
        (by_time, "2017-08~", ["2017", "2017-08", "2017-08-xx"]),
        (by_time, "2017-XX-XX", ["2017", "2017-xx"]),
        (by_time, "199X", ["199x", "199x-xx"]),
        (by_time, "../2017-09", ["2017", "2017-09", "2017-09-xx"]),
        (by_time, "2017-08/..", ["2017", "2017-08", "2017-08-xx"]),
        (by_name, "Äpfel", ["a", "ap", "apf"]),
        (by_name, "T", ["t", "t-", "t--"]),
        (by_name, "38 North", ["other"]),
        (by_name, "한국", ["other"]),
        (by_name, "", ["other"]),
    ],
)
def test_the_names_of_parts(keys: Callable[..., tuple[object, ...]], text: str, names: list[str]) -> None:
    found = by_time(parse(text)) if keys is by_time else by_name(text)
    assert [key.name for key in found] == names


def test_what_has_no_date_has_a_part_of_its_own() -> None:
    assert [key.name for key in by_time(None)] == ["undated"]


def test_a_cell_has_few_links_and_says_where_the_others_are() -> None:
    links = [Link(str(i), f"{i}.html") for i in range(IN_A_CELL + 3)]
    assert few(links[:IN_A_CELL], links[0]) == tuple(links[:IN_A_CELL])
    assert few(links, Link("All", "all.html"))[IN_A_CELL:] == (Link("and 3 more", "all.html"),)
