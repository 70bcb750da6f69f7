"""Compose the messages to editors of pilots."""

import datetime
from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.pilots.desk_wording import PILOT_DESK_WORDINGS
from bot.core.programme.pilots.messages import describe_days, show_pack
from bot.core.programme.pilots.pack_text import PARTS, write_part
from bot.core.programme.pilots.pilot import LEADS, Lead, Pilot, choose_leads, list_missing
from bot.core.programme.pilots.pilot import name_in_button as name_person

# The actions of the buttons. The values begin with the pilot's id.
DESK, NEW, MADE, DRAFT = "pilot-desk", "pilot-new", "pilot-made", "pilot-draft"
EDIT, WRITE = "pilot-edit", "pilot-write"
PEOPLE, ASK = "pilot-people", "pilot-ask"
OPEN, INVITE, CALL_OFF, PAGE = "pilot-open", "pilot-invite", "pilot-off", "pilot-page"
YES = "yes"
_PEOPLE_A_PAGE = 8


def compose_desk(pilots: Sequence[Pilot], language: Language) -> Message:
    """Show editors all pilots."""
    wording = PILOT_DESK_WORDINGS[language]
    told = [(one.title, describe_days(one, language), wording.states[one.state]) for one in pilots]
    lines = tuple(", ".join(part for part in parts if part) for parts in told)
    choices = (
        *(Choice(pilot.title, DRAFT, pilot.id) for pilot in pilots),
        Choice(wording.new, NEW, style="primary"),
    )
    listing = Listing("", lines) if lines else Paragraph(wording.none)
    parts = (Paragraph(wording.title, "strong"), listing, Choices(choices))
    return Message("pilot-desk", wording.title, parts, language)


def compose_title_form(language: Language) -> Message:
    """Ask for the name of a new pilot."""
    wording = PILOT_DESK_WORDINGS[language]
    choice = Choice(wording.save, MADE, style="primary")
    form = Form(wording.ask_title, wording.parts["title"], wording.title_hint, choice)
    return Message("pilot-form", wording.ask_title, (form,), language)


def compose_draft(
    pilot: Pilot,
    asked: Sequence[Lead],
    people: Sequence[Ambassador],
    language: Language,
    *,
    today: datetime.date,
    note: str = "",
) -> Message:
    """Show an editor one pilot: what stands, what lacks, what can be done."""
    wording = PILOT_DESK_WORDINGS[language]
    parts: list[Part] = [Paragraph(note, "strong")] if note else []
    about = (describe_days(pilot, language), pilot.place, wording.states[pilot.state])
    parts += [
        Paragraph(pilot.title, "strong"),
        Paragraph(", ".join(one for one in about if one)),
        *show_pack(pilot, language),
        _show_leads(asked, people, language),
    ]
    missing = list_missing(pilot, len(choose_leads(asked)))
    if missing and pilot.state == "draft":
        lines = tuple(wording.missing[one] for one in missing)
        parts.append(Listing(wording.missing_title, lines))
    if pilot.state != "off":
        changes = tuple(Choice(wording.parts[one], EDIT, f"{pilot.id} {one}") for one in PARTS)
        parts.append(Choices(changes, wording.change))
    is_over = pilot.tell_stage(today) == "after"
    choices = _list_choices(pilot, asked, language, is_ready=not missing, is_over=is_over)
    parts.append(Choices(choices))
    return Message("pilot-draft", note or pilot.title, tuple(parts), language)


def _show_leads(asked: Sequence[Lead], people: Sequence[Ambassador], language: Language) -> Part:
    wording = PILOT_DESK_WORDINGS[language]
    names = {one.person: one.name for one in people}
    lines = tuple(
        f"{names.get(one.person) or wording.somebody}: {wording.lead_states[one.answer]}"
        for one in asked
    )
    return Listing(wording.leads_title, lines or (wording.no_leads,))


def _list_choices(
    pilot: Pilot, asked: Sequence[Lead], language: Language, *, is_ready: bool, is_over: bool
) -> tuple[Choice, ...]:
    wording = PILOT_DESK_WORDINGS[language]
    choices: list[Choice] = []
    if pilot.state != "off" and sum(one.answer != "no" for one in asked) < LEADS:
        choices.append(Choice(wording.ask_lead, PEOPLE, f"{pilot.id} 0"))
    if pilot.state == "draft" and is_ready:
        choices.append(Choice(wording.open, OPEN, pilot.id, "primary"))
    if pilot.state == "open":
        if not is_over:
            choices.append(Choice(wording.invite, INVITE, pilot.id))
        choices.append(Choice(wording.page, PAGE, pilot.id))
    if pilot.state != "off" and not is_over:
        choices.append(Choice(wording.call_off, CALL_OFF, pilot.id, "danger"))
    choices.append(Choice(wording.title, DESK))
    return tuple(choices)


def compose_part_form(pilot: Pilot, part: str, language: Language) -> Message:
    """Ask for one field, with what stands in it."""
    wording = PILOT_DESK_WORDINGS[language]
    choice = Choice(wording.save, WRITE, f"{pilot.id} {part}", "primary")
    text = write_part(pilot, part, wording.until, language)
    form = Form(wording.parts[part], pilot.title, wording.hints[part], choice, text)
    return Message("pilot-form", wording.parts[part], (form,), language)


def compose_unread(pilot: str, part: str, what: str, language: Language) -> Message:
    """Say what could not be read, and offer to write it again; without a pilot: a new one."""
    wording = PILOT_DESK_WORDINGS[language]
    text = wording.unread.get(part, wording.unread_else).format(part=what)
    again = Choice(wording.again, EDIT, f"{pilot} {part}") if pilot else Choice(wording.again, NEW)
    parts = (Paragraph(text), Choices((again,)))
    return Message("pilot-unread", text, parts, language)


def compose_people(
    pilot: Pilot, people: Sequence[Ambassador], page: int, language: Language
) -> Message:
    """Offer ambassadors to ask, a few at a time."""
    wording = PILOT_DESK_WORDINGS[language]
    first = page * _PEOPLE_A_PAGE
    shown = people[first : first + _PEOPLE_A_PAGE]
    if not shown:
        return say("pilot-people", wording.nobody_left, language)
    choices = [
        Choice(one.name or wording.somebody, ASK, f"{pilot.id} {name_person(pilot.id, one.person)}")
        for one in shown
    ]
    if len(people) > first + _PEOPLE_A_PAGE:
        choices.append(Choice(wording.more, PEOPLE, f"{pilot.id} {page + 1}"))
    parts = (Paragraph(wording.choose_lead, "strong"), Choices(tuple(choices)))
    return Message("pilot-people", wording.choose_lead, parts, language)


def compose_invite_question(pilot: Pilot, language: Language) -> Message:
    """Say what an invitation is, before it goes."""
    wording = PILOT_DESK_WORDINGS[language]
    choices = (
        Choice(wording.invite, INVITE, f"{pilot.id} {YES}", "primary"),
        Choice(wording.not_yet, DRAFT, pilot.id),
    )
    parts = (Paragraph(wording.ask_invite, "strong"), Choices(choices))
    return Message("pilot-ask", wording.ask_invite, parts, language)


def compose_call_off_question(pilot: Pilot, language: Language) -> Message:
    """Ask whether a pilot is to be called off."""
    wording = PILOT_DESK_WORDINGS[language]
    question = wording.ask_call_off.format(title=pilot.title)
    choices = (
        Choice(wording.call_off, CALL_OFF, f"{pilot.id} {YES}", "danger"),
        Choice(wording.keep, DRAFT, pilot.id),
    )
    parts = (Paragraph(question, "strong"), Choices(choices))
    return Message("pilot-ask", question, parts, language)


def compose_answered(pilot: Pilot, name: str, *, is_yes: bool, language: Language) -> Message:
    """Tell an editor what somebody answered."""
    wording = PILOT_DESK_WORDINGS[language]
    sentence = wording.answered_yes if is_yes else wording.answered_no
    text = sentence.format(name=name or wording.somebody, title=pilot.title)
    choices = Choices((Choice(wording.show, DRAFT, pilot.id),))
    return Message("pilot-answered", text, (Paragraph(text, "strong"), choices), language)
