"""Build the command that asks the language model one harmless question."""

import asyncio
import datetime
import sys

from bot.bootstrap.model import build_budget, build_model
from bot.bootstrap.storage import opened_storage
from bot.core.errors import ModelError, SettingsError
from bot.core.suggesting.budget import Budget, Left
from bot.core.suggesting.ports import ROLES, Prompt, Reply, Role
from bot.scheduling.clock import SystemClock
from bot.settings import load_settings

_CLOCK = SystemClock(datetime.UTC)
_SCHEMA = {
    "type": "object",
    "properties": {"colour": {"type": "string", "maxLength": 40}},
    "required": ["colour"],
    "additionalProperties": False,
}
_SYSTEM = (
    "You name colours in one word. Answer as JSON with the key “colour”. This is a test of the"
    " connection."
)
_QUESTION = "Which colour does a ripe lemon have?"


def check_model() -> int:
    """Ask each model once; print where it is, how it takes a form, and what it took.

    Raises:
        SettingsError: no model is named.
    """
    return asyncio.run(_check_model())


async def _check_model() -> int:
    settings = load_settings()
    budget = build_budget(settings)
    async with opened_storage(settings, _CLOCK, tells_key=False) as storage:
        model = build_model(settings, storage.spending, _CLOCK)
        if model is None:
            raise SettingsError(
                "There is no language model: none is named. Set JOURFIX_MODEL, and"
                " JOURFIX_MODEL_KEY or JOURFIX_MODEL_URL (.env.example). Without one everything"
                " works by the rules."
            )
        sys.stdout.write(f"Server: {model.place}\nSees: {_SEES[settings.model_sees]}\n")
        failed = False
        asked: dict[str, str] = {}
        for role in ROLES:
            name = model.models[role]
            if name not in asked:
                try:
                    reply = await model.ask(_compose_question(role))
                    asked[name] = _describe(reply, model.name_form(role), budget)
                except ModelError as error:
                    asked[name], failed = f"no answer. {error}", True
            sys.stdout.write(f"{role:<7} {name}: {asked[name]}\n")
        spent = await storage.spending.find_spent(_CLOCK.now().date().isoformat())
        sys.stdout.write(f"Left today: {_describe_left(budget.find_left(spent))}\n")
        await model.close()
        return 1 if failed else 0


_SEES = {
    "masked": "drafts, masked; none with a finding on a patient, an adverse event or an unpublished"
    " matter (JOURFIX_MODEL_SEES=masked)",
    "sensitive": "all drafts, masked (JOURFIX_MODEL_SEES=sensitive)",
}


def _compose_question(role: Role) -> Prompt:
    return Prompt("connection-check", 1, role, _SYSTEM, (_QUESTION,), _SCHEMA, 0.0, 60)


def _describe(reply: Reply, form: str, budget: Budget) -> str:
    took = f"{reply.seconds:.1f} s, {reply.tokens_in} tokens in, {reply.tokens_out} out"
    price = budget.find_price(reply.model).count(reply.tokens_in, reply.tokens_out)
    cost = f", price {price:.6f}" if budget.has_prices else ", no prices set"
    return f"answers, by {form}; {took}{cost}"


def _describe_left(left: Left) -> str:
    tokens = "tokens without limit" if left.tokens is None else f"{left.tokens:,} tokens"
    money = "" if left.money is None else f", {left.money:,.2f} in money"
    return f"{tokens}{money}"
