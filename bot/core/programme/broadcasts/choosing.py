"""Compose what asks an editor to choose: a tip, whom it is for, when it comes."""

from collections.abc import Sequence

from bot.core.coaching.wording import WORDINGS
from bot.core.message import Choice, Choices, Form, Message, Paragraph, Part
from bot.core.model import LANGUAGES, NETWORKS, Language
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.broadcasts.audience import Headcount, sign_cohort
from bot.core.programme.broadcasts.broadcast import Broadcast, Wall
from bot.core.programme.broadcasts.describing import describe_people, describe_whom, show_wall
from bot.core.programme.broadcasts.messages import (
    FIND_TIP,
    MOMENT,
    OPEN,
    SEARCH,
    TAKE_TIP,
    WHEN,
    WHOM,
)
from bot.core.programme.broadcasts.moments import write_wall
from bot.core.programme.broadcasts.ports import Tip
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


def compose_search(language: Language) -> Message:
    """Ask what a tip should be about."""
    wording = BROADCAST_WORDINGS[language]
    search = Choice(wording.tip_search, SEARCH, style="primary")
    form = Form(wording.tip_title, wording.tip_label, wording.tip_hint, search)
    return Message("broadcast-form", wording.tip_label, (form,), language)


def compose_tips(name: str, tips: Sequence[Tip], language: Language) -> Message:
    """Offer the tips that were found."""
    wording = BROADCAST_WORDINGS[language]
    title = wording.tip_choose if tips else wording.tip_none
    choices = [
        Choice((tip.texts.get(language) or next(iter(tip.texts.values()))).title, TAKE_TIP,
               f"{name} {tip.id}")
        for tip in tips
    ]  # fmt: skip
    again = Choice(wording.tip_title, FIND_TIP)
    parts = (Paragraph(title, "strong"), Choices((*choices, again)))
    return Message("broadcast-tips", title, parts, language)


def compose_whom(
    broadcast: Broadcast, cohorts: Sequence[str], headcount: Headcount, language: Language
) -> Message:
    """Ask whom it is for; each press sets or takes away one thing."""
    wording = BROADCAST_WORDINGS[language]
    whom = broadcast.whom
    networks = WORDINGS[language].networks

    def toggle(label: str, kind: str, value: str, *, is_chosen: bool) -> Choice:
        label = label[:1].upper() + label[1:]
        shown = f"✓ {label}" if is_chosen else label
        return Choice(shown, WHOM, f"{broadcast.id} {kind}={'' if is_chosen else value}")

    rows = [
        [toggle(name, "cohort", sign_cohort(name), is_chosen=whom.cohort == name)
         for name in cohorts],
        [toggle(wording.in_language[one], "language", one, is_chosen=whom.language == one)
         for one in LANGUAGES],
        [toggle(wording.levels[one], "level", one, is_chosen=whom.level == one) for one in LEVELS],
        [toggle(networks[one], "network", one, is_chosen=whom.network == one) for one in NETWORKS],
    ]  # fmt: skip
    everybody = Choice(wording.all[:1].upper() + wording.all[1:], WHOM, f"{broadcast.id} all=")
    done = Choice(wording.done, WHEN, broadcast.id, "primary")
    chosen = wording.chosen.format(
        whom=describe_whom(whom, language), people=describe_people(headcount, language)
    )
    parts: list[Part] = [Paragraph(wording.ask_whom, "strong"), Paragraph(chosen)]
    if headcount.is_too_small:
        parts.append(Paragraph(wording.obstacles["too-small"]))
    parts += [Choices(tuple(row)) for row in rows if row]
    parts.append(Choices((everybody, done)))
    return Message("broadcast-whom", chosen, tuple(parts), language, in_place=True)


def compose_when(broadcast: Broadcast, walls: Sequence[Wall], language: Language) -> Message:
    """Ask when it should come."""
    wording = BROADCAST_WORDINGS[language]
    choices = [Choice(wording.now_button, WHEN, f"{broadcast.id} now")]
    choices += [
        Choice(show_wall(wall, language), WHEN, f"{broadcast.id} {write_wall(wall)}")
        for wall in walls
    ]
    choices.append(Choice(wording.other_moment, WHEN, f"{broadcast.id} other"))
    choices.append(Choice(wording.back, OPEN, broadcast.id))
    parts = (Paragraph(wording.ask_when, "strong"), Choices(tuple(choices)))
    return Message("broadcast-when", wording.ask_when, parts, language, in_place=True)


def compose_moment_form(name: str, language: Language, trouble: str = "") -> Message:
    """Ask for another moment."""
    wording = BROADCAST_WORDINGS[language]
    take = Choice(wording.save, MOMENT, name, "primary")
    form = Form(wording.other_moment, wording.moment_label, wording.moment_hint, take)
    note = wording.troubles[trouble] if trouble else ""
    if trouble:  # pressed anew: a form opens only on a press
        again = Choice(wording.other_moment, WHEN, f"{name} other")
        parts: tuple[Part, ...] = (Paragraph(note), Choices((again,)))
        return Message("broadcast-unread", note, parts, language)
    return Message("broadcast-form", wording.moment_label, (form,), language)
