"""Compose the messages to those who take part in a pilot."""

from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.by_language import choose_lines
from bot.core.programme.people.messages import JOIN
from bot.core.programme.pilots.pilot import QUESTIONS, Member, Pilot, Question
from bot.core.programme.pilots.wording import PILOT_WORDINGS, PilotWording

# The actions of the buttons. The values begin with the pilot's id.
PILOTS, PILOT = "pilots", "pilot"
TAKE_PART, LEAVE, DAILY = "pilot-join", "pilot-leave", "pilot-daily"
LEAD = "pilot-lead"
TELL, TOLD = "pilot-tell", "pilot-told"
REPORT, NOTE, NOTED = "pilot-report", "pilot-note", "pilot-noted"
ON, OFF = "on", "off"


def compose_pilots(pilots: Sequence[Pilot], language: Language) -> Message:
    """Show the pilots there are, each behind a button."""
    wording = PILOT_WORDINGS[language]
    if not pilots:
        return say("pilots", wording.nothing, language)
    lines = tuple(f"{one.title}: {describe_days(one, language)}" for one in pilots)
    choices = tuple(Choice(one.title, PILOT, one.id) for one in pilots)
    parts = (Paragraph(wording.title, "strong"), Listing("", lines), Choices(choices))
    return Message("pilots", wording.title, parts, language)


def compose_pilot(
    pilot: Pilot,
    member: Member | None,
    leads: Sequence[Ambassador],
    prompt: str,
    language: Language,
    *,
    is_over: bool = False,
) -> Message:
    """Show one pilot; without a member: to somebody who is no ambassador."""
    wording = PILOT_WORDINGS[language]
    parts: list[Part] = [Paragraph(pilot.title, "strong")]
    where = ", ".join(one for one in (describe_days(pilot, language), pilot.place) if one)
    parts.append(Paragraph(where))
    if leads:
        names = wording.and_.join(one.name or wording.somebody for one in leads)
        parts.append(Paragraph(wording.leads.format(names=names)))
    parts += show_pack(pilot, language)
    if prompt and not is_over:
        parts += [Paragraph(wording.question, "quiet"), Paragraph(prompt, "strong")]
        parts.append(Paragraph(wording.question_hint))
    if member is None:
        parts.append(Paragraph(wording.not_joined))
        parts.append(Choices((Choice(wording.join_programme, JOIN, style="primary"),)))
    else:
        parts.append(Choices(_list_choices(pilot, member, wording, is_over=is_over)))
    return Message("pilot", pilot.title, tuple(parts), language)


def show_pack(pilot: Pilot, language: Language) -> list[Part]:
    """Show do's, don'ts, hashtags and what must wait."""
    wording = PILOT_WORDINGS[language]
    parts: list[Part] = []
    for title, lines in ((wording.dos, pilot.dos), (wording.donts, pilot.donts)):
        items = choose_lines(lines, language)
        if items:
            parts.append(Listing(title, items))
    if pilot.hashtags:
        parts.append(Paragraph(wording.hashtags.format(tags=" ".join(pilot.hashtags))))
    if pilot.embargoes:
        waiting = tuple(
            wording.embargo_line.format(
                terms=", ".join(one.terms), day=write_day(one.until, language)
            )
            for one in pilot.embargoes
        )
        parts += [Listing(wording.embargo, waiting), Paragraph(wording.embargo_note, "quiet")]
    return parts


def _list_choices(
    pilot: Pilot, member: Member, wording: PilotWording, *, is_over: bool
) -> tuple[Choice, ...]:
    if not member.is_in:
        return () if is_over else (Choice(wording.join, TAKE_PART, pilot.id, "primary"),)
    if is_over:
        return list_questions(pilot, wording)
    label, value = (wording.no_daily, OFF) if member.wants_prompts else (wording.daily, ON)
    return (
        Choice(label, DAILY, f"{pilot.id} {value}"),
        Choice(wording.leave, LEAVE, pilot.id),
    )


def list_questions(pilot: Pilot, wording: PilotWording) -> tuple[Choice, ...]:
    """List the three questions, each a button."""
    return tuple(Choice(wording.questions[one], TELL, f"{pilot.id} {one}") for one in QUESTIONS)


def compose_joined(pilot: Pilot, language: Language) -> Message:
    """Welcome somebody to a pilot, and offer what they can switch on."""
    wording = PILOT_WORDINGS[language]
    choices = (
        Choice(wording.daily, DAILY, f"{pilot.id} {ON}"),
        Choice(wording.show, PILOT, pilot.id),
        Choice(wording.leave, LEAVE, pilot.id),
    )
    parts = (Paragraph(wording.joined, "strong"), Choices(choices))
    return Message("pilot-joined", wording.joined, parts, language, in_place=True)


def compose_lead_question(pilot: Pilot, language: Language) -> Message:
    """Ask somebody to lead."""
    wording = PILOT_WORDINGS[language]
    question = wording.ask_lead.format(title=pilot.title)
    parts: list[Part] = [Paragraph(question, "strong")]
    if pilot.starts_on:
        days = describe_days(pilot, language)
        parts.append(Paragraph(wording.ask_lead_days.format(days=days)))
    choices = (
        Choice(wording.yes, LEAD, f"{pilot.id} yes", "primary"),
        Choice(wording.no, LEAD, f"{pilot.id} no"),
    )
    return Message("pilot-lead", question, (*parts, Choices(choices)), language)


def compose_start(pilot: Pilot, language: Language) -> Message:
    """Say that it begins."""
    wording = PILOT_WORDINGS[language]
    title = wording.start.format(title=pilot.title, days=describe_days(pilot, language))
    choices = (
        Choice(wording.show, PILOT, pilot.id, "primary"),
        Choice(wording.daily, DAILY, f"{pilot.id} {ON}"),
    )
    parts = (Paragraph(title, "strong"), Paragraph(wording.start_next), Choices(choices))
    return Message("pilot-start", title, parts, language)


def compose_prompt(pilot: Pilot, prompt: str, language: Language) -> Message:
    """Ask the question of a day."""
    wording = PILOT_WORDINGS[language]
    parts = (
        Paragraph(pilot.title, "quiet"),
        Paragraph(prompt, "strong"),
        Paragraph(wording.question_hint),
        Choices((Choice(wording.no_daily, DAILY, f"{pilot.id} {OFF}"),)),
    )
    return Message("pilot-prompt", prompt, parts, language)


def compose_invitation(pilot: Pilot, language: Language) -> Message:
    """Invite somebody to a pilot."""
    wording = PILOT_WORDINGS[language]
    text = wording.invitation.format(title=pilot.title, days=describe_days(pilot, language))
    choices = (
        Choice(wording.join, TAKE_PART, pilot.id, "primary"),
        Choice(wording.show, PILOT, pilot.id),
    )
    return Message(
        "pilot-invitation", text, (Paragraph(text, "strong"), Choices(choices)), language
    )


def compose_called_off(pilot: Pilot, language: Language) -> Message:
    """Say that a pilot will not be."""
    text = PILOT_WORDINGS[language].called_off.format(title=pilot.title)
    return say("pilot-called-off", text, language)


def compose_end(pilot: Pilot, language: Language) -> Message:
    """Thank, and ask how it was."""
    wording = PILOT_WORDINGS[language]
    title = wording.end.format(title=pilot.title)
    choices = Choices(list_questions(pilot, wording))
    parts = (Paragraph(title, "strong"), Paragraph(wording.end_ask), choices)
    return Message("pilot-end", title, parts, language)


def compose_tell_form(pilot: Pilot, question: Question, language: Language) -> Message:
    """Ask one of the three questions."""
    wording = PILOT_WORDINGS[language]
    choice = Choice(wording.tell_send, TOLD, f"{pilot.id} {question}", "primary")
    title = wording.questions[question]
    form = Form(title, wording.tell_label, wording.tell_hint, choice)
    return Message("pilot-form", title, (form,), language)


def describe_days(pilot: Pilot, language: Language) -> str:
    """Describe the days of a pilot; empty while it has none."""
    if pilot.starts_on is None or pilot.ends_on is None:
        return ""
    wording = PILOT_WORDINGS[language]
    first, last = (write_day(one, language) for one in (pilot.starts_on, pilot.ends_on))
    return first if first == last else wording.days.format(first=first, last=last)
