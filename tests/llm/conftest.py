"""A model behind the fake server, with a budget and a clock that tests can look at."""

import datetime
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.core.suggesting.budget import Budget, Price
from bot.core.suggesting.ports import Prompt, Spent
from bot.llm.openai_model import Access, OpenAIModel
from bot.llm.purse import Purse
from bot.storage.memory import MemorySpendingBook
from tests.fakes.model.server import FakeModelServer
from tests.fakes.ports import FakeClock

KEY = "sk-zitronenfalter-4711"
DRAFT = "Unser Zitronenfalter hat heute Geburtstag."
SYSTEM = "You read drafts. Answer with the findings."
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "findings": {
            "type": "array",
            "maxItems": 3,
            "items": {
                "type": "object",
                "properties": {"quote": {"type": "string", "maxLength": 200}},
                "required": ["quote"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["findings"],
    "additionalProperties": False,
}
GOOD = {"findings": [{"quote": "Zitronenfalter"}]}
DAY = "2026-11-22"


def make_prompt(**changes: Any) -> Prompt:
    return replace(Prompt("judge", 1, "judge", SYSTEM, (DRAFT,), SCHEMA, 0.2, 300), **changes)


@dataclass
class House:
    """Builds models at one server, and sees what they spend and how long they wait."""

    server: FakeModelServer
    clock: FakeClock = field(default_factory=FakeClock)
    book: MemorySpendingBook = field(default_factory=MemorySpendingBook)
    pauses: list[float] = field(default_factory=list)
    built: list[OpenAIModel] = field(default_factory=list)
    now: float = 0.0

    def build(self, budget: Budget | None = None, **access: Any) -> OpenAIModel:
        """Build a model that waits for nothing; a machine may be busy."""
        given = {"address": self.server.address, "key": KEY, "seconds": 30.0, "silence": 5.0}
        models = {"judge": "reader", "coach": "asker", "writer": "author"}
        purse = Purse(budget or Budget(price=Price(1.0, 10.0)), self.book, self.clock)
        built = OpenAIModel(
            Access(**{"models": models, **given, **access}), purse, self.monotonic, self.pause
        )
        self.built.append(built)
        return built

    def monotonic(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    @property
    def spent(self) -> Spent:
        return self.book.spent.get(DAY, Spent())


@pytest.fixture
async def server() -> AsyncIterator[FakeModelServer]:
    running = FakeModelServer()
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def house(server: FakeModelServer) -> AsyncIterator[House]:
    built = House(server)
    assert built.clock.now().astimezone(datetime.UTC).date().isoformat() == DAY
    yield built
    for model in built.built:
        await model.close()


Find = Callable[[], str]
