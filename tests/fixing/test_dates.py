import pytest

from ledger.fixing.dates import normal


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("3 May 2019", "2019-05-03"),
        ("3rd May 2019", "2019-05-03"),
        ("3 may, 2019", "2019-05-03"),
        ("May 3, 2019", "2019-05-03"),
        ("May 3rd 2019", "2019-05-03"),
        ("Sept. 11, 2017", "2017-09-11"),
        ("December 2017", "2017-12"),
        ("2019-5-3", "2019-05-03"),
        ("2019-5", "2019-05"),
        ("2019/05/03", "2019-05-03"),
        ("2019.5.3", "2019-05-03"),
        ("2019. 5. 3.", "2019-05-03"),
        ("2019년 5월 3일", "2019-05-03"),
        ("2019年5月", "2019-05"),
        (" 2019-05-03 ", "2019-05-03"),
        ("2019-05-03 / 2019-05-09", "2019-05-03/2019-05-09"),
        ("3 May 2019/9 May 2019", "2019-05-03/2019-05-09"),
        ("../May 2019", "../2019-05"),
    ],
)
def test_what_has_one_reading_is_written_as_edtf(typed: str, edtf: str) -> None:
    assert normal(typed, is_day=False) == edtf
    assert normal(edtf, is_day=False) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "03/05/2019", "3/5/2019", "03-05-2019", "03.05.2019", "25/12/2019", "03/05/19", "3 May 19", "3 May", "2019/05",
        "05/2019", "spring 2019", "early May 2019", "about 2019", "2019-20", "31 February 2019",
        "2019-13-01", "2019-5-3 or 4", "20190503", "2019-05-03T12:00:00Z", "9 May 2019/3 May 2019", "2019/5.3",
        "unknown", "", "2019", "2019~", "201X", "2024-06/2024-08", "2018-07-27/..", "..",
    ],
)  # fmt: skip
def test_what_has_more_readings_or_is_edtf_stays(typed: str) -> None:
    assert normal(typed, is_day=False) == typed


@pytest.mark.parametrize("typed", ["May 2019", "2019-5", "2019/2020", "2019-5-3/2019-5-4"])
def test_a_day_is_not_made_of_less(typed: str) -> None:
    assert normal(typed, is_day=True) == typed
