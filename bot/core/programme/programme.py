"""The programme around the coach: what people join, read, hand in and are invited to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.feature import Feature


@dataclass(frozen=True)
class Programme:
    """One organisation's programme. Every method may raise StorageError."""

    features: Sequence[Feature]

    def tell_language(self, text: str) -> Language | None:
        """Say in which language somebody asked for a feature; None: for none, or nobody can say."""
        told = (form.tell_language(text) for feature in self.features for form in feature.spoken)
        return next((language for language in told if language), None)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer what somebody wrote; None: it is nothing for the programme."""
        for feature in self.features:
            answers = await feature.answer_words(incoming, language)
            if answers is not None:
                return answers
        return None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer a button; None: it is none of the programme's."""
        for feature in self.features:
            answers = await feature.answer_choice(incoming, choice, language)
            if answers is not None:
                return answers
        return None
