"""A LinkedIn export dropped into the chat in Slack: from the file to the numbers of a post."""

from collections.abc import Callable

import pytest

from tests.channels.running import Said
from tests.fakes.slack.person import SlackPerson
from tests.files.exports.builders import DECEMBER_16, POST, make_csv, make_excel, make_zip

Newcomer = Callable[[], SlackPerson]
LINK = POST.format(DECEMBER_16)
BOMB = make_zip({"xl/workbook.xml": b"<w/>", "xl/worksheets/sheet1.xml": b" " * 25_000_000})
WORDS = {
    "de": ("mitmachen", "ich habe gepostet"),
    "nl": ("meedoen", "ik heb geplaatst"),
    "en": ("join", "I posted"),
}


def read(person: SlackPerson, kind: str) -> Said:
    """Read on up to a message of a kind."""
    said = person.read()
    while said.kind != kind:
        said = person.read()
    return said


def join_with_post(person: SlackPerson, language: str) -> None:
    """Join, and keep one post for oneself."""
    join, posted = WORDS[language]
    person.say(join)
    read(person, "join")
    chosen = ("", language, f"{language} linkedin", f"{language} linkedin -")
    for value in (*chosen, f"{language} linkedin often", f"{language} linkedin often yes"):
        person.choose("join", value)
        person.read()
    person.say(f"{posted} {LINK}")
    read(person, "post-offer")
    person.choose("post-keep", "mine")
    read(person, "post-kept")


def drop(person: SlackPerson, name: str, content: bytes, words: str = "", **other: object) -> None:
    """Drop a file into the conversation, as Slack tells of it."""
    person.slack.files[name] = content
    file = {"id": "F1", "name": name, "mimetype": "application/x", "size": len(content),
            "url_private_download": person.slack.address.replace("/api/", f"/files/{name}"),
            **other}  # fmt: skip
    person.say(words, blocks=[], subtype="file_share", files=[file])


@pytest.mark.parametrize(
    ("language", "counted", "left", "asked", "done"),
    [
        ("de", "Einen davon kenne ich von dir", "habe ich nicht behalten", "Stimmt das so?",
         "In der Datei steht ein Beitrag. Den kenne ich von dir"),
        ("nl", "Eén daarvan ken ik van je", "heb ik niet bewaard", "Klopt dit?",
         "In het bestand staat één bericht. Dat ken ik van je"),
        ("en", "You told me about one of them", "I've kept nothing else", "Is this right?",
         "There is one post in the file. You told me about it"),
    ],
)  # fmt: skip
def test_numbers_come_in_and_guesses_are_asked(
    newcomer: Newcomer, language: str, counted: str, left: str, asked: str, done: str
) -> None:
    ada = newcomer()
    join_with_post(ada, language)
    others = [[POST.format(DECEMBER_16 + 1), 7], [POST.format(DECEMBER_16 + 2), 8]]
    sure = make_excel({"Mine": [["Link", "Impressions"], [LINK, 900], *others]})
    drop(ada, "Content_2026.xlsx", sure)
    said = read(ada, "export-read")
    assert counted in said.words
    assert left in said.words
    ada.choose("post")
    assert "900" in read(ada, "post").words
    guessed = make_csv([["Link", "Aufrufe", "Gefällt mir"], [LINK, 1234, 56]])
    drop(ada, "zahlen.csv", guessed, mimetype="text/csv")
    question = read(ada, "export-question")
    assert asked in question.words
    name = ada.shown[-1]["ts"]
    ada.choose(*next(one for one in question.choices if one[1].endswith(" all")))
    ada.look_again(lambda post: post["ts"] == name and done in str(post))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("export.xlsx", BOMB, "Unpacked, the file is too large"),
        ("export.xlsx", b"PK\x03\x04 nonsense", "does not open"),
        (
            "export.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nonsense",
            "I cannot read this kind of file",
        ),
        ("export.csv", b"Link;Impressions\n" + b"x" * 4_000_000, "larger than 4 MB"),
        ("draft.csv", b"Today we planted a tree.\nHow nice.", "Is it a draft?"),
        ("notes.CSV", b"Room;Day\n1;2\n", "I find no posts in it"),
    ],
    ids=["bomb", "broken", "broken xls", "large", "draft", "other table"],
)
def test_what_cannot_be_read_gets_its_sentence_and_no_review(
    ada: SlackPerson, name: str, content: bytes, sentence: str
) -> None:
    drop(ada, name, content, mimetype="text/plain")
    said = ada.read()
    assert said.kind == "export-refused"
    assert sentence in said.words
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"


def test_without_the_right_to_read_files_one_hears_where_numbers_go(ada: SlackPerson) -> None:
    address = ada.slack.address.replace("/api/", "/files/nowhere.xlsx")
    drop(ada, "export.xlsx", b"PK", url_private_download=address + "x")
    said = ada.read()
    assert said.kind == "unread-file"
    assert "“My posts”" in said.words
