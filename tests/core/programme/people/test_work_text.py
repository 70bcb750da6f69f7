"""Department, site and first day are read as people write them."""

import datetime

import pytest

from bot.core.programme.ambassador import Work
from bot.core.programme.people.hours_text import Unread
from bot.core.programme.people.work_text import read_work

DAY = datetime.date(2016, 12, 2)


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Labor, Kiel, seit 2. Dezember 2016", Work("Labor", "Kiel", DAY)),
        ("lab; Leeuwarden; sinds 2 dec 2016", Work("lab", "Leeuwarden", DAY)),
        ("labs, Leeds, 2 December 2016", Work("labs", "Leeds", DAY)),
        ("Labor, 02.12.2016", Work("Labor", "", DAY)),
        ("2016-12-02", Work("", "", DAY)),
        ("labs", Work("labs", "", None)),
    ],
)
def test_a_first_day_is_read_in_words_and_in_digits(text: str, work: Work) -> None:
    assert read_work(text) == work


@pytest.mark.parametrize("text", ["31. Februar 2016", "2 Quember 2016", "1.1.1900", "a, b, c"])
def test_what_is_no_day_is_said(text: str) -> None:
    assert isinstance(read_work(f"labs, {text}"), Unread)
