"""The Bot Connector's refusals and failures, as outcomes of a delivery.

Teams gives no key that would make a repeated post harmless and no way to look one up. So a post
whose answer was lost stays unknown, while an update, a deletion or the opening of a chat, which
change nothing when they are repeated, are tried again.
"""

import datetime
import email.utils
from dataclasses import dataclass

from bot.core.deliveries import InDoubt, Outcome, Postponed, Refused

_PAUSE = 30.0  # where Teams says “later” but not when
_LONGEST_PAUSE = 3600.0
_SOON = 2.0
# learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
_BLOCKED = frozenset({"MessageWritesBlocked"})  # blocked or uninstalled by the person
_TOO_LARGE = frozenset({"MessageSizeTooBig", "RequestEntityTooLarge"})
# The reasons after which nobody there is tried any more.
GONE = frozenset({"blocked", "removed", "gone"})


@dataclass(frozen=True)
class Failure:
    """An answer other than “done”: status, the code that it names, and the pause it asks for."""

    status: int
    code: str = ""
    subcode: str = ""
    pause: float | None = None


def read_failure(failure: Failure, *, is_repeatable: bool) -> Outcome:
    """Say what an answer means for what it should have delivered."""
    codes = {failure.code, failure.subcode}
    match failure.status:
        case 429:
            pause = _PAUSE if failure.pause is None else failure.pause
            return Postponed(pause, "ratelimited", is_failure=False)
        case 412:  # two changes of one message at once, by the rate-limit page: again
            return Postponed(failure.pause or _SOON, "busy")
        case 401:
            return Postponed(_SOON, "unauthorized")
        case 413:
            return Refused("too_large")
        case _ if codes & _TOO_LARGE:
            return Refused("too_large")
        case 403:
            return Refused(_name_refusal(codes, failure.code))
        case 404 | 410:
            return Refused("gone")
        case 503 if failure.pause is not None:  # it says that it did nothing
            return Postponed(failure.pause, "503")
        case status if status >= 500 or status == 408:
            return doubt(str(status), is_repeatable=is_repeatable)
        case status:
            return Refused((failure.code or str(status))[:100])


def doubt(reason: str, *, is_repeatable: bool) -> Outcome:
    """Say what it means that nobody knows whether something was done."""
    return Postponed(_SOON, reason) if is_repeatable else InDoubt(reason, None)


def _name_refusal(codes: set[str], code: str) -> str:
    if codes & _BLOCKED:
        return "blocked"
    if "BotNotInConversationRoster" in codes:
        return "removed"
    return (code or "forbidden")[:100]


def read_pause(given: str, now: datetime.datetime) -> float | None:
    """Read Retry-After: seconds, or a moment; None where there is none."""
    if given.isascii() and given.isdecimal():
        return min(float(given[:10]), _LONGEST_PAUSE)
    try:
        moment = email.utils.parsedate_to_datetime(given)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return min(max((moment - now).total_seconds(), 0.0), _LONGEST_PAUSE)
