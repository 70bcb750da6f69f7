"""The prompts that come with the program: what is sent, and whether a good answer would be usable."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import jsonschema
import pytest

from bot.core.model import LANGUAGES, Context, Draft, Organisation, Severity
from bot.core.policy.engine import Check, check
from bot.core.policy.opinions import Opinion, add_opinions
from bot.core.policy.policy import Policy
from bot.core.suggesting.judging import Judge
from bot.files.prompt_files import PromptFiles, load_prompt_files
from bot.files.resemblance import LearnedResemblance
from tests.conftest import TODAY
from tests.fakes.model_port import ScriptedModel
from tests.tools.golden_prompts import (
    PROMPTS,
    Golden,
    list_goldens,
    list_released,
    list_versions,
    render_prompt,
)

NAMES = ("hooks", "judge", "questions", "recap", "reply", "rewrite")
GOLDENS = list_goldens()
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_MARKS = re.compile(r"\[[A-Z]+-\d+\]")


def of(*names: str) -> pytest.MarkDecorator:
    """Run a test with each case of these prompts."""
    chosen = [golden for golden in GOLDENS if golden.prompt in names]
    ids = [f"{golden.prompt}-{golden.folder.name}" for golden in chosen]
    return pytest.mark.parametrize("golden", chosen, ids=ids)


each_golden = of(*NAMES)


@pytest.fixture(scope="module")
def prompts() -> PromptFiles:
    return load_prompt_files(PROMPTS)


def _suggest(golden: Golden) -> Iterator[str]:
    """List what would be shown of a reply."""
    for said in golden.reply.values():
        for one in said if isinstance(said, list) else [said]:
            yield one["text"] if isinstance(one, dict) else one


def _check(
    golden: Golden,
    text: str,
    policy: Policy,
    organisation: Organisation,
    resemblance: LearnedResemblance,
) -> Check:
    setting = golden.inputs.get("setting", "pharma")
    network = golden.inputs.get("network", "linkedin")
    context = Context(TODAY, organisation, settings=(setting,), network=network)
    return check(Draft(text, context, language=golden.inputs["language"]), policy, resemblance)


def test_there_are_six_prompts_with_a_case_in_each_language(prompts: PromptFiles) -> None:
    assert tuple(prompts.versions) == NAMES
    for name in NAMES:
        told = {golden.inputs["language"] for golden in GOLDENS if golden.prompt == name}
        assert told == set(LANGUAGES), name


def test_a_released_version_is_never_edited() -> None:
    hint = "write a new version beside it, and its line into prompts/released.txt"
    assert list_released() == list(list_versions()), hint


@each_golden
def test_what_is_sent_is_what_was_reviewed(golden: Golden, prompts: PromptFiles) -> None:
    sent = render_prompt(prompts.compose(golden.prompt, golden.inputs))
    hint = "run `python -m tests.tools.golden_prompts` and read the diff"
    assert sent == (golden.folder / "rendered.txt").read_text("utf-8"), hint


@each_golden
def test_the_reply_fits_the_schema(golden: Golden, prompts: PromptFiles) -> None:
    schema = prompts.compose(golden.prompt, golden.inputs).schema
    faults = jsonschema.Draft202012Validator(schema).iter_errors(golden.reply)
    assert [fault.message for fault in faults] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_strict(name: str, prompts: PromptFiles) -> None:
    schema = prompts.versions[name][-1].schema
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = list(_list_objects(schema))
    assert objects
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def _list_objects(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if schema["type"] == "object":
        yield schema
        for part in schema["properties"].values():
            yield from _list_objects(part)
    elif schema["type"] == "array":
        yield from _list_objects(schema["items"])


@each_golden
def test_the_reply_is_what_the_case_expects(golden: Golden) -> None:
    said = str(golden.reply)
    assert all(words in said for words in golden.expect.get("has", ()))
    assert not any(words in said for words in golden.expect.get("lacks", ()))


@of("hooks", "rewrite", "questions", "recap", "reply")
def test_a_suggestion_says_nothing_new_and_is_clean(
    golden: Golden, policy: Policy, organisation: Organisation, resemblance: LearnedResemblance
) -> None:
    given = golden.untrusted
    for text in _suggest(golden):
        found = _check(golden, text, policy, organisation, resemblance).findings
        assert not [one.rule for one in found if one.severity is not Severity.CONSIDER], text
        for kind in (_EMOJI, _MARKS, re.compile(r"\d+")):
            assert set(kind.findall(text)) <= set(kind.findall(given)), text


@of("hooks")
def test_a_first_line_is_a_statement_of_the_draft(golden: Golden) -> None:
    hooks = golden.reply["hooks"]
    assert len({hook["style"] for hook in hooks}) == len(hooks)
    for hook in hooks:
        assert "?" not in hook["text"]
        assert len(hook["text"]) <= 140
        assert hook["origin"] in golden.inputs["draft"]
        words = re.findall(r"\w+", hook["text"].lower())
        drafted = set(re.findall(r"\w+", golden.inputs["draft"].lower()))
        assert sum(word in drafted for word in words) >= 0.9 * len(words), hook["text"]


@of("questions")
def test_a_question_is_short_and_one(golden: Golden) -> None:
    questions = golden.reply["questions"]
    assert questions
    for question in questions:
        assert (question.count("?"), question[-1]) == (1, "?")
        assert len(question) <= 120


@of("judge")
def test_what_the_judge_quotes_becomes_a_thought(
    golden: Golden, policy: Policy, organisation: Organisation, resemblance: LearnedResemblance
) -> None:
    draft = golden.inputs["draft"]
    checked = _check(golden, draft, policy, organisation, resemblance)
    asked = {one["id"] for one in golden.inputs["rules"]}
    opinions = []
    for said in golden.reply["findings"]:
        assert said["rule"] in asked
        assert draft.count(said["quote"]) == 1
        rule = policy.find_rule(said["rule"])
        assert rule is not None
        start = draft.index(said["quote"])
        opinions.append(Opinion(rule, start, start + len(said["quote"])))
    judged = add_opinions(checked, opinions, "en")
    for opinion in opinions:
        found = [
            one for one in judged if (one.start, one.topic) == (opinion.start, opinion.rule.topic)
        ]
        assert [(one.by, one.severity) for one in found] == [("model", Severity.CONSIDER)]


async def test_the_judge_is_asked_with_the_questions_of_the_policy(
    policy: Policy,
    organisation: Organisation,
    prompts: PromptFiles,
    resemblance: LearnedResemblance,
) -> None:
    (golden,) = [one for one in GOLDENS if one.folder.name == "de-strangers-at-lunch"]
    checked = _check(golden, golden.inputs["draft"], policy, organisation, resemblance)
    model = ScriptedModel({"judge": golden.reply})
    context = checked.reading.context
    judged = await Judge(model, prompts).judge(Draft(golden.inputs["draft"], context), checked)
    assert [one.rule.id for one in judged.opinions] == ["deal-hinted-at"]
    (sent,) = model.asked
    assert (sent.title, sent.role, len(sent.user)) == ("judge@1", "judge", 1)
    for rule in policy.asked:
        assert f"- {rule.id}: {rule.question}\n" in sent.system
    assert "Krawatten" not in sent.system


def test_every_case_of_a_judged_rule_can_be_shown(
    policy: Policy, organisation: Organisation
) -> None:
    """Its bad examples run only with a model; that their quotes become a thought can be tried."""
    assert len(policy.asked) >= 8
    for rule in policy.asked:
        for language, block in rule.blocks.items():
            for example in [one for one in block.examples if one.kind == "bad"]:
                settings = (example.setting,) if example.setting else ()
                context = Context(TODAY, organisation, settings=settings)
                checked = check(Draft(example.text, context, language=language), policy)
                opinions = [Opinion(rule, *span) for span in example.spans]
                assert all(end - start <= 120 for start, end in example.spans), example.text
                topics = {one.topic for one in add_opinions(checked, opinions, language)}
                assert rule.topic in topics, example.text


def test_no_two_questions_are_the_same(policy: Policy) -> None:
    questions = sorted(rule.question for rule in policy.asked)
    assert all(one != other for one, other in pairwise(questions))
    assert all(question.startswith("Does the draft") for question in questions)
    assert all("Not: " in question for question in questions)
