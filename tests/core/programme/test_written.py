"""Numbers and dates as they are written in three languages."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.written_dates import TwoWays, find_order, read_date, settle
from bot.core.programme.written_numbers import Unread, read_count, read_rates

DAY = datetime.date(2026, 11, 3)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("1.234", 1234), ("1,234", 1234), ("1 234", 1234), ("1\u202f234", 1234), ("1'234", 1234),
        ("1’234", 1234), ("12.345.678", 12_345_678), ("0", 0), (" 17 ", 17), ("12.0", 12), ("12,00", 12),
        (1234, 1234), (1234.0, 1234),
    ],
)  # fmt: skip
def test_a_count_is_read(written: object, count: int) -> None:
    assert read_count(written) == count


@pytest.mark.parametrize("written", ["", "-", "–", "n/a", "k. A.", "n.v.t.", None])
def test_nothing_told_is_nothing(written: object) -> None:
    assert read_count(written) is Unread.UNTOLD


@pytest.mark.parametrize(
    "written",
    ["1.2", "1,23", "1.234,5", "1.234,567", "12.34.567", "1.2K", "3,4 Tsd.", "-5", "< 1%", "#REF!", "viele",
     "١٢", 1.5, -1, True, float("nan"), float("inf"), "9" * 30, datetime.date(2026, 1, 1)],
)  # fmt: skip
def test_what_is_no_count_is_not_read(written: object) -> None:
    assert read_count(written) is Unread.UNREADABLE


@given(st.integers(0, 10**11), st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "'", "’"]))
def test_thousands_are_grouped_by_whatever_mark(number: int, mark: str) -> None:
    assert read_count(f"{number:,}".replace(",", mark)) == number


@given(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.booleans()))
def test_anything_gives_a_count_or_a_reason(written: object) -> None:
    count = read_count(written)
    assert isinstance(count, Unread) or count >= 0
    share = read_rates([written])[0]
    assert isinstance(share, Unread) or 0 <= share <= 1


def test_rates_are_shares_of_one() -> None:
    assert read_rates(["12,5 %", "4.3%", "", "0 %"]) == [0.125, 0.043, Unread.UNTOLD, 0.0]


def test_rates_without_a_sign_are_told_by_their_column() -> None:
    assert read_rates([0.043, 0.5, 0]) == [0.043, 0.5, 0.0]
    assert read_rates(["4,3", "0,5"]) == [0.043, 0.005]
    assert read_rates(["0,5"], is_percent=True) == [0.005]
    assert read_rates([0.05, "7 %"]) == [0.05, 0.07]


def test_a_rate_above_all_is_none() -> None:
    assert read_rates(["250 %", "1.234 %"]) == [Unread.UNREADABLE, 0.01234]


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-03", "2026-11-03T10:15:00Z", "3. Nov. 2026", "3. November 2026", "03.11.2026", "3.11.26",
        "3 nov 2026", "3 november 2026", "3-nov-2026", "Nov 3, 2026", "November 3, 2026", "3 Nov 2026",
        "Di., 3. Nov. 2026", "dinsdag 3 november 2026", "Tuesday, November 3, 2026", "3.11.2026, 10:15 Uhr",
        "Nov 3rd, 2026", "2026/11/3", DAY, datetime.datetime(2026, 11, 3, 10, 15, tzinfo=datetime.UTC), 46329, 46329.5,
    ],
)  # fmt: skip
def test_a_date_is_read(written: object) -> None:
    assert read_date(written) == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [("3. März 2026", 3), ("3. maart 2026", 3), ("3 mrt. 2026", 3), ("3. Mrz. 2026", 3), ("Mar 3, 2026", 3),
     ("3. Mai 2026", 5), ("3 mei 2026", 5), ("3. Dez. 2026", 12), ("3 okt. 2026", 10)],
)  # fmt: skip
def test_months_have_names_in_three_languages(written: str, day: int) -> None:
    assert read_date(written) == datetime.date(2026, day, 3)


@pytest.mark.parametrize("written", ["11/3/2026", "11-3-2026", "11/3/2026 10:15 AM"])
def test_a_date_may_be_read_in_two_ways(written: str) -> None:
    assert read_date(written) == TwoWays(datetime.date(2026, 3, 11), DAY)


def test_the_same_both_ways_is_no_doubt() -> None:
    assert read_date("11/11/2026") == datetime.date(2026, 11, 11)


@pytest.mark.parametrize(
    "written", ["", "31.02.2026", "13/13/2026", "3. Brumaire 2026", "soon", 12, True, None, "1/1/1"]
)
def test_what_is_no_date_is_none(written: object) -> None:
    assert read_date(written) is None


def test_a_day_above_twelve_tells_the_order() -> None:
    assert find_order(["11/3/2026", "11/30/2026"]) == "month-first"
    assert find_order(["3/11/2026", "30/11/2026"]) == "day-first"
    assert find_order(["3/11/2026", "4/12/2026"]) is None


def test_a_column_that_contradicts_itself_tells_nothing() -> None:
    assert find_order(["11/30/2026", "30/11/2026", "3/4/2026"]) is None


@given(
    st.dates(datetime.date(2015, 1, 1), datetime.date(2035, 1, 1)),
    st.integers(5, 40),
    st.booleans(),
)
def test_days_in_a_row_tell_the_order(first: datetime.date, count: int, is_day_first: bool) -> None:
    days = [first + datetime.timedelta(days=step) for step in range(count)]
    texts = [
        f"{d.day}/{d.month}/{d.year}" if is_day_first else f"{d.month}/{d.day}/{d.year}"
        for d in days
    ]
    if any(isinstance(read_date(text), TwoWays) for text in texts):
        assert find_order(texts) == ("day-first" if is_day_first else "month-first")


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_each_way_of_writing_leads_to_the_day(day: datetime.date) -> None:
    for written in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%y}"):
        assert read_date(written) == day
    read = read_date(f"{day.month}/{day.day}/{day.year}")
    assert read == day or (isinstance(read, TwoWays) and read.month_first == day)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_not(text: str) -> None:
    assert isinstance(read_date(text), datetime.date | TwoWays | None)


def test_a_day_known_otherwise_settles_a_doubt() -> None:
    doubt = TwoWays(datetime.date(2026, 3, 11), DAY)
    assert settle(doubt, datetime.date(2026, 11, 2)) == "month-first"
    assert settle(doubt, datetime.date(2026, 3, 12)) == "day-first"
    assert settle(doubt, datetime.date(2026, 7, 1)) is None
    assert settle(doubt, None) is None
