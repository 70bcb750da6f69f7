"""Numbers of posts survive every way of writing them down."""

import csv
import datetime
import io
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, Language
from bot.core.programme.number_columns import merge_posts
from bot.core.programme.numbers import COUNTS, DAY, LINK, RATE, TITLE, NumbersRead, PostNumbers
from bot.files.exports.reading import ExportReader

COLUMNS = (LINK, TITLE, DAY, "impressions", "reactions", "comments", RATE)
MONTHS = {
    "de": [
        "Jan.",
        "Feb.",
        "März",
        "Apr.",
        "Mai",
        "Juni",
        "Juli",
        "Aug.",
        "Sept.",
        "Okt.",
        "Nov.",
        "Dez.",
    ],
    "nl": [
        "jan.",
        "feb.",
        "mrt.",
        "apr.",
        "mei",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "okt.",
        "nov.",
        "dec.",
    ],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
COUNT_MARKS = {"de": ".", "nl": ".", "en": ","}
Day = Callable[[datetime.date, Language], str]


def write_long(day: datetime.date, language: Language) -> str:
    month = MONTHS[language][day.month - 1]
    return f"{day.day}. {month} {day.year}" if language == "de" else f"{day.day} {month} {day.year}"


def write_short(day: datetime.date, language: Language) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}" if language == "de" else day.isoformat()


COUNT = st.none() | st.integers(0, 5_000_000)
POSTS = st.lists(
    st.builds(
        PostNumbers,
        link=st.integers(7_000_000_000_000_000_000, 7_500_000_000_000_000_000).map(
            lambda number: f"https://www.linkedin.com/feed/update/urn:li:share:{number}"
        ),
        title=st.text("abc äöü🎉;,\"'\n=", max_size=20).map(lambda text: " ".join(text.split())),
        posted_on=st.none() | st.dates(datetime.date(2010, 1, 1), datetime.date(2040, 1, 1)),
        impressions=COUNT, reactions=COUNT, comments=COUNT,
        engagement_rate=st.none() | st.integers(0, 1000).map(lambda number: number / 1000),
    ),
    min_size=1, max_size=8, unique_by=lambda post: post.link,
)  # fmt: skip


@given(
    POSTS, st.sampled_from(LANGUAGES), st.permutations(COLUMNS), st.sampled_from(";,\t"),
    st.sampled_from([write_long, write_short]),
)  # fmt: skip
def test_a_table_in_any_language_gives_back_what_was_written(
    reader: ExportReader,
    posts: list[PostNumbers],
    language: Language,
    columns: list[str],
    mark: str,
    write_day: Day,
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerow([reader.aliases.list_headers([name], language)[0] for name in columns])
    for post in posts:
        writer.writerow([write_cell(getattr(post, name), language, write_day) for name in columns])
    outcome = reader.read_export("n.csv", out.getvalue().encode(), language)
    assert isinstance(outcome, NumbersRead)
    assert list(outcome.posts) == posts
    assert outcome.notes == outcome.questions == ()


def write_cell(value: object, language: Language, write_day: Day) -> str:
    if isinstance(value, datetime.date):
        return write_day(value, language)
    if isinstance(value, float):
        text = f"{value * 100:.1f}"
        return f"{text}%" if language == "en" else f"{text.replace('.', ',')} %"
    if isinstance(value, int):
        return f"{value:,}".replace(",", COUNT_MARKS[language])
    return str(value or "")


NUMBERS = st.builds(PostNumbers, impressions=COUNT, reactions=COUNT, clicks=COUNT)


@given(NUMBERS, NUMBERS)
def test_two_rows_of_a_post_give_the_same_either_way_round(
    one: PostNumbers, other: PostNumbers
) -> None:
    merged, do_differ = merge_posts(one, other)
    assert merge_posts(other, one) == (merged, do_differ)
    for name in COUNTS:
        told = [count for count in (getattr(one, name), getattr(other, name)) if count is not None]
        assert getattr(merged, name) == max(told, default=None)


@given(NUMBERS)
def test_the_same_row_again_changes_nothing(one: PostNumbers) -> None:
    assert merge_posts(one, replace(one)) == (one, False)
