"""`jourfix model check`, in a process of its own, against the fake server."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.running import ROOT, environment
from tests.fakes.model import server as fake
from tests.fakes.model.server import Asked, FakeModelServer

KEY = "sk-zitronenfalter-4711"


@pytest.fixture
async def server() -> AsyncIterator[FakeModelServer]:
    running = FakeModelServer((fake.says_json({"colour": "yellow"}),))
    await running.start()
    yield running
    await running.stop()


async def check(folder: Path, **settings: str) -> tuple[int | None, list[str], str]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "bot", "model", "check"),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **environment(folder, **settings)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await child.communicate()
    assert KEY not in (said + complained).decode()
    return child.returncode, said.decode().splitlines(), complained.decode()


async def test_it_says_where_which_how_and_what_is_left(
    server: FakeModelServer, tmp_path: Path
) -> None:
    status, said, complained = await check(
        tmp_path,
        JOURFIX_MODEL="small", JOURFIX_MODEL_WRITER="large", JOURFIX_MODEL_KEY=KEY, JOURFIX_MODEL_URL=server.address,
        JOURFIX_MODEL_PRICE_IN="1", JOURFIX_MODEL_PRICE_OUT="10", JOURFIX_MODEL_MONEY_A_DAY="2",
    )  # fmt: skip
    assert (status, complained) == (0, "")
    place = server.address.removeprefix("http://").removesuffix("/v1")
    assert said[0] == f"Server: {place}"
    assert said[1].startswith("Sees: drafts, masked; none with a finding on a patient")
    answers = [line.split("; ") for line in said[2:5]]
    assert [first for first, _ in answers] == [
        "judge   small: answers, by json_schema",
        "coach   small: answers, by json_schema",
        "writer  large: answers, by json_schema",
    ]
    assert all(rest.endswith("s, 120 tokens in, 30 out, price 0.000420") for _, rest in answers)
    assert said[5:] == ["Left today: 1,999,700 tokens, 2.00 in money"]
    assert [asked.body["model"] for asked in server.asked] == ["small", "large"]


async def test_a_model_that_does_not_answer_is_named_with_what_to_do(
    server: FakeModelServer, tmp_path: Path
) -> None:
    async def manner(asked: Asked) -> object:
        return await (
            fake.fails(401)
            if asked.body["model"] == "small"
            else fake.says_json({"colour": "yellow"})
        )(asked)

    server.behave(manner)  # type: ignore[arg-type]
    status, said, _ = await check(
        tmp_path,
        JOURFIX_MODEL="small",
        JOURFIX_MODEL_WRITER="large",
        JOURFIX_MODEL_URL=server.address,
    )
    assert status == 1
    assert said[2].startswith("judge   small: no answer. ")
    assert said[2].endswith("Check JOURFIX_MODEL_KEY, and what it may use.")
    assert said[4].startswith("writer  large: answers")
    assert said[5] == "Left today: 1,999,850 tokens"


async def test_without_a_model_it_says_how_to_name_one(tmp_path: Path) -> None:
    status, said, complained = await check(tmp_path, OPENAI_API_KEY=KEY)
    assert (status, said) == (2, [])
    assert complained.startswith(
        "jourfix: There is no language model: none is named. Set JOURFIX_MODEL"
    )
