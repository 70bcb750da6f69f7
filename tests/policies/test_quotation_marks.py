"""What we say in a language has the quotation marks of that language, in rules and in answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.model import LANGUAGES, Language
from bot.core.policy.policy import Policy
from bot.files.answers import load_answers

_ANSWERS = Path(__file__).parent.parent.parent / "policies" / "answers"
_NOT_OURS: dict[Language, str] = {"de": '”‘’"', "nl": '„"', "en": '„"'}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_the_marks_of_its_language(policy: Policy, language: Language) -> None:
    wrong = [
        f"{name}: {text}"
        for name, text in _list_texts(policy, language)
        if not set(text).isdisjoint(_NOT_OURS[language])
    ]
    assert not wrong, "\n".join(wrong)


def _list_texts(policy: Policy, language: Language) -> Iterator[tuple[str, str]]:
    for rule in policy.rules:
        if language in rule.blocks:
            block = rule.blocks[language]
            yield from ((rule.id, text) for text in (block.message, block.why, block.fix))
    for answer in load_answers(_ANSWERS, policy.knowledge.lexicon).answers:
        if language in answer.texts:
            texts = answer.texts[language]
            yield from ((answer.id, text) for text in (texts.text, texts.next_step))
