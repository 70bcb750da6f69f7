"""What may be spent on a language model in a day, and what a call costs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.suggesting.ports import Spent

_CHARACTERS_A_TOKEN = 3  # German and Dutch have three to four: rather too many tokens than too few
_FRAME = 40  # tokens that a server puts around what we send


def estimate_tokens(characters: int) -> int:
    """Estimate how many tokens a text has; rather too many."""
    return math.ceil(characters / _CHARACTERS_A_TOKEN)


@dataclass(frozen=True)
class Left:
    """What may still be spent today; None: as much as you like."""

    tokens: int | None
    money: float | None


@dataclass(frozen=True)
class Price:
    """What a model costs: for a million tokens that we send, and that come back."""

    sent: float = 0.0
    back: float = 0.0

    def count(self, tokens_in: int, tokens_out: int) -> float:
        """Say what so many tokens cost."""
        return (tokens_in * self.sent + tokens_out * self.back) / 1_000_000


@dataclass(frozen=True)
class Budget:
    """Limits of a day, and prices.

    Args:
        tokens_a_day: In and out together; 0: no limit.
        money_a_day: In the currency of the prices; 0: no limit.
        price: Of every model that has none of its own.
        prices: By the name of the model.
    """

    tokens_a_day: int = 0
    money_a_day: float = 0.0
    price: Price = Price()
    prices: Mapping[str, Price] = field(default_factory=dict)

    @property
    def has_prices(self) -> bool:
        """Whether anything costs money."""
        return any(price != Price() for price in (self.price, *self.prices.values()))

    def find_price(self, model: str) -> Price:
        """Give the price of a model."""
        return self.prices.get(model, self.price)

    def count_call(self, model: str, tokens_in: int, tokens_out: int) -> Spent:
        """Give what one call spent."""
        money = self.find_price(model).count(tokens_in, tokens_out)
        return Spent(tokens_in + tokens_out, money, calls=1)

    def estimate_call(self, model: str, characters: int, most_tokens: int) -> Spent:
        """Estimate the most that a call will spend, before it is made.

        Args:
            model: Who is asked.
            characters: Of all that is sent.
            most_tokens: A reply is cut after so many.
        """
        return self.count_call(model, estimate_tokens(characters) + _FRAME, most_tokens)

    def find_left(self, spent: Spent) -> Left:
        """Say what may still be spent on a day on which so much was spent."""
        tokens = max(0, self.tokens_a_day - spent.tokens) if self.tokens_a_day else None
        money = max(0.0, self.money_a_day - spent.money) if self.money_a_day else None
        return Left(tokens, money)

    def is_over(self, spent: Spent) -> bool:
        """Say whether so much is more than a day's."""
        too_many = bool(self.tokens_a_day) and spent.tokens > self.tokens_a_day
        return too_many or (bool(self.money_a_day) and spent.money > self.money_a_day)

    def allows(self, spent: Spent, more: Spent) -> bool:
        """Say whether more may be spent on a day on which so much was spent."""
        return not self.is_over(add_up(spent, more))


def add_up(spent: Spent, more: Spent) -> Spent:
    """Add up what was spent."""
    return Spent(spent.tokens + more.tokens, spent.money + more.money, spent.calls + more.calls)


def take_back(spent: Spent) -> Spent:
    """Give what undoes this, when it is added."""
    return Spent(-spent.tokens, -spent.money, -spent.calls)
