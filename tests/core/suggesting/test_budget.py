import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.suggesting.budget import Budget, Left, Price, add_up, estimate_tokens, take_back
from bot.core.suggesting.ports import Spent

counts = st.integers(0, 3_000_000)
prices = st.builds(Price, st.floats(0, 50), st.floats(0, 50))
budgets = st.builds(Budget, counts, st.floats(0, 10), prices)


def test_a_call_costs_what_the_prices_say() -> None:
    budget = Budget(price=Price(2.0, 8.0), prices={"small": Price(0.2, 0.8)})
    assert budget.count_call("large", 1_000, 500) == Spent(1_500, 0.006, 1)
    assert budget.count_call("small", 1_000, 500) == Spent(1_500, 0.0006, 1)
    assert budget.has_prices
    assert not Budget().has_prices


def test_a_call_is_estimated_by_its_length_and_the_longest_reply() -> None:
    spent = Budget(price=Price(back=10)).estimate_call("any", 1_600, 800)
    assert spent == Spent(534 + 40 + 800, 0.008, 1)
    assert estimate_tokens(0) == 0


def test_without_limits_everything_may_be_spent() -> None:
    assert Budget().find_left(Spent(10**9, 10**6)) == Left(None, None)
    assert Budget().allows(Spent(10**9, 10**6), Spent(10**9, 10**6))


@pytest.mark.parametrize(
    ("spent", "more", "may"),
    [
        (Spent(900, 0.0), Spent(100, 0.0), True),
        (Spent(901, 0.0), Spent(100, 0.0), False),
        (Spent(0, 0.99), Spent(1, 0.02), False),
        (Spent(0, 0.9), Spent(1, 0.05), True),
    ],
)
def test_both_limits_hold(spent: Spent, more: Spent, may: bool) -> None:
    assert Budget(1_000, 1.0).allows(spent, more) is may


@given(budgets, counts, counts, counts)
def test_what_is_left_and_what_may_be_spent_agree(
    budget: Budget, before: int, tokens_in: int, tokens_out: int
) -> None:
    spent, more = Spent(before), budget.count_call("any", tokens_in, tokens_out)
    left = budget.find_left(spent)
    fits = (left.tokens is None or more.tokens <= left.tokens or budget.is_over(spent)) and (
        left.money is None or more.money <= left.money
    )
    assert budget.allows(spent, more) <= fits


@given(budgets, counts, counts)
def test_what_is_taken_back_was_never_spent(
    budget: Budget, tokens_in: int, tokens_out: int
) -> None:
    spent = budget.count_call("any", tokens_in, tokens_out)
    assert add_up(spent, take_back(spent)) == Spent()
