"""What becomes of a row when its message was not delivered, or when nobody knows. Pure."""

import datetime

from bot.core.deliveries import InDoubt, Postponed, Refused
from bot.storage.columns import NAME_LENGTH
from bot.storage.ledger import REFUSED, SENDING, UNKNOWN, WAITING
from bot.storage.mailing_parts import Sent


def describe_outcome(sent: Sent, now: datetime.datetime) -> dict[str, object]:
    """Give the columns of somebody who was not reached, or of whom that is not known."""
    due = sent.due
    row: dict[str, object] = {
        "reason": getattr(sent.outcome, "reason", "")[:NAME_LENGTH],
        "owner": "",
        "not_before": due.not_before,
        "held_until": now,
        "tries": due.tries + 1,
    }
    match sent.outcome:
        case Refused():
            return {**row, "state": REFUSED, "sent_at": None}
        case Postponed(seconds=seconds, is_failure=is_failure):
            later = now + datetime.timedelta(seconds=seconds)
            tries = due.tries + (1 if is_failure else 0)
            changed = {"state": WAITING, "sent_at": None, "not_before": later, "tries": tries}
            return {**row, **changed}
        case InDoubt(look_up_after=float(seconds)):
            held = now + datetime.timedelta(seconds=seconds)
            return {**row, "state": SENDING, "sent_at": due.sent_at or now, "held_until": held}
        case _:
            return {**row, "state": UNKNOWN, "sent_at": due.sent_at or now}
