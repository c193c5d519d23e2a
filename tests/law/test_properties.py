"""What must hold of matching whatever the flow is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledger.checking import check_tree
from ledger.law.dates import fuzzy
from ledger.law.matching import matches
from ledger.model.dates import parse
from ledger.model.transaction import Flow
from tests.helpers import MINI

LEDGER = check_tree(MINI).ledger
DAYS = st.dates(date(2016, 1, 1), date(2019, 12, 31))
FLOWS = st.builds(
    lambda out, goods, mode: Flow.model_validate(
        {"from": "KP" if out else "CN", "to": "CN" if out else "KP", "commodities": [goods], "goods": "x"} | mode
    ),
    st.booleans(),
    st.sampled_from(sorted(LEDGER.commodities)),
    st.sampled_from([{}, {"mode": "sea"}, {"mode": "ship-to-ship"}]),
)


@given(FLOWS, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_a_wider_date_never_matches_less(flow: Flow, day: date, before: int, after: int) -> None:
    """To know less of the date must not free a flow of a provision."""
    wide = f"{day - timedelta(before)}/{day + timedelta(after)}"
    narrow = {verdict.provision for verdict in matches(LEDGER, flow, parse(str(day)))}
    assert narrow <= {verdict.provision for verdict in matches(LEDGER, flow, parse(wide))}


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]), st.sampled_from("?~%"))
def test_a_doubtful_date_reaches_further(day: date, form: str, mark: str) -> None:
    text = day.strftime(form)
    (low, high), (plain_low, plain_high) = fuzzy(parse(text + mark)), fuzzy(parse(text))
    assert low < plain_low <= plain_high < high


def test_how_far_a_doubtful_date_reaches() -> None:
    reach = {text: tuple(map(str, fuzzy(parse(text)))) for text in ("2017~", "2017-08?", "2017-03-05%", "201X?")}
    assert reach == {
        "2017~": ("2016-01-01", "2018-12-31"),
        "2017-08?": ("2017-07-01", "2017-09-30"),
        "2017-03-05%": ("2017-02-26", "2017-03-12"),
        "201X?": ("2009-01-01", "2020-12-31"),
    }
    assert fuzzy(parse("0001-01-01~/9999-12-31~")) == fuzzy(parse("0001-01~/9999-12?")) == (date.min, date.max)
    assert fuzzy(parse("2017/..")) == (date(2017, 1, 1), date.max)
    assert fuzzy(parse("../2017")) == (date.min, date(2017, 12, 31))
