"""Listening to a model: one request of the openai client, streamed, to words or a trouble.

The one place that calls the SDK. None of its exceptions leaves it, for they hold what was sent and
what came.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import openai

from bot.llm.line import AnswerRefusedError
from bot.llm.outcomes import Heard, Trouble
from bot.llm.reading import LONGEST

_UNPAID = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_TOO_LONG = (
    "context_length",
    "context length",
    "context size",
    "context window",
    "too many tokens",
)
_LONGEST_COMPLAINT = 2_000
_SECONDS_AFTER_END = 1.0  # for the count of tokens, after the last word
# The SDK trusts servers: what is no JSON, no text, too deep or of another shape raises anything.
_RAISED_BY_NONSENSE = (
    openai.OpenAIError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
)
_NOT_TAKEN = frozenset({400, 415, 422, 501})


async def listen(
    client: openai.AsyncOpenAI,
    model: str,
    messages: list[Any],
    parameters: Mapping[str, Any],
    heard: Heard,
    silence: float,
) -> Trouble | None:
    """Ask once and listen to the end; what is heard stands in `heard`, also of what broke off.

    Args:
        client: Where to ask.
        model: Who is asked.
        messages: What is asked.
        parameters: What is sent beside it.
        heard: Is filled.
        silence: Seconds without a word after the first, after which we hang up.
    """
    try:
        async with await client.chat.completions.create(
            model=model, messages=messages, stream=True, **parameters
        ) as stream:
            heard.is_accepted = True
            if not _is_stream(stream.response.headers.get("content-type", "")):
                return Trouble("garbled", stream.response.status_code, detail="no stream")
            return await _hear_out(stream, heard, silence)
    except openai.APIStatusError as error:
        return _explain_status(error)
    except (openai.APIConnectionError, OSError):
        return _judge_end(heard) if heard.finish else Trouble("unreachable")
    except openai.APIError as error:  # an error in the middle of a stream
        return _explain_error(error)
    except AnswerRefusedError:
        return Trouble("too-large")
    except _RAISED_BY_NONSENSE:
        return Trouble("garbled")


async def _hear_out(stream: AsyncIterator[Any], heard: Heard, silence: float) -> Trouble | None:
    """Take in piece by piece; only words are a sign of life, however many empty pieces come."""
    loop = asyncio.get_running_loop()
    until: float | None = None  # nobody knows how long the first word takes: the total holds
    pieces = aiter(stream)
    while True:
        try:
            async with asyncio.timeout_at(until):
                piece = await anext(pieces)
        except StopAsyncIteration:
            break
        except TimeoutError:
            if heard.finish:  # all was said, and nobody hung up
                break
            return Trouble("slow", detail="silent")
        had_ended, length = bool(heard.finish), heard.length
        if _take_in(piece, heard):
            until = loop.time() + silence
        if heard.on_words is not None and heard.length > length:
            heard.on_words(heard)
        if heard.finish and not had_ended:
            until = loop.time() + _SECONDS_AFTER_END
        if heard.length + heard.thought > LONGEST:
            return Trouble("too-large")
    if not heard.finish:
        return Trouble("unreachable", detail="broke off")
    return _judge_end(heard)


def _take_in(piece: Any, heard: Heard) -> bool:  # noqa: ANN401 - the SDK does not check what came
    """Take in one piece; says whether it had words."""
    usage = getattr(piece, "usage", None)
    heard.tokens_in = _read_count(usage, "prompt_tokens", heard.tokens_in)
    heard.tokens_out = _read_count(usage, "completion_tokens", heard.tokens_out)
    choices = getattr(piece, "choices", None)
    if not isinstance(choices, list) or not choices:
        return False
    choice = choices[0]
    finish = getattr(choice, "finish_reason", None)
    heard.finish = finish if isinstance(finish, str) else heard.finish
    delta = getattr(choice, "delta", None)
    refusal = getattr(delta, "refusal", None)
    heard.is_refusal = heard.is_refusal or bool(refusal)
    words = getattr(delta, "content", None)
    thought = getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)
    heard.thought += len(thought) if isinstance(thought, str) else 0
    if isinstance(words, str) and words:
        heard.pieces.append(words)
        heard.length += len(words)
    return bool(words or refusal or thought)


def _read_count(usage: object, name: str, before: int | None) -> int | None:
    count = getattr(usage, name, None)
    is_count = isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 10**8
    return count if is_count else before


def _judge_end(heard: Heard) -> Trouble | None:
    if heard.is_refusal or heard.finish == "content_filter":
        return Trouble("refused")
    if heard.finish == "length":
        return Trouble("cut", detail="thought" if not heard.length else "")
    return None


def _is_stream(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() == "text/event-stream"


def _explain_status(error: openai.APIStatusError) -> Trouble:
    status, said = error.status_code, _read_complaint(error)
    code = str(error.code or error.type or "")
    if 300 <= status < 400:
        return Trouble("moved", status)
    if status == 402 or code in _UNPAID:
        return Trouble("unpaid", status)
    if status in (401, 403):
        return Trouble("denied", status)
    if status == 404:
        return Trouble("unknown", status)
    if status in (408, 409, 425, 429) or (status >= 500 and status != 501):
        return Trouble("busy", status, _read_wait(error))
    if status == 413 or any(word in said.lower() for word in _TOO_LONG):
        return Trouble("too-long", status)
    if "content_filter" in code or "content_policy" in code:
        return Trouble("refused", status)
    return Trouble("not-taken" if status in _NOT_TAKEN else "garbled", status, complaint=said)


def _explain_error(error: openai.APIError) -> Trouble:
    if str(error.code or error.type or "") in _UNPAID:
        return Trouble("unpaid")
    return Trouble("busy")


def _read_complaint(error: openai.APIError) -> str:
    return f"{error.param or ''} {error.message}"[:_LONGEST_COMPLAINT]


def _read_wait(error: openai.APIStatusError) -> float | None:
    """Read for how many seconds the server wants to be left alone; None where it says nothing."""
    headers = error.response.headers
    written = headers.get("retry-after", "")
    try:
        if written.isascii() and written.replace(".", "", 1).isdigit() and len(written) < 12:
            return float(written)
        until, now = parsedate_to_datetime(written), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())  # by its own clock, not by ours
    except (ValueError, TypeError, OverflowError):
        return None
