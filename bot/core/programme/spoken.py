"""Words that people write to reach a feature, by language. Pure."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from bot.core.model import Language


@dataclass(frozen=True)
class Spoken:
    """What is written to ask for one thing.

    Args:
        forms: By language: alternatives of a whole message (regular expressions). A form that ends
            in a space takes whatever follows.
    """

    forms: Mapping[Language, tuple[str, ...]]

    @override
    def __hash__(self) -> int:
        """Be known by its forms."""
        return hash(tuple(self.forms.items()))

    def read(self, text: str) -> str | None:
        """Give what follows the words, empty where nothing does; None: they do not stand there."""
        return next((rest for _, rest in _read(self, text[:_LONGEST])), None)

    def tell_language(self, text: str) -> Language | None:
        """Say in which language the words are; None: in none, or in more than one."""
        languages = {language for language, _ in _read(self, text[:_LONGEST])}
        return languages.pop() if len(languages) == 1 else None


_LONGEST = 3_000


def _read(spoken: Spoken, text: str) -> list[tuple[Language, str]]:
    found = []
    for language, form in _compile(spoken).items():
        match = form.fullmatch(text)
        if match:
            found.append((language, (match["rest"] or "").strip()))
    return found


@functools.cache
def _compile(spoken: Spoken) -> Mapping[Language, "re.Pattern[str]"]:
    return {language: _join_forms(forms) for language, forms in spoken.forms.items()}


def _join_forms(forms: tuple[str, ...]) -> "re.Pattern[str]":
    whole = "|".join(form for form in forms if not form.endswith(" ")) or r"(?!)"
    open_ended = "|".join(form.strip() for form in forms if form.endswith(" ")) or r"(?!)"
    return re.compile(
        rf"(?is)\W*(?:/?jourfix )?(?:(?:{whole})\W*|(?:{open_ended})\b[:\s]*(?P<rest>.*))"
    )
