"""A broadcast goes out: each at their hour, held, stopped, counted, asked about, planned, missed."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.programme.ambassador import Wishes
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.reports import write_report
from bot.core.programme.hours import Hours, Quiet
from bot.core.programme.mailings import Mailing, Recipient
from tests.core.programme.broadcasts.house import EDITOR, MONDAY, House, make_person

TUESDAY_AT_TEN = "2026-11-24 10:00"


@pytest.fixture
def house() -> House:
    return House()


async def find(house: House, name: str) -> Dossier:
    found = await house.office.find(name)
    assert found is not None
    return found


async def plan(house: House, moment: str = TUESDAY_AT_TEN) -> str:
    """Write a broadcast and plan it; gives its id."""
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-moment", name, moment)
    await house.press("broadcast-preview", name)
    await house.press("broadcast-send")
    return name


def at(moment: str, zone: str = "UTC") -> datetime.datetime:
    return datetime.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))


def move_to(house: House, moment: datetime.datetime) -> None:
    house.clock.advance(seconds=(moment - house.clock.now()).total_seconds())


async def test_pause_stop_and_going_on(house: House) -> None:
    await house.join_many(12)
    name = await house.send()
    await house.mailings.send_due(most=4)
    words = await house.press("broadcast-pause", name)
    assert "Paused. Nothing more goes out" in words
    assert await house.mailings.send_due() == 0
    await house.press("broadcast-resume", name)
    assert await house.mailings.send_due(most=3) == 3
    words = await house.press("broadcast-stop", name)
    assert house.kinds == ["broadcast-report"]
    assert "Delivered: 7" in words
    assert "5: their turn hadn't come when you stopped it" in words
    assert await house.mailings.send_due() == 0
    await house.press("broadcast-resume", name)
    assert (await find(house, name)).state == "stopped"


async def test_each_gets_it_within_their_hours_and_the_paused_not_at_all(house: House) -> None:
    quiet = Hours("Europe/Berlin", quiet=(Quiet(datetime.time(9), datetime.time(12)),))
    await house.join(
        make_person("UNOW"),
        make_person("UQUIET", hours=quiet),
        make_person("UYORK", hours=Hours("America/New_York")),
        make_person("UAWAY", paused_until=datetime.date.max),
    )
    words = await house.press("broadcast-preview", await house.write("Jourfix."))
    assert "Reaches 3 people" in words
    await house.press("broadcast-send")
    arrived = {}
    for _ in range(24):
        await house.mailings.send_due()
        for _, person, _ in house.mailings.sent:
            arrived.setdefault(person.rpartition(":")[2], house.clock.now())
        house.clock.advance(hours=1)
    assert arrived == {
        "UNOW": MONDAY,
        "UQUIET": MONDAY.replace(hour=11),
        "UYORK": MONDAY.replace(hour=14),
    }


async def test_a_moment_is_everybodys_own(house: House) -> None:
    await house.join(
        make_person("UBERLIN"),
        make_person("ULONDON", hours=Hours("Europe/London")),
        make_person("UTOKYO", hours=Hours("Asia/Tokyo")),
    )
    name = await plan(house)
    assert house.kinds == ["broadcast-scheduled"]
    (mark,) = await house.timing.list_scheduled()
    assert (mark.broadcast, mark.at) == (name, at("2026-11-24 01:00"))  # ten o'clock in Tokyo
    assert not house.mailings.kept
    move_to(house, mark.at)
    await house.timing.begin_scheduled(name)
    await house.timing.begin_scheduled(name)  # a second clock
    moments = {
        letter.recipient.person.rpartition(":")[2]: letter.not_before
        for letter in house.mailings.kept[house.key(name)].letters
    }
    assert moments == {
        "UTOKYO": at("2026-11-24 01:00"),
        "UBERLIN": at("2026-11-24 09:00"),
        "ULONDON": at("2026-11-24 10:00"),
    }
    assert await house.timing.list_scheduled() == []


async def test_what_an_editor_allows_herself_no_editor_can_lift(house: House) -> None:
    await house.join_many(3)
    await house.join(make_person("UTWO", wishes=Wishes(most_a_week=2)))
    bundle = [Recipient(f"slack:T1:{one}", "de", MONDAY) for one in ("U0", "U1", "U2", "UTWO")]
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-preview", name)
    letter = house.answers[0]
    await house.mailings.start(Mailing("bundle:2026-W48", {"de": letter}), bundle)
    await house.mailings.send_due()
    await house.press("broadcast-send")
    assert await house.mailings.send_due() == 1
    words = await house.press("broadcast-refresh", name)
    assert "Still waiting: 3" in words
    assert "Of these not before next week: 3." in words
    assert "Next: Mon, 30 Nov 2026 at 09:00" in words
    move_to(house, at("2026-11-30 08:00"))
    assert await house.mailings.send_due() == 3


async def test_the_report_says_why_and_what_to_do(house: House) -> None:
    await house.join_many(20)
    name = await house.send()
    await house.ambassadors.remove("slack:T1:U0")
    await house.join(make_person("U1", paused_until=datetime.date.max))
    await house.join(make_person("U2", hours=Hours(days=())))
    house.mailings.refuses = {
        "slack:T1:U3": "channel_not_found",
        "slack:T1:U4": "token_revoked",
        "slack:T1:U5": "something_new",
        "slack:T1:U6": "msg_too_long",
        "slack:T1:U7": "unreachable",
    }
    house.mailings.doubts = {"slack:T1:U8": "the answer was lost", "slack:T1:U9": "no answer"}
    await house.mailings.send_due()
    words = await house.press("broadcast-refresh", name)
    for line in (
        "Delivered: 10",
        "Not delivered: 8",
        "3: left, on a break, or without hours",
        "1: the chat is gone",
        "1: Slack or Teams no longer lets Jourfix in",
        "1: refused with “something_new”",
        "1: the text was too long for the channel",
        "1: I can't write there of my own accord",
        "Unknown: 2",
        "it may arrive twice",
    ):
        assert line in words
    assert "paused" not in words  # whose choice it was, and which, is theirs


async def test_those_in_doubt_are_left_or_sent_again(house: House) -> None:
    await house.join_many(12)
    house.mailings.doubts = {"slack:T1:U1": "lost", "slack:T1:U2": "lost"}
    name = await house.send()
    await house.mailings.send_due()
    words = await house.press("broadcast-refresh", name)
    assert "Unknown: 2" in words
    house.mailings.doubts = {"slack:T1:U1": "lost"}
    words = await house.choose("broadcast-settle", "again")
    assert "sending it again, to 2 people" in words
    house.clock.advance(days=7)  # what was sent counts against their week
    await house.mailings.send_due()
    assert len(house.mailings.list_sent_to("slack:T1:U2")) == 2
    await house.press("broadcast-refresh", name)
    words = await house.choose("broadcast-settle", "leave")
    assert "It was about 1 person" in words
    assert "1: it was unknown, and you left it at that" in words
    assert "Unknown" not in words.partition("Delivered")[2]


async def test_what_is_over_after_two_weeks_is_not_sent(house: House) -> None:
    await house.join(make_person("U1", hours=Hours(days=(0,), start=datetime.time(8, 30),
                                                    end=datetime.time(9)), wishes=Wishes()))  # fmt: skip
    name = await house.send()
    house.clock.advance(days=14)
    assert await house.mailings.send_due() == 0
    words = await house.press("broadcast-refresh", name)
    assert "there was no moment for it" in words


async def test_what_went_out_long_ago_is_done_and_cannot_go_out_again(house: House) -> None:
    await house.join_many(12)
    name = await house.send()
    await house.mailings.send_due()
    house.mailings.kept.clear()  # forgotten after its time
    await house.press("broadcast-send")
    assert (await find(house, name)).state == "done"
    assert not house.mailings.kept


async def test_a_plan_is_taken_off_and_changed(house: House) -> None:
    await house.join_many(12)
    name = await plan(house)
    words = await house.press("broadcast-unschedule", name)
    assert house.kinds == ["broadcast-page"]
    assert "When: Tue, 24 Nov 2026 at 10:00" in words
    await house.timing.begin_scheduled(name)
    assert not house.mailings.kept
    await house.press("broadcast-when", f"{name} now")
    await house.press("broadcast-preview", name)
    await house.press("broadcast-send")
    assert await house.mailings.send_due() == 12


async def test_what_was_just_begun_is_stopped_when_it_is_taken_off(house: House) -> None:
    await house.join_many(12)
    name = await plan(house)
    move_to(house, at("2026-11-24 09:00"))
    await house.timing.begin_scheduled(name)
    await house.press("broadcast-unschedule", name)
    assert (await find(house, name)).state == "stopped"
    assert await house.mailings.send_due() == 0


@pytest.mark.parametrize("reason", ["late", "ask", "nobody", "too-long"])
async def test_a_plan_that_could_not_be_begun_is_asked_about(house: House, reason: str) -> None:
    await house.join_many(12)
    name = await plan(house)
    match reason:
        case "ask":
            house.proofreading.asks_about = "Jourfix"
        case "nobody":
            for number in range(12):
                await house.ambassadors.remove(f"slack:T1:U{number}")
        case "too-long":
            house.fitting.most = 10
        case _:
            pass
    late = reason == "late"
    for _ in range(2):  # a second clock
        await (house.timing.note_missed if late else house.timing.begin_scheduled)(name)
    assert not house.mailings.kept
    (sent,) = house.outbox.sent.values()
    assert sent.to.person == EDITOR
    assert sent.message.kind == "broadcast-missed"
    assert "“Am Donnerstag ist Jourfix.” didn't go out" in sent.message.summary
    assert (await find(house, name)).state == "missed"
    words = await house.press("broadcast-when", f"{name} now")
    assert "draft" in words
    assert (await find(house, name)).state == "draft"


async def test_a_moment_that_went_by_before_the_press_is_not_sent(house: House) -> None:
    await house.join_many(12)
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-moment", name, "2026-11-24 10:00")
    await house.press("broadcast-preview", name)
    house.clock.advance(days=3)
    words = await house.press("broadcast-send")
    assert "That moment is over" in words
    assert not await house.timing.list_scheduled()


async def test_the_editors_message_is_kept_up_to_date(house: House) -> None:
    await house.join_many(12)
    name = await house.send()
    assert house.kinds == ["broadcast-begun"]
    (post,) = house.outbox.sent
    assert await house.timing.refresh() == 0
    await house.mailings.send_due(most=5)
    assert await house.timing.refresh() == 1
    assert await house.timing.refresh() == 0
    assert "Delivered: 5" in str(house.outbox.replaced[post].parts)
    await house.press("broadcast-pause", name)
    await house.timing.refresh()
    await house.press("broadcast-resume", name)
    await house.timing.refresh()
    await house.press("broadcast-pause", name)
    assert await house.timing.refresh() == 1  # the same numbers once more
    assert "Paused" in str(house.outbox.replaced[post].parts)
    await house.press("broadcast-resume", name)
    await house.mailings.send_due()
    await house.timing.refresh()
    assert house.outbox.replaced[post].kind == "broadcast-report"
    assert len(house.outbox.changes) == len(set(house.outbox.changes))
    assert not await house.following.followers.list_things()


async def test_two_processes_change_the_message_once(house: House) -> None:
    await house.join_many(12)
    await house.send()
    followers = await house.following.followers.list_things()
    await house.mailings.send_due(most=5)
    await house.timing.refresh()
    for one in followers:  # the other process had read the row before
        await house.following.followers.keep(f"{one.broadcast}/{one.to.person}", one, one.to.person)
    await house.timing.refresh()
    assert len(house.outbox.changes) == 1


async def test_what_the_clock_began_is_shown_in_the_editors_hours(house: House) -> None:
    await house.join(make_person("UTOKYO", hours=Hours("Asia/Tokyo")))
    name = await plan(house)
    move_to(house, at("2026-11-24 01:00"))
    await house.timing.begin_scheduled(name)
    assert await house.timing.refresh() == 0  # two in the morning in Berlin
    assert not house.outbox.sent
    move_to(house, at("2026-11-24 08:00"))
    assert await house.timing.refresh() == 1
    await house.mailings.send_due()
    assert await house.timing.refresh() == 1
    assert len(house.outbox.sent) == len(house.outbox.changes) == 1


@pytest.mark.parametrize("language", ["de", "nl", "en"])
async def test_a_report_reads_in_every_language(house: House, language: str) -> None:
    await house.join_many(12)
    house.mailings.refuses = {"slack:T1:U1": "channel_not_found"}
    house.mailings.doubts = {"slack:T1:U2": "lost"}
    name = await house.send()
    await house.mailings.send_due(most=8)
    report = write_report(await find(house, name), "Europe/Berlin", language)  # type: ignore[arg-type]
    assert [row.count for row in report.rows] == ["7", "3", "1", "1"]
    assert not any("{" in line for line in report.lines)
