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
from bot.core.programme.mailings import LEFT_OPEN, STOPPED, TOO_LATE, UNREACHABLE, Progress

_OTHER = "other"
# A reason as our gate, our mailings or a platform call it -> what is said of it.
_GROUPS: Mapping[str, str] = {
    **dict.fromkeys((LEFT, PAUSED, NO_HOURS), "own"),
    STOPPED: "stopped",
    TOO_LATE: "too-late",
    LEFT_OPEN: "left-open",
    UNREACHABLE: "unreachable",
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
class Report:
    """Lines for people: how it stands, why some did not get it, and what is not known."""

    title: str
    counts: tuple[str, ...]
    refused: tuple[str, ...] = ()
    unknown: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything below the title."""
        return (*self.counts, *self.refused, *((self.unknown,) if self.unknown else ()))


def write_report(dossier: Dossier, zone: str, language: Language) -> Report:
    """Write how far a broadcast is; a small segment's numbers are not told."""
    wording = BROADCAST_WORDINGS[language]
    progress = dossier.progress
    title = wording.progress[dossier.state]
    if progress is None:
        return Report(title, ())
    is_vague = is_told_vaguely(dossier)

    def count(people: int) -> str:
        return wording.some if is_vague and 0 < people < SHOWN_FROM else str(people)

    refused = sum(progress.refused.values())
    counts = [wording.delivered.format(count=count(progress.delivered))]
    if progress.waiting:
        counts.append(wording.waiting.format(count=count(progress.waiting)))
    if progress.next_week and not is_vague:
        counts.append(wording.next_week.format(count=progress.next_week))
    if progress.next_at and dossier.state == "sending":
        moment = show_moment(progress.next_at, zone, language)
        counts.append(wording.next_at.format(moment=moment))
    if refused:
        counts.append(wording.refused.format(count=count(refused)))
    if progress.in_doubt:
        counts.append(wording.unknown.format(count=count(progress.in_doubt)))
    reasons = tuple(
        wording.reasons[group].format(count=count(people), reason=reason)
        for (group, reason), people in group_reasons(progress).items()
    )
    doubt = wording.in_doubt.format(count=count(progress.in_doubt)) if progress.in_doubt else ""
    return Report(title, tuple(counts), reasons, doubt)


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
