"""What the engine says of a broadcast's words, and what must not go out whatever an editor says."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.errors import DraftError
from bot.core.model import Finding, Language, Review, Severity, Verdict
from bot.core.programme.broadcasts.broadcast import Broadcast
from bot.core.programme.broadcasts.ports import Proofreading

# What gives away who somebody is: no editor can release it.
_NEVER = frozenset({"patient_privacy", "personal_data"})


@dataclass(frozen=True)
class Checked:
    """A text that was reviewed; without a review nobody could read it."""

    language: Language
    review: Review | None

    @property
    def findings(self) -> Sequence[Finding]:
        """What is to be shown of it: not mere matters of taste."""
        found = self.review.findings if self.review else ()
        return [one for one in found if one.severity is not Severity.CONSIDER]

    @property
    def waits(self) -> bool:
        """Say whether somebody has to be asked first."""
        return self.review is None or self.review.verdict is Verdict.ASK

    @property
    def is_never(self) -> bool:
        """Say whether it must not go out at all."""
        return self.review is None or any(
            one.severity is Severity.ASK and one.topic in _NEVER for one in self.findings
        )


async def check_texts(
    broadcast: Broadcast, proofreading: Proofreading, answer: Language
) -> list[Checked]:
    """Review every text of a broadcast."""
    checked = []
    for language in broadcast.languages:
        try:
            text = broadcast.texts[language].whole
            review = await proofreading.review(text, language, answer)
        except DraftError:
            checked.append(Checked(language, None))
        else:
            checked.append(Checked(language, review))
    return checked
