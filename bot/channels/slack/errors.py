"""Slack's answers and failures, as outcomes of a delivery. Where the SDK's errors end."""

import asyncio

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.deliveries import InDoubt, Outcome, Postponed, Refused

# Slack says of these that something may have happened all the same.
_IN_DOUBT = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_LATER = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org"})
NO_ANSWER = "no answer of Slack's"  # a page of something between, or half an answer
_PAUSE_SECONDS = 30.0  # where Slack says “later” but not when
# The token is gone for good: nobody is told anything any more.
GONE = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)


def read_failure(error: Exception) -> Outcome:
    """Say what a failed request means for what it should have delivered.

    Raises:
        Exception: the error itself, when it is none of Slack's or the network's.
    """
    match error:
        case SlackApiError():
            return _read_refusal(error)
        case aiohttp.ClientConnectorError():
            return Postponed(1.0, "Slack cannot be reached")
        case AttributeError() | UnicodeDecodeError():
            # the SDK expects an object in every 200; a text, a list or other bytes break it
            return InDoubt(NO_ANSWER)
        case asyncio.TimeoutError() | aiohttp.ClientError() | SlackClientError() | OSError():
            return InDoubt("the answer was lost")
        case _:
            raise error


def _read_refusal(error: SlackApiError) -> Outcome:
    response = error.response
    # where the body is no JSON, the SDK gives aiohttp's response instead of its own
    status = int(getattr(response, "status_code", None) or getattr(response, "status", None) or 0)
    headers = getattr(response, "headers", None) or {}
    said = response.get("error") if hasattr(response, "get") else None
    reason = str(said or status)[:100]
    if status == 429 or reason in _LATER:
        return Postponed(_read_pause(headers), "ratelimited", is_failure=False)
    if status >= 500 or reason in _IN_DOUBT:
        return InDoubt(reason)
    if not said and status < 400:
        return InDoubt(NO_ANSWER)
    return Refused(reason)


def _read_pause(headers: object) -> float:
    """Read Retry-After, in seconds."""
    given = ""
    if isinstance(headers, dict) or hasattr(headers, "items"):
        given = next((str(v) for k, v in headers.items() if str(k).lower() == "retry-after"), "")
    return min(float(given), 3600.0) if given.isdecimal() else _PAUSE_SECONDS
