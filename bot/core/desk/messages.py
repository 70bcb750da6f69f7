"""Compose the messages about a case."""

import datetime
from collections.abc import Awaitable, Callable, Sequence

from bot.core.coaching.replies import find_contact, say
from bot.core.coaching.wording import WORDINGS
from bot.core.desk.case import DECISIONS, TEAMS, Case, Decision, Noted, Team
from bot.core.desk.wording import DESK_WORDINGS, DeskWording
from bot.core.message import (
    Choice,
    Choices,
    Copyable,
    Form,
    Listing,
    Mark,
    MarkedDraft,
    Message,
    Paragraph,
    Part,
)
from bot.core.model import Context, Language, Organisation, Severity

# The actions of the buttons of a case; the value is the case's id.
SEND, KEEP, TAKE, DECIDE, REPLY, PASS_ON, HAND_OVER = (
    "case-send",
    "case-keep",
    "case-take",
    "case-decide",
    "case-reply",
    "case-pass-on",
    "case-hand-over",
)
OF_EDITORS = frozenset({TAKE, DECIDE, REPLY, PASS_ON, HAND_OVER})
_ADVERSE_EVENT = "adverse_event"
Tell = Callable[[], Awaitable[None]]


async def tell_nobody() -> None:
    """Tell nobody."""


def compose_preview(
    text: str, findings: Sequence[Noted], context: Context, language: Language, value: str
) -> Message:
    """Show exactly what would be sent; an adverse event shows the drug safety route first.

    `value` names the draft and the case for the buttons.
    """
    wording = DESK_WORDINGS[language]
    parts: list[Part] = []
    if any(finding.topic == _ADVERSE_EVENT for finding in findings):
        contact = find_contact(context.organisation, "drug_safety", language)
        safety = wording.preview_safety.format(contact=contact, hours=context.house_hours)
        parts.append(Paragraph(safety, "strong"))
    parts += [
        *_show_case(wording.preview, text, findings),
        Paragraph(wording.preview_without_name, "quiet"),
        Choices(
            (Choice(wording.send, SEND, value, style="primary"), Choice(wording.keep, KEEP, value))
        ),
    ]
    return Message("case-preview", wording.preview, tuple(parts), language)


def compose_sent(case: Case, zone: datetime.tzinfo) -> Message:
    """Tell the author that it is on its way and until when to expect an answer."""
    wording = DESK_WORDINGS[case.language]
    return say(
        "case-sent",
        wording.sent.format(case=case.id, due=_show_moment(case.due_at, zone, wording)),
        case.language,
        in_place=True,
    )


def compose_not_sent(case: Case, organisation: Organisation) -> Message:
    """Tell the author that their case did not get through, and whom to write to instead."""
    contact = find_contact(organisation, "comms", case.language)
    text = DESK_WORDINGS[case.language].not_sent.format(case=case.id, contact=contact)
    return say("case-not-sent", text, case.language)


def compose_case(case: Case, language: Language, zone: datetime.tzinfo, note: str = "") -> Message:
    """Show a case to the editors, with its buttons while it is open, and what became of it."""
    wording = DESK_WORDINGS[language]
    title = wording.opened.format(case=case.id)
    parts: list[Part] = [
        Paragraph(title, "strong"),
        *_show_case("", case.text, case.findings),
    ]
    if note:
        parts.append(Paragraph(note, "strong"))
    if case.is_open:
        due = wording.opened_due.format(due=_show_moment(case.due_at, zone, wording))
        take = () if case.owner else (Choice(wording.take, TAKE, case.id),)
        hand_over = Choice(wording.hand_over, PASS_ON, case.id)
        parts.append(Choices((*_list_choices(case.id, wording), *take, hand_over), due))
    return Message("case", title, tuple(parts), language)


def compose_taken(case: Case, editor: str, language: Language) -> Message:
    """Tell the editors who takes care of a case."""
    text = DESK_WORDINGS[language].taken.format(editor=editor, case=case.id)
    return say("case-taken", text, language)


def compose_form(case: Case, decision: Decision, language: Language) -> Message:
    """Ask an editor for the words that go with a decision."""
    wording = DESK_WORDINGS[language]
    title = wording.form.format(case=case.id)
    form = Form(
        title,
        wording.form_label,
        wording.form_hint,
        Choice(wording.form_send, REPLY, f"{decision} {case.id}", "primary"),
    )
    return Message("case-form", title, (form,), language)


def compose_answer(case: Case) -> Message:
    """Tell the author what the editors say, in the author's language."""
    wording = DESK_WORDINGS[case.language]
    if not case.decision:
        raise ValueError("A case without a decision has no answer.")
    title = wording.answered[case.decision]
    parts: list[Part] = [Paragraph(title, "strong")]
    if case.reply:
        parts.append(Listing(wording.reply, (case.reply,)))
    if case.suggested:
        copy = WORDINGS[case.language].copy
        parts.append(Copyable(wording.suggested, case.suggested, copy))
    parts.append(Paragraph(wording.form.format(case=case.id), "quiet"))
    return Message("case-answer", title, tuple(parts), case.language)


def compose_handed(case: Case, team: Team, organisation: Organisation) -> Message:
    """Tell the author to which team their case went."""
    wording = DESK_WORDINGS[case.language]
    contact = organisation.contacts.get(team, "")
    told = wording.handed_on.format(case=case.id, team=wording.teams[team])
    if contact:
        told = f"{told} {wording.handed_contact.format(contact=contact)}"
    return say("case-handed-over", told, case.language)


def compose_teams(case: Case, organisation: Organisation, language: Language) -> Message:
    """Ask an editor to which team a case goes, and say what comes of it."""
    wording = DESK_WORDINGS[language]
    title = wording.hand_over_to.format(case=case.id)
    teams = [team for team in TEAMS if team != case.handed_to]
    known = [(wording.teams[team], organisation.contacts.get(team, "")) for team in teams]
    contacts = tuple(f"{_begin_large(team)}: {contact}" for team, contact in known if contact)
    choices = Choices(
        tuple(
            Choice(_begin_large(wording.teams[team]), HAND_OVER, f"{team} {case.id}")
            for team in teams
        )
    )
    listed = (Listing("", contacts),) if contacts else ()
    parts = (Paragraph(title, "strong"), Paragraph(wording.hand_over_text), *listed, choices)
    return Message("case-teams", title, parts, language)


def compose_passed_on(case: Case, team: Team, editor: str, language: Language) -> Message:
    """Tell the editors to which team a case went, in the place of the question."""
    wording = DESK_WORDINGS[language]
    text = wording.handed.format(case=case.id, editor=editor, team=wording.teams[team])
    return say("case-passed-on", text, language, in_place=True)


def _begin_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def tell_owner(case: Case, language: Language, zone: datetime.tzinfo) -> str:
    """Say who took a case and did nothing since; nothing where nobody did."""
    if not case.owner:
        return ""
    wording = DESK_WORDINGS[language]
    since = _show_moment(case.touched_at or case.opened_at, zone, wording)
    return wording.due_owner.format(editor=case.owner_name or wording.somebody, since=since)


def compose_closed(case: Case, editor: str, language: Language) -> Message:
    """Tell the editors that a case is answered, and by whom."""
    wording = DESK_WORDINGS[language]
    if not case.decision:
        raise ValueError("A case without a decision is not closed.")
    text = wording.closed[case.decision].format(case=case.id, editor=editor)
    return say("case-closed", text, language)


def compose_due_soon(case: Case, editor: str, language: Language, zone: datetime.tzinfo) -> Message:
    """Remind the editors before a case is due; `editor` says who has it."""
    wording = DESK_WORDINGS[language]
    text = wording.due_soon.format(
        case=case.id, due=_show_moment(case.due_at, zone, wording), owner=editor
    ).strip()
    take = Choice(wording.take, TAKE, case.id)
    hand_over = Choice(wording.hand_over, PASS_ON, case.id)
    choices = Choices((*_list_choices(case.id, wording), take, hand_over))
    return Message("case-due", text, (Paragraph(text, "strong"), choices), language)


def _list_choices(case: str, wording: DeskWording) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            wording.choices[decision],
            DECIDE,
            f"{decision} {case}",
            "primary" if decision == "fine" else "plain",
        )
        for decision in DECISIONS
    )


def mark_case(text: str, findings: Sequence[Noted]) -> tuple[Mark, ...]:
    """Give the marks of a case's findings; they do not overlap."""
    marks: list[Mark] = []
    end = 0
    for found in findings:
        start = max(found.start, end)
        if start < found.end <= len(text):
            marks.append(Mark(start, found.end, Severity(found.severity), found.number))
            end = found.end
    return tuple(marks)


def _show_case(label: str, text: str, findings: Sequence[Noted]) -> tuple[Part, ...]:
    draft = MarkedDraft(label, text, mark_case(text, findings))
    lines = tuple({one.number: f"{one.number}. {one.message}" for one in findings}.values())
    return (draft, Listing("", lines)) if lines else (draft,)


def _show_moment(moment: datetime.datetime, zone: datetime.tzinfo, wording: DeskWording) -> str:
    return moment.astimezone(zone).strftime(wording.moment)
