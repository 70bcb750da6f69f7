"""Every rule against its own examples, and the promises about their number."""

from collections import Counter

import pytest

from bot.core.model import LANGUAGES, TOPICS, Organisation
from bot.core.policy.examples import run_examples
from bot.core.policy.policy import Policy
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import TRUSTED


def test_every_example_of_every_rule_holds(
    policy: Policy, organisation: Organisation, resemblance: LearnedResemblance
) -> None:
    complaints = run_examples(policy, organisation, resemblance)
    assert not complaints, "\n".join(str(complaint) for complaint in complaints)


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_examples_in_each_language_and_setting(policy: Policy, topic: str) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for rule in policy.rules:
        if rule.topic != topic:
            continue
        for language, block in rule.blocks.items():
            for example in block.examples:
                places = {"pharma"} if example.setting == "pharma" else {"hospital"}
                for place in places if example.setting else {"pharma", "hospital"}:
                    counts[language, place, example.kind] += 1
    for language in LANGUAGES:
        for place in ("pharma", "hospital"):
            for kind, least in (("bad", 5), ("good", 5), ("gap", 2)):
                assert counts[language, place, kind] >= least, (topic, language, place, kind)


def test_the_policy_that_comes_with_the_program_is_marked_as_tried(policy: Policy) -> None:
    """Its examples run above; a first start need not run them again."""
    hint = "run `make trusted` after a change of rules, words or weights"
    assert TRUSTED.read_text("utf-8").strip() == policy.hash, hint
