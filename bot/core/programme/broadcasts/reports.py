"""How far a broadcast is and what became of it, in words: for the chat and the terminal. Pure.

What people chose for themselves (to leave, a break, no hours) is one line and never told apart.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.broadcasts.audience import SHOWN_FROM
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.describing import show_moment
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS
from bot.core.programme.gate import LEFT, NO_HOURS, PAUSED
from bot.core.programme.mailings import (
    BROKE_OFF,
    LEFT_OPEN,
    STOPPED,
    TOO_LATE,
    UNREACHABLE,
    UNREADABLE,
    Progress,
)

_OTHER = "other"
# A reason as our gate, our mailings or a platform call it -> what is said of it.
_GROUPS: Mapping[str, str] = {
    **dict.fromkeys((LEFT, PAUSED, NO_HOURS), "own"),
    STOPPED: "stopped",
    TOO_LATE: "too-late",
    LEFT_OPEN: "left-open",
    UNREACHABLE: "unreachable",
    BROKE_OFF: "broke-off",
    UNREADABLE: "unreadable",
    **dict.fromkeys(
        (
            "removed blocked gone message_gone channel_not_found user_not_found users_not_found"
            " user_disabled user_not_visible is_archived not_in_channel cannot_dm_bot"
            " messages_tab_disabled"
        ).split(),
        "away",
    ),
    "no conversation": "away",
    **dict.fromkeys(
        (
            "not_installed account_inactive invalid_auth not_authed token_expired token_revoked"
            " missing_scope not_allowed_token_type access_denied team_access_not_granted disabled"
            " stranger ekm_access_denied org_login_required"
        ).split(),
        "closed",
    ),
    **dict.fromkeys(
        "too_large msg_too_long msg_blocks_too_long invalid_blocks".split(), "too-large"
    ),
}
_LONGEST_REASON = 60


@dataclass(frozen=True)
class Row:
    """What became of some: what, of how many, and what there is to say of it."""

    label: str
    count: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """How a broadcast stands, for people."""

    title: str
    rows: tuple[Row, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything below the title, a line each."""
        return tuple(
            line for row in self.rows for line in (f"{row.label}: {row.count}", *row.notes)
        )


def write_report(dossier: Dossier, zone: str, language: Language) -> Report:
    """Write how far a broadcast is; a small segment's numbers are not told."""
    wording = BROADCAST_WORDINGS[language]
    progress = dossier.progress
    title = wording.progress[dossier.state]
    if progress is None:
        return Report(title)
    is_vague = is_told_vaguely(dossier)

    def count(people: int) -> str:
        return wording.some if is_vague and 0 < people < SHOWN_FROM else str(people)

    rows = [Row(wording.delivered, count(progress.delivered))]
    if progress.waiting:
        notes = []
        if progress.next_week:
            notes.append(wording.next_week.format(count=count(progress.next_week)))
        if progress.next_at and dossier.state == "sending":
            moment = show_moment(progress.next_at, zone, language)
            notes.append(wording.next_at.format(moment=moment))
        rows.append(Row(wording.waiting, count(progress.waiting), tuple(notes)))
    if progress.refused:
        reasons = tuple(
            wording.reasons[group].format(count=count(people), reason=reason)
            for (group, reason), people in group_reasons(progress).items()
        )
        rows.append(Row(wording.refused, count(sum(progress.refused.values())), reasons))
    if progress.in_doubt:
        shown = count(progress.in_doubt)
        rows.append(Row(wording.unknown, shown, (wording.in_doubt.format(count=shown),)))
    return Report(title, tuple(rows))


def is_told_vaguely(dossier: Dossier) -> bool:
    """Say whether the numbers of a broadcast are those of a small segment."""
    begun = dossier.find_mark("begun")
    return begun is not None and begun.is_vague


def group_reasons(progress: Progress) -> Mapping[tuple[str, str], int]:
    """Group who was refused by what can be said of it; of others, the platform's own word."""
    groups: Counter[tuple[str, str]] = Counter()
    for reason, people in progress.refused.items():
        group = _GROUPS.get(reason, _OTHER)
        groups[group, reason[:_LONGEST_REASON] if group == _OTHER else ""] += people
    return dict(groups.most_common())
