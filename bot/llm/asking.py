"""One call to a model: its requests, what is tried again, the one repair, and what it all took."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import openai

from bot.core.suggesting.budget import estimate_tokens
from bot.core.suggesting.ports import Prompt
from bot.llm.breaker import Monotonic
from bot.llm.dialect import Dialect
from bot.llm.listening import listen
from bot.llm.outcomes import Heard, Trouble
from bot.llm.overhearing import Overhearing
from bot.llm.purse import Purse
from bot.llm.reading import Misfit, Read, read_reply
from bot.llm.wording import LONGEST_REQUEST, Repair, compose_messages, measure_messages

_RETRIES = 2
_FIRST_PAUSE = 0.4  # seconds; the next is twice as long


@dataclass(frozen=True)
class Listener:
    """What every call needs.

    Args:
        client: Where to ask.
        purse: Pays.
        monotonic: Tells the time.
        pause: Waits before something is tried again.
        silence: Seconds without a word, after the first, after which we hang up.
    """

    client: openai.AsyncOpenAI
    purse: Purse
    monotonic: Monotonic
    pause: Callable[[float], Awaitable[None]]
    silence: float


@dataclass
class Asking:
    """One call.

    Args:
        listener: Asks.
        prompt: What is asked.
        model: Who is asked.
        until: When it must be over.
        dialect: How the model is asked; at the end how it took it.
        is_proven: Whether the model has taken it so before.
        overhearing: Tells of the first answer as it comes; of a repaired one it does not.
    """

    listener: Listener
    prompt: Prompt
    model: str
    until: float
    dialect: Dialect
    is_proven: bool = False
    overhearing: Overhearing | None = None
    tokens_in: int = 0
    tokens_out: int = 0

    async def run(self) -> Read | Misfit | Trouble:
        """Ask, and have an answer that is no use repaired once."""
        heard = await self._hear(None)
        if isinstance(heard, Trouble):
            return heard
        first = read_reply(heard.text, self.prompt.schema)
        if isinstance(first, Read):
            return first
        if heard.length and not first.is_json and not self.is_proven:
            # it took the form and did not keep to it: from now on it reads it in words
            self.dialect = self.dialect.speak_plainly()
        heard = await self._hear(Repair(first.problem, heard.text))
        return heard if isinstance(heard, Trouble) else read_reply(heard.text, self.prompt.schema)

    async def _hear(self, repair: Repair | None) -> Heard | Trouble:
        """Ask until there is an answer, nothing left to leave out, or no time to try again."""
        retries = 0
        while True:
            heard = await self._request(repair)
            if isinstance(heard, Heard):
                return heard
            if heard.kind == "not-taken":
                simpler = self.dialect.answer_complaint(heard.complaint)
                if simpler is None:
                    return heard
                self.dialect = simpler
                continue
            if retries == _RETRIES or heard.kind not in ("busy", "unreachable"):
                return heard
            if not await self._wait(heard, retries):
                return heard
            retries += 1
            if retries == _RETRIES and heard.status == 500 and not self.is_proven:
                # some servers fail at a form that they do not know, and do not say so
                self.dialect = self.dialect.speak_plainly()

    async def _wait(self, trouble: Trouble, retries: int) -> bool:
        """Wait before the next try; False: it would take longer than the call may."""
        pause = trouble.wait
        if pause is None:
            jitter = random.uniform(0.5, 1.5)  # noqa: S311 - no secret: many should not come at once
            pause = _FIRST_PAUSE * 2**retries * jitter
        if self.listener.monotonic() + pause >= self.until:
            return False
        await self.listener.pause(pause)
        return True

    async def _request(self, repair: Repair | None) -> Heard | Trouble:
        """Make one request and pay for it."""
        tells_form = self.dialect.needs_words
        messages = compose_messages(self.prompt, repair, tells_form=tells_form)
        parameters = self.dialect.make_parameters(self.prompt)
        characters = measure_messages(messages) + len(str(parameters))
        if characters > LONGEST_REQUEST:
            return Trouble("too-long")
        listener, heard, is_over = self.listener, Heard(), False
        if self.overhearing is not None and repair is None:
            heard.on_words = self.overhearing.note
        estimate = listener.purse.budget.estimate_call(
            self.model, characters, self.prompt.most_tokens
        )
        async with listener.purse.paying(estimate) as bill:
            try:
                trouble = await listen(
                    listener.client, self.model, messages, parameters, heard, listener.silence
                )
                is_over = True
            finally:
                if heard.is_accepted or not is_over:
                    counted = self._count(heard, characters)
                    bill.spent = listener.purse.budget.count_call(self.model, *counted)
        return trouble or heard

    def _count(self, heard: Heard, characters: int) -> tuple[int, int]:
        """Count tokens as the server did, or estimate them."""
        tokens_in, tokens_out = heard.tokens_in, heard.tokens_out
        if tokens_in is None:
            tokens_in = estimate_tokens(characters)
        if tokens_out is None:
            tokens_out = estimate_tokens(heard.length + heard.thought)
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out
        return tokens_in, tokens_out
