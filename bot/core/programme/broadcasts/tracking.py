"""Compose what shows editors how far a broadcast is, and what it asks of them."""

from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.describing import name_broadcast, show_wall
from bot.core.programme.broadcasts.messages import DISCARD, LIST, OPEN, WHEN
from bot.core.programme.broadcasts.reports import write_report
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

PAUSE, RESUME, STOP = "broadcast-pause", "broadcast-resume", "broadcast-stop"
REFRESH, UNSCHEDULE, SETTLE = "broadcast-refresh", "broadcast-unschedule", "broadcast-settle"
LEAVE, AGAIN = "leave", "again"  # what an editor may decide over those in doubt


def compose_state(
    dossier: Dossier, zone: str, language: Language, *, in_place: bool = True
) -> Message:
    """Show a broadcast that is no draft any more: planned, on its way, or through."""
    match dossier.state:
        case "scheduled":
            return _compose_scheduled(dossier, language)
        case "missed":
            return compose_missed(dossier, language)
        case _:
            return compose_progress(dossier, zone, language, in_place=in_place)


def compose_progress(
    dossier: Dossier, zone: str, language: Language, *, in_place: bool = True
) -> Message:
    """Show how far a broadcast is; once it is through, this is its delivery report."""
    wording = BROADCAST_WORDINGS[language]
    name = dossier.draft.id
    report = write_report(dossier, zone, language)
    title = f"{name_broadcast(dossier.broadcast, language)}: {report.title}"
    choices: list[Choice] = []
    if dossier.state == "sending":
        choices.append(Choice(wording.pause, PAUSE, name))
    if dossier.state == "paused":
        choices.append(Choice(wording.resume, RESUME, name, "primary"))
    if dossier.state in ("sending", "paused"):
        choices.append(Choice(wording.stop, STOP, name, "danger"))
        choices.append(Choice(wording.refresh, REFRESH, name))
    if dossier.progress and dossier.progress.in_doubt:
        choices.append(Choice(wording.leave, SETTLE, f"{name} {LEAVE}"))
        if dossier.state != "stopped":
            choices.append(Choice(wording.send_again, SETTLE, f"{name} {AGAIN}"))
    parts: list[Part] = [Paragraph(title, "strong")]
    parts += [Listing(f"{row.label}: {row.count}", row.notes) for row in report.rows]
    choices.append(Choice(wording.door, LIST))
    parts.append(Choices(tuple(choices)))
    kind = "broadcast-progress" if dossier.state in ("sending", "paused") else "broadcast-report"
    return Message(kind, title, tuple(parts), language, in_place=in_place)


def _compose_scheduled(dossier: Dossier, language: Language) -> Message:
    wording = BROADCAST_WORDINGS[language]
    when = dossier.broadcast.when
    moment = show_wall(when, language) if when else ""
    title = wording.scheduled.format(moment=moment)
    choices = (
        Choice(wording.unschedule, UNSCHEDULE, dossier.draft.id),
        Choice(wording.door, LIST),
    )
    name = Paragraph(name_broadcast(dossier.broadcast, language), "strong")
    parts = (name, Paragraph(title), Choices(choices))
    return Message("broadcast-scheduled", title, parts, language, in_place=True)


def compose_missed(dossier: Dossier, language: Language) -> Message:
    """Ask what should become of a broadcast that did not go out at its moment."""
    wording = BROADCAST_WORDINGS[language]
    missed = dossier.find_mark("missed")
    name = name_broadcast(dossier.broadcast, language)
    reason = missed.reason if missed and missed.reason in wording.missed else "late"
    title = wording.missed[reason].format(name=name)
    choices = (
        Choice(wording.now_button, WHEN, f"{dossier.draft.id} now"),
        Choice(wording.other_moment, WHEN, dossier.draft.id),
        Choice(wording.back, OPEN, f"{dossier.draft.id} edit"),
        Choice(wording.discard, DISCARD, dossier.draft.id, "danger"),
    )
    parts = (Paragraph(title, "strong"), Choices(choices))
    return Message("broadcast-missed", title, parts, language)
