"""What somebody in Teams sees, besides the dialogues that every channel has."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.channels.running import RunningServer
from tests.fakes.teams.person import TeamsPerson, list_buttons, list_words
from tests.fakes.teams.platform import FakeTeams

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
_TREE = "Today we planted a tree in front of the canteen."
Newcomer = Callable[[], TeamsPerson]


def test_whoever_installs_us_is_greeted_once(newcomer: Newcomer) -> None:
    ada = newcomer()
    assert ada.send(ada.join())[0] == 200
    assert ada.send(ada.install())[0] == 200
    assert ada.read().kind == "greeting"
    ada.say(_TREE)
    assert ada.read().kind == "review"


def test_it_types_before_it_answers(ada: TeamsPerson, office: FakeTeams) -> None:
    before = len(office.calls)
    ada.say(_TREE)
    ada.read()
    kinds = [call.body.get("type") for call in office.calls[before:]]
    assert kinds.index("typing") < kinds.index("message")


def test_the_next_version_is_compared_with_the_last(ada: TeamsPerson) -> None:
    ada.say(_LAUNCH)
    assert "Heilmittelwerbegesetz" in ada.read().words
    ada.choose("revise")
    form = ada.read()
    assert form.kind == "revise-form"
    assert _LAUNCH in form.words
    ada.choose("revised", words=_LAUNCH.replace("Zelvaro ist da", "Es ist geschafft"))
    assert "Alles erledigt" in ada.read().words


def test_an_edited_message_is_the_next_version(ada: TeamsPerson) -> None:
    ada.say(_LAUNCH)
    assert "Heilmittelwerbegesetz" in ada.read().words
    ada.edit(_LAUNCH.replace("Zelvaro ist da", "Es ist geschafft"))
    assert "Alles erledigt" in ada.read().words
    ada.send_again()  # the same edit, sent again, is answered once
    ada.edit(_LAUNCH, "2026-11-22T09:06:00.000Z")
    assert "Heilmittelwerbegesetz" in ada.read().words


def test_what_is_deleted_is_not_answered_and_comes_back_when_undone(ada: TeamsPerson) -> None:
    ada.say(_TREE)
    assert ada.read().kind == "review"
    event = {"tenant": {"id": ada.tenant}, "eventType": "softDeleteMessage"}
    deleted = {**ada.sent[-1], "channelData": event}
    assert ada.send({**deleted, "type": "messageDelete"}) == (200, {})
    assert ada.send({**deleted, "type": "messageUpdate"}) == (200, {})
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    back = {"tenant": {"id": ada.tenant}, "eventType": "undeleteMessage"}
    ada.edit(_TREE, channelData=back)
    assert ada.read().kind == "review"


def test_formatting_is_read_as_its_author_saw_it(ada: TeamsPerson) -> None:
    html = (
        "<p>Endlich&nbsp;&amp; <b>Zel</b><i>varo</i> ist da <emoji alt='🎉'></emoji></p><ul><li>eins</li><li>zwei</li></ul>"
        "<p><span itemtype='http://schema.skype.com/Mention'>Bob</span>, danke!</p>"
    )
    ada.say("…", html)
    said = ada.read()
    assert "Endlich & Zelvaro ist da 🎉\n\n• eins\n• zwei\n\nBob, danke!" in said.words.replace(
        " (1)", ""
    )
    assert "own-prescription-medicine" in said.markup


def test_nothing_of_a_draft_comes_alive(ada: TeamsPerson) -> None:
    text = "Zelvaro <at>Bob</at> [klick](https://evil.example) **fett** {{DATE(2020-01-01)}} & mehr"
    ada.say(text)
    ada.read()
    card = ada.shown[-1]
    words = "".join(list_words(card["attachments"][0]["content"]))
    assert text in words.replace("Zelvaro (1)", "Zelvaro")
    assert "entities" not in card


def test_a_quoted_message_is_none_of_the_authors_words(ada: TeamsPerson) -> None:
    quote = f"<blockquote itemscope itemtype='http://schema.skype.com/Reply' itemid='1'><strong>Jourfix</strong><p>{_LAUNCH}</p></blockquote>"
    ada.say(f"Jourfix {_LAUNCH} {_TREE}", f"{quote}<p>{_TREE}</p>")
    said = ada.read()
    assert said.kind == "review"
    assert "Zelvaro" not in said.words
    ada.say(f"{_LAUNCH} my data", f"{quote}<p>my data</p>")
    assert ada.read().kind not in ("review", "answer")


def test_a_forwarded_message_is_reviewed(ada: TeamsPerson) -> None:
    ada.say(
        _LAUNCH,
        f"<blockquote itemtype='http://schema.skype.com/Forward'><p>{_LAUNCH}</p></blockquote>",
    )
    assert "Zelvaro" in ada.read().words


def test_a_draft_may_come_as_a_file(ada: TeamsPerson) -> None:
    ada.share_file("entwurf.txt", _LAUNCH.encode())
    assert "own-prescription-medicine" in ada.read().markup


def test_a_file_that_nobody_can_read_gets_a_sentence(ada: TeamsPerson) -> None:
    ada.share_file("entwurf.docx", b"no word file")
    assert ada.read().kind == "unread-file"


def test_a_few_words_beside_a_file_are_no_draft(ada: TeamsPerson) -> None:
    ada.share_file("entwurf.txt", _TREE.encode(), "What do you think of the Zelvaro one?")
    said = ada.read()
    assert said.kind == "review"
    assert "Zelvaro" not in said.words
    ada.share_file("entwurf.txt", _TREE.encode(), f"{_LAUNCH} {_LAUNCH} {_LAUNCH}")
    assert "Zelvaro" in ada.read().words


@pytest.mark.parametrize("name", ["entwurf.docx", "entwurf.pdf"])
def test_a_few_words_beside_an_unreadable_file_are_not_answered(
    ada: TeamsPerson, name: str
) -> None:
    ada.share_file(name, b"no word file", "What do you think?")
    assert ada.read().kind == "unread-file"
    ada.share_file(name, b"no word file", f"{_LAUNCH} {_LAUNCH} {_LAUNCH}")
    assert [ada.read().kind, ada.read().kind] == ["unread-file", "review"]


def test_a_picture_may_come_as_a_file(ada: TeamsPerson) -> None:
    ada.share_file("foto.png", b"\x89PNG")
    assert ada.read().kind == "pictures"


def test_a_typing_sign_that_hangs_holds_nothing_up(ada: TeamsPerson, office: FakeTeams) -> None:
    freely = time_review(ada)  # a third review would wait for Microsoft's limit
    with office.holding_typing():
        assert time_review(ada) < freely + 2.5


def time_review(ada: TeamsPerson) -> float:
    begun = time.monotonic()
    ada.say(_TREE)
    assert ada.read().kind == "review"
    return time.monotonic() - begun


def test_a_pasted_picture_gets_the_checklist(ada: TeamsPerson) -> None:
    ada.paste_picture(b"\x89PNG")
    assert ada.read().kind == "pictures"


def test_a_picture_has_no_words(ada: TeamsPerson) -> None:
    picture = (
        "<img alt='image' itemtype='http://schema.skype.com/AMSImage' src='https://x.example/1'>"
    )
    ada.say("", f"<p>{picture}</p>")
    assert ada.read().kind == "pictures"
    ada.say("What can you do?")
    assert ada.read().kind == "answer"  # and nothing else came of the picture
    ada.say(_TREE, f"<p>{_TREE} {picture}</p>")
    assert ada.read().kind == "pictures"
    said = ada.read()
    assert said.kind == "review"
    assert "image" not in said.words


def test_the_language_is_that_of_the_persons_teams(newcomer: Newcomer) -> None:
    ada = newcomer()
    ada.locale = "nl-NL"
    ada.say("Today we planted a tree.")
    assert "concept" in ada.read().words


def test_a_choice_that_settles_something_changes_its_card(
    ada: TeamsPerson, office: FakeTeams
) -> None:
    ada.say(_LAUNCH)
    ada.read()
    name = ada.shown[-1]["id"]
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    assert ada.shown[-1]["id"] == name
    assert "Zelvaro" not in json.dumps([one for one in office.posts if one["id"] == name])


def test_what_cannot_be_changed_is_posted_anew(ada: TeamsPerson, office: FakeTeams) -> None:
    ada.say(_LAUNCH)
    ada.read()
    name = ada.shown[-1]["id"]
    # gone for good, and not for one request
    office.posts[:] = [post for post in office.posts if post["id"] != name]
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    assert ada.shown[-1]["id"] != name
    # a second try would take from what we may send, again and again before the answer's turn
    assert [call.activity_id for call in office.calls if call.method == "PUT"].count(name) == 1


def test_an_older_client_presses_too(ada: TeamsPerson) -> None:
    ada.say(_LAUNCH)
    ada.read()
    card = ada.shown[-1]
    button = next(
        one for one in list_buttons(card) if one["data"]["jourfix"]["action"] == "explain"
    )
    ada.submit(button["fallback"]["data"], card["id"])
    assert ada.read().kind == "rule"


def test_what_a_press_is_told_at_once_stays_true_when_its_answer_is_there(
    ada: TeamsPerson,
) -> None:
    ada.say(_LAUNCH)
    ada.read()
    button = next(list_buttons(ada.shown[-1]))
    _, answer = ada.execute(button["verb"], button["data"], ada.shown[-1]["id"])
    assert answer["value"] == "Ist angekommen."  # clients leave it under the card


def test_a_button_of_somebody_else_is_refused(ada: TeamsPerson) -> None:
    assert ada.execute("choose", {"other": 1}, "1")[1]["statusCode"] == 400


def test_may_i_like_this_is_answered_in_a_window_of_its_own(
    ada: TeamsPerson, office: FakeTeams
) -> None:
    before = len(office.posts)
    status, answer = ada.open_on_message("may-i-like", _LAUNCH)
    assert status == 200
    value = answer["task"]["value"]
    assert answer["task"]["type"] == "continue"
    words = "\n".join(list_words(value["card"]["content"]))
    assert "Zelvaro" in words
    assert not list(list_buttons(value["card"]))
    assert len(office.posts) == before  # nobody else can read it


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"body": None}, "can't read anything"),
        ({"body": {"contentType": "html", "content": ""}, "deletedDateTime": "2026-11-22T08:30:00Z"},
         "can't read anything"),
        ({"body": {"contentType": "html", "content": "<attachment id='1'></attachment>"},
          "attachments": [{"id": "1", "contentType": "application/vnd.microsoft.card.adaptive"}]},
         "can't read anything"),
        ({"body": {"contentType": "html", "content": "<p><img alt='image' src='https://x.example/1'></p>"}},
         "picture"),
    ],
    ids=["null", "deleted", "card", "picture"],
)  # fmt: skip
def test_a_message_without_words_is_no_matter_for_rules(
    ada: TeamsPerson, message: dict[str, Any], said: str
) -> None:
    status, answer = ada.open_on_message("may-i-like", "", **message)
    assert status == 200
    words = "\n".join(list_words(answer["task"]["value"]["card"]["content"]))
    assert said in words
    assert "like" not in words


def test_a_command_that_is_none_of_ours_is_told_so(ada: TeamsPerson) -> None:
    status, answer = ada.open_on_message("another", _LAUNCH)
    assert status == 200
    assert answer == {"task": {"type": "message", "value": "I don't know this command."}}


def test_where_others_read_nothing_is_reviewed(ada: TeamsPerson, office: FakeTeams) -> None:
    ada.mention_bot(_LAUNCH, "19:team@thread.tacv2;messageid=1")
    said = office.wait_for(
        lambda: [one for one in office.posts if one["conversation"]["id"].startswith("19:team")]
    )
    assert "Zelvaro" not in json.dumps(said)
    assert len(said) == 1


def test_where_others_read_only_who_speaks_to_us_is_answered(
    ada: TeamsPerson, office: FakeTeams
) -> None:
    ada.write_among(_LAUNCH, "19:chat@thread.v2")
    ada.edit(_LAUNCH, conversation=ada.sent[-1]["conversation"])
    ada.write_among(_LAUNCH, "19:quiet@thread.tacv2", "channel")
    ada.write_among(f"<at>Jourfix</at> {_LAUNCH}", "19:loud@thread.v2")
    said = office.wait_for(
        lambda: [one for one in office.posts if one["conversation"]["id"] == "19:loud@thread.v2"]
    )
    assert len(said) == 1
    ada.say(_TREE)
    assert ada.read().kind == "review"
    quiet = {"19:chat@thread.v2", "19:quiet@thread.tacv2"}
    assert not [one for one in office.posts if one["conversation"]["id"] in quiet]


def test_a_chat_whose_kind_is_not_told_is_personal(ada: TeamsPerson) -> None:
    ada.say(_TREE, conversation={"id": ada.chat, "tenantId": ada.tenant})
    assert ada.read().kind == "review"


def test_a_press_where_others_read_is_not_answered(ada: TeamsPerson, office: FakeTeams) -> None:
    room = TeamsPerson(office, ada.port, user="29:stranger", room="19:other@thread.tacv2")
    data = {"jourfix": {"action": "my-data", "value": "", "language": "en"}}
    assert room.execute("choose", data, "1")[1]["statusCode"] == 200
    ada.say(_TREE)
    ada.read()
    assert not [one for one in office.posts if one["conversation"]["id"] == room.room]


def test_forgetting_is_answered_and_leaves_nothing(ada: TeamsPerson) -> None:
    ada.say(_LAUNCH)
    ada.read()
    ada.say("Vergiss mich")
    assert ada.read().kind == "forget-me"
    ada.choose("forget-me-yes")
    assert ada.read().kind == "forgot-me"
    ada.say("Meine Daten")
    assert ada.read().kind == "greeting"  # a stranger again


def test_a_long_draft_is_answered_in_several_cards_in_order(ada: TeamsPerson) -> None:
    ada.say(f"{_LAUNCH}\n\n" + "🎉 " * 3_000)  # an emoji is twelve characters of JSON
    before = len(ada.shown)
    assert ada.read().kind == "review"
    cards = ada.shown[before:]
    parts = [card["attachments"][0]["content"]["body"][0]["id"] for card in cards]
    assert len(cards) > 1
    assert parts == [f"review.{at}.{len(cards)}" for at in range(1, len(cards) + 1)]


def test_an_activity_that_comes_twice_is_answered_once(
    ada: TeamsPerson, server: RunningServer
) -> None:
    ada.say(_TREE)
    ada.send_again()
    assert ada.read().kind == "review"
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert server.process.poll() is None


def test_whoever_removed_us_is_written_to_no_more(newcomer: Newcomer, office: FakeTeams) -> None:
    ada = newcomer()
    ada.say(_TREE)
    assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
    ada.block()
    ada.say(_TREE)  # was on its way
    office.wait_for(
        lambda: any(
            call.conversation == ada.chat and not call.activity_id for call in office.calls[-3:]
        )
    )
    assert ada.send(ada.install("remove"))[0] == 200
    ben = newcomer()
    ben.say(_TREE)
    assert [ben.read().kind, ben.read().kind] == ["greeting", "review"]
    office.blocked.discard(ada.chat)
    ada.say(_TREE)  # they came back
    assert ada.read().kind == "review"
