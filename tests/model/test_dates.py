"""Dates are those of EDTF that the ledger uses; each spans the days that it may mean."""

import re
import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from ledger.model.dates import Date, Day, Edtf, parse
from tests.helpers import refused

with warnings.catch_warnings():
    # The newest pyparsing frowns on how edtf names parts of its grammar.
    warnings.simplefilter("ignore")
    import edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-06-18", "2024-06-18", "2024-06-18"),
        ("2024-06-18~", "2024-06-18", "2024-06-18"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02?", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024%", "2024-01-01", "2024-12-31"),
        ("2024-12-XX", "2024-12-01", "2024-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("201X?", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2023-08~/2024-02", "2023-08-01", "2024-02-29"),
        ("2024/2024", "2024-01-01", "2024-12-31"),
        ("2024-06/2024-06-01", "2024-06-01", "2024-06-01"),
        ("201X/2012", "2010-01-01", "2012-12-31"),
        ("2024-06-18/..", "2024-06-18", None),
        ("../2017-09", None, "2017-09-30"),
    ],
)
def test_the_first_and_the_last_day(text: str, earliest: str | None, latest: str | None) -> None:
    read = parse(text)
    assert str(read) == read.text == text
    assert (_iso(read.earliest), _iso(read.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2024 ", " 2024", "2024\n", "24", "202", "20245", "2024-1", "2024-1-1", "2024/6", "2024.06.18"),
        *("2023-02-29", "2024-02-30", "2024-06-31", "2024-06-00", "2024-00", "2024-13", "2024-21", "0000", "-2024"),
        *("XXXX", "2XXX", "X024", "20X4", "201x", "201X-05", "2024-XX-05", "2024-0X", "2024-06-1X", "20XX-XX"),
        *("~2024", "2024~-06", "2024??", "2024?~", "2024-06-18T00:00", "2024-W25", "Y2024", "[2023,2024]", "{2024}"),
        *(
            "..",
            "../..",
            "../",
            "/..",
            "/2024",
            "2024/",
            "2024/2025/2026",
            "2024/2023",
            "2024-06/2024-05",
            "2024-06 / 2024-07",
        ),
        *(
            "unknown",
            "open",
            "2024/open",
            "18 June 2024",
            "\uff12\uff10\uff12\uff14",
            "\u0662\u0660\u0662\u0664",
            "2024-\uff10\uff16",
            "2024\u201306",
            "../../../etc",
        ),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert refused(parse, text) == "E207"


@pytest.mark.parametrize("text", ["/2024", "2024/", "2024/2025/2026", "x/2024", "2024/y"])
def test_the_refusal_quotes_what_stands_in_the_file(text: str) -> None:
    """A search for the quoted words must find the place."""
    with pytest.raises(PydanticCustomError, match=re.escape(f'"{text}"')):
        parse(text)


def test_a_span_keeps_its_two_dates_and_their_marks() -> None:
    read = parse("2023-08~/2024-02-18?")
    assert read.start
    assert read.end
    assert (read.start.text, read.start.mark, read.start.digits) == ("2023-08~", "~", ("2023", "08"))
    assert (read.end.text, read.end.mark, read.end.digits) == ("2024-02-18?", "?", ("2024", "02", "18"))


def test_a_single_date_begins_and_ends_with_itself() -> None:
    read = parse("201X")
    assert read.start is read.end
    assert read.start
    assert read.start.digits == ("201X",)


def test_dates_sort_by_first_day_then_by_last() -> None:
    """An open beginning stands with its end, for nothing else of it is known."""
    order = ["201X", "../2015", "2015-06/..", "2016", "2016-01-01/2017", "2016-01-02", "2024~"]
    texts = ["2015-06/..", "2016-01-02", "2024~", "../2015", "2016", "201X", "2016-01-01/2017"]
    assert sorted(texts, key=lambda text: parse(text).sort_key) == [
        "201X", "2015-06/..", "../2015", "2016", "2016-01-01/2017", "2016-01-02", "2024~",
    ]  # fmt: skip
    assert sorted(order) == sorted(texts)


@pytest.mark.parametrize(
    "text", ["2024", "2024-06", "2024-06-XX", "2024-06-18~", "2024-06-18/2024-06-19", "../2024-06-18"]
)
def test_a_day_is_one_known_day(text: str) -> None:
    with pytest.raises(ValidationError, match="not one day"):
        TypeAdapter(Day).validate_python(text)


def test_a_day_is_a_date_of_python() -> None:
    assert TypeAdapter(Day).validate_python("2024-06-18") == date(2024, 6, 18)
    assert TypeAdapter(Day).dump_python(date(2024, 6, 18)) == "2024-06-18"


@pytest.mark.parametrize("value", [{"text": "2024"}, ["2024"], {"text": "x", "start": None, "end": None}])
def test_a_date_is_written_as_text_only(value: object) -> None:
    """A map of the parts that the program keeps would be a second way to write a date, one that nobody checks."""
    for kind in (Date, Day):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(value)


def test_a_date_is_written_out_as_it_was_read() -> None:
    adapter: TypeAdapter[Edtf] = TypeAdapter(Date)
    assert adapter.dump_python(adapter.validate_python("2023-08~/2024-02")) == "2023-08~/2024-02"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


years = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
)
months = st.one_of(st.integers(0, 14).map("{:02}".format), st.just("XX"))
days = st.one_of(st.integers(0, 32).map("{:02}".format), st.just("XX"))
points = st.builds(
    lambda parts, mark: "-".join(parts) + mark,
    st.one_of(st.tuples(years), st.tuples(years, months), st.tuples(years, months, days)),
    st.sampled_from(["", "", "?", "~", "%"]),
)
ends = st.one_of(points, points, points, st.just(".."))
dates = st.one_of(points, st.builds("{}/{}".format, ends, ends))


# The package does not know unspecified digits at an end of a span.
known_to_both = dates.filter(lambda text: not ("/" in text and "X" in text) and not refused(parse, text))


@given(known_to_both)
def test_the_package_edtf_reads_the_same_days(text: str) -> None:
    """What edtf takes and this refuses are impossible days and reversed spans; the rest must be the same days."""
    ours, theirs = parse(text), edtf.parse_edtf(text)
    assert _struct(theirs.lower_strict()) == (ours.earliest.timetuple()[:3] if ours.earliest else None)
    assert _struct(theirs.upper_strict()) == (ours.latest.timetuple()[:3] if ours.latest else None)


def _struct(value: object) -> tuple[int, ...] | None:
    """Return year, month and day of what edtf gives; None for its infinities, which stand for open ends."""
    return None if isinstance(value, float) else tuple(value)[:3]  # type: ignore[arg-type]


@given(dates)
def test_the_first_day_is_never_after_the_last(text: str) -> None:
    if not refused(parse, text):
        read = parse(text)
        assert read.earliest is None or read.latest is None or read.earliest <= read.latest


@given(st.one_of(st.text(), st.text("0123456789-/X.~?%", max_size=24), dates))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert refused(parse, text) in (None, "E207")
