"""Ask a language model once, and say where what went and what came of it; nothing is raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.errors import BudgetSpentError, ModelError, ReplyUnusableError
from bot.core.model import ModelUse
from bot.core.suggesting.masking import Masked
from bot.core.suggesting.ports import LanguageModel, Prompt, Watch

# What came of asking. Kept: nobody was asked, for the text may not leave.
READ, KEPT = "read", "kept"
BUSY, BUDGET, UNUSABLE = "busy", "budget", "unusable"


@dataclass(frozen=True)
class Consulted:
    """What a model answered; None: nothing usable, and the use says why."""

    data: Mapping[str, Any] | None = field(repr=False)
    use: ModelUse


async def consult(
    model: LanguageModel, prompt: Prompt, masked: Masked, watch: Watch | None = None
) -> Consulted:
    """Ask a prompt about a masked text; `watch` is told of the answer as it comes."""
    use = ModelUse(READ, model.place, (prompt.title,), masked.count)
    try:
        reply = await model.ask(prompt, watch)
    except ModelError as error:
        return Consulted(None, replace(use, outcome=_name_failure(error)))
    return Consulted(reply.data, use)


def _name_failure(error: ModelError) -> str:
    match error:
        case BudgetSpentError():
            return BUDGET
        case ReplyUnusableError():
            return UNUSABLE
        case _:
            return BUSY
