"""The LanguageModel port over any server that speaks OpenAI's API of chat completions.

An answer is a stream, so that silence cuts it as well as time. What a server does not know is left
out and remembered; what makes no sense is sent back once. Nothing that was sent or heard stands in
an exception or a log.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import openai

from bot.core.errors import ModelError, ModelUnavailableError, ReplyUnusableError
from bot.core.suggesting.ports import Prompt, Reply, Role, Watch
from bot.llm.asking import Asking, Listener
from bot.llm.breaker import Breaker, Monotonic
from bot.llm.complaints import explain
from bot.llm.dialect import Dialect
from bot.llm.line import name_place, open_line
from bot.llm.outcomes import GONE, Trouble
from bot.llm.overhearing import Overhearing
from bot.llm.purse import Purse
from bot.llm.reading import Misfit, Read

_log = logging.getLogger(__name__)
_NO_KEY = "none"  # the SDK wants one; without a key the line sends none


@dataclass(frozen=True)
class Access:
    """Where a model is, and how long we wait for it.

    Args:
        address: Of the API, as https://api.openai.com/v1.
        models: Which model plays which role.
        key: For the server; may be empty.
        seconds: That a call may take, with everything that is tried again.
        silence: Seconds without a word, after the first, after which we hang up.
        proxy: The address of a proxy on the way; none when empty.
    """

    address: str
    models: Mapping[Role, str]
    key: str = field(default="", repr=False)
    seconds: float = 20.0
    silence: float = 6.0
    proxy: str = field(default="", repr=False)


class OpenAIModel:
    """Implements the LanguageModel port.

    Args:
        access: Where it is.
        purse: Pays.
        monotonic: Tells the time.
        pause: Waits before something is tried again.
    """

    def __init__(
        self,
        access: Access,
        purse: Purse,
        monotonic: Monotonic = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._access = access
        self._dialects: dict[str, Dialect] = {}
        self._breakers: dict[str, Breaker] = {}
        client = openai.AsyncOpenAI(
            api_key=access.key or _NO_KEY,
            base_url=access.address,
            max_retries=0,
            http_client=open_line(access.address, access.key, access.proxy),
        )
        self._listener = Listener(client, purse, monotonic, pause, access.silence)

    @property
    def place(self) -> str:
        """The host that what we send goes to."""
        return name_place(self._access.address)

    @property
    def models(self) -> Mapping[Role, str]:
        """Which model plays which role."""
        return self._access.models

    def name_form(self, role: Role) -> str:
        """Name how a role's model is told what a reply looks like; empty before it has answered."""
        dialect = self._dialects.get(self.models[role])
        return dialect.form if dialect else ""

    async def close(self) -> None:
        """Hang up."""
        await self._listener.client.close()

    async def ask(self, prompt: Prompt, watch: Watch | None = None) -> Reply:
        """Ask; try again what may be tried again, and have an answer of no use repaired once.

        Args:
            prompt: What is asked.
            watch: Is told of the list in the reply, item by item, while it comes.

        Raises:
            ModelUnavailableError: the server does not answer, or is left alone after it did not.
            BudgetSpentError: too little is left today.
            ReplyUnusableError: what it answers is no use.
        """
        model, monotonic = self.models[prompt.role], self._listener.monotonic
        breaker = self._breakers.setdefault(model, Breaker(monotonic))
        leave = breaker.admit()
        if leave is None:
            raise ModelUnavailableError(
                f"{model} at {self.place} did not answer several times, and is left alone for"
                f" {breaker.seconds_left:.0f} more seconds."
            )
        began = monotonic()
        known = self._dialects.get(model)
        asking = Asking(
            self._listener,
            prompt,
            model,
            began + self._access.seconds,
            known or Dialect(),
            is_proven=known is not None,
            overhearing=Overhearing(prompt.schema, watch) if watch else None,
        )
        outcome: Read | Misfit | Trouble | None = None
        try:
            outcome = await self._run_in_time(asking)
        finally:
            _note(breaker, leave, outcome)
        if isinstance(outcome, Read):
            self._dialects[model] = asking.dialect
            seconds = monotonic() - began
            return Reply(outcome.data, model, asking.tokens_in, asking.tokens_out, seconds)
        raise self._complain(outcome, model)

    async def _run_in_time(self, asking: Asking) -> Read | Misfit | Trouble:
        try:
            async with asyncio.timeout(self._access.seconds):
                return await asking.run()
        except TimeoutError:
            return Trouble("slow")

    def _complain(self, outcome: Misfit | Trouble, model: str) -> ModelError:
        if isinstance(outcome, Misfit):
            _log.warning("An answer of %s was no use: %s", model, outcome.problem)
            return ReplyUnusableError(f"What {model} answered is no use: {outcome.problem}.")
        told = (outcome.kind, outcome.status, outcome.detail)
        _log.warning("No answer of %s: %s", model, " ".join(str(one) for one in told if one))
        sentence = explain(outcome, model, self.place)
        is_gone = outcome.kind in GONE
        return ModelUnavailableError(sentence) if is_gone else ReplyUnusableError(sentence)


def _note(breaker: Breaker, leave: int, outcome: Read | Misfit | Trouble | None) -> None:
    if outcome is None:  # nothing was left to spend, or whoever asked gave up
        breaker.note_nothing(leave)
    elif isinstance(outcome, Trouble) and outcome.kind in GONE:
        breaker.note_failure(leave, outcome.wait or 0.0)
    else:
        breaker.note_answer(leave)
