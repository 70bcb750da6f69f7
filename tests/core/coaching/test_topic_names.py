"""Every topic has a name that people read, in every language."""

import pytest

from bot.core.coaching.topic_names import TOPIC_NAMES, name_topic
from bot.core.model import LANGUAGES, TOPICS, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_its_own_name(language: Language) -> None:
    assert list(TOPIC_NAMES[language]) == list(TOPICS)
    assert len(set(TOPIC_NAMES[language].values())) == len(TOPICS)


def test_a_topic_of_a_house_keeps_the_name_that_the_house_gave_it() -> None:
    assert name_topic("parking", "de") == "parking"
