"""A file with numbers: what is read, asked, kept and forgotten."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.core.message import LONGEST_NOTE, Copyable, Message, SharedFile
from bot.core.model import LANGUAGES, Language
from bot.core.programme.exports.pending import PendingExport
from bot.core.programme.exports.wording import EXPORT_WORDINGS
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post
from bot.storage.memory import MemoryShelf
from tests.core.programme.house import House, build_house
from tests.core.programme.talking import Talker, read_words
from tests.files.exports.builders import (
    DECEMBER_12,
    DECEMBER_14,
    DECEMBER_16,
    POST,
    make_csv,
    make_excel,
    make_number,
)

ADA = "slack:T1:ADA"
LINKS = [POST.format(number) for number in (DECEMBER_12, DECEMBER_14, DECEMBER_16)]
POSTED = {"de": "ich habe gepostet", "nl": "ik heb geplaatst", "en": "I posted"}
GERMAN = [["Link", "Aufrufe", "Gefällt mir", "Pausen"], [LINKS[0], 900, 40, "kurz"]]


@dataclass
class Desk:
    """Ada, her house, and what she drops into the chat."""

    house: House
    ada: Talker
    messages: list[Message] = field(default_factory=list)

    @property
    def pending(self) -> MemoryShelf[PendingExport]:
        return self.house.shelves.open_shelf("exports", PendingExport)

    async def hand_in(self, link: str = LINKS[0]) -> None:
        await self.ada.say(f"{POSTED[self.ada.language]} {link}")
        await self.ada.press("post-keep", "mine")

    async def drop(self, *files: SharedFile, text: str = "") -> list[str]:
        """Send files as a channel hands them over; gives the words of the answers."""
        incoming = replace(self.ada.make_incoming(text), files=files)
        self.messages = await self.house.conversation.answer(incoming)
        self.ada.see(self.messages)
        return [read_words(one) for one in self.messages if one.kind.startswith(("export", "join"))]

    async def read_figures(self) -> list[Figures]:
        posts = self.house.shelves.open_shelf("posts", Post)
        return [post.figures for post in await posts.list_things(ADA)]


async def make_desk(folder: Path, language: Language = "en") -> Desk:
    house = build_house(folder)
    await house.enrol(ADA, language=language)
    return Desk(house, house.meet(ADA, language))


@pytest.fixture
async def desk(tmp_path: Path) -> Desk:
    return await make_desk(tmp_path)


def make_file(*rows: list[object], name: str = "export.xlsx") -> SharedFile:
    return SharedFile(name, make_excel({"Mine": rows}))


@pytest.mark.parametrize(
    ("language", "yours", "left"),
    [
        ("de", "In der Datei stehen 3 Beiträge. Einen davon kenne ich von dir", "nicht behalten"),
        ("nl", "In het bestand staan 3 berichten. Eén daarvan ken ik van je", "niet bewaard"),
        ("en", "There are 3 posts in the file. You told me about one of them", "kept nothing else"),
    ],
)
async def test_the_numbers_of_ones_own_posts_are_taken_and_no_others(
    tmp_path: Path, language: Language, yours: str, left: str
) -> None:
    desk = await make_desk(tmp_path, language)
    await desk.hand_in()
    rows = [[link, 900 + at, 40] for at, link in enumerate(LINKS)]
    (words,) = await desk.drop(make_file(["Link", "Impressions", "Reactions"], *rows))
    assert yours in words
    assert left in words
    assert await desk.read_figures() == [Figures(900, 40)]
    assert not desk.pending.things
    shown = await desk.ada.press("post")
    assert "900" in read_words(shown)


async def test_how_many_are_ones_own_is_said(desk: Desk) -> None:
    head, rows = ["Link", "Impressions"], [[link, 900] for link in LINKS]
    (words,) = await desk.drop(make_file(head, *rows))
    assert "There are 3 posts in the file. You haven't told me about any of them yet." in words
    assert "First write “I posted”" in words
    await desk.hand_in(LINKS[0])
    (words,) = await desk.drop(make_file(head, rows[0]))
    assert "There is one post in the file. You told me about it" in words
    await desk.hand_in(LINKS[1])
    (words,) = await desk.drop(make_file(head, *rows))
    assert "You told me about 2 of them" in words
    await desk.hand_in(LINKS[2])
    (words,) = await desk.drop(make_file(head, *rows))
    assert "You told me about all of them" in words
    (words,) = await desk.drop(make_file(["Link", "Title"], [LINKS[0], "Nights"]))
    assert "no numbers that I can use" in words


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["Link", "Impressions"]], "There is no post in this file."),
        ([["Title", "Impressions"], ["Nights", 900]], "There are no links in the file."),
    ],
)
async def test_what_lacks_posts_or_links_is_told_so(
    desk: Desk, rows: list[list[object]], sentence: str
) -> None:
    await desk.hand_in()
    (words,) = await desk.drop(make_file(*rows))
    assert sentence in words
    assert await desk.read_figures() == [Figures()]
    assert not desk.pending.things


@pytest.mark.parametrize("language", LANGUAGES)
async def test_guessed_columns_are_asked_about_at_once(tmp_path: Path, language: Language) -> None:
    desk = await make_desk(tmp_path, language)
    await desk.hand_in()
    (words,) = await desk.drop(make_file(*GERMAN))
    assert "„Aufrufe“" in words or "‘Aufrufe’" in words or "“Aufrufe”" in words
    assert "Pausen" not in words  # neither links nor numbers
    assert await desk.read_figures() == [Figures()]
    answer = await desk.ada.press_label(EXPORT_WORDINGS[language].accept)
    assert answer.in_place
    assert await desk.read_figures() == [Figures(900, 40)]
    assert not desk.pending.things


async def test_none_of_the_guesses_is_taken(desk: Desk) -> None:
    await desk.hand_in()
    await desk.drop(make_file(*GERMAN))
    answer = await desk.ada.press_label(EXPORT_WORDINGS["en"].none)
    assert "no numbers that I can use" in read_words(answer)
    assert await desk.read_figures() == [Figures()]


async def test_columns_are_asked_about_one_by_one(desk: Desk) -> None:
    await desk.hand_in()
    await desk.drop(make_file(*GERMAN))
    first = await desk.ada.press_label(EXPORT_WORDINGS["en"].one_by_one)
    assert "“Aufrufe”" in read_words(first)
    second = await desk.ada.press_label("Impressions")
    assert "“Gefällt mir”" in read_words(second)
    await desk.ada.press_label(EXPORT_WORDINGS["en"].leave_out)
    assert await desk.read_figures() == [Figures(900)]


async def test_what_is_known_is_taken_while_the_rest_is_asked(desk: Desk) -> None:
    await desk.hand_in()
    taken, asked = await desk.drop(
        make_file(["Link", "Impressions", "Applause"], [LINKS[0], 900, 7])
    )
    assert "You told me about it" in taken
    assert "kept" not in taken  # the file is, until the answer
    assert "I don't know the column “Applause” (for example 7)" in asked
    assert await desk.read_figures() == [Figures(900)]
    await desk.ada.press_label("Reactions")
    assert await desk.read_figures() == [Figures(900, 7)]


async def test_a_file_is_kept_for_a_day(desk: Desk) -> None:
    await desk.hand_in()
    await desk.drop(make_file(*GERMAN))
    desk.house.clock.advance(hours=24)
    answer = await desk.ada.press_label(EXPORT_WORDINGS["en"].accept)
    assert "any more" in read_words(answer)
    assert await desk.read_figures() == [Figures()]
    assert desk.pending.things
    for chore in desk.house.schedule.chores:
        await chore.do()
    assert not desk.pending.things


async def test_a_file_too_large_to_keep_is_sent_again(desk: Desk) -> None:
    await desk.hand_in()
    rows = [
        [POST.format(make_number(datetime.date(2020, 1, 1), 1) + at * 7_919), 40 + at * at % 999_983, at]
        for at in range(4_990)
    ]  # fmt: skip
    names = [
        f"{at * 2_654_435_761 % 2**64:x}{at * 40_503_999_983 % 2**61:x}" for at in range(4_990)
    ]
    head: list[object] = ["Link", "Aufrufe", "Gefällt mir", "Title"]
    table = [head, [LINKS[0], 900, 40, "Nights"]]
    table += [[*row, name] for row, name in zip(rows, names, strict=True)]
    file = SharedFile("export.csv", make_csv(table))
    await desk.drop(file)
    ((kept, whose),) = desk.pending.things.values()
    assert (kept.packed, whose) == ("", ADA)
    answer = await desk.ada.press_label(EXPORT_WORDINGS["en"].accept)
    assert "send me the file once more" in read_words(answer)
    (words,) = await desk.drop(file)
    assert "You told me about one of them" in words
    assert await desk.read_figures() == [Figures(900, 40)]
    assert not desk.pending.things


async def test_no_more_than_three_files_wait(desk: Desk) -> None:
    await desk.hand_in()
    for number in range(5):
        await desk.drop(make_file(GERMAN[0], [LINKS[0], number, 1, ""]))
        desk.house.clock.advance(minutes=1)
    assert len(desk.pending.things) == 3


async def test_somebody_elses_press_and_forged_answers_change_nothing(desk: Desk) -> None:
    await desk.hand_in()
    await desk.drop(make_file(*GERMAN))
    accept = next(one for one in desk.ada.offered if one.value.endswith(" all"))
    ben = desk.house.meet("slack:T1:BEN")
    assert "any more" in read_words(await ben.send(accept))
    file = accept.value.split()[0]
    for value in ("", file, f"{file} ", f"{file} x", f"{file} 0 impressions", f"{file} all all"):
        answer = await desk.ada.send(replace(accept, value=value))
        assert answer.kind in ("export-gone", "export-not-understood")
    assert await desk.read_figures() == [Figures()]
    assert len(desk.pending.things) == 1


async def test_nothing_is_asked_or_kept_of_a_file_about_other_posts(desk: Desk) -> None:
    (words,) = await desk.drop(make_file(*GERMAN))
    assert "There is one post in the file. You haven't told me about it yet." in words
    assert not desk.pending.things


async def test_leaving_takes_the_file(desk: Desk) -> None:
    await desk.hand_in()
    await desk.drop(make_file(*GERMAN))
    assert desk.pending.things
    await desk.house.programme.forget(ADA)
    assert not desk.pending.things


async def test_who_did_not_join_is_invited_and_nothing_is_kept(desk: Desk) -> None:
    desk.ada = desk.house.meet("slack:T1:BEN", "de")
    (words,) = await desk.drop(make_file(*GERMAN))
    assert "Aus deiner Datei habe ich nichts behalten" in words
    assert not desk.pending.things


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_draft_named_like_a_table_gets_a_sentence(
    tmp_path: Path, language: Language
) -> None:
    desk = await make_desk(tmp_path, language)
    (words,) = await desk.drop(SharedFile("draft.csv", b"Today we planted a tree.\n\nHow nice."))
    assert EXPORT_WORDINGS[language].or_draft in words
    (words,) = await desk.drop(make_file(["Rooms", "Holidays"], ["a", "b"]))
    assert EXPORT_WORDINGS[language].or_draft not in words


async def test_words_beside_a_file_are_heard(desk: Desk) -> None:
    file = make_file(["Link", "Impressions"], [LINKS[0], 900])
    await desk.drop(file, text=f"I posted {LINKS[0]}")
    assert [one.kind for one in desk.messages][-2:] == ["post-offer", "export-read"]
    await desk.drop(file, text="Here are my numbers, is that enough?")
    assert [one.kind for one in desk.messages] == ["export-read"]
    draft = "Today we planted a tree in front of the canteen. " * 4
    assert len(draft) > LONGEST_NOTE
    await desk.drop(file, text=draft)
    assert [one.kind for one in desk.messages] == ["export-read", "review"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_export_says_where_files_are_taken(tmp_path: Path, language: Language) -> None:
    desk = await make_desk(tmp_path, language)
    (here,) = await desk.ada.say("LinkedIn-Export") or ()
    assert EXPORT_WORDINGS[language].drop_here in read_words(here)
    in_terminal = replace(desk.ada.make_incoming("export"), channel="")
    (there,) = await desk.house.programme.answer_words(in_terminal, language) or ()
    assert EXPORT_WORDINGS[language].drop_elsewhere in read_words(there)
    on_page = replace(in_terminal, on_page=True)
    (page,) = await desk.house.programme.answer_words(on_page, language) or ()
    assert EXPORT_WORDINGS[language].drop_here in read_words(page)


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Vorlage"), ("nl", "sjabloon"), ("en", "template")]
)
async def test_the_empty_table_is_given_where_files_are_not_linked(
    tmp_path: Path, language: Language, word: str
) -> None:
    """In Slack without a public address there is no page: its headers can be copied."""
    desk = await make_desk(tmp_path, language)
    (given,) = await desk.ada.say(word) or []
    (copied,) = [part.text for part in given.parts if isinstance(part, Copyable)]
    headers = copied.split(";")
    posted = SharedFile("n.csv", f"{copied}\r\n{LINKS[0]};;;70;;;;\r\n".encode())
    await desk.hand_in()
    await desk.drop(posted)
    (figures,) = await desk.read_figures()
    assert (len(headers), dict(figures.told)["impressions"]) == (8, 70)
    (how,) = await desk.ada.say("export") or []
    assert how.kind == "export-how"
    assert (await desk.ada.press("export-template")).kind == "export-template"
