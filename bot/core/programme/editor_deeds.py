"""What of an editor's presses changes something, and by which word the audit log notes it. Pure.

One table for all features and channels. A button of editors that stands neither here nor among
those that only show something fails a test, so that a new one cannot be forgotten.
"""

from collections.abc import Mapping

from bot.core.desk.audit import Deed, is_name
from bot.core.message import Choice, Incoming
from bot.core.programme.broadcasts import messages as broadcasts
from bot.core.programme.broadcasts import tracking
from bot.core.programme.buddies import messages as buddies
from bot.core.programme.cohorts import desk_messages as groups
from bot.core.programme.cohorts import draft_messages as calls
from bot.core.programme.events import desk_messages as events
from bot.core.programme.highlights import messages as highlights
from bot.core.programme.launch import messages as launch
from bot.core.programme.pilots import desk_messages as pilots
from bot.core.programme.recaps import messages as recaps
from bot.core.programme.weekplan import messages as weekplan

CHANGES: Mapping[str, str] = {
    broadcasts.SAVE: "broadcast-written",
    broadcasts.TAKE_TIP: "broadcast-written",
    broadcasts.FALLBACK: "broadcast-written",
    broadcasts.CLEAR: "broadcast-written",
    broadcasts.WHOM: "broadcast-aimed",
    broadcasts.WHEN: "broadcast-timed",
    broadcasts.MOMENT: "broadcast-timed",
    broadcasts.DISCARD: "broadcast-discarded",
    broadcasts.TEST: "broadcast-tested",
    broadcasts.SEND: "broadcast-sent",
    tracking.PAUSE: "broadcast-paused",
    tracking.RESUME: "broadcast-resumed",
    tracking.STOP: "broadcast-stopped",
    tracking.UNSCHEDULE: "broadcast-unscheduled",
    tracking.SETTLE: "broadcast-settled",
    buddies.ROUND: "buddies-matched",
    calls.WRITE: "call-written",
    calls.SET: "call-written",
    calls.OPEN: "call-opened",
    groups.SWAP: "group-changed",
    groups.AGAIN: "group-changed",
    groups.LEAD: "group-changed",
    groups.SETTLE: "group-settled",
    groups.TAKE_BACK_YES: "call-taken-back",
    events.NEW: "event-written",
    events.WRITE: "event-written",
    events.DO: "event-decided",
    events.DISCARD: "event-discarded",
    highlights.PICK: "highlight-picked",
    highlights.WRITE: "highlight-written",
    highlights.ASK: "highlight-asked",
    highlights.DROP: "highlight-dropped",
    launch.STARTED: "launch-planned",
    launch.ASK_ALL: "launch-asked",
    pilots.MADE: "pilot-written",
    pilots.WRITE: "pilot-written",
    pilots.ASK: "pilot-lead-asked",
    pilots.OPEN: "pilot-opened",
    pilots.INVITE: "pilot-invited",
    pilots.CALL_OFF: "pilot-called-off",
    recaps.STRIKE: "recap-written",
    recaps.PUT_BACK: "recap-written",
    recaps.WRITE: "recap-written",
    recaps.AS_COMPOSED: "recap-written",
    recaps.SEND_YES: "recap-sent",
    weekplan.WRITE: "week-plan-written",
}
# with the name of a thing alone these ask; what is chosen comes behind it
_ASK_FIRST = frozenset(
    {
        broadcasts.WHOM,
        broadcasts.WHEN,
        calls.SET,
        events.NEW,
        pilots.CALL_OFF,
        pilots.INVITE,
    }
)


def find_deed(incoming: Incoming, choice: Choice) -> Deed | None:
    """Give what is noted of an editor's press; None: it changes nothing."""
    action = CHANGES.get(choice.action)
    is_asking = choice.action in _ASK_FIRST and " " not in choice.value.strip()
    if action is None or is_asking:
        return None
    subject = choice.value if is_name(choice.value) else ""
    details = {"channel": incoming.channel} if incoming.channel else {}
    return Deed(incoming.person, action, subject, details)
