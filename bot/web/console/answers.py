"""What the programme answered a colleague, kept until their next press: a reload presses nothing.

A press redirects to a page that shows its answer. Only the newest answer of a colleague is kept,
sealed as theirs, for a day at most; when anybody is forgotten, all of them go (storage/erasure.py).
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.core.message import Message
from bot.core.programme.ports import Shelf
from bot.web.console.parts import Sending, render_message

_GUARD = "@the guard of whoever reads it@"  # stands where a form has the session's
_TOKEN_BYTES = 9


@dataclass(frozen=True)
class Answered:
    """What somebody was answered.

    Args:
        token: Names it in the address of the page that shows it.
        kinds: The kinds of its messages.
        html: Its messages as sections, without the guard of a session.
    """

    token: str
    kinds: tuple[str, ...]
    html: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """Keeps the newest answer of each colleague. May raise StorageError."""

    shelf: Shelf[Answered]

    async def keep(self, person: str, messages: Sequence[Message], path: str) -> str:
        """Keep an answer whose buttons send to a path; gives its token."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        sending = Sending(path, _GUARD)
        html = tuple(str(render_message(message, sending)) for message in messages)
        kinds = tuple(message.kind for message in messages)
        await self.shelf.keep(person, Answered(token, kinds, html), person)
        return token

    async def find(self, person: str, token: str, guard: str) -> list[tuple[str, Markup]]:
        """Find an answer by its token: kinds and sections, with the guard of this session."""
        answered = await self.shelf.find(person) if token else None
        if answered is None or not secrets.compare_digest(
            answered.token.encode(), token.encode("utf-8", "replace")
        ):
            return []
        own = str(escape(guard))
        # the sign cannot stand in somebody's words as an attribute: their quotes are escaped
        return [
            (kind, Markup(html.replace(f'value="{_GUARD}"', f'value="{own}"')))  # noqa: S704 - ours, escaped when it was made
            for kind, html in zip(answered.kinds, answered.html, strict=True)
        ]
