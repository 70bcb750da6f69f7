"""The model's adapter against a server that answers well, and badly in every way a real one does."""

import asyncio
import json
import logging
import threading
import traceback
from typing import Any

import pytest

from bot.core.errors import ModelError, ModelUnavailableError, ReplyUnusableError
from bot.core.suggesting.budget import Budget
from bot.core.suggesting.ports import Reply, Spent
from tests.fakes.model import server as fake
from tests.fakes.model.server import Asked, FakeModelServer, Manner
from tests.llm.conftest import DRAFT, GOOD, KEY, SCHEMA, SYSTEM, House, make_prompt

SECRETS = ("Zitronenfalter", KEY, "You read drafts")


async def ask(house: House, *manners: Manner, **access: Any) -> Reply:
    house.server.behave(*manners)
    return await house.build(**access).ask(make_prompt())


async def fail(house: House, kind: type[ModelError], *manners: Manner, **access: Any) -> str:
    """Ask in vain; gives what the error says, which holds nothing of what was sent or heard."""
    with pytest.raises(kind) as caught:
        await ask(house, *manners, **access)
    told = "".join(traceback.format_exception(caught.value))
    error: BaseException | None = caught.value
    while error is not None:  # also what a reporter of crashes would find behind it
        told += repr(error) + repr(error.__dict__)
        error = error.__cause__ or error.__context__
    assert not [secret for secret in SECRETS if secret in told]
    return str(caught.value)


async def test_a_reply_fits_the_schema_and_says_what_it_took(house: House) -> None:
    model = house.build()
    house.server.behave(fake.says_json(GOOD))
    reply = await model.ask(make_prompt())
    assert reply == Reply(GOOD, "reader", 120, 30, reply.seconds)
    assert (model.place, model.name_form("judge"), model.name_form("coach")) == (
        house.server.address.removeprefix("http://").removesuffix("/v1"),
        "json_schema",
        "",
    )
    assert house.spent == Spent(150, pytest.approx(0.00042), 1)


async def test_what_leaves_is_what_the_api_needs_and_no_more(house: House) -> None:
    await ask(house, fake.says_json(GOOD))
    [asked] = house.server.asked
    assert asked.body == {
        "model": "reader",
        "messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": DRAFT}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 300,
        "temperature": 0.2,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "judge", "strict": True, "schema": SCHEMA},
        },
    }
    headers = {name.lower() for name in asked.request.headers}
    assert headers == {
        "host",
        "content-type",
        "content-length",
        "accept",
        "connection",
        "accept-encoding",
        "user-agent",
        "authorization",
    }
    assert asked.request.headers["Authorization"] == f"Bearer {KEY}"


async def test_without_a_key_none_is_sent(house: House) -> None:
    await ask(house, fake.says_json(GOOD), key="")
    assert "Authorization" not in house.server.asked[0].request.headers


async def test_several_texts_of_others_stay_apart_in_one_turn_of_the_user(house: House) -> None:
    house.server.behave(fake.says_json(GOOD))
    await house.build().ask(make_prompt(user=("a comment", "a post")))
    assert house.server.asked[0].body["messages"][1]["content"] == [
        {"type": "text", "text": "a comment"},
        {"type": "text", "text": "a post"},
    ]


def test_it_serves_one_event_loop_after_the_other() -> None:
    """As commands do that ask in a loop of their own each time."""
    server = FakeModelServer((fake.says_json(GOOD),))
    house = House(server)
    serving = asyncio.new_event_loop()
    thread = threading.Thread(target=serving.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(server.start(), serving).result()
    model = house.build(Budget(tokens_a_day=100_000))

    async def ask_twice() -> list[Reply]:
        return await asyncio.gather(*(model.ask(make_prompt()) for _ in range(2)))

    for _ in range(3):
        assert [reply.data for reply in asyncio.run(ask_twice())] == [GOOD, GOOD]
    asyncio.run_coroutine_threadsafe(server.stop(), serving).result()
    serving.call_soon_threadsafe(serving.stop)
    thread.join()
    serving.close()


async def test_each_role_has_its_model(house: House) -> None:
    house.server.behave(fake.says_json(GOOD))
    await house.build().ask(make_prompt(role="writer"))
    assert house.server.asked[0].body["model"] == "author"


# What a server does not know is left out, and remembered.


def takes(*forms: str) -> fake.Fits:
    return lambda asked: asked.form in forms


COMPLAINTS = [
    (takes("json_object"), "'response_format.type' must be 'json_object' or 'text'", "json_object", 3),
    (takes("plain"), "This model does not support response_format", "plain text", 4),
    (takes("plain"), "Bad request", "plain text", 4),
    (lambda asked: "maxLength" not in str(asked.body["response_format"]), "'maxLength' is not permitted in a strict schema", "json_schema without limits", 2),
    (lambda asked: "stream_options" not in asked.body, "Unknown field: stream_options", "json_schema", 2),
    (lambda asked: "max_completion_tokens" in asked.body, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "json_schema", 2),
    (lambda asked: "temperature" not in asked.body, "'temperature' does not support 0.2 with this model", "json_schema", 2),
]  # fmt: skip


@pytest.mark.parametrize(("knows", "message", "form", "requests"), COMPLAINTS)
async def test_what_a_server_does_not_know_is_left_out_and_remembered(
    house: House, knows: fake.Fits, message: str, form: str, requests: int
) -> None:
    model = house.build()
    house.server.behave(fake.knows(knows, fake.says_json(GOOD), 400, message))
    assert (await model.ask(make_prompt())).data == GOOD
    assert (model.name_form("judge"), len(house.server.asked)) == (form, requests)
    await model.ask(make_prompt())
    assert len(house.server.asked) == requests + 1
    assert house.spent.calls == 2  # refusals cost nothing


async def test_a_model_that_is_asked_in_words_reads_the_schema(house: House) -> None:
    await ask(house, fake.knows(takes("json_object"), fake.says_json(GOOD)))
    assert "maxItems" in house.server.asked[-1].body["messages"][0]["content"]
    assert "JSON" in house.server.asked[-1].words  # json_object wants that word


async def test_a_server_that_fails_at_a_form_without_saying_so_is_asked_plainly(
    house: House,
) -> None:
    reply = await ask(
        house, fake.knows(takes("plain"), fake.says_json(GOOD), 500, "Internal error")
    )
    assert (reply.data, len(house.pauses)) == (GOOD, 2)


async def test_a_server_that_takes_the_form_and_ignores_it_is_asked_plainly(house: House) -> None:
    def said(asked: Asked) -> bool:
        return "JSON schema" in asked.words

    async def manner(asked: Asked) -> Any:
        return await (fake.says_json(GOOD) if said(asked) else fake.says("A fine draft, I think."))(
            asked
        )

    model = house.build()
    house.server.behave(manner)
    assert (await model.ask(make_prompt())).data == GOOD
    assert (model.name_form("judge"), len(house.server.asked)) == ("plain text", 2)


async def test_a_server_that_takes_nothing_is_unavailable(house: House) -> None:
    told = await fail(house, ModelUnavailableError, fake.fails(400))
    assert "however simply" in told
    assert len(house.server.asked) == 8
    assert house.spent == Spent(0, pytest.approx(0), 0)


# What makes no sense is sent back once.

WRONG = {"findings": "Zitronenfalter"}


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        (json.dumps(WRONG), "the answer.findings must be of type array"),
        ('{"findings": [], "findings": []}', "the same key twice"),
        ('{"findings": [{"quote": "Zitronenfalter"', "broken JSON"),
        ("[]", "no JSON object"),
        ("", "empty"),
        ('{"findings": ' + "[" * 5_000, "nested too deeply"),
        ('{"findings": [{"quote": "\\ud800"}]}', "letters that do not exist"),
        ('{"findings": []} {"findings": [{"quote": "a"}]}', "several JSON objects"),
        ('{"findings": [NaN]}', "a number that is none"),
    ],
)
async def test_an_answer_of_no_use_is_repaired_once(house: House, first: str, problem: str) -> None:
    reply = await ask(house, fake.says(first, size=4_000), fake.says_json(GOOD))
    assert (reply.data, reply.tokens_in, reply.tokens_out) == (GOOD, 240, 60)
    system, user = house.server.asked[1].body["messages"]
    assert problem in system["content"]
    assert "Zitronenfalter" not in system["content"]
    assert [part["text"] for part in user["content"]] == [DRAFT, first[:8_000] or "(nothing)"]
    assert house.spent == Spent(300, pytest.approx(0.00084), 2)


async def test_what_is_of_no_use_twice_is_given_up(house: House) -> None:
    told = await fail(house, ReplyUnusableError, fake.says_json(WRONG))
    assert told == "What reader answered is no use: the answer.findings must be of type array."
    assert (len(house.server.asked), house.spent.calls) == (2, 2)


@pytest.mark.parametrize(
    "around",
    [
        "```json\n{}\n```",
        "Sure! Here you are:\n\n{}\n\nAnything else?",
        "<think>A draft. {{maybe}} I say “hooks”.</think>\n{}",
        "\ufeff  {}",
        "{}\n{}",
    ],
)
async def test_what_stands_around_an_answer_is_no_harm(house: House, around: str) -> None:
    text = around.replace("{{maybe}}", "{ maybe }").replace("{}", json.dumps(GOOD))
    assert (await ask(house, fake.says(text))).data == GOOD
    assert len(house.server.asked) == 1


async def test_another_language_than_asked_for_is_not_judged_here(house: House) -> None:
    data = {"findings": [{"quote": "Онкология 🦋"}]}
    assert (await ask(house, fake.says_json(data))).data == data


# What is no use at all, and is not asked for again.


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        (fake.sends(fake.chunk(refusal="I cannot read about Zitronenfalter."), fake.chunk(finish="stop")), "refused"),
        (fake.says('{"findings"', "content_filter"), "refused"),
        (fake.says('{"findings": [{"quote": "Zitronenf', "length"), "longer than allowed"),
        (fake.sends(fake.chunk(reasoning_content="Zitronenfalter ..."), fake.chunk(finish="length")), "thinking"),
        (fake.says("Zitronenfalter " * 4_000, size=1_000), "more than we read"),
        (fake.says_raw(b"data: " + b"x" * 5_000_000), "more than we read"),
        (fake.fails(400, "Zitronenfalter: maximum context length is 4096 tokens", code="context_length_exceeded"), "more than reader takes"),
        (fake.fails(400, "Zitronenfalter was filtered", code="content_filter"), "refused"),
    ],
)  # fmt: skip
async def test_a_refusal_or_a_cut_answer_is_no_use(
    house: House, manner: Manner, words: str
) -> None:
    assert words in await fail(house, ReplyUnusableError, manner)
    assert len(house.server.asked) == 1


async def test_a_request_that_is_too_long_does_not_leave(house: House) -> None:
    house.server.behave(fake.says_json(GOOD))
    with pytest.raises(ReplyUnusableError, match="more than reader takes"):
        await house.build().ask(make_prompt(user=("a" * 60_000,)))
    assert (house.server.asked, house.spent) == ([], Spent())


# What is tried again, and what is not.


@pytest.mark.parametrize(
    "bad",
    [
        fake.fails(429),
        fake.fails(500),
        fake.fails(503),
        fake.shows_page(502),
        fake.breaks_off(),
        fake.breaks_off('{"fin'),
        fake.ends_early('{"fin'),
    ],
)
async def test_what_may_pass_is_tried_again_twice(house: House, bad: Manner) -> None:
    reply = await ask(house, bad, bad, fake.says_json(GOOD))
    assert (reply.data, len(house.server.asked)) == (GOOD, 3)
    assert 0.2 <= house.pauses[0] <= 0.6
    assert 0.4 <= house.pauses[1] <= 1.2


@pytest.mark.parametrize(
    "bad",
    [
        fake.fails(429),
        fake.fails(500),
        fake.shows_page(502),
        fake.breaks_off(),
        fake.ends_early('{"fin'),
    ],
)
async def test_after_two_it_is_given_up(house: House, bad: Manner) -> None:
    await fail(house, ModelUnavailableError, bad)
    assert len(house.server.asked) == 3


async def test_as_long_as_the_server_says_is_waited_if_there_is_time(house: House) -> None:
    busy = fake.fails(429, headers={"Retry-After": "2"})
    assert (await ask(house, busy, fake.says_json(GOOD))).data == GOOD
    assert house.pauses == [2.0]


async def test_a_moment_is_waited_for_by_the_clock_of_the_server(house: House) -> None:
    headers = {
        "Date": "Sun, 22 Nov 2026 09:00:00 GMT",
        "Retry-After": "Sun, 22 Nov 2026 09:00:03 GMT",
    }
    busy = fake.fails(503, headers=headers)
    assert (await ask(house, busy, fake.says_json(GOOD))).data == GOOD
    assert house.pauses == [3.0]


async def test_a_server_that_wants_to_be_left_alone_for_longer_is(house: House) -> None:
    model = house.build()
    house.server.behave(fake.fails(429, headers={"Retry-After": "60"}))
    with pytest.raises(ModelUnavailableError, match=r"cannot answer for reader now \(status 429\)"):
        await model.ask(make_prompt())
    assert (len(house.server.asked), house.pauses) == (1, [])
    with pytest.raises(ModelUnavailableError, match="left alone for 60 more seconds"):
        await model.ask(make_prompt())
    assert len(house.server.asked) == 1
    house.now += 60
    house.server.behave(fake.says_json(GOOD))
    assert (await model.ask(make_prompt())).data == GOOD


@pytest.mark.parametrize(
    "written", ["", "soon", "-1", "nan", "1e400", "9" * 400, "Sun, 99 Nov 2026 09:00:00 GMT"]
)
async def test_a_wait_that_makes_no_sense_is_not_believed(house: House, written: str) -> None:
    busy = fake.fails(429, headers={"Retry-After": written})
    assert (await ask(house, busy, fake.says_json(GOOD))).data == GOOD
    assert house.pauses[0] < 1


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        (fake.fails(401, "Incorrect API key: " + KEY), "JOURFIX_MODEL_KEY"),
        (fake.fails(403), "JOURFIX_MODEL_KEY"),
        (fake.fails(404, "The model Zitronenfalter does not exist"), "does not know reader"),
        (fake.fails(402), "no credit left"),
        (fake.fails(429, code="insufficient_quota"), "no credit left"),
        (fake.shows_page(200), "not as a stream"),
        (fake.says_raw(b'{"choices": []}', content_type="application/json"), "not as a stream"),
        (fake.says_raw(b"data: {Zitronenfalter\n\n"), "not as a stream"),
        (fake.says_raw(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n'), "not as a stream"),
    ],
)  # fmt: skip
async def test_what_an_operator_must_mend_is_said_and_not_tried_again(
    house: House, manner: Manner, words: str
) -> None:
    assert words in await fail(house, ModelUnavailableError, manner)
    assert len(house.server.asked) == 1


async def test_nobody_is_followed_to_another_address(
    house: House, server: fake.FakeModelServer
) -> None:
    other = fake.FakeModelServer((fake.says_json(GOOD),))
    await other.start()
    told = await fail(
        house, ModelUnavailableError, fake.points_to(f"{other.address}/chat/completions")
    )
    assert "points to another address (status 307)" in told
    assert (len(server.asked), other.asked) == (1, [])
    await other.stop()


async def test_proxies_of_the_environment_are_not_used(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
        monkeypatch.setenv(name.lower(), "http://127.0.0.1:9")
    assert (await ask(house, fake.says_json(GOOD))).data == GOOD


async def test_a_proxy_of_the_settings_is(house: House) -> None:
    told = await fail(
        house, ModelUnavailableError, fake.says_json(GOOD), proxy="http://127.0.0.1:9"
    )
    assert "cannot be reached" in told
    assert house.server.asked == []


async def test_where_nobody_listens_it_is_unreachable(house: House) -> None:
    told = await fail(
        house, ModelUnavailableError, fake.says_json(GOOD), address="http://127.0.0.1:9/v1"
    )
    assert "127.0.0.1:9 cannot be reached" in told
    assert house.spent == Spent(0, pytest.approx(0), 0)


async def test_an_error_in_the_middle_of_a_stream_is_tried_again(house: House) -> None:
    error = {"error": {"message": f"Overloaded while reading {DRAFT}", "type": "server_error"}}
    reply = await ask(house, fake.sends(fake.chunk('{"find'), error), fake.says_json(GOOD))
    assert reply.data == GOOD
    assert house.spent.calls == 2  # what broke off was begun, and costs


@pytest.mark.parametrize("field", ["choices", "delta", "content", "usage", "finish_reason"])
@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [None], [[]], [{"delta": 3}], True])
async def test_pieces_of_any_shape_raise_nothing_of_the_sdk(
    house: House, field: str, value: object
) -> None:
    odd: dict[str, Any] = json.loads(json.dumps(fake.chunk("x")))
    if field in ("choices", "usage"):
        odd[field] = value
    elif field == "content":
        odd["choices"][0]["delta"]["content"] = value
    else:
        odd["choices"][0][field] = value
    try:
        reply = await ask(
            house, fake.sends(odd, fake.chunk(json.dumps(GOOD)), fake.chunk(finish="stop"))
        )
    except ModelError:
        return
    assert reply.data == GOOD


# What takes too long.


@pytest.mark.parametrize(
    "manner",
    [fake.hangs(), fake.hangs('{"fin'), fake.hangs('{"fin', keeps_alive=b": ping\n\n"), fake.hangs('{"fin', keeps_alive=b'data: {"choices": []}\n\n'), fake.drips('{"findings": [', 0.05)],
)  # fmt: skip
async def test_silence_and_time_cut_an_answer(house: House, manner: Manner) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    told = await fail(house, ModelUnavailableError, manner, seconds=0.9, silence=0.3)
    assert "did not finish in time" in told
    assert 0.25 < loop.time() - began < 20
    assert len(house.server.asked) == 1
    assert house.spent.calls == 1  # the server may have worked


async def test_a_stream_that_is_slow_but_lively_is_heard_out(house: House) -> None:
    async def manner(asked: Asked) -> Any:
        response = await fake.open_stream(asked)
        for piece in '{"findings":[]}':  # longer than a silence, and never silent for one
            await asyncio.sleep(0.1)
            await fake.send(response, fake.chunk(piece))
        await fake.send(response, fake.chunk(finish="stop"))
        return response

    assert (await ask(house, manner, silence=1.2)).data == {"findings": []}


@pytest.mark.parametrize("tells_usage", [True, False])
async def test_a_server_that_has_said_all_and_does_not_hang_up_was_heard(
    house: House, tells_usage: bool
) -> None:
    async def manner(asked: Asked) -> Any:
        response = await fake.open_stream(asked)
        await fake.send(response, fake.chunk(json.dumps(GOOD)))
        await fake.send(response, fake.chunk(finish="stop"))
        if tells_usage:
            await fake.send(
                response, {"choices": [], "usage": {"prompt_tokens": 120, "completion_tokens": 30}}
            )
        await asked.over.wait()
        return response

    reply = await ask(house, manner)
    assert reply.data == GOOD
    assert (reply.tokens_in == 120) is tells_usage


async def test_a_line_that_breaks_after_the_last_word_does_no_harm(house: House) -> None:
    async def manner(asked: Asked) -> Any:
        response = await fake.open_stream(asked)
        await fake.send(response, fake.chunk(json.dumps(GOOD), finish="stop"))
        assert asked.request.transport is not None
        asked.request.transport.abort()
        return response

    assert (await ask(house, manner)).data == GOOD
    assert len(house.server.asked) == 1


async def test_whoever_gives_up_leaves_no_trace_but_the_cost(house: House) -> None:
    model = house.build()
    house.server.behave(fake.hangs('{"fin'))
    task = asyncio.create_task(model.ask(make_prompt()))
    await house.server.came.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert house.spent.calls == 1
    assert 0 < house.spent.tokens < 500  # not the longest reply, which was put aside
    house.server.behave(fake.says_json(GOOD))
    assert (await model.ask(make_prompt())).data == GOOD


async def test_a_server_that_fails_again_and_again_is_left_alone_for_each_model_apart(
    house: House,
) -> None:
    model = house.build()
    house.server.behave(fake.fails(401))
    for _ in range(4):
        with pytest.raises(ModelUnavailableError, match="JOURFIX_MODEL_KEY"):
            await model.ask(make_prompt())
    with pytest.raises(ModelUnavailableError, match=r"reader at .* left alone for 30 more seconds"):
        await model.ask(make_prompt())
    assert len(house.server.asked) == 4
    house.server.behave(fake.says_json(GOOD))
    assert (await model.ask(make_prompt(role="writer"))).data == GOOD


async def test_answers_of_no_use_do_not_make_it_unavailable(house: House) -> None:
    model = house.build()
    house.server.behave(fake.says("no"))
    for _ in range(6):
        with pytest.raises(ReplyUnusableError):
            await model.ask(make_prompt())
    house.server.behave(fake.says_json(GOOD))
    assert (await model.ask(make_prompt())).data == GOOD


# What is counted.


async def test_tokens_are_estimated_where_nobody_counts_them(house: House) -> None:
    reply = await ask(house, fake.says(json.dumps(GOOD), tells_usage=False))
    assert 100 < reply.tokens_in < 400
    assert 10 < reply.tokens_out < 20
    assert house.spent.tokens == reply.tokens_in + reply.tokens_out


async def test_the_log_at_debug_holds_no_words_and_no_key(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await ask(house, fake.says_json(GOOD))
    manners = (
        fake.fails(500),
        fake.fails(400),
        fake.says_json(WRONG),
        fake.breaks_off("Zitronenfalter"),
    )
    for manner in manners:
        await fail(house, ModelError, manner)
    assert len(caplog.records) > 10
    assert not [secret for secret in SECRETS if secret in caplog.text]


async def test_the_key_shows_nowhere(house: House) -> None:
    model = house.build()
    everything = [model, *vars(model).values()]
    for _ in range(3):  # also what they hold, and what that holds
        everything += [
            inner
            for one in everything
            for inner in getattr(one, "__dict__", {}).values()
            if not isinstance(inner, str)
        ]
    assert len(everything) > 50
    assert KEY not in repr(everything)
