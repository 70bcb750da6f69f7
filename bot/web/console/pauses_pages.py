"""Letting a rule rest: one form, which leads to what the change does."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.house_rules.pausing import Done, Pausing, Wish, list_modes
from bot.core.house_rules.trying import Trying
from bot.core.model import Language
from bot.core.policy.pause import LONGEST_PAUSE, LONGEST_WHY, NEVER_AT_REST
from bot.core.policy.policy import Policy
from bot.core.policy.rule import Rule
from bot.core.programme.number_sentences import spell_day
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, EDITORS, go
from bot.web.console.pauses_wording import PAUSES_WORDINGS

PAUSES = f"{AT}/pauses"
_USUAL = 30  # days: a month to write the rule anew


@dataclass(frozen=True)
class PausesPages:
    """The pages that put a pause into the draft, or take it out, and begin to try that.

    Args:
        frame: Renders them.
        pausing: Changes the draft.
        trying: Tries it.
        find_policy: Gives what is in force now.
    """

    frame: Frame
    pausing: Pausing
    trying: Trying
    find_policy: Callable[[], Policy]

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(f"{PAUSES}/{{name}}", self.show, EDITORS),
            Page(f"{PAUSES}/{{name}}/keep", self.keep, EDITORS, "POST", "rule-rested"),
            Page(f"{PAUSES}/{{name}}/end", self.end, EDITORS, "POST", "rule-pause-ended"),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the form for a rule."""
        return self._show(visit, Wish("", suggest_day(self.pausing.today).isoformat(), ""), "kept")

    async def keep(self, visit: Visit) -> Response:
        """Let the rule rest, in the draft; what does not fit is shown again as it was typed."""
        rule = self._find_rule(visit)
        if rule is None:
            return self.frame.miss(visit.language)
        wish = Wish(
            visit.read_field("mode", 20),
            visit.read_field("until", 20),
            visit.read_field("why", LONGEST_WHY + 1),
        )
        done = await self.pausing.rest(rule, wish)
        return self._try() if done == "kept" else self._show(visit, wish, done)

    async def end(self, visit: Visit) -> Response:
        """Let the rule speak again, in the draft."""
        done = await self.pausing.end(visit.request.path_params["name"])
        return self._try() if done == "kept" else go(f"{AT}?done={done}")

    def _try(self) -> Response:
        self.trying.begin()
        return go(f"{AT}/trial")

    def _find_rule(self, visit: Visit) -> Rule | None:
        return self.find_policy().find_rule(visit.request.path_params["name"])

    def _show(self, visit: Visit, wish: Wish, done: Done) -> Response:
        rule = self._find_rule(visit)
        if rule is None:
            return self.frame.miss(visit.language)
        wording = PAUSES_WORDINGS[visit.language]
        return self.frame.show(
            "house_pause.html", visit.language, visit.session, visit.roles,
            status=200 if done == "kept" else 422,
            at=AT, pauses=wording, rule=rule.id, wish=wish,
            problem=wording.problems.get(done, ""),
            may_rest=rule.topic not in NEVER_AT_REST,
            form=describe_form(rule, self.pausing.today),
        )  # fmt: skip


@dataclass(frozen=True)
class PauseForm:
    """What the form offers for a rule: the ways to rest, and the days."""

    modes: Sequence[str]
    first: str
    last: str
    usual: str


def describe_form(rule: Rule, today: datetime.date) -> PauseForm:
    """Say what the form offers."""
    first, last = (today + datetime.timedelta(days=days) for days in (1, LONGEST_PAUSE))
    usual = suggest_day(today)
    return PauseForm(list_modes(rule), first.isoformat(), last.isoformat(), usual.isoformat())


def suggest_day(today: datetime.date) -> datetime.date:
    """Suggest until when."""
    return today + datetime.timedelta(days=_USUAL)


def tell_rest(rule: Rule, language: Language, today: datetime.date) -> str:
    """Say until when a rule rests; "" where it does not."""
    pause = rule.pause
    if pause is None or not pause.holds(today):
        return ""
    return PAUSES_WORDINGS[language].rests.format(until=spell_day(pause.until, language))
