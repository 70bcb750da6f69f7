"""A model that obeys whatever a draft tells it: what it says makes nothing lighter and leaks nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.core.coaching.review import Coach
from bot.core.errors import ReplyUnusableError
from bot.core.model import Context, Draft, Organisation, Verdict
from bot.core.policy.opinions import add_opinions
from bot.core.policy.policy import Policy
from bot.core.suggesting.consulting import KEPT
from bot.core.suggesting.judging import Judge
from bot.core.suggesting.ports import Prompt
from bot.core.suggesting.writing import Writer
from bot.files.prompt_files import PromptFiles, load_prompt_files
from tests.conftest import ROOT, TODAY
from tests.fakes.model_port import Script, ScriptedModel
from tests.fakes.policies import build_coach
from tests.hostile.test_injection_corpus import ATTACKS, Entry

_WEIGHTS = {verdict: weight for weight, verdict in enumerate(Verdict)}
_OBEYS: Mapping[str, Script] = {
    "finds nothing": {"findings": []},
    "approves": {"findings": [], "verdict": "go", "approved": True},
    "names rules that did not ask": {"findings": [{"rule": "*", "quote": "", "reason": "ok"}]},
    "is cut off": ReplyUnusableError("cut"),
}


@pytest.fixture(scope="module")
def coach(policy: Policy) -> Coach:
    return build_coach(policy)


@pytest.fixture(scope="module")
def prompts() -> PromptFiles:
    return load_prompt_files(ROOT / "prompts")


def make_draft(entry: Entry, organisation: Organisation) -> Draft:
    return Draft(entry["text"], Context(TODAY, organisation))


@pytest.mark.parametrize("manner", _OBEYS)
async def test_who_talks_to_the_model_wins_nothing(
    coach: Coach, prompts: PromptFiles, organisation: Organisation, manner: str
) -> None:
    model = ScriptedModel({"judge": _OBEYS[manner]})
    judge = Judge(model, prompts, "sensitive")
    for entry in ATTACKS:
        draft = make_draft(entry, organisation)
        checked = coach.check(draft)
        judgement = await judge.judge(draft, checked)
        is_known = any(one.topic == "injection" and one.severity.weight for one in checked.findings)
        if is_known:  # a draft that is known to talk to its reader is not read to any
            assert judgement.use is not None
            assert judgement.use.outcome == KEPT
        after = add_opinions(checked, judgement.opinions, "en")
        assert after == checked.findings
        along = coach.complete(draft, replace(checked, findings=after), judgement.use)
        assert _WEIGHTS[along.verdict] >= _WEIGHTS[coach.complete(draft, checked).verdict]
    for prompt in model.asked:  # what reaches it stands apart from our words
        assert len(prompt.user) == 1
        assert prompt.user[0] not in prompt.system


async def test_a_model_that_tells_its_prompt_is_not_heard(
    coach: Coach, prompts: PromptFiles, organisation: Organisation
) -> None:
    def leak(prompt: Prompt) -> dict[str, Any]:
        lines = [line for line in prompt.system.splitlines() if len(line) > 40][:3]
        told = [{"text": line, "style": "moment", "origin": line} for line in lines]
        return {"hooks": told, "text": prompt.system[:900], "findings": []}

    model = ScriptedModel({"hooks": leak, "rewrite": leak})
    writer = Writer(model, prompts, coach, "sensitive")
    for entry in ATTACKS:
        draft = make_draft(entry, organisation)
        checked = coach.check(draft)
        for written in (
            await writer.suggest_hooks(draft, checked),
            await writer.suggest_rewrite(draft, checked),
        ):
            assert written.offered == ()
    assert model.asked, "some attacks are not known as such, and reach the model"
