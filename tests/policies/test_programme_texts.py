"""What the programme says passes its own checker; situations may tell of breaches."""

from collections.abc import Iterator

import pytest

from bot.core.coaching.review import Coach
from bot.core.model import LANGUAGES, Context, Draft, Language, Organisation, Severity
from bot.core.policy.policy import Policy
from bot.core.programme.launch_kit import fill_placeholders
from bot.files.dilemmas import load_dilemmas
from bot.files.hashtags import load_hashtags
from bot.files.launch_kit import load_launch_kit
from bot.files.prompts import load_prompts
from bot.files.resemblance import LearnedResemblance
from tests.conftest import POLICIES, TODAY


def list_texts(language: Language) -> Iterator[tuple[str, str]]:
    for dilemma in load_dilemmas(POLICIES):
        yield f"{dilemma.id}: explanation", dilemma.texts[language].explanation
        yield f"{dilemma.id}: title", dilemma.texts[language].title
    prompts = load_prompts(POLICIES)
    for day in prompts.days:
        yield f"{day.id}: name", day.texts[language].name
        for text in day.texts[language].prompts:
            yield f"{day.id}: prompt", text
    for anniversary in prompts.anniversaries:
        for text in anniversary.prompts[language]:
            yield f"{anniversary.years} years", text
    for group in (prompts.interview, prompts.questions_first, *prompts.congress.values()):
        for prompt in group:
            yield prompt.id, prompt.texts[language]
    kit = load_launch_kit(POLICIES)
    assert kit is not None
    text = kit.texts[language]
    answers = [part for asked in text.questions for part in (asked.question, asked.answer)]
    for part in (text.consent, text.announcement, text.managers, text.colleagues, *answers):
        yield "kit", fill_placeholders(part, "Jana Beispiel", "Valneris", "1. 3. 2027")


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_texts_pass_the_checker(
    policy: Policy,
    organisation: Organisation,
    resemblance: LearnedResemblance,
    language: Language,
) -> None:
    coach = Coach(policy, load_hashtags(POLICIES), None, resemblance)
    found = [
        (name, finding.rule, finding.quote)
        for context in (Context(TODAY), Context(TODAY, organisation))
        for name, text in list_texts(language)
        for finding in coach.review(Draft(text, context, language=language)).findings
        if finding.severity is not Severity.CONSIDER
    ]
    assert found == []
