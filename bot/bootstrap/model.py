"""Build the language model out of settings; without one named there is none, and none is loaded."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.core.suggesting.budget import Budget, Price
from bot.core.suggesting.ports import ROLES, Role, SpendingBook
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.llm.openai_model import OpenAIModel

_OPENAI = "https://api.openai.com/v1"
_PRICE = re.compile(r"(\d{1,7}(?:\.\d+)?)/(\d{1,7}(?:\.\d+)?)", re.ASCII)


def build_model(settings: Settings, book: SpendingBook, clock: Clock) -> "OpenAIModel | None":
    """Build the model; None where none is named.

    A key alone, which may be in the environment for another program, switches nothing on.

    Raises:
        SettingsError: the settings of the model contradict each other, or an address is unsafe.
    """
    models = name_models(settings)
    if not models:
        return None
    # openai takes a second and some fifty megabytes: only where there is a model
    from bot.llm.line import is_safe  # noqa: PLC0415
    from bot.llm.openai_model import Access, OpenAIModel  # noqa: PLC0415
    from bot.llm.purse import Purse  # noqa: PLC0415

    address = settings.model_url or _OPENAI
    if not is_safe(address):
        raise SettingsError(
            "JOURFIX_MODEL_URL must begin with https://, or with http:// for this machine"
            " (127.0.0.1), and hold neither a password nor a question mark."
        )
    if settings.model_proxy and not is_safe_proxy(settings.model_proxy, address):
        raise SettingsError(
            "JOURFIX_MODEL_PROXY must begin with http:// or https://, and serves only an address"
            " with https://: it would read everything else."
        )
    access = Access(
        address,
        models,
        settings.model_key.get_secret_value(),
        seconds=settings.model_seconds,
        proxy=settings.model_proxy,
    )
    return OpenAIModel(access, Purse(build_budget(settings), book, clock))


def name_models(settings: Settings) -> Mapping[Role, str]:
    """Name the model of each role; nothing where there is none.

    Raises:
        SettingsError: a role has none, or there is neither a key nor an address.
    """
    named = {
        "judge": settings.model_judge,
        "coach": settings.model_coach,
        "writer": settings.model_writer,
    }
    models: dict[Role, str] = {role: named[role] or settings.model for role in ROLES}
    missing = [role for role, model in models.items() if not model]
    has_any = len(missing) < len(ROLES)
    if missing and (has_any or settings.model_url):
        raise SettingsError(
            f"No language model is named for {', '.join(missing)}. Set JOURFIX_MODEL to the name"
            " of a model that the server knows, or take the other settings of the model away."
        )
    if has_any and not settings.model_url and not settings.model_key.get_secret_value():
        raise SettingsError(
            "JOURFIX_MODEL names a language model, but not where it is. Set JOURFIX_MODEL_KEY for"
            " OpenAI's own, or JOURFIX_MODEL_URL for another server."
        )
    return models if has_any else {}


def build_budget(settings: Settings) -> Budget:
    """Build what may be spent in a day.

    Raises:
        SettingsError: money is limited and a model has no price, or a price cannot be read.
    """
    budget = Budget(
        settings.model_tokens_a_day,
        settings.model_money_a_day,
        Price(settings.model_price_in, settings.model_price_out),
        _read_prices(settings.model_prices),
    )
    if not budget.money_a_day:
        return budget
    free = [
        model
        for model in dict.fromkeys(name_models(settings).values())
        if model not in budget.prices and budget.price == Price()
    ]
    if free or not budget.has_prices:
        raise SettingsError(
            "JOURFIX_MODEL_MONEY_A_DAY limits money, but there is no price"
            f" for {', '.join(free) or 'anything'}. Set JOURFIX_MODEL_PRICE_IN and"
            " JOURFIX_MODEL_PRICE_OUT, for a million tokens each, or for each model"
            " JOURFIX_MODEL_PRICES (model=in/out, model=in/out; 0/0 for one that costs nothing)."
        )
    return budget


def _read_prices(written: str) -> Mapping[str, Price]:
    """Read what single models cost: `model=in/out, model=in/out`."""
    prices = {}
    for entry in filter(None, (part.strip() for part in written.split(","))):
        model, _, price = entry.rpartition("=")
        numbers = _PRICE.fullmatch(price.replace(" ", ""))
        if not model.strip() or numbers is None:
            raise SettingsError(
                f"JOURFIX_MODEL_PRICES: “{entry}” is not of the form model=in/out, as in"
                " gpt-4.1-mini=0.40/1.60 for a million tokens there and back."
            )
        prices[model.strip()] = Price(float(numbers[1]), float(numbers[2]))
    return prices


def is_safe_proxy(proxy: str, address: str) -> bool:
    """Say whether a proxy may stand on the way to an address."""
    return proxy.startswith(("http://", "https://")) and address.startswith("https://")
