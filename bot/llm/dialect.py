"""What a server takes of the API: each knows another part of it, and says so with a 400.

A dialect only ever steps down: after a handful of refusals nothing is left to leave out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.core.suggesting.ports import Prompt
from bot.core.suggesting.schema import is_strict, leave_limits_out

Form = Literal["json_schema", "json_schema without limits", "json_object", "plain text"]
_FORMS: tuple[Form, ...] = (
    "json_schema",
    "json_schema without limits",
    "json_object",
    "plain text",
)
_OF_FORMS = ("response_format", "json_schema", "json_object", "schema", "grammar", "maxlength")


@dataclass(frozen=True)
class Dialect:
    """How a model is asked.

    Args:
        form: How it is told what its reply must look like.
        tells_usage: Whether it is asked to count tokens.
        lengths: The names that its longest reply may have; the first is used.
        takes_temperature: Whether it is told how freely to choose words.
    """

    form: Form = "json_schema"
    tells_usage: bool = True
    lengths: tuple[str, ...] = ("max_tokens", "max_completion_tokens")
    takes_temperature: bool = True

    def make_parameters(self, prompt: Prompt) -> Mapping[str, Any]:
        """Give what is sent beside model and messages."""
        parameters: dict[str, Any] = {}
        if self.tells_usage:
            parameters["stream_options"] = {"include_usage": True}
        if self.lengths:
            parameters[self.lengths[0]] = prompt.most_tokens
        if self.takes_temperature:
            parameters["temperature"] = prompt.temperature
        if self.form == "json_object":
            parameters["response_format"] = {"type": "json_object"}
        elif self.form != "plain text":
            has_limits = self.form == "json_schema"
            schema = prompt.schema if has_limits else leave_limits_out(prompt.schema)
            form = {"name": prompt.name, "strict": is_strict(schema), "schema": schema}
            parameters["response_format"] = {"type": "json_schema", "json_schema": form}
        return parameters

    @property
    def needs_words(self) -> bool:
        """Whether the model must read in the prompt how its reply looks, or how long it may be."""
        return self.form != "json_schema"

    def answer_complaint(self, complaint: str) -> "Dialect | None":
        """Leave out what a server complains of, or what it most likely means; None: nothing left.

        Args:
            complaint: The server's words.
        """
        said = complaint.lower()
        if any(word in said for word in _OF_FORMS):
            named = self.lower_form()
        elif "stream_options" in said or "include_usage" in said:
            named = replace(self, tells_usage=False)
        elif self.lengths and self.lengths[0] in said:
            named = replace(self, lengths=self.lengths[1:])
        elif "temperature" in said:
            named = replace(self, takes_temperature=False)
        else:
            named = None
        return named if named not in (None, self) else self._leave_out_next()

    def lower_form(self) -> "Dialect | None":
        """Ask for the reply's form in the next simpler way."""
        at = _FORMS.index(self.form)
        return replace(self, form=_FORMS[at + 1]) if at + 1 < len(_FORMS) else None

    def speak_plainly(self) -> "Dialect":
        """Ask for the reply's form in words alone."""
        return replace(self, form="plain text")

    def _leave_out_next(self) -> "Dialect | None":
        if (lower := self.lower_form()) is not None:
            return lower
        if self.tells_usage:
            return replace(self, tells_usage=False)
        if self.takes_temperature:
            return replace(self, takes_temperature=False)
        return replace(self, lengths=self.lengths[1:]) if self.lengths else None
