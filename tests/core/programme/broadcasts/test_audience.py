"""Whom a broadcast reaches, when each gets it, and how many may be told."""

import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, NETWORKS
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.broadcasts.audience import (
    change_whom,
    choose_people,
    count_people,
    plan_recipients,
    sign_cohort,
)
from bot.core.programme.broadcasts.broadcast import Broadcast, Wall, Whom, read_text
from bot.core.programme.broadcasts.describing import describe_people
from bot.core.programme.hours import Hours
from tests.core.programme.broadcasts.house import MONDAY, make_person

ZONES = ("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")
whoms = st.builds(
    Whom,
    st.sampled_from(["", "A", "B"]),
    st.sampled_from(["", *LANGUAGES]),
    st.sampled_from(["", *LEVELS]),
    st.sampled_from(["", *NETWORKS]),
)
people = st.lists(
    st.builds(
        lambda number, language, level, network, cohort, zone, paused: make_person(
            f"U{number}", language=language, level=level, networks=(network,), cohorts=(cohort,),
            hours=Hours(zone), paused_until=paused,
        ),
        st.integers(0, 10_000), st.sampled_from(LANGUAGES), st.sampled_from(LEVELS),
        st.sampled_from(NETWORKS), st.sampled_from(["A", "B", "C"]), st.sampled_from(ZONES),
        st.sampled_from([None, datetime.date.max, datetime.date(2026, 11, 24)]),
    ),
    max_size=30,
)  # fmt: skip
walls = st.builds(
    Wall, st.dates(datetime.date(2026, 11, 24), datetime.date(2027, 11, 24)), st.times()
)


@given(people, whoms, walls)
def test_nobody_gets_it_outside_their_hours_or_before_their_own_clock_says_so(
    everybody: list, whom: Whom, wall: Wall
) -> None:
    broadcast = Broadcast("1a2b3c", MONDAY, {"de": read_text("x")}, "de", whom, wall)
    chosen = choose_people(everybody, whom, wall)
    recipients = plan_recipients(chosen, broadcast, MONDAY)
    assert len(recipients) == len(chosen)
    for one, recipient in zip(chosen, recipients, strict=True):
        assert one.hours.allow(recipient.not_before)
        assert recipient.not_before >= wall.at(ZoneInfo(one.hours.zone))
        assert recipient.variant == one.language
        assert not one.is_paused(wall.day)


@given(people, whoms)
def test_each_part_of_whom_leaves_out_exactly_those_who_do_not_fit(
    everybody: list, whom: Whom
) -> None:
    chosen = {id(one) for one in choose_people(everybody, whom, MONDAY)}
    for one in everybody:
        fits = (
            (not whom.cohort or whom.cohort in one.cohorts)
            and (not whom.language or whom.language == one.language)
            and (not whom.level or whom.level == one.level)
            and (not whom.network or whom.network in one.networks)
        )
        is_away = one.paused_until is not None and one.paused_until > datetime.date(2026, 11, 23)
        assert (id(one) in chosen) == (fits and not is_away)


@given(people, whoms)
def test_the_number_of_a_small_segment_is_not_told(everybody: list, whom: Whom) -> None:
    headcount = count_people(everybody, whom, MONDAY)
    told = describe_people(headcount, "en")
    is_segment = bool(whom.language or whom.level or whom.network)
    if is_segment and headcount.people < 10:
        assert told == "fewer than ten people"
    elif headcount.people:
        assert str(headcount.people) in told
    assert headcount.is_too_small == (is_segment and headcount.people < 5)


@given(whoms, st.text(max_size=20), st.text(max_size=20))
def test_what_no_button_offered_chooses_nobody_special(whom: Whom, kind: str, value: str) -> None:
    changed = change_whom(whom, kind, value, ["A", "B"])
    if kind not in ("all", "cohort", "language", "level", "network"):
        assert changed == whom
    assert changed.cohort in ("", "A", "B")


def test_a_cohort_with_a_long_name_is_found_by_its_sign() -> None:
    name = "Die Gruppe der Kolleginnen und Kollegen aus allen Häusern " * 4
    assert change_whom(Whom(), "cohort", sign_cohort(name), ["A", name]).cohort == name


def test_a_short_first_line_with_a_blank_line_after_it_is_the_title() -> None:
    with_title = read_text("Coffee & Learn\r\n\r\nAm Donnerstag.\n\nUm drei.")
    assert (with_title.title, with_title.paragraphs) == (
        "Coffee & Learn",
        ("Am Donnerstag.", "Um drei."),
    )
    assert read_text("Eins\nzwei\n\ndrei").title == ""
    assert read_text("x" * 81 + "\n\nzwei").title == ""
    assert read_text("  \n ").text == ""
