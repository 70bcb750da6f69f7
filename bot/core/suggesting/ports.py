"""What the suggesting side needs from outside: prompts, and a language model that answers them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Role = Literal["judge", "coach", "writer"]  # settings say which model plays which
ROLES: tuple[Role, ...] = ("judge", "coach", "writer")


@dataclass(frozen=True)
class Prompt:
    """A prompt of ours with its inputs filled in, ready to be sent.

    Args:
        name: Its folder in `prompts/`.
        version: The released text that was filled in.
        role: Who answers; settings map roles to models.
        system: Our own words, and inputs that we wrote ourselves.
        user: What others wrote, each alone in a part of its own: never mixed with our words.
        schema: What the reply must look like (JSON Schema).
        temperature: How freely the model may choose its words, 0 to 1.
        most_tokens: A reply is cut after so many.
    """

    name: str
    version: int
    role: Role
    system: str
    user: tuple[str, ...] = field(repr=False)
    schema: Mapping[str, Any]
    temperature: float = 0.2
    most_tokens: int = 800

    @property
    def title(self) -> str:
        """How a review names it: `judge@1`."""
        return f"{self.name}@{self.version}"


class Prompts(Protocol):
    """The newest released version of every prompt."""

    def compose(self, name: str, inputs: Mapping[str, object]) -> Prompt:
        """Fill a prompt in.

        Raises:
            ContentError: there is no such prompt, or an input is missing or unknown.
        """
        ...


@dataclass(frozen=True)
class Reply:
    """What a model answered; it fits the schema, and is untrusted all the same."""

    data: Mapping[str, Any] = field(repr=False)
    model: str
    tokens_in: int
    tokens_out: int
    seconds: float


Watch = Callable[[Mapping[str, Any]], None]
"""Is told what a reply holds so far: the same data with more in its list each time. Must be quick.

What it is told fits the schema as far as it goes, and is as untrusted as the reply."""


class LanguageModel(Protocol):
    """A language model behind an API."""

    @property
    def place(self) -> str:
        """Where what we send goes: the host's name, for the record of a review."""
        ...

    async def ask(self, prompt: Prompt, watch: Watch | None = None) -> Reply:
        """Ask once; repairing and trying again are the adapter's.

        Args:
            prompt: What is asked.
            watch: Is told of the reply while it is still being written.

        Raises:
            ModelUnavailableError: it does not answer, or not now.
            BudgetSpentError: today's tokens or money are used up.
            ReplyUnusableError: what it answers cannot be read, or it refused.
        """
        ...


@dataclass(frozen=True)
class Spent:
    """What went to the model on one day."""

    tokens: int = 0
    money: float = 0.0  # in the currency of the prices in the settings
    calls: int = 0


class SpendingBook(Protocol):
    """What was spent, a day at a time; several processes write it."""

    async def find_spent(self, day: str) -> Spent:
        """Give what was spent on a day (2026-11-22)."""
        ...

    async def add_spent(self, day: str, spent: Spent) -> None:
        """Add to what was spent on a day, whatever others add meanwhile."""
        ...
