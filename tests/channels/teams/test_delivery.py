"""When Teams is slow, busy or gone: nothing is lost, and what may be there is said again only after 502 and 504."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.channels.running import serve, work
from tests.fakes.teams.person import TeamsPerson, settings_for
from tests.fakes.teams.platform import FakeTeams, answer_with, lose_answer, refuse_too_fast

Newcomer = Callable[[], TeamsPerson]
_TEXT = "Today we planted a tree in front of the canteen."


def count_posts(ada: TeamsPerson, kind: str) -> int:
    bodies = [
        post["attachments"][0]["content"]["body"][0]["id"]
        for post in ada.teams.posts
        if post["conversation"]["id"] == ada.chat and post["type"] == "message"
    ]
    return sum(str(body).startswith(f"{kind}.") for body in bodies)


def test_too_fast_is_tried_again_when_teams_says_so(ada: TeamsPerson, office: FakeTeams) -> None:
    office.faults.extend([refuse_too_fast(1), refuse_too_fast(1)])  # one meets the typing
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    assert count_posts(ada, "review") == 1


def test_what_may_have_arrived_is_not_sent_again(ada: TeamsPerson, office: FakeTeams) -> None:
    office.faults.extend([lose_answer, lose_answer])
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert count_posts(ada, "review") == 1


def test_what_is_unknown_is_listed(tmp_path: Path, teams: FakeTeams) -> None:
    with serve(tmp_path, **settings_for(teams)) as server:
        ada = TeamsPerson(teams, server.port)
        teams.faults.extend([answer_with(500)] * 2)  # the typing, then the greeting
        ada.say(_TEXT)
        assert ada.read().kind == "review"
        server.process.terminate()
        server.process.wait(30)
    database = sqlite3.connect(tmp_path / "jourfix.db")
    states = dict(database.execute("SELECT state, count(*) FROM deliveries GROUP BY state"))
    database.close()
    assert states == {"unknown": 1, "delivered": 1}


@pytest.mark.parametrize("status", [502, 504])
def test_what_microsoft_tells_bots_to_try_again_is_tried_once_more(
    newcomer: Newcomer, office: FakeTeams, status: int
) -> None:
    ada = newcomer()
    office.faults.extend([answer_with(status)] * 2)  # the typing, then the greeting
    ada.say(_TEXT)
    assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
    assert count_posts(ada, "greeting") == 1


def test_what_fails_a_second_time_stays_unknown(newcomer: Newcomer, office: FakeTeams) -> None:
    ada = newcomer()
    office.faults.extend([answer_with(502)] * 3)  # the typing, and the greeting twice
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    assert count_posts(ada, "greeting") == 0


def test_a_moment_without_a_token_is_soon_over(tmp_path: Path, teams: FakeTeams) -> None:
    teams.is_entra_down = True
    with serve(tmp_path, **settings_for(teams)) as server:
        ada = TeamsPerson(teams, server.port)
        ada.say(_TEXT)
        teams.wait_for(lambda: teams.entra_calls)
        teams.is_entra_down = False
        begun = time.monotonic()
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        assert time.monotonic() - begun < 20


def test_one_process_takes_in_and_another_answers(tmp_path: Path, teams: FakeTeams) -> None:
    settings = settings_for(teams)
    with serve(tmp_path, "--web-only", **settings) as server:
        ada = TeamsPerson(teams, server.port)
        ada.say(_TEXT)
        assert not teams.posts
        with work(tmp_path, **settings):
            assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]


def test_while_the_database_is_locked_teams_is_asked_to_send_again(
    tmp_path: Path, teams: FakeTeams
) -> None:
    with serve(tmp_path, **settings_for(teams)) as server:
        ada = TeamsPerson(teams, server.port)
        activity = ada.make_activity("message", text=_TEXT)
        other = sqlite3.connect(tmp_path / "jourfix.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert ada.send(activity)[0] == 503
        other.execute("ROLLBACK")
        other.close()
        assert ada.send(activity)[0] == 200
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
