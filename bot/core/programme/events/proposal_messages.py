"""Compose what an editor reads before something is done: how it reads, and who will hear of it."""

from collections.abc import Sequence

from bot.core.message import Choice, Choices, Message, Paragraph, Section
from bot.core.model import Language
from bot.core.programme.events import amending
from bot.core.programme.events.desk_messages import DO, PAGE, name_event, name_people
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS, EventDeskWording
from bot.core.programme.events.event import Event, Proposal
from bot.core.programme.events.notices import Audience


def compose_proposal(
    proposal: Proposal,
    event: Event,
    shown: Message,
    audience: Audience,
    language: Language,
    *,
    note: str = "",
) -> Message:
    """Show what would be done, how it reads, and who will hear of it."""
    wording = EVENT_DESK_WORDINGS[language]
    title = wording.propose[proposal.what].format(title=name_event(event, language))
    quiet = tuple(part for part in shown.parts if not isinstance(part, Choices))
    is_end = proposal.what in (amending.OFF, amending.CANCEL)
    do = wording.do[proposal.what]
    choices = (
        Choice(do, DO, proposal.name, "danger" if is_end else "primary"),
        Choice(wording.leave, PAGE, event.id),
    )
    parts = (
        *((Paragraph(note),) if note else ()),
        Paragraph(title, "strong"),
        Section(wording.sees, quiet),
        *(Paragraph(line) for line in _tell_audience(proposal, audience, wording)),
        Choices(choices),
    )
    return Message("event-proposal", title, parts, language)


def _tell_audience(
    proposal: Proposal, audience: Audience, wording: EventDeskWording
) -> Sequence[str]:
    """Say who hears of it. Why somebody is not reached is theirs: a pause, their hours."""
    if proposal.what == amending.ANNOUNCE:
        count = len(audience.hearing) + len(audience.unreached)
        if count == 0:
            return [wording.invites_nobody]
        return [wording.invites.format(count=count) if count > 1 else wording.invites_one]
    count = len(audience.hearing)
    if not count and not audience.unreached:
        is_material = proposal.what == amending.MATERIAL
        return [wording.material_nobody if is_material else wording.hears_nobody]
    lines = [wording.hears.format(count=count) if count > 1 else wording.hears_one] * bool(count)
    if audience.unreached:
        names = ", ".join(name_people(audience.unreached, wording))
        lines.append(wording.unreached.format(names=names))
    return lines


def say_done(what: str, language: Language) -> str:
    """Say that something was done."""
    return EVENT_DESK_WORDINGS[language].done[what]
