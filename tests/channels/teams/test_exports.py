"""A LinkedIn export dropped into the chat in Teams."""

from collections.abc import Callable

import pytest

from tests.channels.running import Said
from tests.fakes.teams.person import TeamsPerson
from tests.files.exports.builders import DECEMBER_16, POST, make_csv, make_excel, make_zip

LINK = POST.format(DECEMBER_16)
BOMB = make_zip({"xl/workbook.xml": b"<w/>", "xl/worksheets/sheet1.xml": b" " * 25_000_000})
LOCALES = {"de": "de-DE", "nl": "nl-NL", "en": "en-US"}


def read(person: TeamsPerson, kind: str) -> Said:
    """Read on up to a message of a kind."""
    said = person.read()
    while said.kind != kind:
        said = person.read()
    return said


@pytest.mark.parametrize(
    ("language", "join", "posted", "asked", "done"),
    [
        ("de", "mitmachen", "ich habe gepostet", "Stimmt das so?", "Den kenne ich von dir"),
        ("nl", "meedoen", "ik heb geplaatst", "Klopt dit?", "Dat ken ik van je"),
        ("en", "join", "I posted", "Is this right?", "You told me about it"),
    ],
)
def test_numbers_come_in_and_guesses_are_asked(
    newcomer: Callable[[], TeamsPerson],
    language: str,
    join: str,
    posted: str,
    asked: str,
    done: str,
) -> None:
    ada = newcomer()
    ada.locale = LOCALES[language]
    ada.say(join)
    read(ada, "join")
    chosen = ("", language, f"{language} linkedin", f"{language} linkedin -")
    for value in (*chosen, f"{language} linkedin often", f"{language} linkedin often yes"):
        ada.choose("join", value)
        ada.read()
    ada.say(f"{posted} {LINK}")
    read(ada, "post-offer")
    ada.choose("post-keep", "mine")
    read(ada, "post-kept")
    sure = make_excel({"Mine": [["Link", "Impressions"], [LINK, 900]]})
    ada.share_file("Content_2026.xlsx", sure)
    assert done in read(ada, "export-read").words
    guessed = make_csv([["Link", "Aufrufe", "Gefällt mir"], [LINK, 1234, 56]])
    ada.share_file("zahlen.csv", guessed)
    question = read(ada, "export-question")
    assert asked in question.words
    ada.choose(*next(one for one in question.choices if one[1].endswith(" all")))
    assert done in read(ada, "export-read").words


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("export.xlsx", BOMB, "Unpacked, the file is too large"),
        ("export.xlsx", b"PK\x03\x04 nonsense", "does not open"),
        ("draft.csv", b"Today we planted a tree.\nHow nice.", "Is it a draft?"),
    ],
    ids=["bomb", "broken", "draft"],
)
def test_what_cannot_be_read_gets_its_sentence_and_no_review(
    ada: TeamsPerson, name: str, content: bytes, sentence: str
) -> None:
    ada.share_file(name, content)
    said = ada.read()
    assert said.kind == "export-refused"
    assert sentence in said.words
