"""Handing in a post, telling of it, taking it back."""

import dataclasses

import pytest

from bot.core.model import Language
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.posts.figures import Figures
from tests.core.programme.posts.conftest import Handing
from tests.core.programme.talking import Talker, read_words

NUMBER = 7406535690785632256
LINK = f"https://www.linkedin.com/posts/ada_x-activity-{NUMBER}-aB?rcm=A"
ADDRESS = f"https://www.linkedin.com/feed/update/urn:li:activity:{NUMBER}"
STORY = (
    "Um drei Uhr nachts hielt Frau Kowalczyk aus der Küche meine Hand und sagte: „Setz dich.“\n\n"
    "Ich hatte seit acht Stunden nicht gesessen. Seitdem bringe ich jede Nacht einen zweiten Kaffee mit.\n\n"
    "Wer bringt euch nachts zum Sitzen?\n#Nachtdienst"
)


async def hand_in(ada: Talker, link: str = LINK) -> str:
    """Hand a post in and give its id."""
    await ada.say(f"I posted it {link}")
    await ada.press("post-keep", "share")
    return ada.offered[-1].value.split()[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Ich habe gerade gepostet: {}"),
        ("de", "Mein Beitrag ist online {}"),
        ("nl", "ik heb het geplaatst {}"),
        ("nl", "Net geplaatst {}"),
        ("en", "I've just posted it {}"),
        ("en", "posted {} !"),
    ],
)
async def test_nothing_is_kept_before_the_press(
    handing: Handing, language: Language, words: str
) -> None:
    ada = await handing.join("ada", language)
    (offer,) = await ada.say(words.format(LINK)) or ()
    assert offer.kind == "post-offer"
    assert handing.programme.tell_language(words.format(LINK)) == language
    assert not handing.posts.things
    kept = await ada.press("post-keep", "share")
    (post,) = await handing.posts.list_things("ada")
    assert (post.link, post.network, post.is_shared) == (ADDRESS, "linkedin", True)
    assert kept.kind == "post-kept"


async def test_a_link_alone_is_asked_about(handing: Handing) -> None:
    ada = await handing.join("ada")
    (offer,) = await ada.say(LINK) or ()
    assert "Is this a post of yours?" in read_words(offer)
    assert (await ada.press("post-not-mine")).kind == "post-left"
    assert not handing.posts.things
    (refusal,) = await ada.say("https://lnkd.in/eXample") or ()
    assert "short link" in read_words(refusal)
    stranger = Talker(handing.programme, "ben")
    assert await stranger.say(LINK) is None


async def test_only_for_oneself_is_seen_by_nobody_else(handing: Handing) -> None:
    ada = await handing.join("ada")
    await ada.say(f"I posted {LINK}")
    await ada.press("post-keep", "mine")
    (post,) = await handing.posts.list_things()
    assert not post.is_shared
    assert not post.is_ours


async def test_who_did_not_join_is_invited(handing: Handing) -> None:
    ben = Talker(handing.programme, "ben")
    (answer,) = await ben.say(f"I posted {LINK}") or ()
    assert answer.kind == "join"
    assert not handing.posts.things


async def test_only_an_editor_hands_in_for_the_comms_team(handing: Handing) -> None:
    ada = await handing.join("ada")
    await ada.say(LINK)
    assert not [one for one in ada.offered if one.value.startswith("ours")]
    editor = Talker(handing.programme, "UEDITOR")
    await editor.say(LINK)
    await editor.press("post-keep", "ours")
    forged = editor.offered[[one.value[:4] for one in editor.offered].index("ours")]
    await ada.send(forged)
    assert [post.is_ours for post in await handing.posts.list_things("ada")] == [False]
    assert [post.is_ours for post in await handing.posts.list_things("UEDITOR")] == [True]


async def test_the_same_link_twice_is_one_post(handing: Handing) -> None:
    ada = await handing.join("ada")
    await hand_in(ada)
    await hand_in(ada, f"urn:li:activity:{NUMBER}")
    assert len(handing.posts.things) == 1


async def test_a_text_tells_what_the_author_did_and_is_not_kept(handing: Handing) -> None:
    ada = await handing.join("ada", "de")
    post = await hand_in(ada)
    await ada.press("post-tell", f"{post} text")
    page = await ada.write(STORY)
    told = await handing.posts.find(post)
    assert told is not None
    assert told.lead == "moment"
    assert "question" in told.deeds
    assert told.title.startswith("Um drei Uhr nachts")
    assert "acht Stunden" not in str(dataclasses.asdict(told))
    assert "beginnt mit einem Moment" in read_words(page)
    await ada.press("post-deeds", post)
    await ada.press("post-deed", f"{post} picture")
    told = await handing.posts.find(post)
    assert told is not None
    assert told.deeds == ("picture", "question")


async def test_what_we_would_have_asked_about_is_told_to_the_author_alone(handing: Handing) -> None:
    ada = await handing.join("ada", "de")
    post = await hand_in(ada)
    await ada.press("post-tell", f"{post} text")
    page = await ada.write(
        "Unsere Patientin Erna Schulze, 84, aus Zimmer 12 hat heute Krebs überstanden!"
    )
    assert "vorher gern mit dir angesehen" in read_words(page)


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_001, "a\x00b"])
async def test_no_text_is_refused_with_a_sentence(handing: Handing, text: str) -> None:
    ada = await handing.join("ada")
    post = await hand_in(ada)
    await ada.press("post-tell", f"{post} text")
    assert (await ada.write(text)).kind == "post-unread"


async def test_numbers_are_shown_back_before_they_are_kept(handing: Handing) -> None:
    ada = await handing.join("ada", "de")
    post = await hand_in(ada)
    (shown,) = await ada.say("1.200 Aufrufe, 35 Likes, 8 Kommentare") or ()
    assert "1.200 Aufrufe\n35 Reaktionen\n8 Kommentare" in read_words(shown)
    told = await handing.posts.find(post)
    assert told is not None
    assert not told.figures.told
    await ada.press("post-numbers")
    told = await handing.posts.find(post)
    assert told is not None
    assert told.figures == Figures(1200, 35, 8)
    (asked,) = await ada.say("120 weergaven, 8 reacties") or ()
    assert "kann Likes oder Kommentare meinen" in read_words(asked)
    page = await ada.write("viele")
    assert "Das konnte ich nicht lesen: viele" in read_words(page)


async def test_numbers_without_a_post_are_left_to_others(handing: Handing) -> None:
    ada = await handing.join("ada")
    assert await ada.say("1200 views, 35 likes") is None


@pytest.mark.parametrize(("days", "is_praised"), [(5, False), (30, True), (55, True), (200, False)])
async def test_once_a_month_is_praised_and_nothing_else_is_said(
    handing: Handing, days: int, is_praised: bool
) -> None:
    ada = await handing.join("ada")
    await hand_in(ada, "https://x.com/ada/status/1")
    handing.clock.advance(days=days)
    await ada.say(LINK)
    kept = read_words(await ada.press("post-keep", "share"))
    assert ("once a month" in kept) == is_praised
    assert not any(sign.isdigit() for sign in kept)


async def test_deleting_and_sharing_no_more_are_told_on(handing: Handing) -> None:
    ada = await handing.join("ada")
    post = await hand_in(ada)
    await ada.say("my posts")
    await ada.press("post", post)
    await ada.press("post-stop-sharing", post)
    kept = await handing.posts.find(post)
    assert kept is not None
    assert not kept.is_shared
    assert [one.id for one in handing.removed] == [post]
    await ada.press("post-delete", post)
    await ada.press("post-delete-yes", post)
    assert not handing.posts.things
    assert len(handing.removed) == 2
    assert (await ada.press("post", post)).kind == "post-gone"


async def test_nobody_opens_or_deletes_anothers_post(handing: Handing) -> None:
    ada, ben = await handing.join("ada"), await handing.join("ben")
    await hand_in(ada)
    for choice in list(ada.offered):
        if choice.action not in ("post-keep", "post-not-mine", "consents"):
            answer = await ben.send(choice, "1200 views")
            assert answer.kind in ("post-gone", "posts"), choice
    (post,) = await handing.posts.list_things()
    assert post.person == "ada"


async def test_an_export_joins_posts_by_link_and_keeps_nothing_else(handing: Handing) -> None:
    ada, ben = await handing.join("ada"), await handing.join("ben")
    post, other = await hand_in(ada), await hand_in(ben)
    numbers = (
        PostNumbers(LINK, impressions=900, reactions=40),
        PostNumbers(
            "https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000001",
            impressions=5,
        ),
    )
    joined = await handing.feature.take_numbers("ada", numbers)
    assert [one.id for one in joined] == [post]
    mine, theirs = await handing.posts.find(post), await handing.posts.find(other)
    assert mine is not None
    assert theirs is not None
    assert mine.figures == Figures(900, 40)
    assert not theirs.figures.told
    assert len(handing.posts.things) == 2
    assert not await handing.feature.take_numbers("ada", numbers[1:])
    told_nothing = (PostNumbers(LINK, title="Nothing but a title"),)
    assert not await handing.feature.take_numbers("ada", told_nothing)


async def test_leaving_takes_the_posts(handing: Handing) -> None:
    ada, ben = await handing.join("ada"), await handing.join("ben")
    await hand_in(ada)
    await hand_in(ben)
    await handing.feature.drop_posts("ada")
    assert [post.person for post in await handing.posts.list_things()] == ["ben"]
    assert [post.person for post in handing.removed] == ["ada"]


async def test_a_long_list_has_pages(handing: Handing) -> None:
    ada = await handing.join("ada")
    for number in range(10):
        await hand_in(ada, f"https://x.com/ada/status/{number + 1}")
    (first,) = await ada.say("my posts") or ()
    second = await ada.press("posts", "8")
    assert read_words(first).count("X,") == 8
    assert read_words(second).count("X,") == 2


@pytest.mark.parametrize(
    "value", ["", "share", "share https://evil.example/x", "ours", "x y z", "-1", "²"]
)
async def test_hostile_values_keep_nothing(handing: Handing, value: str) -> None:
    ada = await handing.join("ada")
    await ada.say(LINK)
    for action in {one.action for one in ada.offered} | {"posts", "post", "post-numbers"}:
        choice = next(iter(ada.offered))
        await ada.send(type(choice)("", action, value))
    assert not handing.posts.things
