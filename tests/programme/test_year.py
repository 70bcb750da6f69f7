"""What a year of a programme brings to 300 people: nothing outside their hours, nothing twice."""

import datetime
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from bot.core.ports import Embedder
from bot.core.programme.bundle_week import has_bundle
from bot.core.programme.weeks import Week, find_week, read_week
from tests.programme.year import COFFEE, END, JOURFIX, ROOM, START, Lived, live_a_year

_LESSONS = 45  # that speak to everybody, at least


@pytest.fixture(scope="module")
def lived(encoder: Embedder) -> Lived:
    return live_a_year(encoder)


def test_everybody_gets_something_and_nothing_outside_their_hours(lived: Lived) -> None:
    assert len({one.person for one in lived.sent}) > 200
    for one in lived.sent:
        ambassador = lived.people[one.person]
        local = one.at.astimezone(ZoneInfo(ambassador.hours.zone))
        assert ambassador.hours.allow(one.at), (one.key, ambassador.hours, local)
        assert local.weekday() < 5
        assert not ambassador.is_paused(local.date())


def test_nobody_gets_more_a_week_than_they_allow(lived: Lived) -> None:
    weeks: Counter[tuple[str, Week]] = Counter()
    for one in lived.sent:
        if one.counts:
            zone = ZoneInfo(lived.people[one.person].hours.zone)
            weeks[one.person, find_week(one.at.astimezone(zone).date())] += 1
    assert weeks
    for (person, _), count in weeks.items():
        assert count <= lived.people[person].wishes.most_a_week


def test_nothing_is_sent_twice(lived: Lived) -> None:
    sent = Counter((one.key, one.person) for one in lived.sent)
    assert max(sent.values()) == 1
    assert max(Counter(one.key for one in lived.occurrences).values()) == 1


def test_each_week_has_one_bundle_for_those_who_want_it(lived: Lived) -> None:
    bundles = [one for one in lived.occurrences if one.kind == "bundle"]
    first, last = find_week(START.date()), find_week(datetime.date(2026, 12, 31))
    weeks = [read_week(one.subject) for one in bundles]
    assert weeks == [Week(2026, number) for number in range(first.number + 1, last.number + 1)]
    got = {(one.key, one.person) for one in lived.sent}
    for person, ambassador in lived.people.items():
        for week in weeks[26:-1]:
            key = f"bundle:{week.name}"
            paused = ambassador.paused_until and ambassador.paused_until > week.monday
            wants = has_bundle(week, ambassador.wishes.bundle, datetime.date(2024, 1, 1))
            if not paused and wants:
                assert (key, person) in got
            if not wants:
                assert (key, person) not in got


def test_no_tip_comes_again_before_all_came(lived: Lived) -> None:
    for person, ambassador in lived.people.items():
        if ambassador.wishes.bundle != "week":
            continue
        bundles = [
            one for one in lived.sent if one.key.startswith("bundle:") and one.person == person
        ]
        titles = [one.message.summary for one in bundles]
        assert len(set(titles[:_LESSONS])) == len(titles[:_LESSONS])


def test_each_jourfix_has_its_agenda_before_and_its_recap_after_once(lived: Lived) -> None:
    held = JOURFIX.series.list_appointments(START, END)
    assert len(held) == 26
    for kind in ("agenda", "recap"):
        told = [one for one in lived.occurrences if one.kind == kind]
        assert [one.date for one in told] == [one.date for one in held]
        posted = [
            key
            for key in lived.letters
            if key.startswith(f"{kind}:") and ROOM in str(lived.letters[key][0].place)
        ]
        assert len(posted) == len(held)
    by_key = {one.key: one.at for one in lived.occurrences}
    for one in held:
        assert by_key[f"agenda:jourfix:{one.date}"] < one.at < by_key[f"recap:jourfix:{one.date}"]


def test_the_recap_comes_to_those_who_want_it_and_to_nobody_else(lived: Lived) -> None:
    got = {one.person for one in lived.sent if one.key.startswith("recap:")}
    assert got
    assert all(lived.people[person].wishes.recap for person in got)


def test_each_coffee_is_reminded_of_once_and_only_those_with_a_place(lived: Lived) -> None:
    held = COFFEE.series.list_appointments(START, END)
    sent = [one for one in lived.sent if one.key.startswith("reminder:coffee:")]
    assert max(Counter((one.key, one.person) for one in sent).values()) == 1
    for one in held:
        reminded = [each for each in sent if f":{one.date}" in each.key]
        assert len(reminded) <= COFFEE.places
        assert all(each.at < one.at for each in reminded)
    assert len(sent) > len(held)
