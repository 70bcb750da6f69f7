"""Editors choose, authors decide."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from bot.core.message import Choice, Form, Message
from bot.core.model import Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.highlights.choosing import Choosing
from bot.core.suggesting.written import Suggestion, Written
from tests.core.programme.staging import Stage, build_stage
from tests.core.programme.talking import Talker, read_words


async def ask_about(stage: Stage, post: str) -> Talker:
    """Pick a post and ask its author, as an editor."""
    editor = stage.editor
    await editor.say("highlights")
    await editor.press("highlight-pick", post)
    await editor.press("highlight-ask")
    return editor


async def test_the_proposal_is_in_the_order_of_handing_in_whatever_the_numbers(
    stage: Stage,
) -> None:
    for person, views in (("cem", 5), ("ben", 90_000), ("dia", 300)):
        await stage.join(person)
        await stage.hand_in(person, views=views, about=f"a story by {person}")
    (proposal,) = await stage.editor.say("highlights") or ()
    words = read_words(proposal)
    places = [words.index(f"a story by {person}") for person in ("cem", "ben", "dia")]
    assert places == sorted(places)
    assert "90,000" in words
    assert "three with numbers" in words


async def test_a_post_is_compared_with_its_authors_own_alone(stage: Stage) -> None:
    await stage.join("ben")
    await stage.join("cem")
    for number, views in enumerate((100, 120, 300)):
        await stage.hand_in("ben", number, views=views)
    for number in range(5):
        await stage.hand_in("cem", number, views=1_000_000)
    (proposal,) = await stage.editor.say("highlights") or ()
    words = read_words(proposal)
    assert (
        "More than usual: 300 views. Usual for them is 120 (the median of 3 posts of theirs)."
        in words
    )
    assert "100 views. Usual for them is 120 (the median of 3 posts of theirs)." in words


async def test_why_says_what_the_author_did_or_that_nobody_knows(stage: Stage) -> None:
    await stage.join("ben")
    await stage.hand_in("ben", 1, lead="moment", deeds=("question", "replied"))
    await stage.hand_in("ben", 2)
    (proposal,) = await stage.editor.say("highlights") or ()
    words = read_words(proposal)
    assert "It begins with a moment you can picture.\nIt ends with a question" in words
    assert words.count("We don't know what made it work") == 1


async def test_what_is_not_handed_in_is_not_proposed(stage: Stage) -> None:
    await stage.join("ben")
    await stage.hand_in("ben", 1, about="for me alone", is_shared=False)
    await stage.hand_in("gone", 2, about="of somebody who left")
    stage.clock.advance(days=1)
    (proposal,) = await stage.editor.say("highlights") or ()
    assert "Nothing new" in read_words(proposal)


@pytest.mark.parametrize("action", ["highlights", "highlight-pick", "highlight", "highlight-why",
                                    "highlight-write", "highlight-ask", "highlight-drop"])  # fmt: skip
async def test_every_press_of_somebody_else_is_refused(stage: Stage, action: str) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    before = (await stage.book.highlights.list_things(), len(stage.outbox.put))
    for value in ("", post.id, f"{post.id}-0"):
        refused = await ben.send(Choice("", action, value), "my own words")
        assert refused.kind == "not-an-editor"
    assert (await stage.book.highlights.list_things(), len(stage.outbox.put)) == before
    assert await ben.say("highlights") is None


async def test_the_question_comes_at_the_authors_hours_and_once(stage: Stage) -> None:
    await stage.join("ben", "nl")
    post = await stage.hand_in("ben", about="mijn eerste nachtdienst")
    stage.clock.advance(hours=9)  # Monday evening
    editor = await ask_about(stage, post.id)
    await editor.send(Choice("", "highlight-ask", f"{post.id}-0"))
    (put,) = stage.outbox.put
    assert put.to.person == "ben"
    assert put.message.kind == "highlight-question"
    assert "Mag jouw bericht" in read_words(put.message)
    assert put.not_before == datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("answer", "title", "link"),
    [
        ("name", "Name of ben: my first night shift", True),
        ("plain", "By a colleague: my first night shift", False),
    ],
)
async def test_what_the_author_agreed_to_is_what_is_shown(
    stage: Stage, answer: str, title: str, link: bool
) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in(
        "ben", about="my first night shift", title="It was three at night when"
    )
    await ask_about(stage, post.id)
    assert not await stage.list_for_recap()
    question = read_words(ben.look(stage.outbox.put[0].message))
    assert title in question
    answered = read_words(await ben.press("highlight-answer", answer))
    (entry,) = await stage.list_for_recap()
    assert title in answered
    assert (post.link in answered) == link
    assert entry.answer == answer
    if answer == "plain":
        assert "It was three" not in answered
        assert "ben" not in answered


async def test_no_is_no_and_nobody_asks_again(stage: Stage) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    await ben.press("highlight-answer", "no")
    assert not await stage.list_for_recap()
    editor = stage.editor
    (proposal,) = await editor.say("highlights") or ()
    assert "(no)" in read_words(proposal)
    assert not [one for one in editor.offered if one.action == "highlight-pick"]
    await editor.press("highlight")
    assert not [one for one in editor.offered if one.action == "highlight-ask"]


async def test_a_name_can_be_written_as_its_author_likes(stage: Stage) -> None:
    ben = await stage.join("ben", "de")
    post = await stage.hand_in("ben", about="Nachtdienst")
    await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    await ben.press("highlight-answer", "name")
    await ben.press("highlight-name")
    assert "Dafür brauche ich deinen Namen" in read_words(await ben.write("  "))
    answered = await ben.write(" Ben,\n Station 4 ")
    assert "Ben, Station 4: Nachtdienst" in read_words(answered)
    (entry,) = await stage.list_for_recap()
    assert entry.consent is not None
    assert entry.consent.name == "Ben, Station 4"


async def test_with_other_words_the_author_is_asked_anew(stage: Stage) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben", lead="number")
    editor = await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    await ben.press("highlight-answer", "plain")
    await editor.press("highlight-why")
    assert editor.forms[-1].text == "It begins with a number out of everyday work."
    await editor.write("It tells of the one night when nobody slept.")
    assert not await stage.list_for_recap()
    await editor.press("highlight-ask")
    assert len(stage.outbox.put) == 2
    outdated = await ben.press("highlight-answer", "name")
    assert outdated.kind == "highlight-question"
    assert "nobody slept" in read_words(outdated)
    await ben.press("highlight-answer", "name")
    assert len(await stage.list_for_recap()) == 1


async def test_what_must_be_asked_first_does_not_go_out(stage: Stage) -> None:
    await stage.join("ben")
    post = await stage.hand_in("ben")
    editor = stage.editor
    await editor.say("highlights")
    await editor.press("highlight-pick", post.id)
    await editor.press("highlight-why")
    refused = await editor.write(
        "It tells how our patient Erna Schulze, 84, in room 12 beat cancer."
    )
    assert refused.kind == "highlight-concern"
    assert (await stage.book.highlights.list_things())[0].why == ""
    named = await stage.hand_in("ben", 2, about="our patient Erna Schulze, 84, in room 12")
    await editor.say("highlights")
    await editor.press("highlight-pick", named.id)
    assert (await editor.press("highlight-ask")).kind == "highlight-concern"
    assert not stage.outbox.put


async def test_at_most_three_are_picked(stage: Stage) -> None:
    await stage.join("ben")
    posts = [await stage.hand_in("ben", number) for number in range(4)]
    editor = stage.editor
    await editor.say("highlights")
    kinds = [(await editor.press("highlight-pick", post.id)).kind for post in posts]
    assert kinds == ["highlight", "highlight", "highlight", "highlight-full"]
    await editor.press("highlight-drop", posts[0].id)
    assert (await editor.press("highlight-pick", posts[3].id)).kind == "highlight"


async def test_two_editors_who_pick_the_same_pick_it_once(stage: Stage) -> None:
    await stage.join("ben")
    post = await stage.hand_in("ben")
    one, other = stage.editor, stage.editor
    await one.say("highlights")
    await other.say("highlights")
    await one.press("highlight-pick", post.id)
    await other.press("highlight-pick", post.id)
    assert len(await stage.book.highlights.list_things()) == 1


async def test_who_was_taken_out_and_picked_again_is_asked_again(stage: Stage) -> None:
    await stage.join("ben")
    post = await stage.hand_in("ben")
    editor = await ask_about(stage, post.id)
    await editor.press("highlight-drop")
    stage.clock.advance(days=2)
    await ask_about(stage, post.id)
    assert len(stage.outbox.put) == 2


async def test_who_cannot_be_reached_finds_the_question_in_their_posts(stage: Stage) -> None:
    ben = await stage.join("ben")
    stage.outbox.channels = ()
    post = await stage.hand_in("ben")
    editor = await ask_about(stage, post.id)
    assert not stage.outbox.put
    (proposal,) = await editor.say("highlights") or ()
    assert "asked, no answer yet" in read_words(proposal)
    await ben.say("my posts")
    assert "there's a question for you" in read_words(await ben.press("consents"))
    await ben.press("highlight-question")
    assert (await ben.press("highlight-answer", "plain")).kind == "highlight-answered"


async def test_an_editor_who_asks_herself_answers_at_once(stage: Stage) -> None:
    ada = await stage.join("ada")
    post = await stage.hand_in("ada")
    await ada.say("highlights")
    await ada.press("highlight-pick", post.id)
    assert (await ada.press("highlight-ask")).kind == "highlight-question"
    assert not stage.outbox.put


async def test_nobody_answers_for_another(stage: Stage) -> None:
    ben, cem = await stage.join("ben"), await stage.join("cem")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    for choice in [one for one in ben.offered if one.action == "highlight-answer"]:
        assert (await cem.send(choice)).kind == "highlight-gone"
    assert not await stage.book.consents.list_things()


@pytest.mark.parametrize("value", ["", "name", "yes x y", "name x", "plain x-0 y", "no"])
async def test_hostile_answers_change_nothing(stage: Stage, value: str) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    for action in (
        "highlight-answer",
        "highlight-name",
        "highlight-name-write",
        "highlight-question",
    ):
        assert (await ben.send(Choice("", action, value), "Ben")).kind == "highlight-gone"
    assert not await stage.book.consents.list_things()


@pytest.mark.parametrize("way", ["withdraw", "stop", "delete"])
async def test_what_was_shown_can_be_taken_back(stage: Stage, way: str) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    await ben.press("highlight-answer", "name")
    shown = await stage.list_for_recap()
    await stage.book.note_shown(shown, "jourfix:1")
    assert len(await stage.list_for_recap()) == 1
    assert not await stage.list_for_recap("jourfix:2")
    await ben.say("my posts")
    if way == "withdraw":
        assert "was shown" in read_words(await ben.press("consents"))
        assert "taking it out of the channel" in read_words(
            await ben.press("highlight-answer", "no")
        )
    else:
        await ben.press("post", post.id)
        await ben.press("post-stop-sharing" if way == "stop" else "post-delete", post.id)
        if way != "stop":
            await ben.press("post-delete-yes", post.id)
    assert stage.withdrawn == [("jourfix:1", f"{post.id}-0")]
    assert not await stage.list_for_recap()


async def test_an_old_yes_is_not_used_for_a_later_year(stage: Stage) -> None:
    ben = await stage.join("ben")
    post = await stage.hand_in("ben")
    await ask_about(stage, post.id)
    ben.look(stage.outbox.put[0].message)
    await ben.press("highlight-answer", "name")
    stage.clock.advance(days=46)
    assert not await stage.list_for_recap()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            "Beginnt mit einem Moment, den man vor sich sieht. Endet mit einer Frage an alle, die lesen.",
        ),
        (
            "nl",
            "Begint met een moment dat je voor je ziet. Eindigt met een vraag aan wie het leest.",
        ),
        (
            "en",
            "It begins with a moment you can picture. It ends with a question to whoever reads it.",
        ),
    ],
)
async def test_the_author_reads_their_own_language(
    stage: Stage, language: Language, words: str
) -> None:
    await stage.join("ben", language)
    post = await stage.hand_in("ben", lead="moment", deeds=("question",))
    await ask_about(stage, post.id)
    assert words in read_words(stage.outbox.put[0].message)


@dataclass
class FakeWriter:
    """Says why a post worked, as the language model behind `explain` would."""

    written: Written
    asked: list[tuple[str, Sequence[str], Language]] = field(default_factory=list)

    async def explain(self, text: str, moves: Sequence[str], language: Language) -> Written:
        self.asked.append((text, moves, language))
        return self.written


async def choose_with(
    policy: Policy, organisation: Organisation, written: Written
) -> tuple[Stage, FakeWriter, Message]:
    """Pick a post and open the form for its reason, where a model may suggest one."""
    stage, writer = build_stage(policy, organisation), FakeWriter(written)
    stage.programme = replace(
        stage.programme,
        features=tuple(
            replace(one, explain=writer.explain) if isinstance(one, Choosing) else one
            for one in stage.programme.features
        ),
    )
    await stage.join("ben")
    post = await stage.hand_in("ben", title="Nights on ward 4", about="who brings the coffee")
    editor = stage.editor
    await editor.say("highlights")
    await editor.press("highlight-pick", post.id)
    await editor.press("highlight-why")
    asking = await editor.press("highlight-explain")
    return stage, writer, asking


async def test_a_model_suggests_a_reason_when_an_editor_asks_for_it(
    policy: Policy, organisation: Organisation
) -> None:
    reason = "It begins with the coffee, and everybody knows that moment."
    written = Written((Suggestion(reason),))
    stage, writer, asking = await choose_with(policy, organisation, written)
    assert asking.kind == "asks-model"
    assert writer.asked == []
    assert asking.follow is not None
    assert asking.follow.choice is not None
    form = await stage.editor.send(asking.follow.choice)
    assert form.kind == "highlight-form"
    assert reason in [part.text for part in form.parts if isinstance(part, Form)]
    ((text, _, language),) = writer.asked
    assert (text, language) == ("Nights on ward 4\n\nwho brings the coffee", "en")


async def test_a_reason_that_nobody_could_suggest_is_said(
    policy: Policy, organisation: Organisation
) -> None:
    stage, writer, asking = await choose_with(policy, organisation, Written(unread="busy"))
    assert asking.follow is not None
    assert asking.follow.choice is not None
    assert (await stage.editor.send(asking.follow.choice)).kind == "nothing"
    assert len(writer.asked) == 1
    alone = replace(asking.follow, is_alone=True)
    answers = await stage.programme.answer_choice(alone, asking.follow.choice, "en")
    assert answers is not None
    assert [one.kind for one in answers] == ["nothing"]
    assert len(writer.asked) == 1
