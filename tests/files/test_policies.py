"""Broken policies: the complaint names file, line and remedy; nothing half-checked is loaded."""

import shutil
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.files.policies import load_policy
from bot.files.trusted import load_trusted_policy

ROOT = Path(__file__).parent.parent.parent

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
    pack = tmp_path / "policies" / "test"
    pack.mkdir(parents=True)
    (tmp_path / "policies" / "vocabularies").mkdir()
    for name in ("protected-speech",):
        (tmp_path / "policies" / "vocabularies" / f"{name}.yaml").write_text("about: none\n")
    shutil.copy(ROOT / "policies" / "organisation.example.yaml", tmp_path / "policies")
    (pack / "pack.yaml").write_text(PACK)
    (pack / "loud-word.yaml").write_text(RULE)
    return tmp_path / "policies"


def test_a_sound_policy_is_loaded_and_named_by_its_content(folder: Path, tmp_path: Path) -> None:
    first = load_trusted_policy(folder, tmp_path / "cache")
    assert first.checked == ("test@1",)
    assert load_policy(folder).hash == first.hash
    rule = folder / "test" / "loud-word.yaml"
    rule.write_text(RULE.replace("calmly", "kindly"))
    assert load_policy(folder).hash != first.hash


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("topic: conduct", "topic: condukt", 2, "Did you mean “conduct”?"),
        ("severity: adjust", "severity: loud", 3, "adjust"),
        ("severity: adjust", "severity: adjust\nalone: ask", 4, "leave “alone” out"),
        ("{document: house}", "{document: hose}", 4, "Did you mean “house”?"),
        ("when: {terms: [stupid]}", "when: {terms: [st*]}", 6, "docs/rules.md"),
        ("when: {terms: [stupid]}", "when: {vocabulary: insults}", 6, "One of"),
        ("when: {terms: [stupid]}", 'when: {pattern: "(?=stupid)"}', 6, "No lookaround"),
        ("when: {terms: [stupid]}", "when: {detector: medicin}", 6, "Did you mean “medicine”?"),
        ("“{found}” hurts", "“{fund}” hurts", 7, "Placeholders"),
        ("  why:", "  wy:", 8, "Did you mean “why”?"),
        ("id: loud-word", "id: loudword", 1, "id: loud-word"),
        ("id: loud-word", "id: 'loud-word", 0, "quotes"),
    ],
)
def test_a_broken_rule_is_refused_with_its_line_and_remedy(
    folder: Path, old: str, new: str, line: int, remedy: str
) -> None:
    rule = folder / "test" / "loud-word.yaml"
    rule.write_text(RULE.replace(old, new, 1))
    with pytest.raises(ContentError) as refused:
        load_policy(folder)
    assert refused.value.path.endswith("loud-word.yaml")
    assert not line or refused.value.line == line
    assert remedy in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"A [[stupid]] idea."', '"A [[silly]] idea."', "finds nothing"),
        ('good: "A good idea."', 'good: "A stupid idea."', "found by loud-word"),
        (
            '- good: "How kind of them."',
            '- good: "How kind."\n    - gap: "How stupid."',
            "gap is found",
        ),
    ],
)
def test_a_policy_whose_examples_fail_is_not_loaded(
    folder: Path, tmp_path: Path, old: str, new: str, problem: str
) -> None:
    (folder / "test" / "loud-word.yaml").write_text(RULE.replace(old, new))
    with pytest.raises(ContentError) as refused:
        load_trusted_policy(folder, tmp_path / "cache")
    assert problem in str(refused.value)
    assert "loud-word.yaml:" in str(refused.value)


def test_a_vocabulary_names_the_line_of_a_bad_term(folder: Path) -> None:
    (folder / "vocabularies" / "words.yaml").write_text(
        "about: x\nen: |\n  good word\n  bad <wrod>\n"
    )
    with pytest.raises(ContentError) as refused:
        load_policy(folder)
    assert refused.value.line == 4


def test_a_repeated_rule_id_names_both_files(folder: Path) -> None:
    other = folder / "other"
    other.mkdir()
    (other / "pack.yaml").write_text(PACK)
    (other / "loud-word.yaml").write_text(RULE)
    with pytest.raises(ContentError, match="another rule"):
        load_policy(folder)
