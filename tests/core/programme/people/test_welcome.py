"""Who joins is told what comes next: a message in working hours only where one can be sent."""

import pytest

from bot.core.message import Message, Paragraph
from bot.core.model import LANGUAGES, Language
from bot.core.programme.people.messages import compose_joined

WEEKLY = {"de": "Einmal pro Woche", "nl": "Eén keer per week", "en": "once a week"}
HERE = {"de": "„Wochenpost“", "nl": "‘weekpost’", "en": "“weekly post”"}


def read_lines(message: Message) -> str:
    return "\n".join(part.text for part in message.parts if isinstance(part, Paragraph))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_cannot_be_written_to_is_promised_no_message(language: Language) -> None:
    reached = read_lines(compose_joined(language, is_reached=True))
    here = read_lines(compose_joined(language, is_reached=False))
    assert WEEKLY[language] in reached
    assert HERE[language] not in reached
    assert WEEKLY[language] not in here
    assert HERE[language] in here
