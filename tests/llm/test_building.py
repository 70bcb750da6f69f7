"""The model out of settings: what switches it on, and what is refused before anything leaves."""

from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap.model import build_budget, build_model
from bot.core.errors import SettingsError
from bot.llm.line import is_safe, name_place
from bot.settings import Settings, load_settings
from bot.storage.memory import MemorySpendingBook
from tests.fakes.ports import FakeClock

KEY = "sk-zitronenfalter-4711"


@pytest.fixture(autouse=True)
def _nothing_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the environment nor a file of this machine sets anything."""
    monkeypatch.chdir(tmp_path)
    for name in ("OPENAI_API_KEY", "JOURFIX_MODEL_KEY", "JOURFIX_MODEL", "JOURFIX_MODEL_URL"):
        monkeypatch.delenv(name, raising=False)


def build(**settings: Any) -> Any:
    return build_model(Settings(**settings), MemorySpendingBook(), FakeClock())


def test_without_a_name_there_is_none_even_if_a_key_lies_around(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert build() is None
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert load_settings().model_key.get_secret_value() == KEY
    assert build() is None


@pytest.mark.parametrize("name", ["JOURFIX_MODEL_KEY", "OPENAI_API_KEY"])
def test_a_key_and_a_name_are_openais_own(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, KEY)
    monkeypatch.setenv("JOURFIX_MODEL", "some-model")
    model = build_model(load_settings(), MemorySpendingBook(), FakeClock())
    assert model is not None
    assert model.place == "api.openai.com"
    assert model.models == {"judge": "some-model", "coach": "some-model", "writer": "some-model"}


def test_a_role_may_have_a_model_of_its_own_and_this_machine_needs_no_key() -> None:
    model = build(model="small", model_judge="large", model_url="http://127.0.0.1:8081/v1")
    assert model.place == "127.0.0.1:8081"
    assert model.models == {"judge": "large", "coach": "small", "writer": "small"}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"model_url": "https://llm.example/v1"}, "No language model is named for judge, coach, writer"),
        ({"model_judge": "large", "model_key": KEY}, "No language model is named for coach, writer"),
        ({"model": "small"}, "not where it is"),
        ({"model": "small", "model_url": "http://llm.example/v1"}, "must begin with https://"),
        ({"model": "small", "model_url": "https://me:secret@llm.example/v1"}, "must begin with https://"),
        ({"model": "small", "model_key": KEY, "model_proxy": "socks5://proxy"}, "JOURFIX_MODEL_PROXY"),
        ({"model": "small", "model_url": "http://127.0.0.1:1/v1", "model_proxy": "http://proxy:3128"}, "JOURFIX_MODEL_PROXY"),
        ({"model": "small", "model_key": KEY, "model_money_a_day": 5}, "no price for small"),
        (
            {"model": "small", "model_key": KEY, "model_writer": "large", "model_money_a_day": 5,
             "model_prices": "small=1/2"},
            "no price for large",
        ),
        ({"model": "small", "model_key": KEY, "model_prices": "small=cheap"}, "small=cheap"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_or_is_unsafe_is_refused(
    settings: dict[str, Any], words: str
) -> None:
    with pytest.raises(SettingsError, match=words) as caught:
        build(**settings)
    assert KEY not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_models_may_cost_differently() -> None:
    settings = Settings(
        model="large", model_judge="small", model_key=KEY, model_money_a_day=5,
        model_price_in=2, model_price_out=8, model_prices="small = 0.4/1.6, spare=0/0",
    )  # fmt: skip
    budget = build_budget(settings)
    assert budget.count_call("large", 1_000_000, 1_000_000).money == 10.0
    assert budget.count_call("small", 1_000_000, 1_000_000).money == 2.0
    assert budget.count_call("spare", 1_000_000, 1_000_000).money == 0.0


def test_the_key_is_not_in_what_settings_show() -> None:
    settings = Settings(model_key=KEY)
    assert (
        KEY
        not in repr(settings)
        + str(settings)
        + str(settings.model_dump())
        + settings.model_dump_json()
    )


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://api.openai.com/v1", True),
        ("http://127.0.0.1:8081/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:8081/v1", True),
        ("http://127.0.0.1.example/v1", False),
        ("http://127.1/v1", False),
        ("http://10.0.0.1/v1", False),
        ("https:///v1", False),
        ("https://llm.example/v1?key=1", False),
        ("https://llm.example:port/v1", False),
        ("http://[::1/v1", False),
        ("ftp://127.0.0.1/v1", False),
        ("", False),
    ],
)
def test_drafts_go_over_https_or_stay_on_this_machine(address: str, safe: bool) -> None:
    assert is_safe(address) is safe


def test_a_place_is_a_host_and_no_more() -> None:
    assert name_place("https://llm.example/tenants/4711/v1") == "llm.example"
    assert name_place("http://[::1]:8081/v1") == "[::1]:8081"


def test_every_setting_of_the_model_stands_in_the_example() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text("utf-8")
    names = [name for name in Settings.model_fields if name.split("_")[0] == "model"]
    assert len(names) > 10
    assert not [name for name in names if f"#JOURFIX_{name.upper()}=" not in example]
