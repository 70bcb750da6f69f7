"""Whatever stands on a button of a menu may be typed: in three languages, however it is written."""

import pytest

from bot.core.message import Choice, Choices
from bot.core.model import LANGUAGES, Language
from bot.core.programme.programme import MENU
from tests.core.programme.house import House, build_house
from tests.core.programme.talking import Talker

_ALIKE = ("{}", "{}.", " {}! ", "„{}“", "jourfix {}", "/jourfix {}?")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build_house(tmp_path_factory.mktemp("house"))


def list_labels(house: House, language: Language, *, for_editors: bool) -> list[tuple[str, str]]:
    return [
        (door.label, door.action)
        for feature in house.programme.features
        for door in feature.list_doors(language, for_editors=for_editors)
    ]


@pytest.mark.parametrize("for_editors", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_stands_on_a_door_opens_it(
    house: House, language: Language, for_editors: bool
) -> None:
    talker = house.meet_editor(language) if for_editors else house.meet("slack:T1:ADA", language)
    labels = list_labels(house, language, for_editors=for_editors)
    assert labels
    unread = [
        text
        for label, _ in labels
        for written in (label, label.upper(), label.lower())
        for text in [form.format(written) for form in _ALIKE]
        if await talker.say(text) is None
    ]
    assert unread == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Tandems bilden"), ("de", "tandems bilden!"), ("nl", "MAATJES KOPPELEN"),
        ("en", "match buddies."),
    ],
)  # fmt: skip
async def test_matching_buddies_is_no_draft(house: House, language: Language, words: str) -> None:
    labels = {label.lower() for label, _ in list_labels(house, language, for_editors=True)}
    assert words.strip(".!").lower() in labels
    (answer,) = await house.meet_editor(language).say(words) or []
    assert answer.language == language


async def test_what_editors_type_is_for_others_words_like_any_other(house: House) -> None:
    stranger: Talker = house.meet("slack:T1:BEN", "de")
    assert await stranger.say("Tandems bilden") is None


async def test_a_door_is_opened_by_its_words_alone(house: House) -> None:
    editor = house.meet_editor("de")
    assert await editor.say("Tandems bilden macht bei uns Freude, und darum schreibe ich") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_an_editor_types_opens_the_door_that_says_so(
    house: House, language: Language
) -> None:
    editor = house.meet_editor(language)
    for for_editors in (False, True):
        for label, action in list_labels(house, language, for_editors=for_editors):
            (typed,) = await editor.say(label) or []
            assert typed.kind == (await editor.send(Choice(label, action))).kind, label


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Highlights", "highlights"), ("Recap", "recap-preview"), ("Agenda", "events"),
        ("Events", "events"), ("Coffee & Learn", "events"), ("Buddy", "join"),
        ("Export", "export-how"), ("Dilemma", "dilemma"), ("Pilot", "pilots"),
    ],
)  # fmt: skip
async def test_a_word_of_three_languages_is_answered_in_the_readers(
    house: House, word: str, kind: str
) -> None:
    for language in LANGUAGES:
        assert house.programme.tell_language(word) is None
        (answer,) = await house.meet_editor(language).say(word) or []
        assert answer.language == language
        assert answer.kind.startswith(kind), answer.kind


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_way_back_to_the_menu_shows_the_doors_of_everybody(
    house: House, language: Language
) -> None:
    menu = await house.meet("slack:T1:ADA", language).send(Choice("", MENU))
    labels = [label for label, _ in list_labels(house, language, for_editors=False)]
    assert menu.kind == "menu"
    assert [
        one.label for part in menu.parts if isinstance(part, Choices) for one in part.choices
    ] == labels
