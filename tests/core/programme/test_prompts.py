"""Days, anniversaries and questions: calendar arithmetic over years, and a fair turn for all."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.model import Source
from bot.core.programme.prompts import (
    Anniversary,
    Day,
    DayRule,
    DayText,
    FixedDate,
    LastDay,
    NthWeekday,
    Prompt,
    choose_question,
    find_anniversary,
    find_date,
    find_stage,
    list_anniversaries,
    list_days,
)

years = st.integers(1, 9999)
rules = st.one_of(
    st.builds(FixedDate, st.integers(1, 12), st.integers(1, 28)),
    st.builds(NthWeekday, st.integers(1, 12), st.integers(0, 6), st.sampled_from((1, 2, 3, 4, -1))),
    st.builds(LastDay, st.integers(1, 12)),
)
dates = st.dates()


def make_day(rule: DayRule, *countries: str, name: str = "day") -> Day:
    return Day(name, rule, {"en": DayText(name, ("Why?",))}, Source("S"), countries)


@given(rules, years)
def test_a_rule_falls_once_a_year_where_it_says(rule: DayRule, year: int) -> None:
    when = find_date(rule, year)
    assert (when.year, when.month) == (year, rule.month)
    if isinstance(rule, FixedDate):
        assert when.day == rule.day
    if isinstance(rule, LastDay):
        assert when == date.max or (when + timedelta(days=1)).day == 1
    if isinstance(rule, NthWeekday):
        assert when.weekday() == rule.weekday
        if rule.nth > 0:
            assert (when.day - 1) // 7 == rule.nth - 1
        else:
            assert (when.year, when.month) == (9999, 12) or (
                when + timedelta(7)
            ).month != when.month


@given(st.lists(rules, max_size=6), dates, st.integers(0, 1500))
def test_a_list_of_days_is_the_days_in_between_in_order(
    chosen: list[DayRule], first: date, length: int
) -> None:
    last = min(first, date.max - timedelta(days=length)) + timedelta(days=length)
    first = last - timedelta(days=length)
    days = [make_day(rule, name=str(number)) for number, rule in enumerate(chosen)]
    listed = list_days(days, first, last)
    assert [when for when, _ in listed] == sorted(when for when, _ in listed)
    assert all(first <= when <= last for when, _ in listed)
    expected = sum(
        first <= find_date(day.rule, year) <= last
        for day in days
        for year in range(first.year, last.year + 1)
    )
    assert len(listed) == expected


@given(rules, dates, st.integers(0, 400), st.integers(0, 400))
def test_two_stretches_side_by_side_miss_nothing_and_repeat_nothing(
    rule: DayRule, first: date, one: int, two: int
) -> None:
    assume(first <= date.max - timedelta(days=one + two + 1))
    middle, last = first + timedelta(days=one), first + timedelta(days=one + two + 1)
    days = [make_day(rule)]
    both = list_days(days, first, middle) + list_days(days, middle + timedelta(days=1), last)
    assert both == list_days(days, first, last)


def test_a_local_day_is_listed_where_it_is_kept() -> None:
    days = [make_day(FixedDate(6, 7), "DE"), make_day(FixedDate(6, 7), name="everywhere")]
    when = date(2026, 6, 7)
    assert [day.id for _, day in list_days(days, when, when, "DE")] == ["day", "everywhere"]
    assert [day.id for _, day in list_days(days, when, when, "NL")] == ["everywhere"]
    assert [day.id for _, day in list_days(days, when, when)] == ["everywhere"]


def test_a_stretch_that_ends_before_it_begins_is_empty() -> None:
    days = [make_day(FixedDate(6, 7))]
    assert list_days(days, date(2027, 1, 1), date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    ("started", "years", "when"),
    [
        (date(2016, 2, 29), 1, date(2017, 2, 28)),
        (date(2016, 2, 29), 4, date(2020, 2, 29)),
        (date(2000, 2, 29), 100, date(2100, 2, 28)),  # 2100 is a common year
        (date(2016, 2, 28), 4, date(2020, 2, 28)),
        (date(2001, 7, 1), 25, date(2026, 7, 1)),
        (date(9990, 1, 1), 10, None),
    ],
)
def test_an_anniversary(started: date, years: int, when: date | None) -> None:
    assert find_anniversary(started, years) == when


@given(dates, st.integers(1, 60))
def test_an_anniversary_is_in_the_month_of_the_start(started: date, count: int) -> None:
    when = find_anniversary(started, count)
    assume(when is not None)
    assert when is not None
    assert (when.year - started.year, when.month) == (count, started.month)
    assert when.day == started.day or (started.month, started.day, when.day) == (2, 29, 28)


@given(dates.filter(lambda day: day.year < 9950))
def test_every_anniversary_comes_once_in_a_working_life(started: date) -> None:
    kept = [Anniversary(count, {}) for count in (40, 1, 10)]
    last = started + timedelta(days=41 * 366)
    listed = list_anniversaries(kept, started, started, last)
    assert [anniversary.years for _, anniversary in listed] == [1, 10, 40]
    day_before = listed[0][0] - timedelta(days=1)
    assert list_anniversaries(kept, started, started, day_before) == []


def test_a_congress_is_to_come_on_or_over() -> None:
    first, last = date(2026, 10, 23), date(2026, 10, 27)
    found = [find_stage(first, last, date(2026, 10, day)) for day in (22, 23, 25, 27, 28)]
    assert found == ["before", "during", "during", "during", "after"]


def ask(question_id: str, *roles: str) -> Prompt:
    return Prompt(question_id, {"en": "Why?"}, roles)


ALL, NURSES, SALES = ask("all"), ask("nurses", "health_professional"), ask("sales", "sales")


def test_questions_for_the_role_come_first_and_foreign_ones_never() -> None:
    questions = (ALL, NURSES, SALES)
    assert choose_question(questions, "health_professional", ()) is NURSES
    assert choose_question(questions, "health_professional", ("nurses",)) is ALL
    assert choose_question(questions, "health_professional", ("nurses", "all")) is NURSES
    assert choose_question(questions, "unknown", ("all",)) is ALL
    assert choose_question((NURSES,), "unknown", ()) is None


@given(
    st.lists(st.sampled_from(("", "sales", "board")), min_size=1, max_size=10),
    st.sampled_from(("sales", "board", "unknown")),
)
def test_nobody_is_asked_the_same_twice_before_all_were_asked(kinds: list[str], role: str) -> None:
    questions = [ask(str(n), *([kind] if kind else [])) for n, kind in enumerate(kinds)]
    fitting = [
        question.id for question in questions if not question.roles or role in question.roles
    ]
    asked: list[str] = []
    for _ in fitting:
        found = choose_question(questions, role, asked)
        assert found is not None
        asked.append(found.id)
    assert sorted(asked) == sorted(fitting)
