"""Compose the messages about the content plan."""

from collections.abc import Mapping, Sequence

from bot.core.language.days import write_near_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.library.messages import IDEAS
from bot.core.programme.people.messages import JOIN
from bot.core.programme.weekplan.plan import PlanText, WeekPlan
from bot.core.programme.weekplan.wording import WEEK_PLAN_WORDINGS
from bot.core.programme.weeks import Week

# The actions of the buttons; values are names of weeks.
PLAN = "week-plan"
DESK, EDIT, WRITE = "week-plan-desk", "week-plan-edit", "week-plan-write"
_LONGEST_TEASER = 60


def compose_plan(
    weeks: Sequence[tuple[Week, PlanText | None]], language: Language, *, is_ambassador: bool
) -> Message:
    """Show this week's plan and the next one's."""
    wording = WEEK_PLAN_WORDINGS[language]
    if not is_ambassador:
        choices = Choices((Choice(wording.join, JOIN, style="primary"),))
        return Message(
            "week-plan", wording.not_joined, (Paragraph(wording.not_joined), choices), language
        )
    parts: list[Part] = [Paragraph(wording.door, "strong")]
    titles = (wording.this_week, wording.next_week)
    for title, (week, text) in zip(titles, weeks, strict=True):
        parts += show_week(f"{title}: {name_week(week, language)}", text, language)
    parts.append(Paragraph(wording.offer, "quiet"))
    parts.append(Choices((Choice(wording.idea, IDEAS),)))
    return Message("week-plan", wording.door, tuple(parts), language)


def show_week(title: str, text: PlanText | None, language: Language) -> list[Part]:
    """Show what is planned for a week."""
    if text is None:
        return [Listing(title, (WEEK_PLAN_WORDINGS[language].nothing,))]
    return [Listing(title, tuple(list_lines(text)))]


def list_lines(text: PlanText) -> list[str]:
    """List the lines of a theme, its tags and links the last."""
    tags = [" ".join(text.hashtags)] if text.hashtags else []
    return [*text.lines, *tags, *text.links]


def compose_desk(
    weeks: Sequence[Week], plans: Mapping[str, WeekPlan], language: Language
) -> Message:
    """Show an editor the next weeks."""
    wording = WEEK_PLAN_WORDINGS[language]
    lines = []
    for week in weeks:
        plan = plans.get(week.name)
        teaser = plan.written.splitlines()[0] if plan else wording.empty
        lines.append(f"{name_week(week, language)}: {teaser[:_LONGEST_TEASER]}")
    choices = tuple(
        Choice(wording.number.format(number=week.number), EDIT, week.name) for week in weeks
    )
    parts = (Paragraph(wording.choose_week, "strong"), Listing("", tuple(lines)), Choices(choices))
    return Message("week-plan-desk", wording.choose_week, parts, language)


def compose_form(week: Week, written: str, language: Language) -> Message:
    """Ask for the theme of a week."""
    wording = WEEK_PLAN_WORDINGS[language]
    title = name_week(week, language)
    choice = Choice(wording.save, WRITE, week.name, "primary")
    form = Form(title, wording.label, wording.hint, choice, written)
    return Message("week-plan-form", title, (form,), language)


def compose_saved(week: Week, text: PlanText, language: Language) -> Message:
    """Show an editor what was saved, as readers see it."""
    wording = WEEK_PLAN_WORDINGS[language]
    choices = (
        Choice(wording.change, EDIT, week.name),
        Choice(wording.desk, DESK),
    )
    parts = (
        Paragraph(wording.saved, "strong"),
        *show_week(name_week(week, language), text, language),
        Choices(choices),
    )
    return Message("week-plan-saved", wording.saved, parts, language)


def compose_too_much(week: Week, part: str, language: Language) -> Message:
    """Say what is too much for a week, and offer to write it again."""
    wording = WEEK_PLAN_WORDINGS[language]
    text = wording.too_much.format(part=part)
    parts = (Paragraph(text), Choices((Choice(wording.change, EDIT, week.name),)))
    return Message("week-plan-unread", text, parts, language)


def name_week(week: Week, language: Language) -> str:
    """Name a week as people do: by number, first and last working day."""
    wording = WEEK_PLAN_WORDINGS[language]
    first, last = (write_near_day(week.find_day(weekday), language) for weekday in (0, 4))
    return wording.week.format(number=week.number, first=first, last=last)
