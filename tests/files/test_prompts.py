"""Prompts from files: ours are complete and on the right date, broken ones are refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import COUNTRIES, LANGUAGES
from bot.core.programme.prompts import STAGES, Prompts, choose_question, find_date, list_days
from bot.files.policies import ROLES
from bot.files.prompts import load_prompts

POLICIES = Path(__file__).parent.parent.parent / "policies"
DAYS = """\
days:
  - id: bread-day
    date: 05-12
    countries: [NL]
    source: {title: "Bakers", address: "https://bread.example"}
    de: {name: "Tag des Brots", prompts: ["Warum?"]}
    nl: {name: "Dag van het brood", prompts: ["Waarom?"]}
    en: {name: "Bread day", prompts: ["Why?", "Who?"]}
"""
MOVING = "{month: 5, weekday: tuesday, nth: 2}"
ANNIVERSARIES = """\
anniversaries:
  - years: 1
    de: ["Warum?"]
    nl: ["Waarom?"]
    en: ["Why?"]
"""
QUESTIONS = """\
questions:
  - id: why
    roles: [sales]
    de: "Warum?"
    nl: "Waarom?"
    en: "Why?"
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    folder = tmp_path / "policies"
    (folder / "prompts").mkdir(parents=True)

    def write_file(name: str, text: str) -> Path:
        (folder / "prompts" / f"{name}.yaml").write_text(text, "utf-8")
        return folder

    return write_file


@pytest.fixture(scope="module")
def ours() -> Prompts:
    return load_prompts(POLICIES)


def test_without_files_there_are_no_prompts(tmp_path: Path) -> None:
    assert load_prompts(tmp_path / "policies") == Prompts()


def test_sound_files_are_read(write: Callable[[str, str], Path]) -> None:
    write("days", DAYS)
    write("anniversaries", ANNIVERSARIES)
    write("interview", QUESTIONS)
    prompts = load_prompts(write("questions-first", QUESTIONS))
    (day,) = prompts.days
    assert (day.id, day.countries, find_date(day.rule, 2026)) == (
        "bread-day",
        ("NL",),
        date(2026, 5, 12),
    )
    assert day.texts["en"].prompts == ("Why?", "Who?")
    assert [anniversary.years for anniversary in prompts.anniversaries] == [1]
    assert prompts.interview[0].roles == ("sales",)
    assert prompts.questions_first[0].texts["nl"] == "Waarom?"


@pytest.mark.parametrize(
    ("written", "when"),
    [
        (MOVING, date(2026, 5, 12)),
        ("{month: 5, weekday: sunday, nth: -1}", date(2026, 5, 31)),
        ("{month: 2, day: last}", date(2026, 2, 28)),
        ('"12-31"', date(2026, 12, 31)),
    ],
)
def test_a_date_may_move(write: Callable[[str, str], Path], written: str, when: date) -> None:
    (day,) = load_prompts(write("days", DAYS.replace("05-12", written))).days
    assert find_date(day.rule, 2026) == when


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "remedy"),
    [
        ("days", "date: 05-12", "date: 13-12", 3, "05-12"),
        ("days", "date: 05-12", "date: 02-29", 3, "day: last"),
        ("days", "date: 05-12", "date: 2026-05-12", 3, "05-12"),
        ("days", "date: 05-12", "date: May", 3, "05-12"),
        ("days", "date: 05-12", "date: []", 3, "05-12"),
        ("days", "05-12", MOVING.replace("tuesday", "teusday"), 3, "Did you mean “tuesday”?"),
        ("days", "05-12", MOVING.replace("nth: 2", "nth: 5"), 3, "From 1 to 4"),
        ("days", "05-12", MOVING.replace("nth: 2", "nth: true"), 3, "From 1 to 4"),
        ("days", "05-12", MOVING.replace("month: 5", "month: 13"), 3, "From 1 to 12"),
        ("days", "05-12", MOVING.replace(", nth: 2", ""), 3, "Add it"),
        ("days", "05-12", "{month: 2, day: 30}", 3, "last"),
        ("days", "countries: [NL]", "countries: [BE]", 4, "One of"),
        ("days", '{title: "Bakers", ', "{", 5, "Add it"),
        ("days", '["Waarom?"]', "[]", 7, "1 to 3"),
        ("days", '["Waarom?"]', '["Waarom."]', 7, "question mark"),
        ("days", '"Warum?"', f'"{"x" * 160}?"', 6, "At most 160"),
        ("days", 'name: "Bread day"', 'nme: "Bread day"', 8, "Did you mean “name”?"),
        ("days", "days:", "dayz:", 1, "Did you mean “days”?"),
        ("days", "  - id: bread-day\n", "  - id: bread-day\n  - id: bread-day\n", 3, "See line 2"),
        ("anniversaries", "years: 1", "years: 0", 2, "From 1 to 60"),
        ("anniversaries", "years: 1", "years: one", 2, "From 1 to 60"),
        ("anniversaries", '["Why?"]', '"Why."', 5, "question mark"),
        ("interview", "roles: [sales]", "roles: [sailor]", 3, "One of"),
        ("interview", '    nl: "Waarom?"\n', "", 2, "Add it"),
        ("questions-first", '"Why?"', '"Because."', 6, "question mark"),
        ("questions-first", "id: why", "nid: why", 2, "Did you mean “id”?"),
        ("congress", "questions", "before", 1, "Add it"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_remedy(
    write: Callable[[str, str], Path], name: str, old: str, new: str, line: int, remedy: str
) -> None:
    sound = {"days": DAYS, "anniversaries": ANNIVERSARIES}.get(name, QUESTIONS)
    assert old in sound
    folder = write(name, sound.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        load_prompts(folder)
    assert (caught.value.path, caught.value.line) == (f"policies/prompts/{name}.yaml", line)
    assert remedy in caught.value.hint


def test_an_anniversary_stands_once(write: Callable[[str, str], Path]) -> None:
    twice = ANNIVERSARIES + ANNIVERSARIES.split("\n", 1)[1]
    with pytest.raises(ContentError, match="See line 2"):
        load_prompts(write("anniversaries", twice))


def test_ours_are_enough(ours: Prompts) -> None:
    assert len(ours.days) >= 30
    assert [kept.years for kept in ours.anniversaries] == [1, 2, 3, 5, 10, 15, 20, 25, 30, 40]
    assert all(len(ours.congress[stage]) >= 3 for stage in STAGES)
    assert len(ours.interview) >= 24
    assert len(ours.questions_first) >= 10


def test_every_role_is_asked_something_of_its_own(ours: Prompts) -> None:
    for role in ROLES:
        found = choose_question(ours.interview, role, ())
        assert found is not None
        assert (role in found.roles) == (role != "unknown")


def test_no_question_stands_twice(ours: Prompts) -> None:
    for language in LANGUAGES:
        for prompts in (ours.interview, ours.questions_first, *ours.congress.values()):
            texts = [prompt.texts[language] for prompt in prompts]
            assert len(set(texts)) == len(texts)


def test_every_season_has_a_day_in_every_country(ours: Prompts) -> None:
    for country in COUNTRIES:
        months = {
            when.month
            for when, _ in list_days(ours.days, date(2026, 1, 1), date(2026, 12, 31), country)
        }
        assert months >= set(range(1, 13)) - {8}  # in August the calendar rests


# Counted by hand from the first of the month; the organ donation days are as published.
MOVING_DAYS = {
    "rare-disease-day": "2026-02-28 2027-02-28 2028-02-29 2029-02-28 2030-02-28",
    "kidney-day": "2026-03-12 2027-03-11 2028-03-09 2029-03-08 2030-03-14",
    "social-work-day": "2026-03-17 2027-03-16 2028-03-21 2029-03-20 2030-03-19",
    "day-of-care": "2026-03-15 2027-03-21 2028-03-19 2029-03-18 2030-03-17",
    "organ-donation-day": "2026-06-06 2027-06-05 2028-06-03 2029-06-02 2030-06-01",
    "first-aid-day": "2026-09-12 2027-09-11 2028-09-09 2029-09-08 2030-09-14",
    "palliative-care-day": "2026-10-10 2027-10-09 2028-10-14 2029-10-13 2030-10-12",
}
# As organisers and newspapers announced them.
PAST_DAYS = {
    "kidney-day": "2014-03-13 2020-03-12 2022-03-10 2023-03-09",
    "social-work-day": "2009-03-17 2010-03-16 2022-03-15 2024-03-19",
    "day-of-care": "2017-03-19 2018-03-18 2025-03-16",
    "first-aid-day": "2020-09-12 2022-09-10 2023-09-09 2024-09-14",
    "organ-donation-day": "2021-06-05 2022-06-04 2024-06-01 2025-06-07",
    "palliative-care-day": "2013-10-12 2016-10-08 2019-10-12 2021-10-09 2024-10-12",
}
FIXED_DAYS = {
    "hand-hygiene-day": (5, 5),
    "midwives-day": (5, 5),
    "nurses-day": (5, 12),
    "clinical-trials-day": (5, 20),
    "pharmacy-day": (6, 7),
    "patient-safety-day": (9, 17),
    "pharmacists-day": (9, 25),
    "anaesthesia-day": (10, 16),
    "family-carers-day": (11, 10),
    "support-workers-day": (11, 23),
    "volunteers-nl": (12, 7),
}


@pytest.mark.parametrize(
    ("day_id", "written"),
    [*MOVING_DAYS.items(), *PAST_DAYS.items()],
)
def test_a_moving_day_falls_where_calendars_have_it(
    ours: Prompts, day_id: str, written: str
) -> None:
    (day,) = (day for day in ours.days if day.id == day_id)
    for when in map(date.fromisoformat, written.split()):
        assert find_date(day.rule, when.year) == when


def test_every_moving_day_of_ours_was_checked(ours: Prompts) -> None:
    moving = {
        day.id
        for day in ours.days
        if len(
            {
                (find_date(day.rule, year).month, find_date(day.rule, year).day)
                for year in range(2026, 2031)
            }
        )
        > 1
    }
    assert moving == set(MOVING_DAYS)


def test_a_fixed_day_is_where_it_belongs(ours: Prompts) -> None:
    found = {
        day.id: (find_date(day.rule, 2028).month, find_date(day.rule, 2028).day)
        for day in ours.days
        if day.id in FIXED_DAYS
    }
    assert found == FIXED_DAYS
