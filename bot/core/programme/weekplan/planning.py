"""The content plan: editors fill it week by week, ambassadors see this week and the next."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.programme.weekplan import messages
from bot.core.programme.weekplan.plan import PlanText, TooMuch, WeekPlan, choose_text, read_plan
from bot.core.programme.weekplan.wording import WEEK_PLAN_WORDINGS
from bot.core.programme.weeks import Week, find_week, read_week
from bot.core.programme.zones import find_today

_PLAN = Spoken(
    {
        "de": ("(?:themen|redaktions)?plan", "(?:themen|redaktions)?planung"),
        "nl": ("planning", "contentkalender"),
        "en": ("plan", "planning", "content plan"),
    }
)
_AHEAD = 6  # weeks that an editor sees at once
_FARTHEST = datetime.timedelta(days=366)
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Planning:
    """Implements the Feature of the content plan.

    Args:
        plans: One row a week.
        ambassadors: Who sees them.
        editors: Who writes them.
        clock: Tells the time.
        zone: The organisation's time zone.
    """

    plans: Shelf[WeekPlan]
    ambassadors: Shelf[Ambassador]
    editors: Editors
    clock: Clock
    zone: str

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_PLAN,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to the plan, or to where it is made."""
        wording = WEEK_PLAN_WORDINGS[language]
        if for_editors:
            return (Choice(wording.desk, messages.DESK),)
        return (Choice(wording.door, messages.PLAN),)

    async def find_plan(self, week: Week, language: Language) -> PlanText | None:
        """Give the theme of a week to a reader; None: there is none. May raise StorageError."""
        plan = await self.plans.find(week.name)
        return choose_text(plan, language) if plan else None

    async def list_lines(self, week: Week, language: Language) -> Sequence[str]:
        """List the lines of a week for the bundle. May raise StorageError."""
        text = await self.find_plan(week, language)
        return messages.list_lines(text) if text else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “plan”."""
        if _PLAN.read(incoming.text) is None:
            return None
        return [await self._show(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of readers and editors."""
        match choice.action:
            case messages.PLAN:
                return [await self._show(incoming, language)]
            case messages.DESK | messages.EDIT | messages.WRITE:
                refusal = self.editors.refuse(incoming, language)
                return [refusal or await self._answer_editor(incoming, choice, language)]
            case _:
                return None

    def _find_this_week(self) -> Week:
        return find_week(find_today(self.clock, self.zone))

    async def _show(self, incoming: Incoming, language: Language) -> Message:
        is_ambassador = await self.ambassadors.find(incoming.person) is not None
        this_week = self._find_this_week()
        weeks = (this_week, find_week(this_week.monday + _WEEK))
        found = [(week, await self.find_plan(week, language)) for week in weeks]
        return messages.compose_plan(found, language, is_ambassador=is_ambassador)

    async def _answer_editor(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        week = self._read_week(choice.value)
        if choice.action == messages.DESK or week is None:
            return await self._show_desk(language)
        if choice.action == messages.EDIT:
            plan = await self.plans.find(week.name)
            return messages.compose_form(week, plan.written if plan else "", language)
        return await self._write(incoming, week, language)

    async def _show_desk(self, language: Language) -> Message:
        monday = self._find_this_week().monday
        weeks = [find_week(monday + number * _WEEK) for number in range(_AHEAD)]
        plans = {plan.week: plan for plan in await self.plans.list_things()}
        return messages.compose_desk(weeks, plans, language)

    async def _write(self, incoming: Incoming, week: Week, language: Language) -> Message:
        wording = WEEK_PLAN_WORDINGS[language]
        plan = read_plan(week.name, incoming.text)
        if isinstance(plan, TooMuch):
            return messages.compose_too_much(week, plan.part, language)
        if not messages.list_lines(choose_text(plan, language)):
            await self.plans.remove(week.name)
            return say("week-plan-removed", wording.removed, language)
        await self.plans.keep(week.name, plan)
        return messages.compose_saved(week, choose_text(plan, language), language)

    def _read_week(self, name: str) -> Week | None:
        """Read the name of a week that can be planned: not over, and not years away."""
        try:
            week = read_week(name)
        except ValueError:
            return None
        this_week = self._find_this_week()
        return week if this_week <= week <= find_week(this_week.monday + _FARTHEST) else None
