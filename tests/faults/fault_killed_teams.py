"""Two hundred messages from Teams in flight, and the server killed among them, again and again."""

import contextlib
import random
import sqlite3
from collections import Counter
from pathlib import Path

from tests.channels.running import serve
from tests.fakes.teams.person import TeamsPerson, settings_for
from tests.fakes.teams.platform import FakeTeams, answer_with, lose_answer, refuse_too_fast

_PEOPLE, _KILLS = 200, 5
_COURIERS = 4  # each may have one request in flight when the process dies
_TEXT = "Today we planted a tree in front of the canteen."


def count_kinds(teams: FakeTeams) -> Counter[tuple[str, str]]:
    return Counter(
        (
            post["conversation"]["id"],
            str(post["attachments"][0]["content"]["body"][0]["id"]).partition(".")[0],
        )
        for post in teams.posts
        if post["type"] == "message"
    )


def count_states(folder: Path) -> Counter[str]:
    """Count what is not answered yet, and the deliveries by their state."""
    with contextlib.closing(sqlite3.connect(folder / "jourfix.db")) as database:
        arrivals = database.execute("SELECT count(*) FROM arrivals").fetchone()[0]
        states = database.execute("SELECT state, count(*) FROM deliveries GROUP BY state")
        return Counter({"unanswered": arrivals, **dict(states)})


def test_every_message_is_answered_once_or_listed_as_unknown(
    tmp_path: Path, teams: FakeTeams
) -> None:
    chance = random.Random(11)
    settings = settings_for(teams)
    persons: list[TeamsPerson] = []
    lost = 0
    for _ in range(_KILLS):
        wanted = sum(count_kinds(teams).values()) + chance.randrange(10, 60)
        with serve(tmp_path, **settings) as server:
            for _ in range(_PEOPLE // _KILLS):
                persons.append(TeamsPerson(teams, server.port, user=f"29:p{len(persons)}"))
                persons[-1].say(_TEXT)
            # after 502 a post is made once more; this Teams did nothing, so nothing is there twice
            kinds = [refuse_too_fast(1), answer_with(500), answer_with(502), lose_answer]
            faults = chance.choices(kinds, k=6)
            lost += len(faults)
            teams.faults.extend(faults)
            teams.wait_for(lambda least=wanted: sum(count_kinds(teams).values()) >= least, 60)
            server.process.kill()
            server.process.wait(30)
    with serve(tmp_path, **settings) as server:
        for number in range(1_000):  # what a killed worker held is free again after a while
            last = TeamsPerson(teams, server.port, user=f"29:last{number}")
            last.say(_TEXT)
            assert [last.read().kind, last.read().kind] == ["greeting", "review"]
            states = count_states(tmp_path)
            if not (states["unanswered"] or states["waiting"] or states["sending"]):
                break
        server.process.terminate()
        server.process.wait(60)
    states, seen = count_states(tmp_path), count_kinds(teams)
    assert set(+states) <= {"delivered", "unknown"}
    assert states["unknown"] <= lost + _KILLS * _COURIERS
    assert all(times == 1 for times in seen.values())
    missing = [
        (person.chat, kind)
        for person in persons
        for kind in ("greeting", "review")
        if (person.chat, kind) not in seen
    ]
    assert len(missing) <= states["unknown"]


def test_teams_failing_for_a_minute_is_waited_out(tmp_path: Path, teams: FakeTeams) -> None:
    with serve(tmp_path, **settings_for(teams)) as server:
        ada = TeamsPerson(teams, server.port)
        teams.faults.extend([answer_with(412, "PreconditionFailed")] * 7)  # it did nothing
        ada.say(_TEXT)
        teams.wait_for(lambda: sum(count_kinds(teams).values()) >= 2, 180)
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
