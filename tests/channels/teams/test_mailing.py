"""A mailing from end to end: the bundle of the week, to people in Teams, while Teams has its moods."""

import contextlib
import sqlite3
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.channels.running import RunningServer, run
from tests.fakes.teams.person import TeamsPerson, settings_for
from tests.fakes.teams.platform import (
    APP_ID,
    FakeTeams,
    answer_with,
    lose_answer,
    refuse_too_fast,
)

_SATURDAY = "2026-11-21T10:00:00+00:00"
_JUST_BEFORE_TEN = "2026-11-24T08:59:57+00:00"  # a Tuesday, 9:59:57 in Berlin
_A_WEEK_LATER = "2026-12-01T08:59:57+00:00"
_LISTENS = r"http://127\.0\.0\.1:(\d+)"
_NAMES = ("ada", "ben", "cem", "dana", "eva", "fay", "gus")
People = Mapping[str, TeamsPerson]


@contextlib.contextmanager
def serve_at(moment: str, folder: Path, teams: FakeTeams) -> Iterator[RunningServer]:
    command = ("tests.programme.serve_child", "serve", moment)
    with run(command, _LISTENS, folder, settings_for(teams)) as server:
        yield server


def join(people: People) -> None:
    """Let everybody join, side by side: a chat takes one message a second."""
    for person in people.values():
        person.say("meedoen")
    for value in (
        "",
        "nl",
        "nl linkedin",
        "nl linkedin -",
        "nl linkedin often",
        "nl linkedin often yes",
    ):
        for person in people.values():
            while not person.read().kind.startswith("join"):
                pass
            person.choose("join", value)
    for person in people.values():
        assert person.read().kind == "joined"


def count_bundles(teams: FakeTeams) -> Counter[str]:
    """Count what people can read, by person."""
    owners = {chat: person.removeprefix("29:") for person, chat in teams.chats.items()}
    return Counter(
        owners[post["conversation"]["id"]]
        for post in teams.posts
        if post["type"] == "message" and "Je weekpost" in post["summary"]
    )


def count_tries(teams: FakeTeams, person: TeamsPerson) -> int:
    return sum(
        call.method == "POST"
        and call.conversation == person.chat
        and call.body["type"] == "message"
        for call in teams.calls
    )


def read_states(folder: Path) -> Counter[str]:
    with contextlib.closing(sqlite3.connect(folder / "jourfix.db")) as database:
        found = database.execute("SELECT state, reason FROM recipients")
        return Counter(" ".join(row).strip() for row in found)


def test_everybody_who_can_be_reached_is_reached_and_nobody_twice(
    tmp_path: Path, teams: FakeTeams
) -> None:
    with serve_at(_SATURDAY, tmp_path, teams) as server:
        people = {name: TeamsPerson(teams, server.port, f"29:{name}") for name in _NAMES}
        join(people)
        fay, gus = people["fay"], people["gus"]
        left = fay.make_activity("conversationUpdate", membersRemoved=[{"id": f"28:{APP_ID}"}])
        assert fay.send(left) == (200, {})
        assert gus.send(gus.install("remove")) == (200, {})
        people["ada"].say("programma")  # in its turn after both
        assert people["ada"].read().kind == "programme"
    people["cem"].block()
    teams.chat_faults = {
        people["ben"].chat: deque([refuse_too_fast(2), refuse_too_fast(1)]),
        people["dana"].chat: deque([lose_answer]),
        people["eva"].chat: deque([answer_with(502)]),
    }
    before = {name: count_tries(teams, person) for name, person in people.items()}

    def tell_tries() -> dict[str, int]:
        return {name: count_tries(teams, one) - before[name] for name, one in people.items()}

    with serve_at(_JUST_BEFORE_TEN, tmp_path, teams):
        teams.wait_for(lambda: count_bundles(teams) == Counter(["ada", "ben", "dana", "eva"]))
        teams.wait_for(lambda: tell_tries()["cem"] == 1)
        # what was sent is known a moment after it was sent
        teams.wait_for(lambda: not any("sending" in state for state in read_states(tmp_path)))
    tries = {"ada": 1, "ben": 3, "cem": 1, "dana": 1, "eva": 2, "fay": 0, "gus": 0}
    assert tell_tries() == tries
    assert read_states(tmp_path) == {
        "delivered": 3, "refused blocked": 1, "refused removed": 2, "unknown the answer was lost": 1,
    }  # fmt: skip

    with serve_at(
        "2026-11-24T13:00:00+00:00", tmp_path, teams
    ) as server:  # what is unknown is held
        people["ada"].port = server.port
        people["ada"].say("weekpost")
        teams.wait_for(lambda: count_bundles(teams)["ada"] == 2)
    assert count_bundles(teams)["dana"] == 1

    teams.blocked.clear()  # even so: they have not written to us since
    with serve_at(_A_WEEK_LATER, tmp_path, teams):
        teams.wait_for(lambda: count_bundles(teams) == {"ada": 3, "ben": 2, "dana": 2, "eva": 2})
    assert tell_tries()["cem"] == 1
