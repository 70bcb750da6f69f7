"""Compose what editors read about groups: calls, who applied, the proposal, what to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.cohorts.call import Call, Member
from bot.core.programme.cohorts.draft_messages import NEW
from bot.core.programme.cohorts.selection import Expected, Selection
from bot.core.programme.cohorts.spread_report import report_coverage
from bot.core.programme.cohorts.spread_sentences import (
    describe_application,
    describe_coverage,
    describe_person,
    name_applicant,
)
from bot.core.programme.cohorts.wording import COHORT_WORDINGS

# The actions of the buttons.
DESK, SHOW, LEAD = "groups-desk", "call-show", "call-lead"
SWAP, AGAIN = "call-swap", "call-again"
CONFIRM, SETTLE = "call-confirm", "call-settle"
TAKE_BACK, TAKE_BACK_YES = "call-take-back", "call-take-back-yes"
NOBODY = "-"
_MOST_OFFERED, _MOST_LISTED = 10, 40


@dataclass(frozen=True)
class Listed:
    """A call with how many applied, or how many are members by now."""

    call: Call
    count: int


def compose_desk(listed: Sequence[Listed], language: Language) -> Message:
    """List the calls there are."""
    wording = COHORT_WORDINGS[language]
    lines = tuple(_describe_listed(one, language) for one in listed) or (wording.desk_none,)
    choices = [Choice(wording.show.format(name=one.call.name), SHOW, one.call.id) for one in listed]
    choices.append(Choice(wording.new, NEW))
    parts = (
        Paragraph(wording.desk_title, "strong"),
        Listing("", lines),
        Choices(tuple(choices)),
    )
    return Message("groups-desk", wording.desk_title, parts, language, in_place=True)


def _describe_listed(listed: Listed, language: Language) -> str:
    wording, call = COHORT_WORDINGS[language], listed.call
    line = wording.desk_settled if call.settled_on else wording.desk_call
    day = call.settled_on or call.until
    return line.format(
        name=call.name,
        count=listed.count,
        places=call.places,
        day=write_day(day, language) if day else "",
    )


def compose_opened(call: Call, language: Language) -> Message:
    """Say that a call is open."""
    wording = COHORT_WORDINGS[language]
    text = wording.opened.format(name=call.name)
    show = Choices((Choice(wording.show.format(name=call.name), SHOW, call.id),))
    return Message("call-opened", text, (Paragraph(text), show), language, in_place=True)


def compose_members(call: Call, members: Sequence[Member], language: Language) -> Message:
    """Show who is in a group that stands."""
    wording = COHORT_WORDINGS[language]
    title = wording.members.format(count=len(members))
    names = tuple(sorted(one.name or wording.nameless.format(sign="") for one in members))
    parts = (Paragraph(call.name, "strong"), Listing(title, names))
    return Message("call", call.name, parts, language, in_place=True)


def compose_selection(
    call: Call,
    selection: Selection,
    expected: Expected,
    language: Language,
    *,
    leads: bool,
    note: str = "",
) -> Message:
    """Show who applied, who would be in and why, with everything that can be done."""
    wording = COHORT_WORDINGS[language]
    title = note or call.name
    parts: list[Part] = [Paragraph(title, "strong")]
    if not selection.applications:
        parts.append(Paragraph(wording.no_applications))
    else:
        words = {**expected.spellings, **selection.spellings}
        heading = wording.by_hand_title if selection.is_by_hand else wording.proposal
        count = len(selection.chosen)
        covered = report_coverage(selection.group, selection.everybody, expected.values)
        lines = [line for one in covered for line in describe_coverage(one, words, language)]
        people = tuple(
            describe_person(sign, selection, words, language) for sign in selection.chosen
        )
        parts += [
            Listing(heading.format(count=count, places=call.places), tuple(lines)),
            Listing(wording.people_title, people),
            *_list_others(selection, language),
        ]
    choices = _list_choices(call, selection, language, leads=leads)
    return Message("call", title, (*parts, Choices(choices)), language, in_place=True)


def _list_others(selection: Selection, language: Language) -> list[Part]:
    wording, others = COHORT_WORDINGS[language], selection.list_others()
    if not others:
        return []
    title = wording.others.format(count=len(others))
    lines = [describe_application(one, language) for one in others]
    if len(lines) > _MOST_LISTED:
        lines = [*lines[:_MOST_LISTED], "…"]
    return [Listing(title, tuple(lines))]


def _list_choices(
    call: Call, selection: Selection, language: Language, *, leads: bool
) -> tuple[Choice, ...]:
    wording = COHORT_WORDINGS[language]
    choices = [
        Choice(wording.swap.format(name=name_applicant(one, language)), SWAP, f"{call.id} {sign}")
        for sign in selection.chosen
        for one in (selection.applications[sign],)
    ]
    if selection.list_others() and len(selection.chosen) < call.places:
        choices.append(Choice(wording.add, SWAP, f"{call.id} {NOBODY}"))
    if selection.is_by_hand:
        choices.append(Choice(wording.again, AGAIN, call.id))
    if selection.chosen:
        value = f"{call.id} {selection.fingerprint}"
        choices.insert(0, Choice(wording.confirm, CONFIRM, value, "primary"))
    choices.append(Choice(wording.lead_no_more if leads else wording.lead, LEAD, call.id))
    choices.append(Choice(wording.take_back, TAKE_BACK, call.id))
    return tuple(choices)


def compose_swap(call: Call, out: str, selection: Selection, language: Language) -> Message:
    """Ask who shall be in, for somebody or on a free place."""
    wording = COHORT_WORDINGS[language]
    question = wording.add
    if out:
        name = name_applicant(selection.applications[out], language)
        question = wording.ask_swap.format(name=name)
    leaving = out or NOBODY
    choices = [
        Choice(describe_application(one, language), SWAP, f"{call.id} {leaving} {one.sign}")
        for one in selection.rank_for(out)[:_MOST_OFFERED]
    ]
    if out:
        choices.append(Choice(wording.nobody, SWAP, f"{call.id} {out} {NOBODY}"))
    choices.append(Choice(wording.back, SHOW, call.id))
    parts = (Paragraph(question, "strong"), Choices(tuple(choices)))
    return Message("call-swap", question, parts, language, in_place=True)


def compose_confirm(call: Call, selection: Selection, language: Language) -> Message:
    """Ask once more before anybody is told."""
    wording = COHORT_WORDINGS[language]
    chosen = len(selection.chosen)
    if chosen > call.places:
        text = wording.too_many.format(count=chosen, places=call.places)
        choices = [Choice(wording.back, SHOW, call.id, "primary")]
    else:
        others = len(selection.applications) - chosen
        text = wording.ask_confirm.format(chosen=chosen, others=others)
        value = f"{call.id} {selection.fingerprint}"
        choices = [
            Choice(wording.confirm_yes, SETTLE, value, "primary"),
            Choice(wording.back, SHOW, call.id),
        ]
    parts = (Paragraph(text, "strong"), Choices(tuple(choices)))
    return Message("call-confirm", text, parts, language, in_place=True)


def compose_take_back(call: Call, language: Language) -> Message:
    """Ask once more before a call is withdrawn."""
    wording = COHORT_WORDINGS[language]
    text = wording.ask_take_back.format(name=call.name)
    choices = (
        Choice(wording.take_back, TAKE_BACK_YES, call.id, "danger"),
        Choice(wording.back, SHOW, call.id),
    )
    parts = (Paragraph(text, "strong"), Choices(choices))
    return Message("call-take-back", text, parts, language, in_place=True)
