"""`jourfix policies check`: rules with their examples, the lessons, and what stands beside."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from bot.channels.terminal.policies_command import PoliciesCommand
from bot.core.model import NO_ORGANISATION
from bot.files.lessons import load_lessons
from bot.files.policies import load_policy
from tests.channels.terminal.conftest import Command, make_rules
from tests.conftest import POLICIES
from tests.fakes.policies import write_installation

LESSON = "first-sentence.yaml"
PACK = """\
title: Test
version: "1"
owner: Comms
sign_off: Legal
documents:
  house: {title: House rules}
"""
RULE = """\
id: loud-word
topic: conduct
severity: adjust
source: {document: house}
en:
  when: {terms: [stupid]}
  message: "“{found}” hurts."
  why: "It hurts."
  fix: "Say it calmly."
  examples:
    - bad: "A [[stupid]] idea."
    - bad: "How [[stupid]] of them."
    - bad: "They are [[stupid]]."
    - good: "A good idea."
    - good: "How kind of them."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "policies"
    for name in ("test", "vocabularies", "lessons"):
        (root / name).mkdir(parents=True)
    (root / "vocabularies" / "protected-speech.yaml").write_text("about: none\n")
    (root / "test" / "pack.yaml").write_text(PACK)
    (root / "test" / "loud-word.yaml").write_text(RULE)
    shutil.copy(POLICIES / "lessons" / LESSON, root / "lessons")
    return root


def command(folder: Path) -> PoliciesCommand:
    return PoliciesCommand(
        load_policy(folder), NO_ORGANISATION, None, partial(load_lessons, folder)
    )


def test_sound_rules_and_lessons_have_no_complaint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder).check_packs([]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "0 complaints" in said.err


def test_a_lesson_that_a_rule_finds_is_a_complaint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "lessons" / LESSON
    path.write_text(path.read_text().replace("Take your last text", "Take your stupid last text"))
    assert command(folder).check_packs([]) == 1
    said = capsys.readouterr().out
    assert f"policies/lessons/{LESSON}:" in said
    assert "“stupid” (loud-word)" in said
    assert command(folder).check_packs(["test"]) == 0


def test_broken_contents_are_named_one_a_line(jourfix: Command, tmp_path: Path) -> None:
    policies = write_installation(tmp_path, *make_rules())
    for name in ("dilemmas", "prompts", "launch-kit"):
        shutil.copytree(POLICIES / name, policies / name)
    sound = jourfix("policies", "check", JOURFIX_POLICIES=str(policies))
    assert (sound.status, sound.out) == (0, b"")

    dilemma = policies / "dilemmas" / "like-abroad.yaml"
    dilemma.write_text(dilemma.read_text("utf-8").replace("best: c", "best: d"), "utf-8")
    days = policies / "prompts" / "days.yaml"
    days.write_text(days.read_text("utf-8").replace("date: 05-12", "date: 05-32"), "utf-8")
    broken = jourfix("policies", "check", JOURFIX_POLICIES=str(policies))
    first, second = broken.out.decode().splitlines()
    assert broken.status == 1
    assert first.startswith("policies/dilemmas/like-abroad.yaml:")
    assert "One of: a, b, c" in first
    assert second.startswith("policies/prompts/days.yaml:")
    assert "2 complaints" in broken.err
    assert jourfix("policies", "check", "test", JOURFIX_POLICIES=str(policies)).status == 0


def test_a_rule_that_asks_a_model_is_shown_as_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asking = RULE.replace("loud-word", "hinted")
    asking = asking.replace("  when: {terms: [stupid]}\n", "")
    asking = asking.replace("en:\n", 'when: {judge: "Does the draft hint?"}\nen:\n')
    (folder / "test" / "hinted.yaml").write_text(asking)
    assert command(folder).list_rules() == 0
    listed = capsys.readouterr().out
    assert listed.count("consider (model)") == 1
    assert command(folder).show_rule("hinted", None) == 0
    assert "A language model is asked: Does the draft hint?" in capsys.readouterr().out
    assert command(folder).show_rule("loud-word", None) == 0
    assert "model" not in capsys.readouterr().out
