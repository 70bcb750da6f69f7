"""What somebody in Slack sees, besides the dialogues that every channel has."""

import io
import json
import os
import zipfile
from collections.abc import Callable

import pytest

from tests.channels.running import RunningServer
from tests.fakes.slack.person import SlackPerson, list_buttons, list_words
from tests.fakes.slack.platform import FakeSlack

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
Newcomer = Callable[[], SlackPerson]


def test_a_status_line_comes_before_the_answer(ada: SlackPerson, workspace: FakeSlack) -> None:
    before = len(workspace.calls)
    ada.say("Today we planted a tree in front of the canteen.")
    ada.read()
    methods = [call.method for call in workspace.calls[before:]]
    assert methods.index("assistant.threads.setStatus") < methods.index("chat.postMessage")


def test_the_answer_stands_in_the_thread_of_the_draft(ada: SlackPerson) -> None:
    ada.say("Today we planted a tree in front of the canteen.")
    ada.read()
    assert ada.shown[-1]["thread_ts"] == ada.thread


def test_nothing_of_a_draft_comes_alive(ada: SlackPerson) -> None:
    text = "Zelvaro is here <!channel> <@U1> <https://evil.example|click> *bold* :tada: & more"
    ada.say(text)
    said = ada.read()
    shown = "".join(list_words([post["blocks"] for post in ada.shown[-1:]]))
    assert text in shown.replace("Zelvaro (1)", "Zelvaro")
    for block_type in ("broadcast", "link", "user", "mrkdwn"):
        assert f'"type": "{block_type}"' not in said.markup
    assert all("<!" not in post["text"] and "<@" not in post["text"] for post in ada.shown)


def test_the_words_of_an_escaped_text_are_those_its_author_saw(ada: SlackPerson) -> None:
    ada.say("", text="Zelvaro &amp; ich: <https://a.example|ein Link> &lt;3", blocks=[])
    assert "\n & ich: ein Link <3" in ada.read().words


def test_a_forwarded_message_is_read(ada: SlackPerson) -> None:
    forwarded = [{"is_share": True, "text": _LAUNCH, "fallback": _LAUNCH, "author_id": "U9"}]
    ada.say("", text="", blocks=[], attachments=forwarded)
    assert "own-prescription-medicine" in ada.read().markup


def test_the_preview_of_a_link_is_not_read(ada: SlackPerson) -> None:
    preview = [{"title": "Zelvaro", "text": _LAUNCH, "from_url": "https://a.example"}]
    ada.say("Today we planted a tree. https://a.example", attachments=preview)
    assert "own-prescription-medicine" not in ada.read().markup


def test_a_picture_gets_the_checklist(ada: SlackPerson) -> None:
    files = [{"id": "F1", "name": "team.jpg", "mimetype": "image/jpeg"}]
    ada.say("", text="", blocks=[], subtype="file_share", files=files)
    assert ada.read().kind == "pictures"


def share(ada: SlackPerson, name: str, content: bytes, address: str = "") -> str:
    """Share a file; gives the kind of the answer and, for a review, its words."""
    ada.slack.files[name] = content
    address = address or ada.slack.address.replace("/api/", f"/files/{name}")
    file = {"id": "F1", "name": name, "mimetype": "text/plain" if name.endswith("txt") else "application/x",
            "size": len(content), "url_private_download": address}  # fmt: skip
    ada.say("", text="", blocks=[], subtype="file_share", files=[file])
    said = ada.read()
    return said.words if said.kind == "review" else said.kind


def make_word_file(text: str, picture: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/media/image1.png", picture)
        archive.writestr("word/document.xml", (
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
        ))  # fmt: skip
    return held.getvalue()


def test_a_draft_may_come_as_a_file(ada: SlackPerson) -> None:
    assert "Zelvaro" in share(ada, "draft.txt", _LAUNCH.encode())
    assert "Zelvaro" in share(ada, "draft.docx", make_word_file(_LAUNCH))


def test_a_large_file_is_read_whole(ada: SlackPerson) -> None:
    content = make_word_file(_LAUNCH, os.urandom(1_500_000))
    assert "Zelvaro" in share(ada, "draft.docx", content)


def test_a_file_that_nobody_can_read_gets_a_sentence(ada: SlackPerson) -> None:
    assert share(ada, "draft.docx", b"PK nonsense") == "unread-file"
    assert share(ada, "draft.docx", make_word_file("&#x0;")) == "unread-file"
    assert share(ada, "draft.txt", b"\xff\xfe\x00") == "unread-file"


_UNREADABLE = {
    "pdf": {"name": "draft.pdf", "mimetype": "application/pdf", "size": 10},
    "voice": {"name": "clip.webm", "mimetype": "audio/webm", "subtype": "slack_audio", "size": 10},
    "canvas": {"name": "Draft", "mimetype": "application/vnd.slack-docs", "size": 10},
    "another company's": {"file_access": "check_file_info"},
    "a text without address": {"name": "a.txt", "mimetype": "text/plain", "size": 10},
}


@pytest.mark.parametrize("file", _UNREADABLE.values(), ids=_UNREADABLE.keys())
@pytest.mark.parametrize("words", ["", "Is this all right?"])
def test_a_kind_of_file_that_we_cannot_read_gets_a_sentence_and_nothing_else(
    ada: SlackPerson, file: dict[str, object], words: str
) -> None:
    ada.say(words, blocks=[], subtype="file_share", files=[{"id": "F1", **file}])
    assert ada.read().kind == "unread-file"
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"


def test_a_draft_beside_a_file_that_we_cannot_read_is_read(ada: SlackPerson) -> None:
    text = f"{_LAUNCH} " * 3
    ada.say(text, subtype="file_share", files=[{"id": "F1", **_UNREADABLE["pdf"]}])
    assert ada.read().kind == "unread-file"
    assert "Zelvaro" in ada.read().words


def test_a_note_beside_a_file_is_no_part_of_the_draft(ada: SlackPerson) -> None:
    ada.slack.files["note.txt"] = b"Today we planted a tree in front of the canteen."
    file = {"id": "F1", "name": "note.txt", "mimetype": "text/plain", "size": 48,
            "url_private": ada.slack.address.replace("/api/", "/files/note.txt")}  # fmt: skip
    ada.say("Is Zelvaro fine in there?", subtype="file_share", files=[file])
    said = ada.read()
    assert said.kind == "review"
    assert "Zelvaro" not in said.words


def test_a_changed_message_is_the_next_version(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    assert ada.read().kind == "review"
    changed = _LAUNCH.replace("Zelvaro ist da", "Es ist geschafft")
    ada.edit(_LAUNCH, changed)
    again = ada.read()
    assert again.kind == "review"
    assert "Alles erledigt" in again.words
    assert ada.shown[-1]["thread_ts"] == ada.thread


def test_a_message_whose_words_did_not_change_is_left_alone(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    assert ada.read().kind == "review"
    other = f"{_LAUNCH} Danke!"
    ada.edit(_LAUNCH, _LAUNCH, attachments=[{"from_url": "https://a.example"}])
    ada.edit(_LAUNCH, other, edited=None)
    ada.edit(_LAUNCH, other, bot_id="B1")
    ada.edit(_LAUNCH, "", subtype="tombstone")
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"


def test_slackbot_is_left_alone(ada: SlackPerson) -> None:
    ada.say(_LAUNCH, user="USLACKBOT")
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"


def test_an_event_that_nobody_listens_to_leaves_no_advice_in_the_log(
    ada: SlackPerson, server: RunningServer
) -> None:
    ada.send_event({"type": "reaction_added", "user": ada.user, "reaction": "eyes"})
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert not any("Suggestion" in line for line in server.log)


def test_the_token_goes_to_slack_alone(ada: SlackPerson) -> None:
    for address in ("https://evil.example/x.txt", "http://files.slack.com/x.txt", "file:///etc/passwd",
                    "https://slack.com.evil.example/x.txt", "https://user@evil.example/slack.com"):  # fmt: skip
        assert share(ada, "x.txt", _LAUNCH.encode(), address) == "unread-file"


def test_other_bots_edits_and_channels_are_left_alone(ada: SlackPerson) -> None:
    moment = ada.slack.make_moment()
    common = {"type": "message", "channel": ada.channel, "user": ada.user, "text": _LAUNCH}
    ada.send_event({**common, "channel_type": "im", "bot_id": "B1", "ts": moment})
    ada.send_event({**common, "channel_type": "im", "subtype": "message_changed", "ts": moment})
    ada.send_event({**common, "channel_type": "channel", "channel": "C1", "ts": moment})
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"


def test_the_language_is_that_of_the_persons_slack(
    newcomer: Newcomer, workspace: FakeSlack
) -> None:
    workspace.locale = "nl-NL"
    ben = newcomer()
    ben.say("Today we planted a tree in front of the canteen.")
    assert "automatische coach" in ben.read().words
    workspace.locale = "en-US"


def test_an_english_slack_says_little_of_who_writes_german(newcomer: Newcomer) -> None:
    ben = newcomer()
    ben.say(_LAUNCH)
    assert "automatischer Coach" in ben.read().words
    assert "Erst fragen" in ben.read().words
    ben.choose("context")
    assert "Wo arbeitest du" in ben.read().words or "Ändern" not in ben.shown[-1]["text"]
    ben.say("Dilemma")  # a word that three languages have: as ben wrote before
    dilemma = ben.read()
    assert (dilemma.kind, "Noch ein Dilemma" in dilemma.words) == ("dilemma", True)
    carla = newcomer()
    carla.command("hilfe")
    assert "automatischer Coach" in carla.read().words
    assert "Schick mir" in carla.read().words


def test_nothing_to_tell_is_no_draft(ada: SlackPerson) -> None:
    for text in ("I have nothing to tell", "Was könnte ich posten?", "Waarover kan ik posten?"):
        ada.say(text)
        assert ada.read().kind == "answer", text


def test_the_command_reviews_in_the_persons_own_conversation(ada: SlackPerson) -> None:
    ada.command(f"review {_LAUNCH}")
    assert ada.read().kind == "review"
    assert ada.shown[-1]["channel"] == ada.channel
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    ada.command("my-data")
    assert ada.read().kind == "my-data"
    ada.command("")
    helped = ada.read()
    assert helped.kind == "answer"
    ada.command("review ")
    assert ada.read().words == helped.words


def test_a_shortcut_asks_whether_a_message_may_be_shared(ada: SlackPerson) -> None:
    payload = {
        "type": "message_action", "callback_id": "may_i_like", "team": {"id": ada.team},
        "user": {"id": ada.user}, "trigger_id": "1.2", "action_ts": "1.3", "token": "x",
        "channel": {"id": "C1", "name": "news"}, "message_ts": "1.1", "response_url": "https://x.example",
        "message": {"type": "message", "user": "U9", "ts": "1.1", "text": _LAUNCH},
    }  # fmt: skip
    assert ada.send_form({"payload": json.dumps(payload)}) == 200
    answer = ada.read()
    assert answer.kind == "answer"
    assert "Zelvaro" in answer.words


def test_home_begins_with_what_is_fine(ada: SlackPerson, workspace: FakeSlack) -> None:
    ada.say("Today we planted a tree in front of the canteen.")
    ada.read()
    ada.send_event(
        {"type": "app_home_opened", "user": ada.user, "tab": "home", "channel": ada.channel}
    )
    view = workspace.wait_for(lambda: workspace.homes.get(ada.user))
    words = list(list_words(view["blocks"]))
    fine, whom = words.index("This is always fine"), words.index("Who you can ask")
    assert fine < whom < words.index("Your latest texts (only you can see this)")
    assert len(view["blocks"]) <= 100


def test_a_button_on_home_is_answered_in_the_own_conversation(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    ada.send_event(
        {"type": "app_home_opened", "user": ada.user, "tab": "home", "channel": ada.channel}
    )
    view = workspace.wait_for(lambda: workspace.homes.get(ada.user))
    button = next(one for one in list_buttons(view["blocks"]) if ".context." in one["action_id"])
    payload = {
        "type": "block_actions", "team": {"id": ada.team}, "user": {"id": ada.user}, "token": "x",
        "container": {"type": "view", "view_id": "V1"}, "view": {**view, "id": "V1"},
        "trigger_id": workspace.make_trigger(), "actions": [{**button, "action_ts": "1.9"}],
    }  # fmt: skip
    assert ada.send_form({"payload": json.dumps(payload)}) == 200
    assert ada.read().kind == "context"


def test_forgetting_is_answered_and_leaves_nothing(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    ada.read()
    ada.say("Vergiss mich")
    assert ada.read().kind == "forget-me"
    ada.choose("forget-me-yes")
    assert ada.read().kind == "forgot-me"
    ada.command("my-data")
    assert ada.read().kind == "greeting"  # a stranger again


def test_a_long_draft_is_answered_in_several_posts_in_order(ada: SlackPerson) -> None:
    ada.say("\n\n".join(f"{number}. {_LAUNCH}" for number in range(110)))
    posts_before = len(ada.shown)
    assert ada.read().kind == "review"
    posts = ada.shown[posts_before:]
    parts = [post["metadata"]["event_payload"]["part"] for post in posts]
    assert len(posts) > 1
    assert parts == [f"{at}/{len(posts)}" for at in range(1, len(posts) + 1)]
    assert all(len(post["blocks"]) <= 50 for post in posts)
    assert all(sum(map(len, list_words(post["blocks"]))) <= 9_500 for post in posts)


def test_the_next_version_can_be_written_into_the_last(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    assert ada.read().kind == "review"
    ada.choose("revise")
    ada.slack.wait_for(lambda: len(ada.slack.modals) > ada.slack.submitted)
    element = ada.slack.modals[-1]["blocks"][0]["element"]
    assert element["initial_value"] == _LAUNCH
    ada.submit(_LAUNCH.replace("Zelvaro ist da", "Es ist geschafft"))
    again = ada.read()
    assert again.kind == "review"
    assert "Alles erledigt" in again.words


def test_a_draft_too_long_for_a_modal_is_asked_for_as_a_message(ada: SlackPerson) -> None:
    ada.say("\n\n".join(f"{number}. {_LAUNCH}" for number in range(50)))
    assert ada.read().kind == "review"
    ada.choose("revise")
    assert ada.read().kind == "revise-form"


def test_a_forgotten_draft_is_no_longer_shown_either(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    ada.read()
    moment = ada.shown[-1]["ts"]
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    assert ada.shown[-1]["ts"] == moment
    assert "Zelvaro" not in json.dumps(
        [post for post in ada.slack.posts if post["ts"] == moment], ensure_ascii=False
    )


def test_what_cannot_be_changed_is_posted_anew(ada: SlackPerson) -> None:
    ada.say(_LAUNCH)
    ada.read()
    moment = ada.shown[-1]["ts"]
    ada.slack.unchangeable.add(moment)
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    assert ada.shown[-1]["ts"] != moment


def test_opening_the_conversation_suggests_how_to_begin(ada: SlackPerson) -> None:
    opened = {
        "type": "app_home_opened",
        "user": ada.user,
        "channel": ada.channel,
        "tab": "messages",
    }
    assert ada.send_event(opened) == 200
    call = ada.slack.wait_for(
        lambda: ada.slack.find_calls("assistant.threads.setSuggestedPrompts")
    )[-1]
    assert call.asked["channel_id"] == ada.channel
    assert "thread_ts" not in call.asked
    assert 1 <= len(call.asked["prompts"]) <= 4
    assert all(prompt["title"] and prompt["message"] for prompt in call.asked["prompts"])


def test_the_title_of_a_profile_is_proposed_as_the_role_and_home_knows_it(
    newcomer: Newcomer, workspace: FakeSlack
) -> None:
    ada = newcomer()
    workspace.title = "Oberärztin"
    try:
        ada.say("mitmachen")
        ada.read()
        ada.read()
        for value in ("", "de", "de -", "de - starting", "de - starting yes"):
            ada.choose("join", value)
            ada.read()
    finally:
        workspace.title = ""
    assert "In deinem Profil steht „Oberärztin“" in ada.read().words
    ada.choose("programme-role", "yes")
    assert "warum du Medizin machst" in ada.read().words
    ada.send_event(
        {"type": "app_home_opened", "user": ada.user, "tab": "home", "channel": ada.channel}
    )
    view = workspace.wait_for(lambda: workspace.homes.get(ada.user))
    assert "Warum du Medizin machst" in str(view)
