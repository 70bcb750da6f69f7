"""Small policies for tests: rules as mappings, written to a folder as an editor would."""

import datetime
import functools
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.coaching.review import Coach
from bot.core.model import LANGUAGES, Context, Draft, Finding, Language
from bot.core.policy.engine import Check, check
from bot.core.policy.policy import Policy
from bot.files.hashtags import load_hashtags
from bot.files.policies import load_policy

ROOT = Path(__file__).parent.parent.parent
DAY = datetime.date(2026, 11, 22)
DOCUMENTS: Mapping[str, Mapping[str, Any]] = {
    "house": {"title": "House rules"},
    "german-law": {"title": "German law", "address": "https://law.example/de"},
    "dutch-law": {"title": "Dutch law", "verified": False},
}

RuleData = dict[str, Any]


def everywhere(*terms: str) -> dict[str, Any]:
    """Give a condition with the same terms in all three languages."""
    return {"terms": {language: list(terms) for language in LANGUAGES}}


def spoken(language: str, *terms: str) -> dict[str, Any]:
    """Give a condition with terms in one language."""
    return {"terms": {language: list(terms)}}


def make_rule(
    rule_id: str,
    when: Mapping[str, Any] | None = None,
    *,
    topic: str = "conduct",
    severity: str | Mapping[str, str] = "adjust",
    languages: Sequence[str] = LANGUAGES,
    **fields: Any,
) -> RuleData:
    """Make a rule; a language among `fields` adds to its block."""
    rule: RuleData = {
        "id": rule_id,
        "topic": topic,
        "severity": severity,
        "source": {"document": "house", "section": "1"},
    }
    for language in languages:
        rule[language] = {"message": f"{language}: {{found}}", "why": "Why.", "fix": "Fix."}
    if when is not None:
        rule["when"] = when
    for key, value in fields.items():
        rule[key] = {**rule[key], **value} if key in rule and key in LANGUAGES else value
    return rule


def write_policy(
    folder: Path,
    *rules: RuleData,
    vocabularies: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    pack: str = "test",
) -> Path:
    """Write a policies folder with one pack and give its path."""
    policies = folder / "policies"
    (policies / pack).mkdir(parents=True, exist_ok=True)
    (policies / "vocabularies").mkdir(exist_ok=True)
    words: dict[str, Any] = {"protected-speech": {}, **(vocabularies or {})}
    for name, by_language in words.items():
        _write(policies / "vocabularies" / f"{name}.yaml", {"about": "Test.", **by_language})
    about = {"title": "Test", "version": "1", "owner": "Comms", "sign_off": "Legal"}
    _write(policies / pack / "pack.yaml", {**about, "documents": DOCUMENTS})
    for rule in rules:
        _write(policies / pack / f"{rule['id']}.yaml", rule)
    return policies


def _write(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def build_policy(
    folder: Path,
    *rules: RuleData,
    vocabularies: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> Policy:
    """Write a policy and load it."""
    return load_policy(write_policy(folder, *rules, vocabularies=vocabularies))


def write_installation(folder: Path, *rules: RuleData, **words: Any) -> Path:
    """Write a policies folder that the command line can start with: answers and tags are ours."""
    policies = write_policy(folder, *rules, **words)
    for name in ("answers", "hashtags"):
        shutil.copytree(ROOT / "policies" / name, policies / name)
    shutil.copy(ROOT / "policies" / "vocabularies" / "roles.yaml", policies / "vocabularies")
    shutil.copy(ROOT / "policies" / "organisation.example.yaml", policies)
    return policies


def check_text(policy: Policy, text: str, hint: Language | None = None, **context: Any) -> Check:
    """Check a text; what is beside it goes into the context (date, organisation, settings, ...)."""
    return check(Draft(text, Context(**{"date": DAY, **context}), language=hint), policy)


def findings(
    policy: Policy, text: str, hint: Language | None = None, **context: Any
) -> tuple[Finding, ...]:
    """Give the findings of a text, after holding their spans against it."""
    found = check_text(policy, text, hint, **context).findings
    for finding in found:
        assert text[finding.start : finding.end] == finding.quote != ""
    return found


def quotes(policy: Policy, text: str, hint: Language | None = None, **context: Any) -> list[str]:
    """Give the words found in a text."""
    return [finding.quote for finding in findings(policy, text, hint, **context)]


def build_coach(policy: Policy) -> Coach:
    """Build a coach with our own hashtags."""
    return Coach(policy, _load_own_hashtags())


@functools.cache
def _load_own_hashtags() -> HashtagCatalogue:
    return load_hashtags(ROOT / "policies")
