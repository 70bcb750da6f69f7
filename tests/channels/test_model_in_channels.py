"""A language model beside a running installation: the answer at once, its part in the same place."""

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.suggesting.writing_wording import WRITING_WORDINGS
from tests.channels.running import Said, WebPerson, chat, serve
from tests.fakes.model import server as fake
from tests.fakes.slack.person import SlackPerson
from tests.fakes.slack.person import settings_for as settings_in_slack
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.person import settings_for as settings_in_teams
from tests.fakes.teams.platform import FakeTeams

DRAFT = (
    "My desk has moved and I now have a window. On Friday everybody next door was humming, so I "
    "bought cake for everybody in Hamburg."
)
HINT = "On Friday everybody next door was humming"
RULE = "result-hinted-at"
HEARD = {"findings": [{"rule": RULE, "quote": HINT, "reason": "a mood"}]}
FIRST = {"text": "My desk has moved and I now have a window.", "style": "moment", "origin": "-"}
SECOND = {"text": "On Friday everybody next door was humming.", "style": "moment", "origin": "-"}
WRITING = WRITING_WORDINGS["en"].asks
READING, READ = "still reading along", "has read along (127.0.0.1"


@pytest.fixture(scope="module")
def model() -> Iterator[fake.FakeModelServer]:
    """Run the server of a model in a loop of its own."""
    loop, running = asyncio.new_event_loop(), fake.FakeModelServer()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(running.start(), loop).result(30)
    yield running
    asyncio.run_coroutine_threadsafe(running.stop(), loop).result(30)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(30)
    loop.close()


def settings_for(model: fake.FakeModelServer) -> dict[str, str]:
    return {"JOURFIX_MODEL": "fake", "JOURFIX_MODEL_URL": model.address}


def read_whole(person: WebPerson) -> Said:
    """Read until a message is complete; what was ready before is shown without who wrote it."""
    while "127.0.0.1" not in (said := person.read()).words:
        assert WRITING in said.words
    return said


def let_one_line_come_first(model: fake.FakeModelServer) -> threading.Event:
    """Let the model find nothing, then write one first line, and the second after the event."""
    gate = threading.Event()
    begun, rest = json.dumps({"hooks": [FIRST, SECOND]}).split(', {"text": "On Friday')
    model.behave(
        fake.says_json({"findings": []}),
        fake.pauses(begun, gate, ', {"text": "On Friday' + rest),
    )
    return gate


def test_on_the_page_the_answer_is_given_again_with_what_was_read(
    model: fake.FakeModelServer, tmp_path: Path
) -> None:
    model.behave(fake.says_json(HEARD))
    with serve(tmp_path, **settings_for(model)) as server:
        ada = WebPerson(server.port)
        ada.open_page()
        ada.say(DRAFT)
        first, second = ada.read(), ada.read()
    assert (READING in first.words, RULE in first.markup) == (True, False)
    assert (READ in second.words, RULE in second.markup) == (True, True)
    (asked,) = model.asked
    assert "Hamburg" not in asked.words
    assert "window" in asked.words
    assert "window" not in "".join(server.log)


def test_on_the_page_first_lines_are_shown_while_the_next_are_written(
    model: fake.FakeModelServer, tmp_path: Path
) -> None:
    gate = let_one_line_come_first(model)
    with serve(tmp_path, **settings_for(model)) as server:
        ada = WebPerson(server.port)
        ada.open_page()
        ada.say(DRAFT)
        ada.read()
        ((hooks, name),) = [one for one in ada.read().choices if one[0] == "suggest-hooks"]
        ada.choose(hooks, name)
        assert ada.read().kind == "asks-model"
        early = ada.read()
        assert (FIRST["text"] in early.words, SECOND["text"] in early.words) == (True, False)
        assert early.choices == []
        gate.set()
        whole = read_whole(ada)
    assert (FIRST["text"] in whole.words, SECOND["text"] in whole.words) == (True, True)


def test_in_slack_the_post_is_updated(
    model: fake.FakeModelServer, slack: FakeSlack, tmp_path: Path
) -> None:
    model.behave(fake.says_json(HEARD))
    with serve(tmp_path, **settings_for(model), **settings_in_slack(slack)) as server:
        ada = SlackPerson(slack, server.port)
        ada.say(DRAFT)
        assert ada.read().kind == "greeting"
        first = ada.read()
        assert READING in first.words
        whole = ada.look_again(lambda post: READ in str(post["blocks"]))
    assert RULE in whole
    posts = [post for post in slack.posts if post["channel"] == ada.channel]
    assert sum("Go" in post["text"] for post in posts) == 1, "it is one post"


def test_in_teams_the_card_is_updated(
    model: fake.FakeModelServer, teams: FakeTeams, tmp_path: Path
) -> None:
    model.behave(fake.says_json(HEARD))
    with serve(tmp_path, **settings_for(model), **settings_in_teams(teams)) as server:
        ada = TeamsPerson(teams, server.port)
        ada.say(DRAFT)
        assert ada.read().kind == "greeting"
        assert READING in ada.read().words
        second = ada.read()
    assert (READ in second.words, RULE in second.markup) == (True, True)


def test_in_slack_first_lines_are_shown_while_the_next_are_written(
    model: fake.FakeModelServer, slack: FakeSlack, tmp_path: Path
) -> None:
    gate = let_one_line_come_first(model)
    with serve(tmp_path, **settings_for(model), **settings_in_slack(slack)) as server:
        early, whole = watch_lines_come(SlackPerson(slack, server.port), gate)
    assert early == (True, False, True)
    assert whole == (True, True, False)
    mine = [post for post in slack.posts if FIRST["text"] in str(post["blocks"])]
    assert len(mine) == 1, "it is one post"


def test_in_teams_first_lines_are_shown_while_the_next_are_written(
    model: fake.FakeModelServer, teams: FakeTeams, tmp_path: Path
) -> None:
    gate = let_one_line_come_first(model)
    with serve(tmp_path, **settings_for(model), **settings_in_teams(teams)) as server:
        early, whole = watch_lines_come(TeamsPerson(teams, server.port), gate)
    assert early == (True, False, True)
    assert whole == (True, True, False)


def watch_lines_come(
    ada: SlackPerson | TeamsPerson, gate: threading.Event
) -> list[tuple[bool, ...]]:
    """Ask for first lines; give what stands there before the event, and after it.

    Of each: whether the first line, the second, and the words that ask to wait are there.
    """
    ada.say(DRAFT)
    while "suggest-hooks" not in ada.read().markup:
        pass  # the greeting, the answer, and the answer when the model has read along
    ada.choose("suggest-hooks")
    while FIRST["text"] not in (early := ada.read()).words:
        pass  # the words that ask to wait
    gate.set()
    said = (FIRST["text"], SECOND["text"], WRITING)
    return [tuple(one in words for one in said) for words in (early.words, ada.read().words)]


def test_a_model_that_does_not_answer_is_said_to_be_silent(
    model: fake.FakeModelServer, slack: FakeSlack, tmp_path: Path
) -> None:
    model.behave(fake.fails(500))
    settings = {**settings_for(model), "JOURFIX_MODEL_SECONDS": "2"}
    with serve(tmp_path, **settings, **settings_in_slack(slack)) as server:
        ada = SlackPerson(slack, server.port)
        ada.say(DRAFT)
        assert ada.read().kind == "greeting"
        ada.read()
        ada.look_again(lambda post: "does not answer right now" in str(post["blocks"]))


def test_who_waits_for_a_model_can_go_on(
    model: fake.FakeModelServer, slack: FakeSlack, tmp_path: Path
) -> None:
    """While it hangs, the same person's next words are answered."""
    model.behave(fake.hangs(""))
    settings = {**settings_for(model), "JOURFIX_MODEL_SECONDS": "60"}
    with serve(tmp_path, **settings, **settings_in_slack(slack)) as server:
        ada = SlackPerson(slack, server.port)
        ada.say(DRAFT)
        assert ada.read().kind == "greeting"
        ada.read()
        ada.say("How many hashtags?")
        assert ada.read().kind == "answer"
        server.process.kill()
    model.behave(fake.says_json(HEARD))
    with serve(tmp_path, **settings_for(model), **settings_in_slack(slack)):
        ada.look_again(lambda post: READ in str(post["blocks"]))


def test_in_the_terminal_it_comes_below(model: fake.FakeModelServer, tmp_path: Path) -> None:
    model.behave(fake.says_json(HEARD))
    with chat(tmp_path, **settings_for(model)) as ada:
        ada.read_answer()
        shown = ada.type(f"{DRAFT}\n.\n")
    assert shown.index(READING) < shown.index("has read along")


def test_what_it_writes_is_asked_for_and_takes_the_place_of_the_wait(
    model: fake.FakeModelServer, tmp_path: Path
) -> None:
    lead = "On Friday everybody next door was humming."
    lines = {"hooks": [{"text": lead, "style": "moment", "origin": f"{HINT}, so I"}]}
    model.behave(fake.says_json({"findings": []}), fake.says_json(lines))
    with serve(tmp_path, **settings_for(model)) as server:
        ada = WebPerson(server.port)
        ada.open_page()
        ada.say(DRAFT)
        ada.read()
        reviewed = ada.read()
        name = next(value for action, value in reviewed.choices if action == "suggest-hooks")
        ada.choose("suggest-hooks", name)
        assert ada.read().kind == "asks-model"
        offered = read_whole(ada)
    assert (offered.kind, lead in offered.words) == ("written-hooks", True)
    assert "(all your words)" in offered.words
    assert "127.0.0.1" in offered.words


def test_who_has_nothing_to_tell_is_asked(model: fake.FakeModelServer, tmp_path: Path) -> None:
    asked = {"questions": ["What did you learn this week that surprised you?"]}
    model.behave(fake.says_json(asked))
    with serve(tmp_path, **settings_for(model)) as server:
        ada = WebPerson(server.port)
        ada.open_page()
        ada.say("Ask me something")
        assert "suggest-questions" in [action for action, _ in ada.read().choices]
        ada.choose("suggest-questions", "")
        assert ada.read().kind == "asks-model"
        assert "surprised you?" in ada.read().words
