"""What editors write is read by our own engine before anybody else reads it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from bot.core.coaching.context import today_of
from bot.core.coaching.review import Coach
from bot.core.computing import Compute
from bot.core.errors import DraftError
from bot.core.model import Context, Draft, Language, Organisation, Severity
from bot.core.ports import Clock


@dataclass(frozen=True)
class EditorTexts:
    """Reads editors' texts.

    Args:
        coach: Reviews them as it does drafts.
        organisation: For whom.
        clock: Tells the day, for embargoes and closed periods.
        compute: Where it is computed.
        find_organisation: Gives the organisation with what is under embargo by now.
    """

    coach: Coach
    organisation: Organisation
    clock: Clock
    compute: Compute
    find_organisation: Callable[[], Awaitable[Organisation]] | None = None

    async def find_concern(self, text: str, language: Language) -> str:
        """Give what must be asked first, as a sentence; empty where nothing must."""
        find = self.find_organisation
        organisation = self.organisation if find is None else await find()
        context = Context(
            today_of(organisation, self.clock),
            organisation,
            organisation.countries,
            organisation.settings,
        )
        draft = Draft(text, context, answer_language=language)
        try:
            review = await self.compute(partial(self.coach.review, draft))
        except DraftError:
            return ""  # nothing that could be read, so nothing that could be said
        return next(
            (found.message for found in review.findings if found.severity is Severity.ASK), ""
        )
