"""A language model and prompts for tests of what is made of their answers: scripted, no network."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.errors import ModelError
from bot.core.suggesting.ports import Prompt, Reply, Watch

Script = Mapping[str, Any] | ModelError | Exception


@dataclass
class ScriptedModel:
    """Answers by the prompt's name: with data, or by raising what is in the script."""

    script: Mapping[str, Script | Callable[[Prompt], Script]]
    place: str = "model.example"
    asked: list[Prompt] = field(default_factory=list)

    async def ask(self, prompt: Prompt, watch: Watch | None = None) -> Reply:
        """Answer as the script says; whoever watches is told of a list item by item."""
        self.asked.append(prompt)
        said = self.script[prompt.name]
        answer = said(prompt) if callable(said) else said
        if isinstance(answer, Exception):
            raise answer
        for name, said in answer.items():
            for end in range(1, len(said) + 1 if isinstance(said, list) and watch else 0):
                watch({name: said[:end]})
                await asyncio.sleep(0)
        return Reply(answer, "scripted", 10, 10, 0.1)


@dataclass
class PlainPrompts:
    """Prompts without words: what is untrusted stands in the user part."""

    untrusted: Sequence[str] = ("draft", "told", "post", "comment")

    def compose(self, name: str, inputs: Mapping[str, object]) -> Prompt:
        """Fill in."""
        user = tuple(str(inputs[key]) for key in self.untrusted if key in inputs)
        known = {key: value for key, value in inputs.items() if key not in self.untrusted}
        return Prompt(name, 1, "judge", str(known), user, {})
