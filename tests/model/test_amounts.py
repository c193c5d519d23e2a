"""Amounts keep the words of the report; what follows the pattern is read, and nothing is guessed."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ledger.model.amounts import Amount, Amounts, ReportedAmount, read_words
from ledger.model.units import CURRENCY_SIGNS, UNITS
from tests.helpers import real

ONE: TypeAdapter[Amount] = TypeAdapter(ReportedAmount)
SEVERAL: TypeAdapter[tuple[Amount, ...]] = TypeAdapter(Amounts)


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        # the examples of the data model
        ("about 6,700 containers", "6700", "6700", "container"),
        ("$2,990,000", "2990000", "2990000", "USD"),
        ("3.7 million tons", "3700000", "3700000", "ton"),
        ("about 30 percent more containers than went the other way", "30", "30", "percent"),
        ("about 3 million shells of 152 mm", "3000000", "3000000", "shell"),
        ("500,000 rounds of 122 mm", "500000", "500000", "round"),
        ("1.5 million shells", "1500000", "1500000", "shell"),
        # each qualifier
        ("some 12 tons", "12", "12", "ton"),
        ("nearly $80,000", "80000", "80000", "USD"),
        ("over 10 tons", "10", None, "ton"),
        ("more than 10,000 containers", "10000", None, "container"),
        ("at least 322,000 barrels", "322000", None, "barrel"),
        ("up to 800 workers", None, "800", "person"),
        ("less than 10 tons", None, "10", "ton"),
        # from the entries
        ("$0", "0", "0", "USD"),
        ("$76,000 a year", "76000", "76000", "USD"),
        ("10.5 million pula", "10500000", "10500000", "BWP"),
        ("2,588 metric tons", "2588", "2588", "tonne"),
        ("2,783 work permits", "2783", "2783", "permit"),
        ("255.4 barrels", "255.4", "255.4", "barrel"),
        ("5 railcars with shipping containers", "5", "5", "wagon"),
        ("600,000 to 700,000 tons of rice, if Russia offers them", "600000", "700000", "ton"),
        ("nearly 12,000 Swiss francs", "12000", "12000", "CHF"),
        ("about $2,000 a month for each soldier", "2000", "2000", "USD"),
        ("more than $200 million a year for 10,000 soldiers", "200000000", None, "USD"),
        ("about 10,900 troops", "10900", "10900", "soldier"),
        ("43 trips", "43", "43", "voyage"),
        ("at least 1 vehicle of the Pantsir class", "1", None, "vehicle"),
        # ranges and signs
        ("10 to 20 tonnes", "10", "20", "tonne"),
        ("$10 to $20 million", "10000000", "20000000", "USD"),
        ("$10 to 20 million", "10000000", "20000000", "USD"),
        ("1.5 to 2 million barrels", "1500000", "2000000", "barrel"),
        ("5 to 5 tons", "5", "5", "ton"),
        ("US$5 million", "5000000", "5000000", "USD"),
        ("€1.5 billion", "1500000000", "1500000000", "EUR"),
        ("£5", "5", "5", "GBP"),
        ("CHF 12,000", "12000", "12000", "CHF"),
        ("400 thousand tons", "400000", "400000", "ton"),
        ("10 tons, by its own count", "10", "10", "ton"),
        ("10 tons (of 2,000 pounds)", "10", "10", "ton"),
    ],
)
def test_what_follows_the_pattern_is_read(words: str, low: str | None, high: str | None, unit: str) -> None:
    read = read_words(words)
    assert (read.low, read.high) == (low and Decimal(low), high and Decimal(high))
    assert read.unit == unit
    assert str(read) == read.words == words
    assert read.is_read


@pytest.mark.parametrize(
    "words",
    [
        *("dozens of tons", "tens of tons", "hundreds of thousands of dollars", "several 10-ton trucks", "one factory"),
        *("at least one Pantsir system", "at least 9 other tankers", "two cars", "a few boatloads", "tons", "10"),
        *("1,00 tons", "10,000,00 tons", "1.000.000 tons", "1_000 tons", "0x1F tons", "-5 tons", "1e3 tons", "10tons"),
        *(
            "10 containers-full",
            "10 ton-miles",
            "10 tonsils",
            "10 Tons",
            "About 10 tons",
            "10  tons",
            "¥100",
            "$10 tons",
        ),
        *("10 million", "5 of 10 ships", "10-20 tons", "10 t", "$", "$ 10", "some tons", "", " ", "10 milion tons"),
        *("\u0661\u0660 tons", "\uff11\uff10 tons", "about about 10 tons"),
    ],
)
def test_what_does_not_follow_it_stays_words(words: str) -> None:
    """A wrong number is worse than none."""
    assert read_words(words) == Amount(words)
    assert not read_words(words).is_read


@pytest.mark.parametrize(
    "words", ["10 tons to 20 tons", "10 tons or 20 tons", "$5 or $6", "$5 million to $6 million", "10 tons to 12"]
)
def test_half_of_a_range_is_not_read(words: str) -> None:
    """Two figures of which only the first is read would be shown and summed as that one figure."""
    assert not read_words(words).is_read


@pytest.mark.parametrize("words", ["20 to 10 tons", "$20 to $10", "1.5 to 1.4 million barrels"])
def test_a_range_goes_upwards(words: str) -> None:
    with pytest.raises(ValueError, match="swap the two"):
        read_words(words)


@pytest.mark.parametrize("unit", UNITS)
def test_every_spelling_of_a_unit_is_read(unit: str) -> None:
    for spelling in UNITS[unit]:
        assert read_words(f"10 {spelling}").unit == unit, spelling
        assert read_words(f"10 {spelling} and more").unit == unit, spelling


def test_no_spelling_stands_for_two_units() -> None:
    spellings = [spelling for each in UNITS.values() for spelling in each]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("sign", CURRENCY_SIGNS)
def test_every_sign_is_a_currency(sign: str) -> None:
    assert CURRENCY_SIGNS[sign] in UNITS
    assert read_words(f"{sign}10").unit == CURRENCY_SIGNS[sign]


def test_a_percent_sign_needs_no_blank() -> None:
    """Nobody writes one."""
    assert read_words("about 30% more").unit == "percent"


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ({"words": "dozens of tons", "number": "24", "unit": "ton"}, "24", "24"),
        ({"words": "dozens of tons", "min": "24", "unit": "ton"}, "24", None),
        ({"words": "dozens of tons", "max": "24.5", "unit": "ton"}, None, "24.5"),
        ({"words": "dozens of tons", "min": "24", "max": "96", "unit": "ton"}, "24", "96"),
        ({"words": "dozens of tons", "min": "24", "max": "24", "unit": "ton"}, "24", "24"),
        ({"words": "none", "number": "0", "unit": "ton"}, "0", "0"),
    ],
)
def test_the_number_may_stand_beside_words_that_do_not_show_it(
    value: dict[str, str], low: str | None, high: str | None
) -> None:
    read = ONE.validate_python(value)
    assert (read.words, read.unit) == (value["words"], "ton")
    assert (read.low, read.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"words": "10 tons", "number": "10", "unit": "ton"}, "E208"),
        ({"words": "dozens"}, "E208"),
        ({"words": "dozens", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "24"}, "E208"),
        ({"words": "dozens", "number": "24", "unit": "tons"}, "E208"),
        ({"words": "dozens", "number": "24", "max": "30", "unit": "ton"}, "E208"),
        ({"words": "dozens", "min": "30", "max": "24", "unit": "ton"}, "E208"),
        ({"number": "24", "unit": "ton"}, "E208"),
        ({"words": ["dozens"], "number": "24", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "-1", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "nan", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "Infinity", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "1_000", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "1,000", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "1e3", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": " 24", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "٢٤", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "0x1F", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "", "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": ["24"], "unit": "ton"}, "E208"),
        ({"words": "dozens", "number": "24", "unit": ["ton"]}, "E208"),
        ({"words": "dozens", "number": "24", "unit": {"a": "b"}}, "E208"),
        ({"words": "dozens", "number": "24", "unit": "ton", "of": "coal"}, "E201"),
        ({"words": "20 to 10 tons", "number": "24", "unit": "ton"}, "E208"),
        ([], "E205"),
        (["10 tons"], "E205"),
    ],
)
def test_what_is_no_amount(value: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ONE.validate_python(value)
    assert [error["type"] for error in caught.value.errors()] == [code]


@pytest.mark.parametrize(
    "value", ["", " ", {"words": "", "number": "24", "unit": "ton"}, {"words": " ", "max": "1", "unit": "ton"}]
)
def test_an_amount_has_words(value: object) -> None:
    """The words are what the page shows."""
    with pytest.raises(ValidationError):
        ONE.validate_python(value)


def test_a_list_means_or() -> None:
    assert SEVERAL.validate_python("10 tons") == (read_words("10 tons"),)
    assert SEVERAL.validate_python(["10 tons", {"words": "dozens", "min": "12", "unit": "ton"}]) == (
        read_words("10 tons"),
        Amount("dozens", Decimal(12), None, "ton"),
    )


def test_an_empty_list_says_nothing() -> None:
    """It would look like an amount in the file and be none on the page."""
    with pytest.raises(ValidationError):
        SEVERAL.validate_python([])


_QUALIFIER = "(?:about|some|nearly|over|more than|at least|up to|less than)"


def test_the_words_of_the_entries_that_begin_with_a_number_are_read() -> None:
    """A unit that the list lacks would silently leave its figure out of the T account."""
    unread = {
        amount.words
        for entry in real().ledger.transactions.values()
        for claim in entry.claims.values()
        for amount in claim.amount
        if not amount.is_read and re.match(rf"(?:{_QUALIFIER} )?\W?[0-9]", amount.words)
    }
    assert unread <= {"at least 9 other tankers"}


@given(st.text(max_size=40))
def test_any_text_is_kept_as_it_is(words: str) -> None:
    assert read_words(words).words == words


@given(st.integers(0, 10**12), st.sampled_from(["", "about ", "at least ", "up to "]), st.sampled_from(sorted(UNITS)))
def test_a_number_with_commas_is_the_number(number: int, qualifier: str, unit: str) -> None:
    read = read_words(f"{qualifier}{number:,} {UNITS[unit][0]}")
    assert {read.low, read.high} - {None} == {number}
    assert read.unit == unit
