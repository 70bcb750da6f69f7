"""Compose what everybody reads about groups: one's own, open calls, applying, the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import LEVELS, Level
from bot.core.programme.cohorts.call import Application, Call, Member
from bot.core.programme.cohorts.wording import COHORT_WORDINGS
from bot.core.programme.people.messages import JOIN, TIP
from bot.core.programme.people.wording import LANGUAGE_NAMES

# The actions of the buttons.
GROUPS, LEAVE = "groups", "group-leave"
APPLY, WRITE, WITHDRAW = "group-apply", "group-apply-write", "group-withdraw"


@dataclass(frozen=True)
class Own:
    """A group somebody is in, with its leads."""

    member: Member
    leads: Sequence[str]


def compose_groups(
    own: Sequence[Own], calls: Sequence[Call], applied: Sequence[str], language: Language
) -> Message:
    """Show somebody's groups, and what they may apply for."""
    wording = COHORT_WORDINGS[language]
    parts: list[Part] = [Paragraph(wording.title, "strong")]
    for one in own:
        parts += _describe_own(one, language)
    for call in calls:
        parts += _describe_call(call, language, is_applied=call.id in applied)
    if not calls:
        parts.append(Paragraph(wording.no_calls))
    return Message("groups", wording.title, tuple(parts), language, in_place=True)


def _describe_own(own: Own, language: Language) -> list[Part]:
    wording, member = COHORT_WORDINGS[language], own.member
    text = wording.own.format(name=member.cohort, day=write_day(member.since, language))
    led = wording.led_by.format(leads=", ".join(own.leads)) if own.leads else ""
    leave = Choice(wording.leave.format(name=member.cohort), LEAVE, member.call)
    return [Paragraph(f"{text} {led}".strip()), Choices((leave,))]


def _describe_call(call: Call, language: Language, *, is_applied: bool) -> list[Part]:
    wording = COHORT_WORDINGS[language]
    until = write_day(call.until, language) if call.until else ""
    parts: list[Part] = [
        Paragraph(call.name, "strong"),
        Paragraph(call.find_text(language)),
        Paragraph(wording.call.format(places=call.places, day=until), "quiet"),
    ]
    if is_applied:
        withdraw = Choice(wording.withdraw, WITHDRAW, call.id)
        return [*parts, Choices((withdraw,), wording.applied_already)]
    return [*parts, Choices((Choice(wording.apply, APPLY, call.id, "primary"),))]


def compose_level_question(call: Call, language: Language) -> Message:
    """Ask how sure somebody feels, and say who sees what they tell, before they tell it."""
    wording = COHORT_WORDINGS[language]
    question = wording.ask_level.format(name=call.name)
    choices = tuple(Choice(wording.levels[one], APPLY, f"{call.id} {one}") for one in LEVELS)
    parts = (
        Listing(wording.seen_title, wording.seen),
        Paragraph(question, "strong"),
        Choices(choices),
    )
    return Message("group-apply", question, parts, language, in_place=True)


def compose_language_question(call: Call, level: Level, language: Language) -> Message:
    """Ask in which language somebody would be in the group."""
    question = COHORT_WORDINGS[language].ask_language
    choices = tuple(
        Choice(LANGUAGE_NAMES[one], APPLY, f"{call.id} {level} {one}") for one in LANGUAGES
    )
    parts = (Paragraph(question, "strong"), Choices(choices))
    return Message("group-apply", question, parts, language, in_place=True)


def compose_form(value: str, known: str, language: Language) -> Message:
    """Ask where somebody works; sending it is the application."""
    wording = COHORT_WORDINGS[language]
    send = Choice(wording.form_send, WRITE, value, "primary")
    form = Form(wording.form_title, wording.form_label, wording.form_hint, send, known)
    return Message("group-form", wording.form_label, (form,), language)


def compose_unread(part: str, value: str, language: Language) -> Message:
    """Say what could not be read, and open the form again."""
    wording = COHORT_WORDINGS[language]
    text = wording.unread.format(part=part)
    again = Choices((Choice(wording.again_form, APPLY, value),))
    return Message("group-unread", text, (Paragraph(text), again), language)


def compose_applied(
    call: Call, application: Application, language: Language, *, is_told: bool
) -> Message:
    """Say what was handed in, and when they hear."""
    wording = COHORT_WORDINGS[language]
    told = describe_values(application, language)
    text = wording.applied.format(name=call.name, told=told)
    parts = (
        Paragraph(text, "strong"),
        Paragraph(wording.applied_told if is_told else wording.applied_find),
        Choices((Choice(wording.withdraw, WITHDRAW, call.id),)),
    )
    return Message("group-applied", text, parts, language, in_place=True)


def describe_values(application: Application, language: Language) -> str:
    """Describe what somebody told for a group."""
    values = (
        application.department,
        application.region,
        COHORT_WORDINGS[language].level_words[application.level],
        COHORT_WORDINGS[language].languages[application.language],
    )
    return ", ".join(value for value in values if value)


def compose_chosen(
    call: Call, leads: Sequence[str], language: Language, *, has_joined: bool
) -> Message:
    """Tell somebody that they are in; who has not joined the programme is asked to."""
    wording = COHORT_WORDINGS[language]
    text = wording.chosen.format(name=call.name)
    parts: list[Part] = [Paragraph(text, "strong")]
    if leads:
        parts.append(Paragraph(wording.chosen_lead.format(leads=", ".join(leads))))
    if has_joined:
        parts.append(Choices((Choice(wording.title, GROUPS),)))
    else:
        join = Choice(wording.start, JOIN, style="primary")
        parts += [Paragraph(wording.chosen_join), Choices((join,))]
    return Message("group-chosen", text, tuple(parts), language)


def compose_not_chosen(call: Call, language: Language) -> Message:
    """Tell somebody kindly that they are not in, and what is open to everybody."""
    wording = COHORT_WORDINGS[language]
    text = wording.not_chosen.format(name=call.name)
    choices = (Choice(wording.tip, TIP), Choice(wording.title, GROUPS))
    parts = (
        Paragraph(text),
        Paragraph(wording.not_chosen_why),
        Listing(wording.open_title, wording.open_to_all),
        Choices(choices),
    )
    return Message("group-not-chosen", text, parts, language)
