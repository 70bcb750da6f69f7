"""From a post that is handed in to a recap in the programme's channel, and back out of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, Said, serve
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack

_CHANNEL = "C0PROGRAMME"
_LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7406535690785632256"
_JOIN = ("join", "join de", "join de linkedin", "join de linkedin -", "join de linkedin often",
         "join de linkedin often yes")  # fmt: skip


@pytest.fixture
def server(slack: FakeSlack, tmp_path: Path) -> Iterator[RunningServer]:
    settings = {
        **settings_for(slack),
        "JOURFIX_PROGRAMME_CHANNEL": _CHANNEL,
        "JOURFIX_EDITORS": f"slack:{TEAM}:UEDITOR",
        "JOURFIX_EDITOR_LANGUAGE": "de",
    }
    with serve(tmp_path, **settings) as running:
        yield running


def choose(person: SlackPerson, choice: str) -> Said:
    action, _, value = choice.partition(" ")
    person.choose(action, value)
    return person.read()


def ask(person: SlackPerson, words: str, kind: str) -> Said:
    person.say(words)
    said = person.read()
    while said.kind != kind:
        said = person.read()
    return said


def join_and_rest(person: SlackPerson) -> None:
    """Join, and pause: questions then wait among one's own posts, whatever the hour is."""
    ask(person, "mitmachen", "join")
    for step in _JOIN:
        choose(person, step)
    ask(person, "pause", "programme-set")
    choose(person, "programme-set pause open")


def test_a_post_comes_into_the_recap_and_leaves_it_again(
    server: RunningServer, slack: FakeSlack
) -> None:
    ben = SlackPerson(slack, server.port, user="UBEN")
    join_and_rest(ben)
    ask(ben, f"ich habe gepostet {_LINK}", "post-offer")
    choose(ben, "post-keep share urn:li:activity:7406535690785632256")
    ben.choose("post-tell")  # the text, in a modal
    ben.submit("Um drei Uhr nachts hielt Frau Kowalczyk aus der Küche meine Hand. Wer hält eure?")
    assert "beginnt mit einem Moment" in ben.read().words

    editor = SlackPerson(slack, server.port, user="UEDITOR")
    ask(editor, "redaktion", "menu")
    assert "name of UBEN: Um drei Uhr nachts" in choose(editor, "highlights").words
    choose(editor, "highlight-pick")
    assert "unter „Meine Beiträge“" in choose(editor, "highlight-ask").words

    ask(ben, "meine Beiträge", "posts")
    assert "Du bist gefragt" in choose(ben, "consents").words
    question = choose(ben, "highlight-question")
    assert "Beginnt mit einem Moment, den man vor sich sieht." in question.words
    ben.choose("highlight-answer")  # the first button: with the name
    assert "name of UBEN: „Um drei Uhr nachts" in ben.read().words

    ask(editor, "rückblick", "recap-preview")
    choose(editor, "recap-strike tip")
    choose(editor, "recap-send")
    assert choose(editor, "recap-send-yes").words == "Abgeschickt."
    channel = SlackPerson(slack, server.port, user="UREADER", room=_CHANNEL)
    recap = channel.read()
    assert recap.kind == "recap"
    assert "name of UBEN" in recap.words
    assert "Ein Tipp" not in recap.words
    assert "Ehrlich gesagt: noch nichts." in recap.words

    ben.choose("highlight-answer")  # its only button now: withdraw
    assert "Zurückgezogen" in ben.read().words
    left = channel.look_again(lambda post: "UBEN" not in json.dumps(post))
    assert "7406535690785632256" not in left
    assert "Offene Fragen" in left
