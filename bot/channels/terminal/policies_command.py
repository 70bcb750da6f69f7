"""`jourfix policies list|show|check` for people."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.core.errors import ContentError
from bot.core.model import Language, Organisation
from bot.core.naming import nearest_name
from bot.core.policy.examples import run_examples
from bot.core.policy.policy import Policy
from bot.core.policy.rule import Rule
from bot.core.ports import Resemblance
from bot.core.programme.lessons import Lesson
from bot.core.programme.proofreading import proofread_lessons


@dataclass(frozen=True)
class PoliciesCommand:
    """Shows a policy; the organisation is the fictional one of the examples."""

    policy: Policy
    organisation: Organisation
    resemblance: Resemblance | None = None
    load_lessons: Callable[[], Sequence[Lesson]] = tuple
    contents: Sequence[Callable[[], object]] = ()  # load what else stands beside the packs

    def list_rules(self) -> int:
        """List packs and rules."""
        console = Console()
        for pack in self.policy.packs:
            table = Table(title=f"{pack.label}: {pack.owner}", title_justify="left", box=None)
            for column in ("rule", "topic", "severity", "languages"):
                table.add_column(column)
            for rule in pack.rules:
                table.add_row(rule.id, rule.topic, _name_weights(rule), " ".join(rule.blocks))
            console.print(table)
            console.print(f"To be signed off by: {pack.sign_off}\n", style="dim")
        return 0

    def show_rule(self, rule_id: str, language: Language | None) -> int:
        """Show one rule as its readers see it."""
        rule = self.policy.find_rule(rule_id)
        if rule is None:
            known = [known.id for known in self.policy.rules]
            raise ContentError(
                "policies", f"there is no rule “{rule_id}”", nearest_name(rule_id, known)
            )
        console = Console()
        console.print(Text(f"{rule.id}  {rule.topic}", style="bold"))
        console.print(Text(f"{rule.path}:{rule.line}", style="dim"))
        for place, source in (("general", rule.source), *rule.local_sources.items()):
            note = "" if source.verified else " (not verified: check with your legal team)"
            console.print(Text(f"  {place}: {source.title}, {source.section}{note}"))
        if rule.question:
            console.print(Text(f"  A language model is asked: {rule.question}"))
        for spoken in rule.blocks if language is None else (language,):
            if spoken in rule.blocks:
                _show_block(console, rule, spoken)
        return 0

    def check_packs(self, packs: Sequence[str]) -> int:
        """Run all examples, proofread the lessons; print a complaint a line.

        Exit status 1 when there is one. Where packs are named, the lessons are left alone.
        """
        known = [pack.id for pack in self.policy.packs]
        for name in packs:
            if name not in known:
                raise ContentError(
                    "policies", f"there is no pack “{name}”", nearest_name(name, known)
                )
        complaints = [
            complaint
            for complaint in run_examples(self.policy, self.organisation, self.resemblance)
            if not packs or any(f"/{pack}/" in complaint.path for pack in packs)
        ]
        broken = [] if packs else [*self._proofread_lessons(), *self._load_contents()]
        for complaint in (*complaints, *broken):
            print(complaint, file=sys.stdout)  # noqa: T201 - this is the console
        rules = len(self.policy.rules)
        examples = sum(len(b.examples) for rule in self.policy.rules for b in rule.blocks.values())
        Console(stderr=True).print(
            f"{len(self.policy.packs)} packs, {rules} rules, {examples} examples, "
            f"{len(complaints) + len(broken)} complaints. {self.policy.hash}"
        )
        return 1 if complaints or broken else 0

    def _proofread_lessons(self) -> Sequence[object]:
        try:
            lessons = self.load_lessons()
        except ContentError as error:
            return [error]
        return proofread_lessons(lessons, self.policy, self.organisation, self.resemblance)

    def _load_contents(self) -> Iterator[ContentError]:
        for load in self.contents:
            try:
                load()
            except ContentError as error:
                yield error


def _name_weights(rule: Rule) -> str:
    """Name what a rule weighs; what only a language model finds is a thought while it is alone."""
    weights = ", ".join(sorted({weight.value for weight in rule.severity.values()}))
    return f"consider by a model, else {weights}" if rule.is_judged else weights


def _show_block(console: Console, rule: Rule, language: Language) -> None:
    block = rule.blocks[language]
    console.print(Text(f"\n[{language}] {block.message}", style="bold"))
    console.print(Text(f"  {block.why}\n  {block.fix}"))
    for example in block.examples:
        console.print(Text(f"  {example.kind:>4}  {example.text}", style="dim"))
