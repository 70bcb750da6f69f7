"""Packs and rules as their readers see them, to be searched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.coaching.topic_names import name_topic
from bot.core.desk.staff import EVERY_ROLE
from bot.core.house_rules.pausing import Pausing
from bot.core.model import LANGUAGES, Language, Source
from bot.core.policy.pause import NEVER_AT_REST
from bot.core.policy.policy import Policy
from bot.core.policy.resting import list_resting
from bot.core.policy.rule import Block, Example, Rule
from bot.core.programme.number_sentences import spell_day
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame, Section
from bot.web.console.pauses_pages import tell_rest
from bot.web.console.pauses_wording import PAUSES_WORDINGS
from bot.web.console.rules_wording import RULES_WORDINGS

_MOST_FOUND = 60
SECTION = Section(
    "/rules", {language: RULES_WORDINGS[language].label for language in LANGUAGES}, EVERY_ROLE
)


@dataclass(frozen=True)
class RulesPages:
    """The pages that show rules.

    Args:
        frame: Renders them.
        find_policy: Gives what is in force now.
        pausing: Knows since when a rule rests.
    """

    frame: Frame
    find_policy: Callable[[], Policy]
    pausing: Pausing

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page("/rules", self.show, EVERY_ROLE),
            Page("/rules/packs/{pack}", self.show_pack, EVERY_ROLE),
            Page("/rules/rule/{name}", self.show_rule, EVERY_ROLE),
        )

    async def show(self, visit: Visit) -> Response:
        """List the packs, or the rules that say what was searched."""
        policy, wanted = self.find_policy(), visit.read_query("q").strip()
        found = [rule for rule in policy.rules if _says(rule, wanted.lower())] if wanted else []
        return self._show(
            visit,
            "rules.html",
            at="/rules",
            packs=policy.packs,
            wanted=wanted,
            count=len(found),
            rules=self._tell_rules(found[:_MOST_FOUND], visit.language),
            resting=self._tell_rules(list_resting(policy, self.pausing.today), visit.language),
            hash=policy.hash,
        )

    async def show_pack(self, visit: Visit) -> Response:
        """List the rules of a pack, and who signs it off."""
        name = visit.request.path_params["pack"]
        pack = next((pack for pack in self.find_policy().packs if pack.id == name), None)
        if pack is None:
            return self.frame.miss(visit.language)
        return self._show(
            visit,
            "rules_pack.html",
            at="/rules",
            pack=pack,
            rules=self._tell_rules(pack.rules, visit.language),
            documents=list(pack.documents.values()),
        )

    async def show_rule(self, visit: Visit) -> Response:
        """Show a rule in the languages that it speaks."""
        rule = self.find_policy().find_rule(visit.request.path_params["name"])
        if rule is None:
            return self.frame.miss(visit.language)
        asked = visit.read_query("in", 2)
        chosen: Language = next(
            (language for language in LANGUAGES if language == asked and language in rule.blocks),
            visit.language if visit.language in rule.blocks else next(iter(rule.blocks)),
        )
        block = rule.blocks[chosen]
        return self._show(
            visit,
            "rules_rule.html",
            at="/rules",
            rule=rule,
            topic=name_topic(rule.topic, visit.language),
            block=block,
            chosen=chosen,
            weights=sorted({weight.value for weight in rule.severity.values()}),
            sources=[("", rule.source), *rule.local_sources.items()],
            examples=[(example.kind, mark_example(example)) for example in block.examples],
            rests=tell_rest(rule, visit.language, self.pausing.today),
            begun=await self._tell_beginning(rule, visit.language),
            may_rest=rule.topic not in NEVER_AT_REST,
        )

    async def _tell_beginning(self, rule: Rule, language: Language) -> str:
        """Say since when a rule rests, and by whom."""
        pause, wording = rule.pause, PAUSES_WORDINGS[language]
        if pause is None or not pause.holds(self.pausing.today):
            return ""
        begun, since = await self.pausing.find_beginning(pause), spell_day(pause.since, language)
        if begun is None:
            return since
        form = wording.begun if begun.author else wording.begun_by_nobody
        told = form.format(since=since, number=begun.number, author=begun.author)
        return f"{told}, {wording.second.format(name=begun.second)}" if begun.second else told

    def _tell_rules(
        self, rules: Sequence[Rule], language: Language
    ) -> list[tuple[Rule, str, list[str], str]]:
        """Give rules with their message, in a language that they speak, weights, and any rest."""
        return [
            (
                rule,
                _choose(rule, language).message,
                sorted({weight.value for weight in rule.severity.values()}),
                tell_rest(rule, language, self.pausing.today),
            )
            for rule in rules
        ]

    def _show(self, visit: Visit, template: str, **told: object) -> Response:
        return self.frame.show(
            template,
            visit.language,
            visit.session,
            visit.roles,
            status=200,
            wording=RULES_WORDINGS[visit.language],
            pauses=PAUSES_WORDINGS[visit.language],
            **told,
        )


def mark_example(example: Example) -> list[tuple[str, bool]]:
    """Give an example in pieces, each with whether the rule finds it."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in example.spans:
        pieces += [(example.text[at:start], False), (example.text[start:end], True)]
        at = end
    return [*pieces, (example.text[at:], False)]


def _choose(rule: Rule, language: Language) -> Block:
    return rule.blocks.get(language) or next(iter(rule.blocks.values()))


def _says(rule: Rule, wanted: str) -> bool:
    texts = [rule.id, rule.topic, _name(rule.source), *map(_name, rule.local_sources.values())]
    texts += [name_topic(rule.topic, language) for language in LANGUAGES]
    for block in rule.blocks.values():
        texts += [block.message, block.why, block.fix, *(one.text for one in block.examples)]
    return any(wanted in text.lower() for text in texts)


def _name(source: Source) -> str:
    return f"{source.title} {source.section}"
