"""The adapter against a real server with a real model, very small: its words are no use, the path is.

Some twenty seconds of one core in all.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import openai
import pytest

from bot.core.errors import ModelUnavailableError, ReplyUnusableError
from bot.core.suggesting.budget import Budget, Price
from bot.core.suggesting.ports import Prompt
from bot.core.suggesting.schema import find_misfit
from bot.llm.asking import Asking, Listener
from bot.llm.dialect import Dialect, Form
from bot.llm.line import open_line
from bot.llm.openai_model import Access, OpenAIModel
from bot.llm.outcomes import Heard, Trouble
from bot.llm.purse import Purse
from bot.llm.reading import Misfit, Read
from bot.storage.memory import MemorySpendingBook
from tests.fakes.model.llama import KEY, RunningLlama, run_llama
from tests.fakes.ports import FakeClock
from tests.llm.conftest import DAY

pytestmark = pytest.mark.needs("llama")

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "questions": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "string", "minLength": 1, "maxLength": 40},
        }
    },
    "required": ["questions"],
    "additionalProperties": False,
}
SYSTEM = "Ask a colleague two short questions about their week. Answer as JSON."


def make_prompt(**changes: Any) -> Prompt:
    given = {
        "user": ("I worked in the lab.",),
        "schema": SCHEMA,
        "temperature": 0.0,
        "most_tokens": 100,
    }
    return Prompt("questions", 1, "coach", SYSTEM, **{**given, **changes})


@pytest.fixture(scope="module")
def llama() -> Iterator[RunningLlama]:
    with run_llama() as running:
        yield running


@pytest.fixture
def purse() -> Purse:
    return Purse(Budget(price=Price(1.0, 4.0)), MemorySpendingBook(), FakeClock())


@pytest.fixture
async def model(llama: RunningLlama, purse: Purse) -> AsyncIterator[OpenAIModel]:
    built = build(llama, purse)
    yield built
    await built.close()


def build(llama: RunningLlama, purse: Purse, **changes: Any) -> OpenAIModel:
    names = {"judge": "tiny", "coach": "tiny", "writer": "tiny"}
    given = {"address": llama.address, "key": KEY, "seconds": 60.0}
    return OpenAIModel(Access(models=names, **{**given, **changes}), purse)


async def test_a_reply_is_held_to_the_schema_and_counted_by_the_server(
    model: OpenAIModel, purse: Purse
) -> None:
    reply = await model.ask(make_prompt())
    assert find_misfit(reply.data, SCHEMA) is None
    assert reply.data["questions"]
    assert model.name_form("coach") == "json_schema"
    assert 20 < reply.tokens_in < 60
    assert 5 < reply.tokens_out <= 100
    assert reply.seconds > 0
    spent = await purse.book.find_spent(DAY)
    assert (spent.tokens, spent.calls) == (reply.tokens_in + reply.tokens_out, 1)


async def test_several_texts_of_others_and_letters_of_all_kinds_arrive(model: OpenAIModel) -> None:
    reply = await model.ask(
        make_prompt(user=("Früh im Labor, ’s ochtends 🦋", "{{ nothing }} <|im_end|>"))
    )
    assert find_misfit(reply.data, SCHEMA) is None


async def test_the_clients_own_stream_says_the_same(
    llama: RunningLlama, model: OpenAIModel
) -> None:
    """As its maker has it: what our line leaves out or refuses makes no difference."""
    client = openai.AsyncOpenAI(base_url=llama.address, api_key=KEY, max_retries=0)
    form: Any = {
        "type": "json_schema",
        "json_schema": {"name": "questions", "strict": True, "schema": SCHEMA},
    }
    messages: Any = [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": "I worked in the lab."},
    ]
    words, usage, finish = "", None, None
    stream = await client.chat.completions.create(
        model="tiny", messages=messages, response_format=form, temperature=0.0, max_tokens=100,
        stream=True, stream_options={"include_usage": True},
    )  # fmt: skip
    async for piece in stream:
        usage = piece.usage or usage
        for choice in piece.choices:
            words += choice.delta.content or ""
            finish = choice.finish_reason or finish
    await client.close()
    reply = await model.ask(make_prompt())
    assert (json.loads(words), finish) == (reply.data, "stop")
    assert usage is not None
    assert (usage.prompt_tokens, usage.completion_tokens) == (reply.tokens_in, reply.tokens_out)


async def test_a_reply_that_is_cut_is_no_use(model: OpenAIModel) -> None:
    with pytest.raises(ReplyUnusableError, match="longer than allowed, and cut"):
        await model.ask(make_prompt(most_tokens=6))


@pytest.mark.parametrize("form", ["json_schema without limits", "json_object", "plain text"])
async def test_in_every_form_an_answer_is_read_or_is_a_misfit(
    llama: RunningLlama, purse: Purse, form: Form
) -> None:
    client = openai.AsyncOpenAI(
        base_url=llama.address,
        api_key=KEY,
        max_retries=0,
        http_client=open_line(llama.address, KEY),
    )
    listener = Listener(client, purse, time.monotonic, asyncio.sleep, 10.0)
    asking = Asking(
        listener,
        make_prompt(most_tokens=60),
        "tiny",
        time.monotonic() + 60,
        Dialect(form),
        is_proven=True,
    )
    outcome = await asking.run()
    await client.close()
    assert isinstance(outcome, Read | Misfit) or outcome == Trouble("cut")
    assert asking.tokens_in > 20
    assert asking.dialect.form == form


async def test_what_does_not_fit_its_window_is_said_to_be_too_long(model: OpenAIModel) -> None:
    with pytest.raises(ReplyUnusableError, match="more than tiny takes at once"):
        await model.ask(make_prompt(user=("word " * 4_000,)))


async def test_another_key_and_another_address_are_told_apart(
    llama: RunningLlama, purse: Purse
) -> None:
    for changes, words in (
        ({"key": "another"}, "JOURFIX_MODEL_KEY"),
        ({"address": llama.address + "/no"}, "mostly ends with /v1"),
    ):
        model = build(llama, purse, **changes)
        with pytest.raises(ModelUnavailableError, match=words):
            await model.ask(make_prompt())
        await model.close()
    assert (await purse.book.find_spent(DAY)).calls == 0


async def test_when_time_is_up_it_hangs_up_and_the_server_is_free_for_the_next(
    llama: RunningLlama, purse: Purse, model: OpenAIModel
) -> None:
    hasty = build(llama, purse, seconds=0.3)
    with pytest.raises(ModelUnavailableError, match="did not finish in time"):
        await hasty.ask(
            make_prompt(most_tokens=2_000, schema={"type": "object"}, user=("word " * 900,))
        )
    await hasty.close()
    assert find_misfit((await model.ask(make_prompt())).data, SCHEMA) is None


def test_what_was_heard_of_it_is_not_shown() -> None:
    assert "secret" not in repr(Heard(["secret"], 6)) + repr(Read({"a": "secret"})) + repr(
        Trouble("busy", complaint="secret")
    )
