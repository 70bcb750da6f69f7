"""The Bot Connector's refusals and failures, as outcomes of a delivery.

Teams gives no key that would make a repeated post harmless and no way to look one up. So a post
whose answer was lost stays unknown (after 502 and 504 the courier posts once more), while an
update, a deletion or the opening of a chat, which change nothing when they are repeated, are tried
again.
"""

import datetime
import email.utils
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.deliveries import InDoubt, Outcome, Postponed, Refused

_PAUSE = 30.0  # where Teams says “later” but not when
_LONGEST_PAUSE = 3600.0
_SOON = 2.0
_NAMES = ("code", "subCode", "errorCode", "errorSubCode")
# What Teams names, by the table “Status codes from bot conversational APIs” in
# learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability, and what it was
# seen to name beside that.
_REFUSALS: Mapping[str, str] = {
    "MessageWritesBlocked": "blocked",
    "ConversationBlockedByUser": "blocked",
    "BotDisabledByUser": "blocked",
    "BotNotInConversationRoster": "removed",
    "ForbiddenOperationException": "removed",  # not installed for this person
    "BotDisabledByAdmin": "disabled",
    "ConversationNotFound": "gone",
    "ActivityNotFoundInConversation": "message_gone",
    "MessageSizeTooBig": "too_large",
    "RequestEntityTooLarge": "too_large",
}
# The reasons after which nothing is sent there any more, until somebody there speaks to us.
GONE = frozenset({"blocked", "removed", "disabled", "gone"})


@dataclass(frozen=True)
class Failure:
    """An answer other than “done”: status, the codes that it names, and the pause it asks for."""

    status: int
    codes: Sequence[str] = ()
    pause: float | None = None


def read_failure(failure: Failure, *, is_repeatable: bool) -> Outcome:
    """Say what an answer means for what it should have delivered."""
    match failure.status:
        case 429:
            pause = _PAUSE if failure.pause is None else failure.pause
            return Postponed(pause, "ratelimited", is_failure=False)
        case 412:  # two changes of one conversation at once: again, by the same table
            return Postponed(failure.pause or _SOON, "busy")
        case 401:
            return Postponed(_SOON, "unauthorized")
        case 413:
            return Refused("too_large")
        case 503 if failure.pause is not None:  # it says that it did nothing
            return Postponed(failure.pause, "503")
        case status if status >= 500 or status == 408:
            return doubt(str(status), is_repeatable=is_repeatable)
        case status:
            known = (_REFUSALS[code] for code in failure.codes if code in _REFUSALS)
            named = next(known, next(iter(failure.codes), str(status)))
            return Refused(named[:100])


def doubt(reason: str, *, is_repeatable: bool) -> Outcome:
    """Say what it means that nobody knows whether something was done."""
    return Postponed(_SOON, reason) if is_repeatable else InDoubt(reason, None)


def read_codes(said: Mapping[str, Any]) -> Sequence[str]:
    """Read the codes of an error: what it is, then what it is more exactly.

    It comes as `{"error": {"code", "message"}}`, or as `{"errorCode", "message"}`, whose message is
    JSON in a string and holds a `subCode`.
    """
    told = said.get("error")
    found: list[str] = []
    for part in (told if isinstance(told, dict) else {}, said):
        inner = part.get("innererror") or part.get("innerHttpError")
        parts = (part, _read_inner(part.get("message")), inner if isinstance(inner, dict) else {})
        found += [str(one[name]) for one in parts for name in _NAMES if one.get(name)]
    return tuple(code[:100] for code in found)


def _read_inner(message: object) -> Mapping[str, Any]:
    if not (isinstance(message, str) and message.lstrip().startswith("{")):
        return {}
    try:
        inner = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return inner if isinstance(inner, dict) else {}


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
