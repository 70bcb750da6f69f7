"""The writer and the released prompts agree on what is filled in, and on what comes back."""

import pytest

from bot.core.model import LANGUAGES, Draft, Language
from bot.core.policy.policy import Policy
from bot.core.ports import Person
from bot.core.suggesting.angles import Avoided
from bot.core.suggesting.schema import find_misfit
from bot.core.suggesting.writing import Writer
from bot.files.prompt_files import load_prompt_files
from tests.conftest import ROOT
from tests.fakes.model_port import ScriptedModel
from tests.fakes.policies import build_coach
from tests.fakes.writers import CONTEXT, DRAFTS

REPLIES = {
    "hooks": {"hooks": [{"text": "One.", "style": "moment", "origin": "One."}]},
    "rewrite": {"text": "Migrona [PRODUCT-1] wirkt besser als alles andere."},
    "questions": {"questions": ["Was war heute anders?"]},
    "recap": {"why": "Der Text beginnt mit einem Moment."},
    "reply": {"replies": [{"text": "Danke!"}]},
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_prompt_takes_what_the_writer_gives_and_nothing_untrusted_among_our_words(
    policy: Policy, language: Language
) -> None:
    model = ScriptedModel(REPLIES)
    writer = Writer(model, load_prompt_files(ROOT / "prompts"), build_coach(policy))
    text = f"{DRAFTS[language]} Migrona works best, werkt beter, wirkt besser als alles andere."
    draft = Draft(text, CONTEXT, language=language)
    checked = writer.coach.check(draft)
    await writer.suggest_hooks(draft, checked, Avoided((("moment", "story-thing"),)))
    await writer.suggest_rewrite(draft, checked)
    await writer.suggest_questions(
        "Nothing happens here.", Person(role="nurse"), CONTEXT, language, ("Nurses' Day",)
    )
    await writer.explain_highlight(draft, ("it begins with a moment",), language)
    await writer.suggest_replies("How was your day at work?", text, CONTEXT)
    await writer.suggest_replies("How was your day at work?", "", CONTEXT)
    asked = {prompt.name: prompt for prompt in model.asked}
    assert set(asked) == set(REPLIES)
    for name, prompt in asked.items():
        assert find_misfit(REPLIES[name], prompt.schema) is None
        assert not any(
            part in prompt.system
            for part in ("Migrona", "Tuesday", "Umkleide", "kleedkamer", "Meier")
        )
        assert all("Migrona" not in part for part in prompt.user)
    assert "a thing one could touch" in asked["hooks"].system
    assert "What to do:" in asked["rewrite"].system
    assert "Nurses' Day" in asked["questions"].system
    assert "it begins with a moment" in asked["recap"].system
