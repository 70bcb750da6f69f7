"""How often somebody may try: by address, all together, and never more to remember than that."""

import pytest

from bot.web.console.turnstile import Turnstile, shorten_address
from tests.fakes.ports import FakeClock


def test_an_address_waits_and_another_does_not() -> None:
    clock = FakeClock()
    turnstile = Turnstile(clock, most=3)
    assert [turnstile.pass_through("192.0.2.1") for _ in range(3)] == [None] * 3
    clock.advance(seconds=100)
    first, second = (turnstile.pass_through("192.0.2.1") for _ in range(2))
    assert first is not None
    assert second is not None
    assert (first.seconds, first.is_news, second.is_news) == (200, True, False)
    assert turnstile.pass_through("192.0.2.2") is None
    clock.advance(seconds=200)
    assert turnstile.pass_through("192.0.2.1") is None


def test_all_together_wait_too_and_nothing_grows() -> None:
    turnstile = Turnstile(FakeClock(), most_of_all=50)
    passed = [turnstile.pass_through(f"10.0.{n // 250}.{n % 250}") is None for n in range(1_000)]
    assert passed == [True] * 50 + [False] * 950
    assert len(turnstile._counted) == 50  # noqa: SLF001 - what is remembered is the point


def test_a_clock_that_is_put_back_locks_nobody_out() -> None:
    clock = FakeClock()
    turnstile = Turnstile(clock, most=1)
    turnstile.pass_through("192.0.2.1")
    clock.advance(days=-1)
    assert turnstile.pass_through("192.0.2.1") is None


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:1", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix:", ""),
        ("x" * 10_000, ""),
    ],
)
def test_a_house_counts_once(address: str, counted: str) -> None:
    assert shorten_address(address) == counted
